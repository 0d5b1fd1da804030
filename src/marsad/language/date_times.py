"""Reading clock times with their zones, and putting them on a day."""

from datetime import date, datetime
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from marsad.errors import KnowledgeError
from marsad.language.calendars import Stretch
from marsad.language.date_found import Found
from marsad.language.date_nodes import Context, Day, Node
from marsad.language.date_points import iso_time, read_point
from marsad.language.date_types import Zone
from marsad.language.date_words import date_words
from marsad.language.lexing import Word
from marsad.language.number_hits import Hit, Scan

_AND = "و"
_ARTICLE = "ال"
_NOON = 12
_MOST_LINKS = 4
_LONGEST_CLOCK = len("17,00")
_COMMAS = frozenset("،,")
_MARKS = frozenset("،,()")


class Clock(NamedTuple):
    """A time of day: ``hour`` None where morning and evening cannot be told apart; where it stands."""

    hour: int | None
    minute: int
    zone: Zone | None
    start: int
    end: int


class At(NamedTuple):
    """A clock time on a day; the day alone while the hour is not known, nothing while the day is not."""

    day: Node | None
    hour: int | None
    minute: int
    zone: Zone | None

    def resolve(self, context: Context) -> Stretch | None:
        """Return the day with its time: ``2024-07-30T16:00+03:30``; without offset where no zone is said."""
        found = self.day.resolve(context) if self.day else None
        if found is None or found.first is None or not found.is_day or self.hour is None:
            return found
        offset = offset_on(self.zone, found.first, self.hour, self.minute) if self.zone else ""
        edtf = f"{found.lo}T{self.hour:02}:{self.minute:02}{offset}"
        return Stretch(found.first, found.last, edtf, edtf)


def offset_on(zone: Zone, day: date, hour: int, minute: int) -> str:
    """Return the zone's offset at a local time: ``+03:30``, ``Z``.

    Raises KnowledgeError where the machine has no database of time zones.
    """
    if zone.offset and (zone.since is None or day.isoformat() >= zone.since):
        return zone.offset
    local = datetime(day.year, day.month, day.day, hour, minute, tzinfo=_zone_info(zone.tz or ""))
    offset = local.strftime("%z")
    # Before standard time offsets had seconds, which ISO 8601 cannot say.
    return f"{offset[:3]}:{offset[3:]}" if len(offset) == len("+0330") else ""


