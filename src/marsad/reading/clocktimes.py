"""Clock times in digits, as pages print them beside a date.

Example: ``"2:30 م"`` is ``T14:30``; ``"08:30 بتوقيت غرينتش"`` is ``T08:30Z``.
"""

import re
from functools import cache

import msgspec

from marsad.folding import fold_word
from marsad.reading.furniture import furniture_data, words_pattern


class ClockTime(msgspec.Struct, frozen=True):
    """A time: ``edtf`` with its ``T`` and, where told, its offset from UTC; its place in the folded line."""

    edtf: str
    start: int
    end: int


class _Wording(msgspec.Struct, frozen=True):
    time: "re.Pattern[str]"
    am: frozenset[str]
    pm: frozenset[str]
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
        time=re.compile(time, re.IGNORECASE),
        am=frozenset(map(fold_word, data["am"])),
        pm=frozenset(map(fold_word, data["pm"])),
        zones=zones,
    )


def find_clock_times(text: str) -> list[ClockTime]:
    """Return the clock times of the folded line; those that no clock shows are left out."""
    times = ((match, _edtf(match)) for match in _wording().time.finditer(text))
    return [ClockTime(edtf, *match.span()) for match, edtf in times if edtf is not None]


def _edtf(match: "re.Match[str]") -> str | None:
    hour, minute, half = int(match["hour"]), int(match["minute"]), (match["half"] or "").lower()
    if hour > 23 or minute > 59 or int(match["second"] or 0) > 59:
        return None
    if half in _wording().pm and hour < 12:
        hour += 12
    elif half in _wording().am and hour == 12:
        hour = 0
    seconds = f":{match['second']}" if match["second"] else ""
    return f"T{hour:02}:{minute:02}{seconds}{_zone(match)}"


def _zone(match: "re.Match[str]") -> str:
    if match["offset"]:
        return f"{match['offset'][0]}{int(match['offset'][1:]):02}:00"
    return _wording().zones[match["zone"].lower()] if match["zone"] else ""
