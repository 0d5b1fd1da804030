"""From the words at hand to the point in time that begins there."""

from collections.abc import Callable

from marsad.language.date_days import iso_clock, read_days, read_numeric
from marsad.language.date_found import Found, dated
from marsad.language.date_months import read_month_alone, read_year, word_at
from marsad.language.date_nodes import CalendarDate, Period
from marsad.language.date_parts import read_decade, read_feast, read_half, read_quarter, read_season
from marsad.language.date_relative import read_counted_window, read_day_word, read_span, read_weekday
from marsad.language.date_spans import ThirdOf
from marsad.language.date_words import date_words
from marsad.language.date_years import OUR_YEARS, counts, read_bare_year, read_year_hit, to_second_year
from marsad.language.lexing import Word
from marsad.language.number_hits import Hit, Scan

Reading = Callable[[Scan, Hit], list[Found] | None]

_ARTICLE = "ال"
_NUMERIC_MARKS = frozenset("/-.")
_AFTER_DAY = frozenset("و،-/")
_AND_ARTICLE = "وال"
_LONGEST_DAY = 2
_LONGEST_YEAR = 4


def read_digits(scan: Scan, hit: Hit) -> list[Found] | None:
    """Read what begins with digits: a numeric date, days of a month, a bare year, ال24 ساعة الماضية."""
    word = scan.after(hit.start)
    length = hit.end - hit.start
    following = scan.after(hit.end)
    if following.text in _NUMERIC_MARKS or length > _LONGEST_YEAR:
        numeric = read_numeric(scan, word)
        if numeric is not None:
            return [numeric]
    if length <= _LONGEST_DAY:
        days = read_days(scan, word) if _may_follow_day(scan, following) else None
        return days or (read_counted_window(scan, hit) if following.text in date_words().spans else None)
    return read_bare_year(scan, word) if length == _LONGEST_YEAR else None


def _may_follow_day(scan: Scan, word: Word) -> bool:
    """Whether a number of one or two digits can be a day for what comes after it: most numbers end here."""
    text = word.text
    return (
        text in _AFTER_DAY
        or text in date_words().after_day
        or word.start in scan.at
        or (word.is_letters and text in date_words().months)
        or text.startswith(_AND_ARTICLE)
    )


def read_ordinal(scan: Scan, hit: Hit) -> list[Found] | None:
    """Read ``السابع من ايلول``."""
    if not _may_follow_day(scan, scan.after(hit.end)):
        return None
    days = read_days(scan, scan.after(hit.left))
    return days and [day._replace(start=max(day.start, hit.start)) for day in days]


def read_month_hit(scan: Scan, hit: Hit) -> list[Found] | None:
    """Read a month without a day."""
    word, glued = word_at(scan, hit.left, hit.start, scan.after(hit.start).text)
    before = scan.before(hit.left)
    found = read_month_alone(scan, word, before, glued=glued)
    return [found] if found else None


def read_third(scan: Scan, hit: Hit) -> list[Found] | None:
    """Read ``مطلع 2021``, ``اواخر نيسان/ابريل``, ``نهايه العام``: a third of a year or month."""
    words = date_words()
    third = words.thirds.match(scan, scan.after(hit.left))
    if third is None:
        return None
    word = scan.after(third.end)
    inner = read_point(scan, word, ("month", "year", "span", "digits", "decade", "season"))
    if inner is None:
        span = words.definite_spans.match(scan, word)
        if span is None or span.value.number != 1 or span.value.code not in {"a", "mo", "wk"}:
            return None
        if scan.after(span.end).text.startswith(_ARTICLE):
            return None  # بداية العام الدراسي
        inner = Found(Period(span.value.code, 0), word.start, span.end, explicit=False)
    return [inner._replace(node=ThirdOf(third.value, inner.node), start=third.start, kind="range")]


POINTS: dict[str, Reading] = {
    "digits": read_digits,
    "ordinal": read_ordinal,
    "month": read_month_hit,
    "year": read_year_hit,
    "third": read_third,
    "season": read_season,
    "quarter": read_quarter,
    "half": read_half,
    "decade": read_decade,
    "feast": read_feast,
    "weekday": read_weekday,
    "day": read_day_word,
    "span": read_span,
}


def read_point(scan: Scan, word: Word, kinds: tuple[str, ...] = tuple(POINTS)) -> Found | None:
    """Return the one point in time that begins with ``word`` (هذا, يوم and شهر stepped over), or None."""
    words = date_words()
    for table in (words.day_heads, words.this, words.month_heads):
        if (head := table.match(scan, word)) is not None:
            word = scan.after(head.end)
    if word.text == _ARTICLE:
        word = scan.after(word.end)
    if word.is_number and len(word.text) == 4 and "digits" in kinds:
        year = read_year(scan, word, "gregorian")
        if year and year.year and int(word.text) in OUR_YEARS and not counts(scan, year.end):
            found = Found(CalendarDate("gregorian", year.year), word.start, year.end, explicit=True)
            return read_numeric(scan, word) or to_second_year(scan, found)
    for hit in scan.beginning_at(word.start):
        reading = POINTS.get(hit.kind) if hit.kind in kinds else None
        found_here = reading(scan, hit) if reading else None
        if found_here and len(found_here) == 1:
            return found_here[0]
    return None


def iso_time(scan: Scan, found: Found) -> tuple[int, int, str | None, int] | None:
    """Return hour, minute, offset and end of the clock right after an ISO date."""
    date = dated(found)
    match = iso_clock(scan, found.end) if date and date.day is not None else None
    if match is None:
        return None
    zone = match[3]
    if zone and zone != "Z" and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    return int(match[1]), int(match[2]), zone, match.end()
