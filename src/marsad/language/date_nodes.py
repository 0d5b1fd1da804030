"""What an expression of time means, apart from the day that it is read on.

The grammar makes nodes of a text once; a node is resolved against an anchor to a stretch of days. A node
that needs an anchor and has none resolves to None; one that names no possible day raises ImpossibleDateError.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple, Protocol

from marsad.language import calendars
from marsad.language.calendars import ImpossibleDateError, Stretch
from marsad.language.date_types import Lean, System

_WEEK = 7
#: A month or day without a year is one to come only if it is this near and nothing says otherwise.
_SOON = timedelta(days=61)
#: However much a clause speaks of what is to come, a day just past is not said of the year after.
_FAR, _JUST_NOW = timedelta(days=270), timedelta(days=31)
_MOST = 5000


class Context(NamedTuple):
    """The day that a report is read on, and whether its clause speaks of what is to come."""

    day: date | None
    future: bool = False


class Node(Protocol):
    """Anything that resolves to a stretch of days."""

    def resolve(self, context: Context) -> Stretch | None:
        """Return the days meant, or None when they cannot be told. Raises ImpossibleDateError."""


class Year(NamedTuple):
    """A year said (``value`` of ``system``) or counted from the anchor's (``offset``)."""

    value: int | None = None
    offset: int | None = None
    system: System | None = None

    def number(self, system: System, context: Context) -> int | None:
        """Return the year in a calendar, or None when it cannot be told."""
        if self.value is not None or context.day is None or self.offset is None:
            return self.value
        base = calendars.year_of(system, context.day)
        return None if base is None else base + self.offset


class CalendarDate(NamedTuple):
    """A day, month or year of a calendar. Without ``month`` but with a day nothing can be said."""

    system: System
    year: Year | None = None
    month: int | None = None
    day: int | None = None
    lean: Lean | None = None
    unclear: bool = False

    def resolve(self, context: Context) -> Stretch | None:
        """Return the day, month or year; one without a year is chosen by ``lean`` and nearness."""
        calendars.check(self.system, self.month, self.day)
        if self.unclear:
            year = self.year.number(self.system, context) if self.year else None
            return None if year is None else calendars.stretch(self.system, year)
        if self.year is not None:
            year = self.year.number(self.system, context)
            return None if year is None else calendars.stretch(self.system, year, self.month, self.day)
        if context.day is None:
            return None
        base = calendars.year_of(self.system, context.day)
        return None if base is None else choose(self._candidates(base), context, self.lean)

    def _candidates(self, base: int) -> Iterable[Stretch]:
        for year in (base - 1, base, base + 1):
            try:
                found = calendars.stretch(self.system, year, self.month, self.day)
            except ImpossibleDateError:
                continue
            if found is not None:
                yield found


class Day(NamedTuple):
    """A day by its distance from the anchor (أمس), its weekday, or a date; what is more exact decides."""

    offset: int | None = None
    weekday: int | None = None
    dated: CalendarDate | None = None
    lean: Lean | None = None
    further: bool = False

    def resolve(self, context: Context) -> Stretch | None:
        """Return the day; None where ``offset`` and ``weekday`` are more than a day apart."""
        if self.dated is not None:
            return self.dated.resolve(context)
        if context.day is None:
            return None
        if self.offset is None:
            day = self._by_weekday(context.day, context.future)
        else:
            day = context.day + timedelta(days=self.offset)
            if self.weekday is not None:
                # Reports of the evening come out after midnight: the weekday said is the surer of the two.
                near = (day, day - timedelta(days=1), day + timedelta(days=1))
                fitting = [other for other in near if other.isoweekday() == self.weekday]
                if not fitting:
                    return None
                day = fitting[0]
        return calendars.days(day, day)

    def _by_weekday(self, anchor: date, future: bool) -> date:
        assert self.weekday is not None  # noqa: S101 - a Day has one of the three
        ahead = (self.weekday - anchor.isoweekday()) % _WEEK
        behind = (anchor.isoweekday() - self.weekday) % _WEEK
        more = _WEEK if self.further else 0
        if self.lean == "next":
            return anchor + timedelta(days=(ahead or _WEEK) + more)
        if self.lean == "past":
            return anchor - timedelta(days=(behind or _WEEK) + more)
        if self.lean == "this":
            return anchor + timedelta(days=self.weekday - anchor.isoweekday())
        return anchor + timedelta(days=ahead) if future else anchor - timedelta(days=behind)


