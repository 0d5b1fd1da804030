"""Reading months and years, and what follows a month: ``ايلول/سبتمبر من العام الماضي``.

Each ``read_*`` returns what it found with half-open offsets of the folded text, or None. Nothing here
depends on the day that a report is read on.
"""

from typing import NamedTuple

from marsad.language.date_found import Found
from marsad.language.date_nodes import CalendarDate, Day, Year
from marsad.language.date_types import Lean, System
from marsad.language.date_words import date_words
from marsad.language.lexing import Reader, Word
from marsad.language.numerals import read_number
from marsad.language.phrases import stems

_COMMAS = frozenset("،,")
_STROKES = frozenset("/-")
_OFFSETS: dict[Lean, int] = {"past": -1, "this": 0, "next": 1}
#: Years that a bare number of digits can be, for each calendar.
YEARS: dict[System, range] = {
    "gregorian": range(1000, 2200),
    "hijri": range(1300, 1500),
    "solar": range(1250, 1500),
}
#: A number in these without the name of its calendar may be of either.
_EITHER_CALENDAR = range(1400, 1461)


class MonthFound(NamedTuple):
    """A month's name, or two names of it.

    ``sure``: it cannot be another word. ``unclear``: two names of two months.
    """

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
    """Read a year: ``عام 2022``, ``2022م``, ``2022``, ``العام الماضي``, ``هذا العام``, ``العام نفسه``."""
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
        return YearFound(Year(offset=_OFFSETS[lean]), None, following.end)
    if this:
        return YearFound(Year(offset=0), None, named.end)
    return _year_in_words(reader, following)


def _year_in_words(reader: Reader, word: Word) -> YearFound | None:
    """``عام الفين وثلاثه``."""
    number = read_number(reader, word) if word.is_letters else None
    if number is None or number.start != word.start or int(number.value) not in YEARS["gregorian"]:
        return None
    return YearFound(Year(int(number.value)), None, number.end)


def _year_in_digits(reader: Reader, word: Word, system: System, *, named: bool) -> YearFound | None:
    """Return a year of three or four digits with its era, if written, where the calendar allows it."""
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
    if words.before_christ.match(reader, following, proclitics=False) or value not in YEARS[system]:
        return None
    if named and system == "gregorian" and value in _EITHER_CALENDAR:
        return YearFound(Year(), None, end)
    return YearFound(Year(value), None, end)


def read_tail(reader: Reader, position: int, system: System) -> YearFound:
    """Read what follows a month: its year (``2022``, ``من العام الماضي``) or ``الماضي``; None without."""
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
