"""Dates in a folded Arabic text, as EDTF."""

from bisect import bisect_right
from datetime import date
from typing import Literal

import msgspec

from marsad.language.calendars import ImpossibleDateError
from marsad.language.date_found import Found, Kind
from marsad.language.date_nodes import Context
from marsad.language.date_parsing import expressions
from marsad.language.date_words import date_words
from marsad.language.number_hits import Scan, scan

#: How far before an expression a sign that its clause speaks of what is to come may stand.
_CLAUSE = 120
_MOST_BETWEEN = 3
_CLAUSE_ENDS = frozenset(".!?؟؛:\n")


class Anchor(msgspec.Struct, frozen=True):
    """The day that relative dates count from.

    ``tz`` is the zone that the day was told in. It is for the caller: no clock is moved between zones here.
    """

    date: date
    tz: str | None = None


class DateMention(msgspec.Struct, frozen=True, kw_only=True):
    """An expression of time: ``text[start:end]`` of the folded text and what it means.

    ``edtf`` is None where it cannot be told: relative without an anchor, vague, a clock without a day.
    ``duration`` is an ISO 8601 period (``P20Y``), for durations only.
    """

    start: int
    end: int
    edtf: str | None
    basis: Literal["explicit", "relative"]
    kind: Kind
    duration: str | None = None


def find_dates(text: str, anchor: Anchor | None, *, future: bool = False) -> list[DateMention]:
    """Return the dates of a folded text in reading order, with half-open offsets of it.

    ``future`` says that the text speaks of what is to come: weekdays and months without a year are then
    the next ones. Days that no calendar has are no dates. Raises KnowledgeError where a zone is said and
    the machine has no database of time zones. Example: ``"يوم 16 يوليو 2018"`` gives ``2018-07-16``.
    """
    scanned = scan(text)
    mentions = []
    for found in expressions(text):
        context = Context(anchor.date if anchor else None, future or _speaks_of_future(scanned, found))
        try:
            meant = found.node.resolve(context)
        except (ImpossibleDateError, OverflowError):
            continue  # No such day, or one that no calendar reaches.
        edtf = meant.edtf if meant else None
        mentions.append(
            DateMention(
                start=found.start,
                end=found.end,
                edtf=edtf,
                basis="explicit" if found.explicit else "relative",
                kind="range" if found.kind == "date" and edtf is not None and "/" in edtf else found.kind,
                duration=found.duration,
            )
        )
    return mentions


def _speaks_of_future(scanned: Scan, found: Found) -> bool:
    if found.explicit:
        return False
    index = bisect_right(scanned.future, (found.start, found.start))
    if index == 0:
        return False
    end, start = scanned.future[index - 1]
    if end < found.start - _CLAUSE or _CLAUSE_ENDS.intersection(scanned.text[end : found.start]):
        return False
    words = date_words()
    before = scanned.before(start)
    for _ in range(_MOST_BETWEEN):
        if before.text and words.future_past.value(before.text):
            return False  # كان من المقرر
        before = scanned.before(before.start)
    return True
