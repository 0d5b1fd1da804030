"""Whether a number is a figure at all, and which of its readings its unit asks for."""

from decimal import Decimal
from typing import NamedTuple

from marsad.language.date_words import date_words
from marsad.language.lexing import Word
from marsad.language.number_hits import Scan
from marsad.language.number_words import figure_words, number_words
from marsad.language.numerals import Number, plain, scaled
from marsad.language.phrases import Match
from marsad.language.quantity_bounds import is_label, read_bounds
from marsad.language.quantity_units import (
    COUNT,
    PERCENT,
    Measured,
    counted_before,
    derived,
    read_rate,
    read_unit,
)
from marsad.language.unit_words import Unit, unit_words

_ARTICLE = "ال"
_FEMININE = "ه"
_PROCLITICS = frozenset(
    before + article
    for before in ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل")
    for article in ("", "ال")
) | {"لل", "ولل", "كال"}
#: Marks that make one thing of a number and what is written against it: 51/49, ف-16, 8:30, 5+1.
_BINDING = frozenset("-/:+_#@.,")
_OPENING, _CLOSING, _JOINED = frozenset("(["), frozenset(")]"), frozenset("-+")
_LIST_MARKS = frozenset(".)-:")
_YEARS = range(1800, 2101)
_MOST_BARE_DIGITS = 7
_ONE = Decimal(1)
_THOUSAND = Decimal(1000)
_SMALLEST_SPELLED = 3


class Figure(NamedTuple):
    """A number or range with what it measures, before its bounds. ``kept``: though it measures nothing.

    A figure that measures nothing and is not kept only says how far the text has been read.
    """

    number: Number
    measured: Measured | None
    end: int
    high: Decimal | None = None
    start: int | None = None
    kept: bool = False


def single(scan: Scan, number: Number, measured: Measured | None) -> Figure:
    """Return the figure that one number is; without measure and not kept where it is none."""
    lead = _run_in(scan, number.start) if not number.words else ""
    nothing = Figure(number, None, number.end)
    if measured is None or measured.unit == COUNT:
        measured = _sign_before(scan, number, bare=measured is None) or measured
    if lead.endswith(_ARTICLE) or _article_apart(scan, number, lead):
        return _definite(scan, number, measured) or nothing
    if lead not in _PROCLITICS and measured is None:
        return nothing
    number = settled(number, measured)
    if measured is not None:
        if _is_unsure_count(measured) and is_label(scan, scan.before(number.start)):
            return nothing  # المادة 50 تفترض
        if number.bare_scale and number.value == _THOUSAND and not _surely_counted(scan, number, measured):
            return nothing
        start = None
        if measured.end <= number.start:
            start, measured = measured.end - 1, measured._replace(end=number.end)
        return Figure(number, measured, measured.end, start=start)
    return Figure(number, None, number.end, kept=_counts_bare(scan, number))


def settled(number: Number, measured: Measured | None) -> Number:
    """Return the number with the reading of 1.200 or 1,200 that its unit asks for.

    People are counted in whole numbers; no price is written with an idle nought at its end; a percentage
    is no four-figure number.
    """
    if number.other is None or measured is None:
        return number
    high, low = max(number.value, number.other), min(number.value, number.other)
    value = number.value
    if measured.unit == PERCENT:
        value = low
    elif measured.unit == COUNT or high % 10 == 0:
        value = high
    return number._replace(value=plain(value), base=value, other=None)


def out_of_brackets(scan: Scan, number: Number) -> tuple[Number, int | None]:
    """Return a number written ``(333.75) مليون ريال`` with its scale, and where its bracket opens."""
    opening, closing = scan.before(number.start), scan.after(number.end)
    if number.words or opening.text != "(" or closing.text != ")":
        return number, None
    outside = scaled(scan, number._replace(end=closing.end))
    if outside.scale == _ONE:
        measured = read_unit(scan, closing.end, outside)
        if measured is None or _is_unsure_count(measured):
            return number, None
    return outside, opening.start


def _is_unsure_count(measured: Measured) -> bool:
    """Whether the noun counted is only one by its place, none that is known to be counted."""
    return measured.unit == COUNT and measured.counted not in unit_words().nouns


def scaled_like(number: Number, other: Number) -> Number:
    """Return a bare number with the scale of the other end of its range: the 5 of ``بين 5 و7 مليارات``."""
    if number.scale != _ONE or other.scale == _ONE or number.value >= _THOUSAND:
        return number
    return number._replace(value=plain(number.value * other.scale))


def is_apart(scan: Scan, number: Number) -> bool:
    """Return whether digits stand by themselves: not in ``51/49``, ``F-16``, ``8:30``, ``5G``, ``5+1``."""
    text, start = scan.text, number.start
    before = text[start - 1 : start]
    if before in _BINDING and before:
        earlier = text[start - 2 : start - 1]
        if before in "+_#@/" or earlier.isdigit() or (before == "-" and not earlier.isspace() and earlier):
            return False
    if before.isascii() and before.isalpha():
        return False
    return ends_apart(scan, number)


