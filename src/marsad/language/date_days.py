"""Reading days of months and dates in digits: ``السابع من ايلول``, ``5-7 مايو 2021``, ``19/03/2024``."""

import re
from itertools import pairwise
from typing import NamedTuple

from marsad.language.date_found import Found, dated
from marsad.language.date_months import YEARS, MonthFound, read_month, read_tail
from marsad.language.date_nodes import CalendarDate, Day, DayOf, Period, Year
from marsad.language.date_spans import Between
from marsad.language.date_types import Lean, System
from marsad.language.date_words import date_words
from marsad.language.lexing import Reader, Word

_AND = "و"
_ARTICLE = "ال"
_COMMAS = frozenset("،,")
_STROKES = frozenset("/-")
_MOST_DAYS = 7
_OFFSETS: dict[Lean, int] = {"past": -1, "this": 0, "next": 1}
_SOLAR_BEFORE = 1420
_NUMERIC = re.compile(
    r"(?<![0-9/.:-])([0-9]{1,4}) ?([/.-]) ?([0-9]{1,2}) ?\2 ?([0-9]{1,4})(?![0-9]|[/.:-][0-9])"
)
_CLOCK_OF_ISO = re.compile(
    r"[T ]([0-9]{2}):([0-9]{2})(?::[0-9]{2}(?:\.[0-9]+)?)?(Z|[+-][0-9]{2}:?[0-9]{2})?(?![0-9:])"
)


class DayFound(NamedTuple):
    """The number of a day of a month, and where it stands."""

    number: int
    start: int
    end: int


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
    """Return the month of ``15 من الشهر الجاري``, ``السابع من هذا الشهر``."""
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
    return Period("mo", _OFFSETS[lean]), adjective.end


def _allowed(reader: Reader, month: MonthFound, day_end: int) -> bool:
    """Whether a name after a number is a month: short solar ones and صفر need a year or من beside them."""
    words = date_words()
    if month.system == "gregorian" or month.sure:
        return True
    name = reader.before(month.end).text
    if month.system == "hijri" and name not in words.hijri_wary:
        return True
    return (
        read_tail(reader, month.end, month.system).year is not None or reader.after(day_end).text in words.of
    )


def _next_day(reader: Reader, word: Word) -> tuple[Word, bool] | None:
    """Return the word of the next day in a list or range, and whether it is a range."""
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
        CalendarDate(month.system, tail.year, month.month, day.number, tail.lean, month.unclear)
        for day in days
    ]
    follows = all(later.number == day.number + 1 for day, later in pairwise(days))
    if len(dates) > 1 and (ranged or follows):
        return [Found(Between(dates[0], dates[-1]), days[0].start, tail.end, tail.explicit, "range")]
    found = [
        Found(Day(dated=date), day.start, day.end, tail.explicit)
        for date, day in zip(dates, days, strict=True)
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


def _single(found: list[Found] | None) -> Found | None:
    return found[0] if found and len(found) == 1 else None


def read_numeric(reader: Reader, word: Word) -> Found | None:
    """Read a date in digits: ``19/03/2024``, ``2024-07-30``, ``8 - 10 - 1436ه``, ``1403/05/09``.

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
    if year not in YEARS["hijri"]:
        return "gregorian"
    return "solar" if year < _SOLAR_BEFORE else "hijri"


def iso_clock(reader: Reader, position: int) -> re.Match[str] | None:
    """Return the clock that stands right after an ISO date: hours, minutes, offset or None."""
    return _CLOCK_OF_ISO.match(reader.text, position)
