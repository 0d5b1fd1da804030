"""Reading calendar dates: months, years, days of months, numeric dates.

Each ``read_*`` returns what it found with half-open offsets of the folded text, or None. Nothing here
depends on the day that a report is read on.
"""

import re
from typing import Literal, NamedTuple

from marsad.language.date_nodes import CalendarDate, Day, DayOf, Node, Period, Year
from marsad.language.date_spans import Between
from marsad.language.date_words import Lean, System, date_words
from marsad.language.lexing import Reader, Word
from marsad.language.numerals import read_number
from marsad.language.phrases import stems

Kind = Literal["date", "range", "time", "duration"]

_AND = "و"
_ARTICLE = "ال"
_COMMAS = frozenset("،,")
_STROKES = frozenset("/-")
_MOST_DAYS = 7
#: Years that a bare number of digits can be, for each calendar.
_YEARS: dict[System, range] = {
    "gregorian": range(1000, 2200),
    "hijri": range(1300, 1500),
    "solar": range(1250, 1500),
}
#: A number in these without the name of its calendar may be of either.
_EITHER_CALENDAR = range(1400, 1461)
_SOLAR_BEFORE = 1420
_NUMERIC = re.compile(
    r"(?<![0-9/.:-])([0-9]{1,4}) ?([/.-]) ?([0-9]{1,2}) ?\2 ?([0-9]{1,4})(?![0-9]|[/.:-][0-9])"
)
_CLOCK_OF_ISO = re.compile(r"[T ]([0-9]{2}):([0-9]{2})(?::[0-9]{2}(?:\.[0-9]+)?)?(Z|[+-][0-9]{2}:?[0-9]{2})?(?![0-9:])")


class Found(NamedTuple):
    """An expression of time: its meaning, where it stands, whether it says its own year."""

    node: Node
    start: int
    end: int
    explicit: bool
    kind: Kind = "date"
    duration: str | None = None


class DayFound(NamedTuple):
    """The number of a day of a month, and where it stands."""

    number: int
    start: int
    end: int


class MonthFound(NamedTuple):
    """A month's name, or two names of it. ``sure``: it cannot be another word. ``unclear``: two names of two months."""

    system: System
    month: int
    end: int
    sure: bool
    unclear: bool


class YearFound(NamedTuple):
    """The year or the adjective that follows a month, a season or a feast."""

    year: Year | None
    lean: Lean | None
    end: int

    @property
    def explicit(self) -> bool:
        """Whether the year is said in full."""
        return self.year is not None and self.year.value is not None


def read_month(reader: Reader, word: Word, *, proclitics: bool = False) -> MonthFound | None:
    """Read a month with شهر before it or its other name beside it: ``ايلول/سبتمبر``, ``شهر مايو (ايار)``."""
    words = date_words()
    headed = words.month_heads.match(reader, word)
    if headed:
        word, proclitics = reader.after(headed.end), False
    first = words.months.match(reader, word, proclitics=proclitics)
    if first is None:
        return None
    mark = reader.after(first.end)
    paired = mark.text in _STROKES or mark.text == "("
    second = words.months.match(reader, reader.after(mark.end) if paired else mark, proclitics=False)
    if second is not None and second.value.system == first.value.system:
        both = first.value.months & second.value.months
        if both or (paired and not (first.value.half or second.value.half)):
            end = second.end
            if mark.text == "(" and reader.after(end).text == ")":
                end = reader.after(end).end
            month = min(both or first.value.months)
            return MonthFound(first.value.system, month, end, sure=True, unclear=not both)
    if first.value.half:
        return None
    sure = first.value.plain or headed is not None
    return MonthFound(first.value.system, min(first.value.months), first.end, sure, unclear=False)


