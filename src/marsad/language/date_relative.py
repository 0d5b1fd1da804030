"""Reading time that is told from the report's day: weekdays, yesterday, last year, the last three months.

Each reader takes a scan and one of its hits and returns what it found, or None.
"""

from itertools import pairwise

from marsad.language.date_days import read_days, read_numeric, with_other_calendar
from marsad.language.date_found import Found, dated
from marsad.language.date_months import read_year
from marsad.language.date_nodes import CalendarDate, Day, Period, Window, Year
from marsad.language.date_spans import Between, PartOfYear
from marsad.language.date_types import Lean, Span
from marsad.language.date_words import date_words
from marsad.language.lexing import Word
from marsad.language.number_hits import Hit, Scan
from marsad.language.numerals import read_number
from marsad.language.phrases import Match

_AND = "و"
_ARTICLE = "ال"
_COMMAS = frozenset("،,")
_WEEK = 7
_SIGNS: dict[Lean, int] = {"past": -1, "this": 0, "next": 1}


def read_weekday(scan: Scan, hit: Hit) -> list[Found] | None:
    """Read a weekday, several, or one with its date: ``الاثنين 5 يونيو``, ``الجمعه والسبت المقبلين``."""
    words = date_words()
    if words.no_weekday_after.value(scan.before(hit.left).text):
        return None
    first = words.weekdays.match(scan, scan.after(hit.left))
    if first is None:
        return None
    days = [first]
    while (more := _next_weekday(scan, days[-1].end)) is not None and len(days) < _WEEK:
        days.append(more)
    lean, further, end = _lean_of_day(scan, days[-1].end)
    if len(days) == 1:
        node = Day(weekday=first.value, lean=lean, further=further)
        return [_with_date(scan, Found(node, first.start, end, explicit=False))]
    if all(later.value == day.value % _WEEK + 1 for day, later in pairwise(days)):
        whole = Between(Day(weekday=first.value, lean=lean), Day(weekday=days[-1].value))
        return [Found(whole, first.start, end, explicit=False, kind="range")]
    ends = [*(day.end for day in days[:-1]), end]
    return [
        Found(Day(weekday=day.value, lean=lean), day.start, close, explicit=False)
        for day, close in zip(days, ends, strict=True)
    ]


def _next_weekday(scan: Scan, position: int) -> Match[int] | None:
    word = scan.after(position)
    if word.text == "،":
        word = scan.after(word.end)
    elif not word.text.startswith(_AND):
        return None
    found = date_words().weekdays.match(scan, word)
    joined = found is not None and (word.text.startswith(_AND) or _and_weekday_follows(scan, found.end))
    return found if joined else None


def _and_weekday_follows(scan: Scan, position: int) -> bool:
    word = scan.after(position)
    return word.text.startswith(_AND) and date_words().weekdays.match(scan, word) is not None


def _lean_of_day(scan: Scan, position: int) -> tuple[Lean | None, bool, int]:
    """``الماضي``, ``قبل الماضي``: the adjective, whether it is one further away, and its end."""
    words = date_words()
    word = scan.after(position)
    further = words.further.match(scan, word, proclitics=False)
    if further:
        adjective = scan.after(further.end)
        if words.lean.get(adjective.text) == further.value:
            return further.value, True, adjective.end
    lean = words.lean.get(word.text)
    return (lean, False, word.end) if lean else (None, False, position)


def _with_date(scan: Scan, found: Found) -> Found:
    """Read on over the date of a day: ``اليوم الاثنين 5 يونيو``, ``الخميس الموافق 15/5/2023``."""
    word = scan.after(found.end)
    opened = word.text == "("
    if opened or word.text in _COMMAS:
        word = scan.after(word.end)
    said = date_words().same_day.match(scan, word, proclitics=False)
    if said:
        word = scan.after(said.end)
    if not (word.is_number or word.text == _ARTICLE or word.start in scan.at):
        return found
    days = read_days(scan, word)
    date = read_numeric(scan, word) or (days[0] if days and len(days) == 1 else None)
    if date is None or dated(date) is None:
        return found
    date = with_other_calendar(scan, date)
    end = date.end
    if opened and scan.after(end).text == ")":
        end = scan.after(end).end
    return date._replace(start=found.start, end=end)


def read_day_word(scan: Scan, hit: Hit) -> list[Found] | None:
    """Read ``اليوم``, ``امس الاول``, ``غدا`` and the weekday and date beside them: ``اليوم (الثلاثاء)``."""
    words = date_words()
    found = words.day_words.match(scan, scan.after(hit.left))
    if found is None:
        return None
    following = scan.after(found.end)
    if found.value == 0 and (following.text in words.today_never_before or _no_today(scan, hit)):
        return None
    opened = following.text == "("
    word = scan.after(following.end) if opened or following.text in _COMMAS else following
    weekday = words.weekdays.match(scan, word, proclitics=False)
    end = weekday.end if weekday else found.end
    if weekday and opened and scan.after(end).text == ")":
        end = scan.after(end).end
    node = Day(offset=found.value, weekday=weekday.value if weekday else None)
    return [_with_date(scan, Found(node, found.start, end, explicit=False))]


