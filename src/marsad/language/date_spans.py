"""Nodes of time made of other nodes, and stretches of a year: seasons, quarters, decades, feasts, ranges."""

from datetime import date, timedelta
from typing import NamedTuple

from marsad.language import calendars
from marsad.language.calendars import Stretch
from marsad.language.date_nodes import CalendarDate, Context, Day, Node, Year, choose
from marsad.language.date_types import Feast, Lean, Season, Third

#: Seasons are whole months here; by the sun they begin three weeks later, and until then are still to come.
_BY_THE_SUN = timedelta(days=20)


class SeasonOf(NamedTuple):
    """A season of a year, or the last or next one."""

    season: Season
    year: Year | None = None
    lean: Lean | None = None

    def resolve(self, context: Context) -> Stretch | None:
        """Return the season: ``2022-22`` where its year is known, the months of a winter that spans two."""
        if self.year is not None:
            year = self.year.number("gregorian", context)
            return None if year is None else self._of(year)
        if context.day is None:
            return None
        base = context.day.year
        if self.lean == "next":
            context = Context(context.day - _BY_THE_SUN, context.future)
        return choose([self._whole(year) for year in (base - 1, base, base + 1)], context, self.lean)

    def _of(self, year: int) -> Stretch | None:
        whole = calendars.years(year, year)
        if whole is None:
            return None
        months = self._whole(year) if self.season.first <= self.season.last else whole
        code = f"{year:04}-{self.season.code}"
        return Stretch(months.first, months.last, code, code)

    def _whole(self, year: int) -> Stretch:
        across = self.season.first > self.season.last
        start = date(year, self.season.first, 1)
        end = date(year + across, self.season.last, 1)
        months = calendars.months(start, end)
        code = f"{year:04}-{self.season.code}"
        return months if across else Stretch(months.first, months.last, code, code)


class PartOfYear(NamedTuple):
    """Months of a year; ``code`` is EDTF's for a quarter, None for a half or the first so many months."""

    first: int
    last: int
    year: Year
    code: int | None = None

    def resolve(self, context: Context) -> Stretch | None:
        """Return the months, or the quarter as ``2023-33``."""
        year = self.year.number("gregorian", context)
        if year is None or not date.min.year <= year <= date.max.year:
            return None
        months = calendars.months(date(year, self.first, 1), date(year, self.last, 1))
        edtf = f"{year:04}-{self.code}"
        return months if self.code is None else Stretch(months.first, months.last, edtf, edtf)


class Decade(NamedTuple):
    """A decade such as ``199X``."""

    edtf: str

    def resolve(self, context: Context) -> Stretch | None:  # noqa: ARG002 - every node takes a context
        """Return the decade."""
        years = calendars.years(int(self.edtf.replace("X", "0")), int(self.edtf.replace("X", "9")))
        return years and Stretch(years.first, years.last, self.edtf, self.edtf)


class FeastOf(NamedTuple):
    """A feast of a year, or the one nearest to the anchor."""

    feast: Feast
    year: Year | None = None
    lean: Lean | None = None

    def resolve(self, context: Context) -> Stretch | None:
        """Return the days of the feast."""
        if self.year is None and context.day is None:
            return None
        if self.year is None:
            base = calendars.year_of(self.feast.system, context.day or date.min)
            found = [] if base is None else [self._in(base + step) for step in (-1, 0, 1)]
            return choose([feast for feast in found if feast], context, self.lean)
        year = self.year.number(self.year.system or "gregorian", context)
        if year is None or (self.year.system or "gregorian") == self.feast.system:
            return None if year is None else self._in(year)
        whole = calendars.stretch("gregorian", year)
        base = calendars.year_of(self.feast.system, whole.first) if whole and whole.first else None
        for own_year in () if base is None else (base, base + 1):
            feast = self._in(own_year)
            if feast and feast.first and feast.first.year == year:
                return feast
        return None

    def _in(self, year: int) -> Stretch | None:
        first = calendars.stretch(self.feast.system, year, self.feast.month, self.feast.day)
        if first is None or first.first is None:
            return None
        return calendars.days(first.first, first.first + timedelta(days=self.feast.days - 1))


class ThirdOf(NamedTuple):
    """The beginning, middle or end of a month or year."""

    part: Third
    whole: Node

    def resolve(self, context: Context) -> Stretch | None:
        """Return the third."""
        found = self.whole.resolve(context)
        return found and calendars.third(found, self.part)


class Since(NamedTuple):
    """From something on."""

    start: Node

    def resolve(self, context: Context) -> Stretch | None:
        """Return the stretch with an open end."""
        found = self.start.resolve(context)
        return found and calendars.since(found)


class Until(NamedTuple):
    """Up to something."""

    end: Node

    def resolve(self, context: Context) -> Stretch | None:
        """Return the stretch with an open beginning."""
        found = self.end.resolve(context)
        return found and calendars.until(found)


class Between(NamedTuple):
    """From one thing to another, both inside."""

    start: Node
    end: Node

    def resolve(self, context: Context) -> Stretch | None:
        """Return the stretch; an end without a year of its own is the first after the start."""
        start = self.start.resolve(context)
        if start is None or start.first is None:
            return None
        end = self.end.resolve(Context(start.first, future=True) if _floats(self.end) else context)
        return end and calendars.between(start, end)


class Vague(NamedTuple):
    """Time that is spoken of but not told: السنوات الماضية."""

    def resolve(self, context: Context) -> Stretch | None:  # noqa: ARG002 - every node takes a context
        """Return None."""
        return None


def _floats(node: Node) -> bool:
    """Whether a node names a day or month without saying of which week or year."""
    if isinstance(node, Day):
        return node.lean is None and node.offset is None and (node.dated is None or _floats(node.dated))
    return isinstance(node, CalendarDate) and node.year is None and node.lean is None
