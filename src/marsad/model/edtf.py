"""Reading EDTF (ISO 8601-2) dates as the claim record uses them.

Understood: years, months, days and days with a time; seasons (21–24), quarters (33–36) and halves
(40–41) in the month's place; unspecified ends (``202X``, ``2023-XX``); ``~`` and ``?``; intervals
with open (``..``) or unknown (empty) ends.
"""

import calendar
import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from marsad.model.jsonform import Extraction

_POINT = re.compile(
    r"(?P<year>\d{1,4}X{0,3})(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?"
    r"(?:T(?P<clock>\d\d:\d\d)(?::\d\d)?(?P<zone>Z|[+-]\d\d:\d\d)?)?(?P<mark>[~?%]?)"
)
# First and last month behind the codes that stand in a month's place (northern seasons).
_PARTS_OF_YEAR = {
    21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (1, 12),
    33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12), 40: (1, 6), 41: (7, 12),
}  # fmt: skip


class Point(NamedTuple):
    """One end of a date. ``year`` keeps its X's; ``month`` may be a season's or quarter's code."""

    year: str
    month: int | None
    day: int | None
    clock: str | None
    zone: str | None
    approximate: bool

    @property
    def first(self) -> date:
        """The earliest day that the point can mean."""
        month = _PARTS_OF_YEAR.get(self.month, (self.month, 0))[0] if self.month else 1
        return date(max(1, int(self.year.replace("X", "0"))), month, self.day or 1)

    @property
    def last(self) -> date:
        """The latest day that the point can mean."""
        year = int(self.year.replace("X", "9"))
        month = _PARTS_OF_YEAR.get(self.month, (0, self.month))[1] if self.month else 12
        return date(year, month, self.day or calendar.monthrange(year, month)[1])


class When(NamedTuple):
    """A date or an interval; an end that is open or unknown is None, both ends of a date are the same."""

    start: Point | None
    end: Point | None
    interval: bool

    @property
    def first(self) -> date | None:
        """The earliest day, or None when the start is open."""
        return self.start.first if self.start else None

    @property
    def last(self) -> date | None:
        """The latest day, or None when the end is open."""
        return self.end.last if self.end else None


# The same days come again and again in a batch.
@lru_cache(maxsize=8192)
def parse(edtf: str) -> When:
    """Read an EDTF string. Raises ``ValueError`` where it is none of the forms above."""
    start, slash, end = edtf.partition("/")
    if not slash:
        point = _point(edtf)
        return When(point, point, interval=False)
    when = When(_end(start), _end(end), interval=True)
    if when.first and when.last and when.first > when.last:
        raise ValueError(f"an interval that ends before it starts: {edtf!r}")
    return when


@lru_cache(maxsize=8192)
def span(edtf: str) -> tuple[date | None, date | None]:
    """Return the earliest and the latest day that an EDTF date allows, each None where that end is open.

    Raises ``ValueError`` as ``parse`` does.
    """
    when = parse(edtf)
    return when.first, when.last


def cover(dates: Iterable[str]) -> str | None:
    """Return the shortest EDTF date that holds all of ``dates``, to the day; None when there are none.

    Example: of ``2022-06/2024`` and ``2024-07-30T10:00Z`` it is ``2022-06/2024``'s start and the other's
    day, ``2022-06/2024-07-30``.
    """
    ends = [(parse(edtf), *_ends(edtf)) for edtf in dates]
    if not ends:
        return None
    start = min(ends, key=lambda item: item[0].first or date.min)[1]
    end = max(ends, key=lambda item: item[0].last or date.max)[2]
    return start if start == end else f"{start}/{end}"


def check_dates(extraction: Extraction) -> None:
    """Raise ``ValueError`` unless every date of the report and its claims is EDTF that we can read."""
    if extraction.report.published.edtf is not None:
        parse(extraction.report.published.edtf)
    for claim in extraction.claims:
        for edtf in (claim.date, getattr(claim, "period", None), getattr(claim, "deadline", None)):
            if edtf is not None:
                parse(edtf)


def _ends(edtf: str) -> tuple[str, str]:
    start, slash, end = edtf.partition("/")
    first, last = start.partition("T")[0], (end if slash else start).partition("T")[0]
    return first or "..", last or ".."


def _end(text: str) -> Point | None:
    return None if text in {"", ".."} else _point(text)


def _point(text: str) -> Point:
    match = _POINT.fullmatch(text)
    if match is None or len(match["year"]) != 4:
        raise ValueError(f"not an EDTF date: {text!r}")
    point = Point(
        year=match["year"],
        month=_number(match["month"]),
        day=_number(match["day"]),
        clock=match["clock"],
        zone=match["zone"],
        approximate=bool(match["mark"]),
    )
    _ = point.first, point.last  # Raises ValueError for a month or day that no calendar has.
    return point


def _number(digits: str | None) -> int | None:
    return int(digits) if digits and digits != "XX" else None