def _no_today(scan: Scan, hit: Hit) -> bool:
    """Whether اليوم is no day of ours for what stands before it: في اليوم, صحيفة المصري اليوم."""
    words = date_words()
    before = scan.before(hit.left)
    if words.today_never_after.value(before.text):
        return True
    if not words.named_today.value(before.text):
        return False
    outer = scan.before(before.start)
    return outer.text == '"' or words.before_named_today.value(outer.text) is not None


def read_span(scan: Scan, hit: Hit) -> list[Found] | None:
    """Read ``الاسبوع الماضي``, ``هذا العام``, ``العامين الماضيين``, ``الاشهر الثلاثه المقبله``."""
    words = date_words()
    span = words.definite_spans.match(scan, scan.after(hit.left))
    if span is None:
        return None
    before = scan.before(hit.left)
    if span.value.number != 1:
        return _window(scan, span.value, span.start, span.end)
    if span.value.code not in {"a", "mo", "wk"} or words.general.value(before.text):
        return None
    this = words.this.match(scan, before) if before.text else None
    start = this.start if this else span.start
    lean, further, end = _lean_of_day(scan, span.end)
    if lean is None and this is None:
        return None
    offset = (2 if further else 1) * _SIGNS[lean] if lean else 0
    if span.value.code == "a":
        year = read_year(scan, scan.after(end), "gregorian") if scan.after(end).is_number else None
        if year is not None and year.explicit and year.year is not None:
            node = CalendarDate(year.year.system or "gregorian", year.year)
            return [Found(node, start, year.end, explicit=True)]
    return [Found(Period(span.value.code, offset), start, end, explicit=False)]


def _window(scan: Scan, span: Span, start: int, end: int) -> list[Found] | None:
    words = date_words()
    amount: int | None = span.number or None
    word = scan.after(end)
    counted = _definite_number(scan, word) if not amount else None
    if counted:
        amount, end = counted
    elif word.text in words.few:
        end = word.end
    word = scan.after(end)
    if amount and word.text in words.first_months and span.code == "mo":
        return _first_months(scan, start, word.end, amount)
    lean = words.lean_windows.get(word.text)
    if lean is None or lean == "this":
        return None
    return [Found(Window(span.code, amount, _SIGNS[lean]), start, word.end, explicit=False, kind="range")]


def _first_months(scan: Scan, start: int, end: int, amount: int) -> list[Found] | None:
    year = year_of_part(scan, end)
    if year is None or not 1 <= amount <= 12:
        return None
    node = PartOfYear(1, amount, year[0])
    return [Found(node, start, year[1], explicit=year[0].value is not None, kind="range")]


def year_of_part(scan: Scan, position: int) -> tuple[Year, int] | None:
    """Read the year that a quarter, a half or months are of: ``من عام 2023``, ``للعام الجاري``."""
    words = date_words()
    word = scan.after(position)
    if word.text in words.of:
        word = scan.after(word.end)
    year = read_year(scan, word, "gregorian")
    if year is not None and year.year is not None and year.year.system in (None, "gregorian"):
        return year.year, year.end
    named = words.years.match(scan, word)
    if named is not None and year is None and scan.text[named.start :].startswith((_ARTICLE, "ل")):
        return Year(offset=0), named.end
    return None


def _definite_number(scan: Scan, word: Word) -> tuple[int, int] | None:
    """Return the number after the plural that it counts: ``الثلاثه``, ``ال24``, ``3``."""
    if word.text == _ARTICLE:
        word = scan.after(word.end)
    elif word.text.startswith(_ARTICLE):
        word = Word(word.text[2:], word.start + 2, word.end)
    number = read_number(scan, word, adding=False) if word.text else None
    if number is None or number.start != word.start or number.value != int(number.value):
        return None
    return int(number.value), number.end


def read_counted_window(scan: Scan, hit: Hit) -> list[Found] | None:
    """Read ``ال24 ساعه الماضيه``: the number with the article before what it counts."""
    words = date_words()
    if scan.before(hit.start).text[-2:] != _ARTICLE:
        return None
    number = read_number(scan, scan.after(hit.start), adding=False)
    span = words.spans.match(scan, scan.after(number.end), proclitics=False) if number else None
    if number is None or span is None or number.value != int(number.value):
        return None
    word = scan.after(span.end)
    lean = words.lean_windows.get(word.text)
    if lean is None or lean == "this":
        return None
    node = Window(span.value.code, int(number.value), _SIGNS[lean])
    return [Found(node, hit.start, word.end, explicit=False, kind="range")]
