"""Reading years, parts of years and feasts, and from the words at hand the point in time that begins there."""

from collections.abc import Callable

from marsad.language.date_grammar import (
    Found,
    Kind,
    dated,
    iso_clock,
    read_days,
    read_month_alone,
    read_numeric,
    read_tail,
    read_year,
    word_at,
)
from marsad.language.date_nodes import CalendarDate, Period, Year
from marsad.language.date_relative import (
    read_counted_window,
    read_day_word,
    read_span,
    read_weekday,
    year_of_part,
)
from marsad.language.date_spans import Between, Decade, FeastOf, PartOfYear, SeasonOf, ThirdOf
from marsad.language.date_words import date_words
from marsad.language.lexing import Word
from marsad.language.number_hits import Hit, Scan
from marsad.language.number_words import figure_words, number_words
from marsad.language.unit_words import unit_words

Reading = Callable[[Scan, Hit], list[Found] | None]

_ARTICLE = "ال"
_STROKES = frozenset("/-")
_NUMERIC_MARKS = frozenset("/-.")
_AFTER_DAY = frozenset("و،-/")
_AND_ARTICLE = "وال"
_LONGEST_DAY = 2
_LONGEST_YEAR = 4
#: Bare numbers that can be a year of our own time.
_YEARS = range(1850, 2100)
_MOST_YEARS = 9
_JOINTS = frozenset("و،-/")
_QUARTER = 3
_FIRST_QUARTER_CODE = 33


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
    return _bare_year(scan, word) if length == _LONGEST_YEAR else None


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
    word = scan.after(hit.left)
    days = read_days(scan, word)
    return days and [day._replace(start=max(day.start, hit.start)) for day in days]


def read_month_hit(scan: Scan, hit: Hit) -> list[Found] | None:
    """Read a month without a day."""
    word, glued = word_at(scan, hit.left, hit.start, scan.after(hit.start).text)
    before = scan.before(hit.left)
    found = read_month_alone(scan, word, before, glued=glued)
    return [found] if found else None


def read_year_hit(scan: Scan, hit: Hit) -> list[Found] | None:
    """Read ``عام 2016``, ``العام 1436/1437ه``, ``عامي 2021 و2022``."""
    words = date_words()
    word = scan.after(hit.left)
    pair = words.year_pairs.match(scan, word)
    if pair is not None:
        return _several_years(scan, pair.start, scan.after(pair.end))
    named = words.years.match(scan, word)
    year = read_year(scan, word, "gregorian") if named and scan.after(named.end).text else None
    if named is None or year is None or year.year is None or year.year.offset is not None:
        return None
    node = CalendarDate(year.year.system or "gregorian", year.year)
    found = Found(node, named.start, year.end, year.explicit)
    return [_to_second_year(scan, found)]


def _several_years(scan: Scan, start: int, word: Word) -> list[Found] | None:
    years: list[Word] = []
    while word.text.isdigit() and len(word.text) == 4 and int(word.text) in _YEARS and len(years) < _MOST_YEARS:
        years.append(word)
        following = scan.after(word.end)
        if following.text not in _JOINTS:
            break
        word = scan.after(following.end)
    if len(years) < 2:
        return None
    values = [int(year.text) for year in years]
    nodes = [CalendarDate("gregorian", Year(value)) for value in values]
    between = date_words().between.value(scan.before(start).text)
    follow = all(later == year + 1 for year, later in zip(values, values[1:], strict=False))
    if follow or (between and len(years) == 2):
        return [Found(Between(nodes[0], nodes[-1]), start, years[-1].end, explicit=True, kind="range")]
    starts = [start, *(year.start for year in years[1:])]
    return [
        Found(node, begin, year.end, explicit=True)
        for node, begin, year in zip(nodes, starts, years, strict=True)
    ]


def _to_second_year(scan: Scan, found: Found) -> Found:
    """``2015-2020``, ``1436/1437ه``: the year that a stroke joins to the first."""
    stroke = scan.after(found.end)
    word = scan.after(stroke.end)
    if stroke.text not in _STROKES or not (word.text.isdigit() and len(word.text) == 4):
        return found
    first = found.node
    second = read_year(scan, word, "gregorian")
    if second is None or second.year is None or not isinstance(first, CalendarDate):
        return found
    system = second.year.system or "gregorian"
    value = first.year.value if first.year else None
    value = value if value is not None else int(scan.before(stroke.start).text)
    later = second.year.value
    if later is None or later <= value:
        return found
    start, end = (CalendarDate(system, Year(year)) for year in (value, later))
    return found._replace(node=Between(start, end), end=second.end, explicit=True, kind="range")


def _bare_year(scan: Scan, word: Word) -> list[Found] | None:
    """A year in four digits after a preposition of time, or two of them joined: ``في 2014``, ``(1936-1939)``."""
    if not (word.text.isdigit() and int(word.text) in _YEARS):
        return None
    year = read_year(scan, word, "gregorian")
    if year is None or year.year is None:
        return None
    found = Found(CalendarDate("gregorian", year.year), word.start, year.end, explicit=True)
    joined = _to_second_year(scan, found)
    if counts(scan, joined.end):
        return None
    if joined is not found:
        return [joined]
    before = scan.before(word.start)
    said = (
        found.end > word.end  # An era stands after it.
        or date_words().before_year.value(before.text)
        or (before.text == "(" and scan.after(found.end).text == ")")
    )
    return [found] if said and not _bounded(scan, before) else None