class Period(NamedTuple):
    """A year, month, week or day counted from the anchor's: العام الماضي is a year with offset -1."""

    code: str
    offset: int

    def resolve(self, context: Context) -> Stretch | None:
        """Return the year, month, week or day."""
        if context.day is None:
            return None
        if self.code == "a":
            return calendars.years(context.day.year + self.offset, context.day.year + self.offset)
        if self.code == "mo":
            month = calendars.shift(context.day, self.offset)
            return calendars.months(month, month)
        day = context.day + timedelta(days=self.offset * (_WEEK if self.code == "wk" else 1))
        return calendars.week(day) if self.code == "wk" else calendars.days(day, day)


class DayOf(NamedTuple):
    """A day of a month counted from the anchor's: 15 من الشهر الجاري."""

    day: int
    month: Period

    def resolve(self, context: Context) -> Stretch | None:
        """Return the day. Raises ImpossibleDateError where the month does not have it."""
        month = self.month.resolve(context)
        if month is None or month.first is None:
            return None
        return calendars.stretch("gregorian", month.first.year, month.first.month, self.day)


class Distance(NamedTuple):
    """So much time before or after the anchor (قبل ثلاثة أيام), at the precision of its unit."""

    code: str
    amount: int | None
    sign: int
    about: bool = False
    telling: bool = False

    def resolve(self, context: Context) -> Stretch | None:
        """Return the day, month or year; None for أيام without a number, and where ``telling`` a story."""
        if context.day is None or self.amount is None or self.amount > _MOST:
            return None
        if self.telling and not context.future:
            return None
        count = self.sign * self.amount
        about = self.about
        if self.code in {"d", "wk"}:
            day = context.day + timedelta(days=count * (_WEEK if self.code == "wk" else 1))
            found: Stretch | None = calendars.days(day, day)
            about = about or self.code == "wk"
        elif self.code == "mo":
            month = calendars.shift(context.day, count)
            found = calendars.months(month, month)
        elif self.code in {"a", "decade"}:
            year = context.day.year + count * (10 if self.code == "decade" else 1)
            found = calendars.years(year, year)
            about = about or self.code == "decade"
        else:
            return None
        return calendars.approximate(found) if found and about else found


class Window(NamedTuple):
    """The last or next so many units, up to or from the anchor: الأشهر الثلاثة الماضية."""

    code: str
    amount: int | None
    sign: int

    def resolve(self, context: Context) -> Stretch | None:
        """Return the stretch, in whole units of its kind; None for الأشهر القليلة الماضية."""
        if context.day is None or self.amount is None or self.amount > _MOST:
            return None
        day, count = context.day, self.sign * self.amount
        if self.code in {"a", "decade"}:
            far = day.year + count * (10 if self.code == "decade" else 1)
            return calendars.years(min(far, day.year), max(far, day.year))
        if self.code == "mo":
            other = calendars.shift(day, count)
            return calendars.months(min(other, day), max(other, day))
        if self.code not in {"wk", "d", "h"}:
            return None
        length = (
            -(-self.amount // 24) if self.code == "h" else self.amount * (_WEEK if self.code == "wk" else 1)
        )
        other = day + timedelta(days=self.sign * length)
        return calendars.days(min(other, day), max(other, day))


def choose(candidates: Iterable[Stretch], context: Context, lean: Lean | None) -> Stretch | None:
    """Return the candidate that is meant, seen from the anchor.

    Raises ImpossibleDateError where none is possible.

    ``lean`` past takes the last one before the anchor, next the first one after it, this the nearest.
    Without one the clause decides if it speaks of what is to come, else the past unless it is soon.
    """
    anchor = context.day
    known = [(found.first, found.last, found) for found in candidates if found.first and found.last]
    if anchor is None or not known:
        raise ImpossibleDateError("no such day in the years around")
    before = [found for first, last, found in known if last < anchor]
    after = [found for first, last, found in known if first > anchor]
    now = [found for first, last, found in known if first <= anchor <= last]
    if lean == "past" or lean == "next":
        chosen = before[-1:] if lean == "past" else after[:1]
        return chosen[0] if chosen else None
    if now:
        return now[0]
    if not before or not after:
        return after[0] if after else before[-1]
    ahead, behind = after[0].first - anchor, anchor - before[-1].last  # type: ignore[operator]
    if lean is None and context.future and not (ahead > _FAR and behind <= _JUST_NOW):
        return after[0]
    soon = ahead < behind and (lean == "this" or ahead <= _SOON)
    return after[0] if soon else before[-1]