def read_year(reader: Reader, word: Word, system: System) -> YearFound | None:
    """Read a year: ``عام 2022``, ``2022م``, ``العام الماضي``, ``هذا العام``, ``العام نفسه``; bare digits too."""
    words = date_words()
    this = words.this.match(reader, word)
    if this:
        word = reader.after(this.end)
    named = words.years.match(reader, word)
    if named is None:
        return None if this else _year_in_digits(reader, word, system, named=False)
    following = reader.after(named.end)
    if following.is_number:
        return _year_in_digits(reader, following, system, named=True)
    if following.text in words.same:
        return YearFound(Year(), None, following.end)
    if further := words.further.match(reader, following, proclitics=False):
        adjective = reader.after(further.end)
        if words.lean.get(adjective.text) == further.value:
            return YearFound(Year(offset=-2 if further.value == "past" else 2), None, adjective.end)
    lean = words.lean.get(following.text)
    if lean is not None:
        return YearFound(Year(offset={"past": -1, "this": 0, "next": 1}[lean]), None, following.end)
    if this:
        return YearFound(Year(offset=0), None, named.end)
    return _year_in_words(reader, following)


def _year_in_words(reader: Reader, word: Word) -> YearFound | None:
    """``عام الفين وثلاثه``."""
    number = read_number(reader, word) if word.is_letters else None
    if number is None or number.start != word.start or int(number.value) not in _YEARS["gregorian"]:
        return None
    return YearFound(Year(int(number.value)), None, number.end)


def _year_in_digits(reader: Reader, word: Word, system: System, *, named: bool) -> YearFound | None:
    """A year of three or four digits with its era, if that is written, and of a calendar that allows it."""
    words = date_words()
    if not (word.text.isdigit() and len(word.text) in (3, 4)):
        return None
    value, end = int(word.text), word.end
    following = reader.after(end)
    era = words.eras.match(reader, following, proclitics=False)
    if era is not None:
        # After a month of Iran ه means the solar era too.
        said: System = "solar" if system == "solar" else era.value
        fits = system in ("gregorian", said) and value > 0
        return YearFound(Year(value, system=said), None, era.end) if fits else None
    if words.before_christ.match(reader, following, proclitics=False) or value not in _YEARS[system]:
        return None
    if named and system == "gregorian" and value in _EITHER_CALENDAR:
        return YearFound(Year(), None, end)
    return YearFound(Year(value), None, end)


def read_tail(reader: Reader, position: int, system: System) -> YearFound:
    """Read what follows a month: its year (``2022``، ``من العام الماضي``) or ``الماضي``; both None without."""
    words = date_words()
    word = reader.after(position)
    while word.text in words.epithets:
        position, word = word.end, reader.after(word.end)
    lean = words.lean.get(word.text)
    if lean is not None:
        return YearFound(None, lean, word.end)
    if word.text in _COMMAS and len(reader.after(word.end).text) == 4:
        word = reader.after(word.end)
    elif word.text in words.of or word.text in _STROKES:
        following = reader.after(word.end)
        if word.text in words.of and following.is_number:
            return YearFound(None, None, position)
        word = following
    year = read_year(reader, word, system)
    if year is None or (year.year and year.year.system not in (None, system)):
        return YearFound(None, None, position)
    return year


def read_day(reader: Reader, word: Word) -> DayFound | None:
    """Read the number of a day, in digits or as an ordinal: 7 for السابع. Any number up to two digits."""
    if word.text == _ARTICLE:
        word = reader.after(word.end)
    if word.text.isdigit():
        return DayFound(int(word.text), word.start, word.end) if len(word.text) <= 2 else None
    ordinal = date_words().ordinals.match(reader, word)
    return DayFound(*ordinal) if ordinal else None