def counts(scan: Scan, position: int) -> bool:
    """Whether what follows a number is a scale, a unit or a noun known to be counted, so that it is no year."""
    word = scan.after(position)
    units = unit_words()
    return (
        word.text in number_words().scales
        or word.text in units.nouns
        or word.text in figure_words().percent_signs
        or figure_words().percent.match(scan, word, proclitics=False) is not None
        or units.units.match(scan, word, proclitics=False) is not None
    )


def _bounded(scan: Scan, before: Word) -> bool:
    """Whether the word before ends a bound of more than one word: أكثر من 2000."""
    start = scan.bounds.get(before.end)
    return start is not None and " " in scan.text[start : before.end]


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


def read_season(scan: Scan, hit: Hit) -> list[Found] | None:
    """Read ``صيف 2022``, ``خريف العام الماضي``, ``الخريف المقبل``, ``هذا الصيف``."""
    words = date_words()
    season = words.seasons.match(scan, scan.after(hit.left))
    if season is None:
        return None
    tail = read_tail(scan, season.end, "gregorian")
    before = scan.before(hit.left)
    this = words.this.match(scan, before) if before.text else None
    lean = tail.lean or ("this" if this else None)
    if tail.year is None and lean is None:
        return None
    start, end = this.start if this and tail.year is None else season.start, tail.end
    if tail.explicit and scan.after(end).text in _STROKES and scan.after(scan.after(end).end).text.isdigit():
        end = scan.after(scan.after(end).end).end
    return [Found(SeasonOf(season.value, tail.year, lean), start, end, tail.explicit)]


def read_quarter(scan: Scan, hit: Hit) -> list[Found] | None:
    """Read ``الربع الاول من عام 2023``: 2023-33."""
    return _part(scan, hit, quarters=True)


def read_half(scan: Scan, hit: Hit) -> list[Found] | None:
    """Read ``النصف الثاني من العام الجاري``: July to December."""
    return _part(scan, hit, quarters=False)


def _part(scan: Scan, hit: Hit, *, quarters: bool) -> list[Found] | None:
    words = date_words()
    table, count = (words.quarter, 4) if quarters else (words.half_year, 2)
    named = table.match(scan, scan.after(hit.left))
    ordinal = words.ordinals.match(scan, scan.after(named.end), proclitics=False) if named else None
    if named is None or ordinal is None or ordinal.value > count:
        return None
    year = year_of_part(scan, ordinal.end)
    if year is None:
        return None
    length = 12 // count
    first = (ordinal.value - 1) * length + 1
    code = _FIRST_QUARTER_CODE + ordinal.value - 1 if quarters else None
    node = PartOfYear(first, first + length - 1, year[0], code)
    explicit = year[0].value is not None
    return [Found(node, named.start, year[1], explicit, "date" if quarters else "range")]


def read_decade(scan: Scan, hit: Hit) -> list[Found] | None:
    """Read ``تسعينيات القرن الماضي``; not an age (في الخمسينيات من عمره)."""
    words = date_words()
    decade = words.decades.match(scan, scan.after(hit.left))
    if decade is None:
        return None
    following = scan.after(decade.end)
    if following.text in words.of:
        past = words.last_century.match(scan, scan.after(following.end), proclitics=False)
    else:
        past = words.last_century.match(scan, following, proclitics=False)
    if past is None and words.no_decade_before.match(scan, following, proclitics=False):
        return None
    return [Found(Decade(decade.value), decade.start, past.end if past else decade.end, explicit=True)]


def read_feast(scan: Scan, hit: Hit) -> list[Found] | None:
    """Read ``عيد الفطر``, ``عيد الاضحي المبارك 2023``, ``النوروز المقبل``."""
    feast = date_words().feasts.match(scan, scan.after(hit.left))
    if feast is None:
        return None
    tail = read_tail(scan, feast.end, "gregorian")
    if tail.year is None and tail.lean is None:
        hijri = read_tail(scan, feast.end, "hijri")
        tail = hijri if hijri.year and hijri.year.system == "hijri" else tail
    kind: Kind = "range" if feast.value.days > 1 else "date"
    return [Found(FeastOf(feast.value, tail.year, tail.lean), feast.start, tail.end, tail.explicit, kind)]


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
    """Return the one point in time that begins with ``word`` (هذا and يوم stepped over), or None."""
    words = date_words()
    for table in (words.day_heads, words.this):
        if (head := table.match(scan, word)) is not None:
            word = scan.after(head.end)
    if word.text == _ARTICLE:
        word = scan.after(word.end)
    if word.is_number and len(word.text) == 4 and "digits" in kinds:
        year = read_year(scan, word, "gregorian")
        if year and year.year and int(word.text) in _YEARS and not counts(scan, year.end):
            found = Found(CalendarDate("gregorian", year.year), word.start, year.end, explicit=True)
            return read_numeric(scan, word) or _to_second_year(scan, found)
    for hit in scan.at.get(word.start, ()):
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
