"""Dates that a page prints on a line of its own: when it came out, was changed or was taken.

Example: ``"نشر في: 3 مايو 2024 - 14:05 بتوقيت غرينتش"`` reads as ``2024-05-03T14:05Z``.
"""

import re
from functools import cache
from typing import Literal

import msgspec

from marsad.folding import fold_word
from marsad.language.dates import find_dates
from marsad.reading.clocktimes import ClockTime, find_clock_times
from marsad.reading.datelines import is_known
from marsad.reading.furniture import furniture_data, words_pattern
from marsad.reading.timestamps import read_timestamp

Label = Literal["published", "updated"]

_ORDER: tuple[Label | None, ...] = ("published", None, "updated")
_DIGIT = re.compile(r"\d")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_COLON_AND_DIGIT = re.compile(r"\s*:.{0,40}\d")
_LABEL_COLON = re.compile(r"(?<=[^\W\d]):")
_DATE_MARK = "\x01"
_SEPARATORS = re.compile(r"[-|/,،•()\[\]:]+")
_LONGEST_NAME = 3  # words of a reporter's name beside the date


class DateLine(msgspec.Struct, frozen=True, kw_only=True):
    """A page's date: ``edtf`` to the day, minute or second, and its place in the folded line."""

    edtf: str
    start: int
    end: int
    label: Label | None = None


class _Wording(msgspec.Struct, frozen=True):
    labels: "re.Pattern[str]"
    updated: frozenset[str]
    beside: "re.Pattern[str]"


@cache
def _wording() -> _Wording:
    data = furniture_data()["date_lines"]
    return _Wording(
        labels=_words([*data["published"], *data["updated"]]),
        updated=frozenset(map(fold_word, data["updated"])),
        beside=_words(data["beside"]),
    )


def _words(words: list[str]) -> "re.Pattern[str]":
    return re.compile(rf"(?<!\w)(?:{words_pattern(words)})(?!\w)", re.IGNORECASE)


def is_labelled(text: str) -> bool:
    """Return whether the folded line begins as a date line does: a label, a colon, and a digit further on."""
    label = _wording().labels.match(text)
    return label is not None and _COLON_AND_DIGIT.match(text, label.end()) is not None


def read_date_line(text: str) -> DateLine | None:
    """Return the date of a folded line that holds a full date and nothing else of weight; else None.

    Beside the date may stand a weekday, a time, a label ("نشر في"), a dateline and, set off by a
    dash or bar, the reporter's name. Of a Hijri and a Gregorian date the Gregorian counts.
    """
    if _DIGIT.search(text) is None:
        return None
    stamp = read_timestamp(text) if _DAY.match(text) else None
    if stamp is not None:
        return DateLine(edtf=stamp, start=0, end=len(text))
    times = find_clock_times(text)
    bare = _without_times(text, times)
    days = _days(bare)
    if not days or not _holds_nothing_else(bare, days):
        return None
    at = min(range(len(days)), key=lambda i: (_ORDER.index(days[i].label), _is_converted(text, days[i]), i))
    following = days[at + 1].start if at + 1 < len(days) else len(text)
    return msgspec.structs.replace(
        days[at], edtf=days[at].edtf + _time_beside(times, days[at], at, following)
    )


def _without_times(text: str, times: list[ClockTime]) -> str:
    """Return the line with its times and the colons of its labels blanked out, as long as before."""
    for time in times:
        text = f"{text[: time.start]}|{' ' * (time.end - time.start - 1)}{text[time.end :]}"
    return _LABEL_COLON.sub(" ", text)


def _days(text: str) -> list[DateLine]:
    """Return the full dates of the line, each with what the nearest label before it says."""
    days: list[DateLine] = []
    for found in find_dates(text, None):
        if found.edtf is not None and _DAY.fullmatch(found.edtf):
            since, inherited = (days[-1].end, days[-1].label) if days else (0, None)
            label = _label_in(text, since, found.start) or inherited
            days.append(DateLine(edtf=found.edtf, start=found.start, end=found.end, label=label))
    return days


def _label_in(text: str, start: int, end: int) -> Label | None:
    found = [match.group() for match in _wording().labels.finditer(text, start, end)]
    if not found:
        return None
    return "updated" if found[-1] in _wording().updated else "published"


def _is_converted(text: str, day: DateLine) -> bool:
    """Return whether the date stands there in another calendar than the one of ``edtf``."""
    return day.edtf[:4] not in text[day.start : day.end]


def _time_beside(times: list[ClockTime], day: DateLine, at: int, following: int) -> str:
    """Return the time between the date and the following one, or in front of the first; else nothing."""
    after = [time.edtf for time in times if day.end <= time.start < following]
    before = [time.edtf for time in times if time.end <= day.start] if at == 0 else []
    return (after or before or [""])[0]


def _holds_nothing_else(text: str, days: list[DateLine]) -> bool:
    for day in reversed(days):
        text = f"{text[: day.start]} {_DATE_MARK} {text[day.end :]}"
    for pattern in (_wording().labels, _wording().beside):
        text = pattern.sub(" ", text)
    return all(_may_stand_beside(part) for piece in _SEPARATORS.split(text) if (part := piece.strip()))


def _may_stand_beside(part: str) -> bool:
    words = part.replace(_DATE_MARK, "").split()
    if _DATE_MARK in part:
        return all(is_known(word) for word in words) or is_known(" ".join(words))
    return len(words) <= _LONGEST_NAME and _DIGIT.search(part) is None
