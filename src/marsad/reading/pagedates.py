"""Dates that a page prints on a line of its own: when it came out, was changed or was taken.

Example: ``"نشر في: 3 مايو 2024 - 14:05 بتوقيت غرينتش"`` reads as ``2024-05-03T14:05Z``.
"""

import re
from functools import cache
from typing import Literal

import msgspec

from marsad.language.dates import DateMention, find_dates
from marsad.language.folding import fold_word
from marsad.reading.datelines import is_known
from marsad.reading.furniture import furniture_data, words_pattern
from marsad.reading.timestamps import read_timestamp

Label = Literal["published", "updated"]

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_DATE_MARK, _TIME_MARK = "\x01", "\x02"
_COLON_AND_DIGIT = re.compile(r"\s*:.{0,40}\d")
_SEPARATORS = re.compile(r"[-|/,،•()\[\]:\x02]+")
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
    time: "re.Pattern[str]"
    pm: frozenset[str]
    am: frozenset[str]
    zones: dict[str, str]


@cache
def _wording() -> _Wording:
    data = furniture_data()["date_lines"]
    zones = {fold_word(phrase): offset for offset, phrases in data["zones"].items() for phrase in phrases}
    halves = words_pattern([*data["am"], *data["pm"]])
    time = (
        r"(?<![\d:])(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?(?![\d:])"
        rf"(?:\s*(?P<half>{halves})(?!\w))?"
        r"(?:[\s,،(-]*(?:(?:gmt|utc) ?(?P<offset>[+-]\d{1,2})"
        rf"|(?P<zone>{words_pattern(list(zones))}))(?![\w+])\)?)?"
    )
    return _Wording(
        labels=_words([*data["published"], *data["updated"]]),
        updated=frozenset(map(fold_word, data["updated"])),
        beside=_words(data["beside"]),
        time=re.compile(time, re.IGNORECASE),
        pm=frozenset(map(fold_word, data["pm"])),
        am=frozenset(map(fold_word, data["am"])),
        zones=zones,
    )


def _words(words: list[str]) -> "re.Pattern[str]":
    return re.compile(rf"(?<!\w)(?:{words_pattern(words)})(?!\w)", re.IGNORECASE)


def read_date_line(text: str) -> DateLine | None:
    """Return the date of a folded line that holds a full date and nothing else of weight; else None.

    Beside the date may stand a weekday, a time, a label ("نشر في"), a dateline and, set off by a
    dash or bar, the reporter's name. Of a Hijri and a Gregorian date the Gregorian counts.
    """
    if re.search(r"\d", text) is None:
        return None
    stamp = read_timestamp(text) if _DAY.match(text) else None
    if stamp is not None:
        return DateLine(edtf=stamp, start=0, end=len(text))
    days = [mention for mention in find_dates(text, None) if mention.edtf and _DAY.fullmatch(mention.edtf)]
    if not days or not _holds_nothing_else(text, days):
        return None
    at, label = _choose(text, days)
    following = days[at + 1].start if at + 1 < len(days) else len(text)
    day = days[at]
    time = _time_in(text, day.end, following) or (_time_in(text, 0, day.start) if at == 0 else "")
    return DateLine(edtf=f"{day.edtf}{time}", start=day.start, end=day.end, label=label)


def is_labelled(text: str) -> bool:
    """Return whether the folded line begins as a date line does: a label, a colon, and a digit further on."""
    label = _wording().labels.match(text)
    return label is not None and _COLON_AND_DIGIT.match(text, label.end()) is not None


def _choose(text: str, days: list[DateMention]) -> tuple[int, Label | None]:
    """Return the index of the date that counts, and what its label says."""
    labelled = [(at, _label_before(text, days, at)) for at in range(len(days))]
    order = ("published", None, "updated")
    return min(labelled, key=lambda item: (order.index(item[1]), _is_converted(days[item[0]]), item[0]))


def _is_converted(day: DateMention) -> bool:
    return day.kind not in {"gregorian", "iso"}


def _label_before(text: str, days: list[DateMention], at: int) -> Label | None:
    wording = _wording()
    found = list(wording.labels.finditer(text, days[at - 1].end if at else 0, days[at].start))
    if not found:
        return _label_before(text, days, at - 1) if at else None
    return "updated" if found[-1].group().strip() in wording.updated else "published"


def _time_in(text: str, start: int, end: int) -> str:
    """Return the time in ``text[start:end]`` as ``T14:05`` with its offset if it is told, or nothing."""
    wording = _wording()
    match = wording.time.search(text, start, end)
    if match is None:
        return ""
    hour, minute, half = int(match["hour"]), int(match["minute"]), (match["half"] or "").lower()
    if hour > 23 or minute > 59 or int(match["second"] or 0) > 59:
        return ""
    if half in wording.pm and hour < 12:
        hour += 12
    elif half in wording.am and hour == 12:
        hour = 0
    seconds = f":{match['second']}" if match["second"] else ""
    return f"T{hour:02}:{minute:02}{seconds}{_zone(match, wording)}"


def _zone(match: "re.Match[str]", wording: _Wording) -> str:
    if match["offset"]:
        return f"{match['offset'][0]}{int(match['offset'][1:]):02}:00"
    return wording.zones[match["zone"].lower()] if match["zone"] else ""


def _holds_nothing_else(text: str, days: list[DateMention]) -> bool:
    wording = _wording()
    for day in reversed(days):
        text = f"{text[: day.start]} {_DATE_MARK} {text[day.end :]}"
    text = wording.time.sub(f" {_TIME_MARK} ", text)
    for pattern in (wording.labels, wording.beside):
        text = pattern.sub(" ", text)
    return all(_may_stand_beside(part) for piece in _SEPARATORS.split(text) if (part := piece.strip()))


def _may_stand_beside(part: str) -> bool:
    words = part.replace(_DATE_MARK, "").split()
    if _DATE_MARK in part:
        return all(is_known(word) for word in words) or is_known(" ".join(words))
    return len(words) <= _LONGEST_NAME and not any(char.isdigit() for char in part)