def ends_apart(scan: Scan, number: Number) -> bool:
    """Return whether nothing that belongs to one sign with the number is written against its end."""
    text, end = scan.text, number.end
    after, later = text[end : end + 1], text[end + 1 : end + 2]
    if after in ("/", ":", "+", "_", ".", ",") and later.isdigit():
        return False
    latin = scan.after(end)
    return not (after.isascii() and after.isalpha()) or latin.text in unit_words().units


def is_whole(scan: Scan, word: Word) -> bool:
    """Return whether a word is the definite whole that a half is of: المنتجات, but not الساعة."""
    if not word.text.startswith(_ARTICLE) or word.text in number_words().scales:
        return False
    return date_words().definite_spans.match(scan, word, proclitics=False) is None


def dual_measured(scan: Scan, found: Match[Unit | None]) -> Measured:
    """Return what a dual measures: a unit of measure, or a count of the noun as written."""
    if found.value is None:
        return Measured(COUNT, _ONE, found.end, scan.text[found.start : found.end])
    code, end = derived(scan, found.value, found.end)
    rate = read_rate(scan, end, money=False)
    return Measured(code, found.value.factor, rate[1] if rate else end, None, rate[0] if rate else None)


def _run_in(scan: Scan, start: int) -> str:
    """Return the letters written against the number: ب in ب10, ال in ال15, ليتجاوز in ليتجاوز6."""
    before = scan.before(start)
    return before.text if before.end == start and before.is_letters else ""


def _article_apart(scan: Scan, number: Number, lead: str) -> bool:
    return not lead and not number.words and scan.before(number.start).text in ("ال", "وال", "بال", "لل")


def _sign_before(scan: Scan, number: Number, *, bare: bool) -> Measured | None:
    """Read ``$5``, ``%50``, and for a ``bare`` number a percentage that only بنسبة tells."""
    figures = figure_words()
    before = scan.before(number.start)
    if before.text in figures.percent_signs and before.end == number.start:
        return Measured(PERCENT, _ONE, before.end)
    if before.text in unit_words().signs and (sign := unit_words().signs[before.text]) is not None:
        return Measured(sign, _ONE, before.end)
    told = bare and before.text and figures.percent_before.value(before.text)
    return Measured(PERCENT, _ONE, number.end) if told and number.scale == _ONE and not number.words else None


def _definite(scan: Scan, number: Number, measured: Measured | None) -> Figure | None:
    """Read a number with the article: ``ال365 كلم2``, ``المستطلعين ال1648``; no ordinal (الدورة ال77)."""
    lead = scan.before(number.start)
    before = scan.before(lead.start) if lead.text in ("ال", "وال") else None
    number = settled(number, measured)
    if measured is not None and measured.unit != COUNT:
        return Figure(number, measured, measured.end)
    if measured is not None and not (before and before.text.startswith(_ARTICLE)):
        return Figure(number, measured, measured.end)
    noun = counted_before(scan, lead.start) if before is not None else None
    if noun is None:
        return None
    counted = Measured(COUNT, _ONE, number.end, noun.text)
    return Figure(settled(number, counted), counted, number.end, start=noun.start)


def _surely_counted(scan: Scan, number: Number, measured: Measured) -> bool:
    """Whether الف is a thousand and no "he wrote": of a unit, of a noun known to be counted, or bounded."""
    return not _is_unsure_count(measured) or bool(read_bounds(scan, number.start, number.end).kinds)


def _counts_bare(scan: Scan, number: Number) -> bool:
    """Whether a number that measures nothing is a figure (``مقابل 15.6``): no year, name or list number."""
    if is_label(scan, scan.before(number.start)):
        return False
    if read_bounds(scan, number.start, number.end).kinds:
        return True
    if number.words:
        return _spelled_bare(scan, number) and not _is_listed(scan, number)
    digits = scan.text[number.start : number.end]
    if digits.isdigit():
        is_year = len(digits) == 4 and int(digits) in _YEARS
        if is_year or (digits[0] == "0" and len(digits) > 1) or len(digits) > _MOST_BARE_DIGITS:
            return False
    return not _is_listed(scan, number)


def _spelled_bare(scan: Scan, number: Number) -> bool:
    """Of spelt numbers the forms that are nothing else: ثلاثه, خمسه وعشرين, not ست or خمسين."""
    text = scan.text[number.start : number.end]
    return (
        not number.bare_scale
        and number.value >= _SMALLEST_SPELLED
        and (text.endswith(_FEMININE) or " " in text)
    )


def _is_listed(scan: Scan, number: Number) -> bool:
    """Whether the number numbers a line, stands alone in brackets, or belongs to a name in Latin letters."""
    before, after = scan.before(number.start), scan.after(number.end)
    if not before.text and after.text in _LIST_MARKS:
        return True
    if before.text in _OPENING and after.text in _CLOSING:
        return True
    if after.text in _JOINED and (after.start == number.end or after.text == "+"):
        return True
    if before.text == ":" and scan.before(before.start).is_number:
        return True
    return any(word.is_letters and word.text.isascii() for word in (before, after))
