"""All expressions of time in a text, found once and apart from the day that it is read on."""

from functools import lru_cache

from marsad.language.date_found import Found, dated
from marsad.language.date_lengths import read_distance, read_duration, read_since_length
from marsad.language.date_nodes import CalendarDate, Day, Year
from marsad.language.date_points import POINTS, Reading, read_digits, read_point
from marsad.language.date_spans import Between, Since, ThirdOf, Until
from marsad.language.date_times import At, read_clock_hit, read_digital_clock, with_clock
from marsad.language.date_words import date_words
from marsad.language.number_hits import DIGITS, Hit, Scan, scan

_AND = "و"
_HYPHEN = "-"


# The finders of dates and of quantities want the same expressions of the same text.
@lru_cache(maxsize=4)
def expressions(text: str) -> tuple[Found, ...]:
    """Return the expressions of time in a folded text in reading order; none overlaps another."""
    scanned = scan(text)
    found: list[Found] = []
    position = 0
    for hit in scanned.hits:
        if hit.left < position or (reading := _READINGS.get(hit.kind)) is None:
            continue
        here = reading(scanned, hit)
        # Some look back for the first word of theirs: it may not be another's last.
        if here and here[0].start >= position:
            if len(here) == 1 and hit.kind in POINTS:
                here = [_completed(scanned, here[0])]
            found += here
            position = here[-1].end
    return tuple(found)


def _completed(scanned: Scan, found: Found) -> Found:
    """Return a point with its clock time, or with the point that ends a range begun by it."""
    following = scanned.after(found.end)
    if not (
        following.is_number or following.text in date_words().after_point or following.text.startswith(_AND)
    ):
        return found
    return _range(scanned, found) or with_clock(scanned, found)


def _range(scanned: Scan, first: Found) -> Found | None:
    """``من 5 مايو الي 7 يونيو``, ``بين كانون الثاني واب``, ``2015 - 2020``."""
    if first.kind not in ("date", "range") or isinstance(first.node, Between):
        return None
    words = date_words()
    mark = scanned.after(first.end)
    if mark.text == _HYPHEN or words.to.value(mark.text):
        second = read_point(scanned, scanned.after(mark.end))
        if mark.text == _HYPHEN and second is not None and _shape(first) != _shape(second):
            return None
    elif mark.text.startswith(_AND) and words.between.value(scanned.before(first.start).text):
        second = read_point(scanned, scanned.after(mark.end) if mark.text == _AND else mark)
    else:
        return None
    if (
        second is None
        or second.kind == "time"
        or isinstance(second.node, Between)
        or not _comparable(first, second)
    ):
        return None
    start, end = _shared_year(first, second)
    return Found(
        Between(start.node, end.node), first.start, second.end, start.explicit and end.explicit, "range"
    )


def _shape(found: Found) -> tuple[bool, bool]:
    date = _date_of(found)
    return (date is not None and date.month is not None), (date is not None and date.day is not None)


def _comparable(first: Found, second: Found) -> bool:
    """Whether the two can be ends of one range: both days, both months, both thirds."""
    one, other = _date_of(first), _date_of(second)
    if one is not None and other is not None:
        return (one.day is None) == (other.day is None) and one.system == other.system
    return type(first.node) is type(second.node)


def _date_of(found: Found) -> CalendarDate | None:
    return found.node if isinstance(found.node, CalendarDate) else dated(found)


def _shared_year(first: Found, second: Found) -> tuple[Found, Found]:
    """Give the year of one end to the other: ``من مارس الي يونيو 2023``; it turns where months run back."""
    one, other = _date_of(first), _date_of(second)
    if one is None or other is None or one.month is None or other.month is None:
        return first, second
    back = (one.month, one.day or 0) > (other.month, other.day or 0)
    if one.year is None and one.lean is None and (other.year or other.lean):
        year = _moved(other.year, -1) if back else other.year
        date = one._replace(year=year, lean=None if back and other.lean else other.lean)
        return _redated(first, date, explicit=second.explicit), second
    if other.year is None and other.lean is None and one.year:
        date = other._replace(year=_moved(one.year, 1) if back else one.year)
        return first, _redated(second, date, explicit=first.explicit)
    return first, second


def _moved(year: Year | None, step: int) -> Year | None:
    if year is None:
        return None
    return year._replace(
        value=None if year.value is None else year.value + step,
        offset=None if year.offset is None else year.offset + step,
    )


def _redated(found: Found, date: CalendarDate, *, explicit: bool) -> Found:
    return found._replace(node=Day(dated=date), explicit=explicit)


def _since(scanned: Scan, hit: Hit) -> list[Found] | None:
    """``منذ عام 1979``, ``منذ عامين``, ``اعتبارا من مطلع يوليو``."""
    cue = date_words().since.match(scanned, scanned.after(hit.left))
    if cue is None:
        return None
    word = scanned.after(cue.end)
    point = read_point(scanned, word)
    if point is not None and not isinstance(point.node, Between):
        ended = _range(scanned, point)
        if ended is not None:
            return [ended._replace(start=cue.start)]
        point = with_clock(scanned, point)
        return [point._replace(node=Since(point.node), start=cue.start, kind="range")]
    length = read_since_length(scanned, word, cue.start)
    return [length] if length else None


def _until(scanned: Scan, hit: Hit) -> list[Found] | None:
    """``حتي عام 2030``, ``لغايه 15 مايو``, ``حتي نهايه العام``."""
    cue = date_words().until.match(scanned, scanned.after(hit.left))
    if cue is None:
        return None
    point = read_point(scanned, scanned.after(cue.end))
    if point is None or isinstance(point.node, Between | At):
        return None
    node = point.node
    if isinstance(node, ThirdOf) and node.part == "end":
        node = node.whole  # Up to the end of the year is up to the year's last day.
    return [point._replace(node=Until(node), start=cue.start, kind="range")]


def _digits(scanned: Scan, hit: Hit) -> list[Found] | None:
    return read_digits(scanned, hit) or read_digital_clock(scanned, hit)


_READINGS: dict[str, Reading] = {
    **POINTS,
    DIGITS: _digits,
    "since": _since,
    "until": _until,
    "ago": read_distance,
    "length": read_duration,
    "clock": read_clock_hit,
}