def read_days(reader: Reader, word: Word, *, other_calendar: bool = True) -> list[Found] | None:
    """Read days of one month: ``19 سبتمبر``, ``السابع من ايلول``, ``5 و6 مايو``, ``من 5 الي 7 مايو 2023``.

    ``other_calendar`` reads on over the same day in another calendar.

    A day that the month does not have is found all the same: it resolves to no date, and is no figure.
    """
    days: list[DayFound] = []
    ranged = bool(date_words().between.value(reader.before(word.start).text))
    while (day := read_day(reader, word)) is not None and len(days) < _MOST_DAYS:
        days.append(day)
        following = reader.after(day.end)
        month = _month_of_day(reader, following)
        if month is not None and _allowed(reader, month, day.end):
            found = _days_of_month(reader, days, month, ranged=ranged)
            single = other_calendar and len(found) == 1
            return [with_other_calendar(reader, found[0])] if single else found
        period = _month_counted(reader, following)
        if period is not None and len(days) == 1:
            return [Found(DayOf(day.number, period[0]), day.start, period[1], explicit=False)]
        joined = _next_day(reader, following)
        if joined is None:
            return None
        word, stroke = joined
        ranged = ranged or stroke
    return None


def _month_of_day(reader: Reader, word: Word) -> MonthFound | None:
    if word.text in date_words().of or word.text in _STROKES:
        word = reader.after(word.end)
    return read_month(reader, word) if word.is_letters else None


def _month_counted(reader: Reader, word: Word) -> tuple[Period, int] | None:
    """The month of ``15 من الشهر الجاري``, ``السابع من هذا الشهر``."""
    words = date_words()
    if word.text not in words.of:
        return None
    word = reader.after(word.end)
    this = words.this.match(reader, word)
    span = words.definite_spans.match(reader, reader.after(this.end) if this else word)
    if span is None or span.value.code != "mo" or span.value.number != 1:
        return None
    adjective = reader.after(span.end)
    lean = words.lean.get(adjective.text)
    if lean is None:
        return (Period("mo", 0), span.end) if this else None
    return Period("mo", {"past": -1, "this": 0, "next": 1}[lean]), adjective.end


def _allowed(reader: Reader, month: MonthFound, day_end: int) -> bool:
    """Whether a name after a number is a month: of the short solar ones only with a year, صفر with more than that."""
    words = date_words()
    if month.system == "gregorian" or month.sure:
        return True
    name = reader.before(month.end).text
    if month.system == "hijri" and name not in words.hijri_wary:
        return True
    return read_tail(reader, month.end, month.system).year is not None or reader.after(day_end).text in words.of


def _next_day(reader: Reader, word: Word) -> tuple[Word, bool] | None:
    """The word of the next day in a list or range, and whether it is a range."""
    words = date_words()
    if word.text in (_AND, "،"):
        return reader.after(word.end), False
    if word.text == "-" or words.to.value(word.text):
        return reader.after(word.end), True
    if word.text.startswith(_AND + _ARTICLE):
        return Word(word.text[1:], word.start + 1, word.end), False
    return None


def _days_of_month(reader: Reader, days: list[DayFound], month: MonthFound, *, ranged: bool) -> list[Found]:
    tail = read_tail(reader, month.end, month.system)
    dates = [
        CalendarDate(month.system, tail.year, month.month, day.number, tail.lean, month.unclear) for day in days
    ]
    follows = all(later.number == day.number + 1 for day, later in zip(days, days[1:], strict=False))
    if len(dates) > 1 and (ranged or follows):
        return [Found(Between(dates[0], dates[-1]), days[0].start, tail.end, tail.explicit, "range")]
    found = [
        Found(Day(dated=date), day.start, day.end, tail.explicit) for date, day in zip(dates, days, strict=True)
    ]
    found[-1] = found[-1]._replace(end=tail.end)
    return found


def with_other_calendar(reader: Reader, found: Found) -> Found:
    """Read on over the same day in another calendar (``الموافق``); the Gregorian of the two decides."""
    words = date_words()
    own = dated(found)
    word = reader.after(found.end)
    opened = word.text == "("
    joined = opened or word.text in _STROKES
    if joined or word.text in _COMMAS:
        word = reader.after(word.end)
    said = words.same_day.match(reader, word)
    if said is not None:
        weekday = words.weekdays.match(reader, reader.after(said.end))
        word = reader.after(weekday.end if weekday else said.end)
    if own is None or not (joined or said):
        return found
    other = read_numeric(reader, word) or _single(read_days(reader, word, other_calendar=False))
    theirs = other and dated(other)
    if other is None or theirs is None or theirs.system == own.system:
        return found
    end = other.end
    if opened and reader.after(end).text == ")":
        end = reader.after(end).end
    chosen = found if own.system == "gregorian" else other
    return chosen._replace(start=found.start, end=end)