@cache
def _zone_info(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except ZoneInfoNotFoundError as error:
        raise KnowledgeError(f"no time zone {name!r} on this machine; install the package tzdata") from error


def read_clock_hit(scan: Scan, hit: Hit) -> list[Found] | None:
    """Read ``الساعه الرابعه عصرا بتوقيت طهران``, with the day after it if one is said."""
    clock = read_clock(scan, scan.after(hit.left))
    return [_with_day(scan, clock)] if clock else None


def read_digital_clock(scan: Scan, hit: Hit) -> list[Found] | None:
    """Read ``01:58 بتوقيت غرينتش``, ``2:37 م``: without الساعة a part of the day or a zone must follow."""
    length = hit.end - hit.start
    if length <= 2:
        possible = scan.text.startswith(":", hit.end)
    else:
        words, following = date_words(), scan.after(hit.end)
        possible = words.zone_words.opens(following.text) or following.text.isascii()
        if length == _LONGEST_CLOCK:
            possible = possible or following.text in words.dayparts
    if not possible:
        return None
    clock = read_clock(scan, scan.after(hit.start))
    return [_with_day(scan, clock)] if clock else None


def with_clock(scan: Scan, found: Found) -> Found:
    """Put the clock time that follows a day on it: ``اليوم عند الساعه الرابعه عصرا``."""
    if not isinstance(found.node, Day) or found.kind != "date":
        return found
    iso = iso_time(scan, found)
    if iso is not None:
        hour, minute, offset, end = iso
        zone = Zone(offset, None, None) if offset else None
        return found._replace(node=At(found.node, hour, minute, zone), end=end, kind="time")
    word = _past_links(scan, scan.after(found.end))
    if word is None:
        return found
    clock = read_clock(scan, word, _daypart_before(scan, found.start))
    if clock is None:
        return found
    end = clock.end
    if scan.before(word.start).text == "(" and scan.after(end).text == ")":
        end = scan.after(end).end
    return found._replace(node=At(found.node, *clock[:3]), end=end, kind="time")


def _daypart_before(scan: Scan, start: int) -> str | None:
    """Return the part of the day that stands before a day: pm for مساء الأحد, مساء يوم الأحد."""
    words = date_words()
    before = scan.before(start)
    if words.day_heads.value(before.text) and words.dayparts.value(before.text) is None:
        before = scan.before(before.start)
    return words.dayparts.value(before.text)


def _past_links(scan: Scan, word: Word) -> Word | None:
    """Step over في, عند, a comma or bracket, to digits or الساعة; None where something else comes."""
    words = date_words()
    for _ in range(_MOST_LINKS):
        if word.is_number or words.clock.opens(word.text):
            return word
        if word.text in _MARKS:
            word = scan.after(word.end)
            continue
        link = words.clock_links.match(scan, word) if word.text else None
        if link is None:
            return None
        word = scan.after(link.end)
    return None


def _with_day(scan: Scan, clock: Clock) -> Found:
    """Return the clock on the day that follows it: ``الساعه السابعه من صباح يوم الاربعاء``."""
    words = date_words()
    word = scan.after(clock.end)
    for _ in range(_MOST_LINKS):
        day = read_point(scan, word, ("weekday", "day", "digits", "ordinal"))
        if day is not None and isinstance(day.node, Day):
            node = At(day.node, clock.hour, clock.minute, clock.zone)
            return Found(node, clock.start, day.end, day.explicit, "time")
        link = words.clock_links.match(scan, word) or words.dayparts.match(scan, word)
        if link is None and word.text not in _COMMAS:
            break
        word = scan.after(link.end if link else word.end)
    return Found(
        At(None, clock.hour, clock.minute, clock.zone), clock.start, clock.end, explicit=False, kind="time"
    )


def read_clock(scan: Scan, word: Word, daypart: str | None = None) -> Clock | None:
    """Read a clock time: ``الساعه الخامسه والنصف مساء``, ``13:30 بتوقيت غرينتش``.

    ``daypart`` is what stood before it (مساء الأحد). None where the numbers are no time of day.
    """
    words = date_words()
    named = words.clock.match(scan, word)
    start = named.start if named else word.start
    if named:
        word = scan.after(named.end)
        if word.text in (":", "("):
            word = scan.after(word.end)
    if word.text == _ARTICLE:
        word = scan.after(word.end)
    read = _digital(scan, word) if word.is_number else _spelled(scan, word)
    if read is None or not (named or read[3]):
        return None
    hour, minute, end, full = read
    part, zone, end = _part_and_zone(scan, end, digital=word.is_number)
    if not named and part is None and zone is None:
        return None
    hour24 = _on_24(
        hour, part or daypart, full=full and (zone is not None or hour > _NOON or len(word.text) == 2)
    )
    if hour > 23 or minute > 59 or hour24 == 24:
        return None
    return Clock(hour24, minute, zone, start, end)


def _digital(scan: Scan, word: Word) -> tuple[int, int, int, bool] | None:
    """Hour, minute, end, and whether both were written: ``08:05``, ``17,00``, ``0400``, ``9``."""
    for mark in ".,":
        hour, found, minute = word.text.partition(mark)
        if found:
            fits = len(hour) <= 2 and len(minute) == 2 and minute.isdigit()
            return (int(hour), int(minute), word.end, True) if fits else None
    if len(word.text) == 4:
        return int(word.text[:2]), int(word.text[2:]), word.end, True
    if len(word.text) > 2:
        return None
    colon = scan.after(word.end)
    minutes = scan.after(colon.end)
    if colon.text == ":" and minutes.text.isdigit() and len(minutes.text) == 2:
        return int(word.text), int(minutes.text), _past_seconds(scan, minutes.end), True
    return _with_fraction(scan, int(word.text), word.end)


def _past_seconds(scan: Scan, position: int) -> int:
    colon = scan.after(position)
    seconds = scan.after(colon.end)
    return (
        seconds.end if colon.text == ":" and seconds.text.isdigit() and len(seconds.text) == 2 else position
    )


def _spelled(scan: Scan, word: Word) -> tuple[int, int, int, bool] | None:
    hour = date_words().hours.match(scan, word, proclitics=False)
    return _with_fraction(scan, hour.value, hour.end) if hour else None


def _with_fraction(scan: Scan, hour: int, position: int) -> tuple[int, int, int, bool]:
    """Add ``والنصف``, ``الا ربعا``, ``و20 دقيقه``."""
    words = date_words()
    word = scan.after(position)
    fraction = words.hour_fractions.match(scan, word, proclitics=False)
    if fraction and fraction.value > 0:
        return hour, fraction.value, fraction.end, False
    if fraction:
        return (hour - 1) or _NOON, 60 + fraction.value, fraction.end, False
    minutes = scan.after(word.end)
    unit = scan.after(minutes.end)
    if word.text == _AND and minutes.text.isdigit() and unit.text in words.minutes and len(minutes.text) <= 2:
        return hour, int(minutes.text), unit.end, False
    return hour, 0, position, False


def _part_and_zone(scan: Scan, position: int, *, digital: bool) -> tuple[str | None, Zone | None, int]:
    """Return the part of the day and the zone after a clock time, and where they end."""
    words = date_words()
    word = scan.after(position)
    inner = scan.after(word.end) if word.text in words.of else word
    part = words.dayparts.match(scan, inner, proclitics=False)
    if part is not None and part.end - part.start == 1 and not digital:
        part = None
    end = part.end if part else position
    word = scan.after(end)
    if word.text in _MARKS and words.zone_words.match(scan, scan.after(word.end), proclitics=False):
        word = scan.after(word.end) if word.text != "(" else word
    if local := words.local_time.match(scan, word, proclitics=False):
        return (part.value if part else None), None, local.end
    cue = words.zone_words.match(scan, word, proclitics=False)
    zone = words.zones.match(scan, scan.after(cue.end) if cue else word, proclitics=False)
    if zone is not None and (cue is not None or scan.text[zone.start].isascii()):
        return (part.value if part else None), zone.value, zone.end
    return (part.value if part else None), None, end


def _on_24(hour: int, part: str | None, *, full: bool) -> int | None:
    """Return the hour of 24; None where nothing tells which half of the day is meant."""
    if hour > _NOON or hour == 0:
        return hour
    if part == "am":
        return hour % _NOON
    if part == "pm":
        return hour % _NOON + _NOON
    if part == "noon":
        return hour if hour >= 10 else hour + _NOON
    if part == "night":
        return hour % _NOON if hour == _NOON or hour < 6 else hour + _NOON
    return hour if full else None