def dated(found: Found) -> CalendarDate | None:
    """Return the calendar date that was found, if it is one."""
    return found.node.dated if isinstance(found.node, Day) else None


def _single(found: list[Found] | None) -> Found | None:
    return found[0] if found and len(found) == 1 else None


def read_numeric(reader: Reader, word: Word) -> Found | None:
    """Read a date in digits: ``19/03/2024``, ``2024-07-30``, ``25.11.2024``, ``8 - 10 - 1436ه``, ``1403/05/09``.

    The day comes before the month unless that is impossible and the other order is not.
    """
    match = _NUMERIC.match(reader.text, word.start) if word.is_number else None
    if match is None:
        return None
    one, month, three = match[1], int(match[3]), match[4]
    if len(one) == 4 and len(three) <= 2:
        year, day = int(one), int(three)
    elif len(three) == 4 and len(one) <= 2:
        year, day = int(three), int(one)
        if month > 12 >= day:
            day, month = month, day
    else:
        return None
    era = date_words().eras.match(reader, reader.after(match.end()), proclitics=False)
    system = _calendar_of(year, era.value if era else None)
    end = era.end if era else match.end()
    return Found(Day(dated=CalendarDate(system, Year(year), month, day)), word.start, end, explicit=True)


def _calendar_of(year: int, era: System | None) -> System:
    """Which calendar a numeric date is of: years before 1420 without an era are solar, those after lunar."""
    if era is not None:
        return era
    if year not in _YEARS["hijri"]:
        return "gregorian"
    return "solar" if year < _SOLAR_BEFORE else "hijri"


def iso_clock(reader: Reader, position: int) -> re.Match[str] | None:
    """Return the clock that stands right after an ISO date: hours, minutes, offset or None."""
    return _CLOCK_OF_ISO.match(reader.text, position)


def read_month_alone(reader: Reader, word: Word, before: Word, *, glued: bool) -> Found | None:
    """Read a month without a day: ``ايلول/سبتمبر الماضي``, ``شهر مايو``, ``مارس 2024``.

    A name that is also another word needs a year, شهر, a preposition or a second name beside it.
    """
    words = date_words()
    month = read_month(reader, word, proclitics=not glued)
    if month is None:
        return None
    tail = read_tail(reader, month.end, month.system)
    headed = words.month_heads.value(before.text) is not None
    sure = month.sure or headed or tail.year is not None or tail.lean is not None
    if not sure:
        prepared = glued or words.month_before.value(before.text) is not None
        name = reader.before(month.end).text
        allowed = month.system == "gregorian" or name in words.hijri_alone or tail.end > month.end
        if not (prepared and allowed):
            return None
    if month.system == "solar" and not (headed or tail.year):
        return None
    first = words.first_day.match(reader, before) if before.text else None
    cut = next((cut for cut, stem in stems(word.text) if not glued and stem in words.months), 0)
    start = first.start if first else word.start + cut
    date = CalendarDate(month.system, tail.year, month.month, 1 if first else None, tail.lean, month.unclear)
    return Found(Day(dated=date), start, tail.end, tail.explicit)


def word_at(reader: Reader, left: int, start: int, text: str) -> tuple[Word, bool]:
    """Return the word that a hit stands for, and whether other than proclitics is run into it (فيسبتمبر)."""
    whole = reader.after(left)
    glued = start > left and text not in {whole.text[cut:] for cut, _ in stems(whole.text)}
    return (reader.after(start), True) if glued else (whole, False)
