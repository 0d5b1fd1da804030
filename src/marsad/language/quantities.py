"""Figures in a folded Arabic text: how much, of what, about or at least."""

from decimal import Decimal

import msgspec

from marsad.language.date_parsing import expressions
from marsad.language.lexing import Word
from marsad.language.number_hits import DIGITS, DUAL, NUMBER, Hit, Scan, scan
from marsad.language.number_words import figure_words, number_words
from marsad.language.numerals import Number, plain, read_number
from marsad.language.quantity_bounds import after_change, read_bounds
from marsad.language.quantity_figures import (
    Figure,
    dual_measured,
    ends_apart,
    is_apart,
    is_whole,
    out_of_brackets,
    scaled_like,
    settled,
    single,
)
from marsad.language.quantity_units import PERCENT, Measured, read_unit
from marsad.language.unit_words import unit_words

_AND = "و"
_HYPHEN = "-"
_HUNDRED = Decimal(100)


class Quantity(msgspec.Struct, frozen=True, kw_only=True):
    """A figure: ``text[start:end]`` of the folded text with its bounds and unit, the number alone inside it.

    ``high`` is the upper end of a range. ``unit`` is an ISO 4217 code (minor units converted), ``percent``,
    ``count`` with the noun in ``counted``, or UCUM; None for a bare number, and for money whose state is not
    said, which ``counted`` then names (ريال). ``per`` is the unit of a rate.
    """

    start: int
    end: int
    number_start: int
    number_end: int
    value: Decimal
    high: Decimal | None = None
    unit: str | None = None
    per: str | None = None
    counted: str | None = None
    approx: bool = False
    at_least: bool = False
    at_most: bool = False


def find_quantities(text: str) -> list[Quantity]:
    """Return the figures of a folded text in reading order, with half-open offsets of it.

    Dates, clock times, years, ordinals, scores, telephone and list numbers are none.
    Example: ``"اكثر من 400 مليون دولار"`` is 400000000 USD, at least.
    """
    scanned = scan(text)
    dates = iter([(found.start, found.end) for found in expressions(text) if found.kind != "duration"])
    date = next(dates, None)
    quantities: list[Quantity] = []
    position = 0
    for hit in scanned.hits:
        if hit.kind not in _OPENINGS or hit.start < position:
            continue
        while date is not None and date[1] <= hit.start:
            date = next(dates, None)
        if date is not None and date[0] <= hit.start:
            continue
        for figure in _OPENINGS[hit.kind](scanned, hit):
            if figure.measured is not None or figure.kept:
                quantities.append(_quantity(scanned, figure, after=position))
                position = quantities[-1].end
            position = max(position, figure.end)
    return quantities


def _read_dual(scanned: Scan, hit: Hit) -> list[Figure]:
    """Read a dual, two by itself: ``مذكرتي تفاهم``, ``عامين``."""
    found = unit_words().duals.match(scanned, scanned.after(hit.left))
    if found is None or scanned.after(found.end).is_number:
        return []  # اتفاقيتا 1929 و1959 are named by their years.
    number = Number(found.start, found.end, Decimal(2), Decimal(2), words=True)
    return [Figure(number, dual_measured(scanned, found), found.end)]


def _read_number(scanned: Scan, hit: Hit) -> list[Figure]:
    """Read a number with its unit, or a range; a share (نصف المنتجات) where it is bounded."""
    word = scanned.after(hit.left)
    between = _between(scanned, hit.left)
    number = read_number(scanned, word, adding=between is None)
    if number is None:
        return _read_share(scanned, hit)
    if hit.kind == DIGITS and not is_apart(scanned, number):
        return [Figure(number, None, number.end)]
    number, start = out_of_brackets(scanned, number)
    measured = read_unit(scanned, number.end, number)
    if start is not None:
        return [single(scanned, number, measured)._replace(start=start)]
    ends = _range(scanned, number, measured, between)
    if ends is not None:
        return ends
    return [single(scanned, number, measured)]


def _read_share(scanned: Scan, hit: Hit) -> list[Figure]:
    """Read ``اكثر من نصف المنتجات`` as over 50 percent; a half without a bound is a way of speaking."""
    fraction = number_words().fractions.match(scanned, scanned.after(hit.left))
    if fraction is None or not read_bounds(scanned, fraction.start, fraction.end).kinds:
        return []
    if not is_whole(scanned, scanned.after(fraction.end)):
        return []
    share = plain(fraction.value * _HUNDRED)
    number = Number(fraction.start, fraction.end, share, share, words=True)
    return [Figure(number, Measured(PERCENT, Decimal(1), fraction.end), fraction.end)]


def _between(scanned: Scan, position: int) -> Word | None:
    """Return the بين or ما بين before a number."""
    before = scanned.before(position)
    if not before.text or not figure_words().between.value(before.text):
        return None
    outer = scanned.before(before.start)
    longer = figure_words().between.match(scanned, outer) if outer.text else None
    return Word("", longer.start, before.end) if longer and longer.end == before.end else before


def _range(
    scanned: Scan, number: Number, measured: Measured | None, between: Word | None
) -> list[Figure] | None:
    """Read ``بين 5 و7 مليارات``, ``من 5 الي 7``, ``5-7``; two figures after a verb of change.

    None for what is neither.
    """
    joint = scanned.after(measured.end if measured else number.end)
    second = _second(scanned, joint, joined=between is not None, digits=not number.words)
    if second is None:
        return None
    unit = read_unit(scanned, second.end, second)
    if joint.text == _HYPHEN and (unit is None or not ends_apart(scanned, second)):
        return [Figure(number, None, second.end)]  # A score, a telephone number, pages.
    if unit is None or (measured is not None and measured.unit != unit.unit):
        return None
    low = number if measured else scaled_like(number, second)
    low, high = settled(low, unit), settled(second, unit)
    before = between or scanned.before(number.start)
    opened = between is not None or before.text in figure_words().from_
    start = before.start if opened else number.start
    if low.value < high.value and not (
        before.text in figure_words().from_ and after_change(scanned, before.start)
    ):
        return [Figure(low._replace(end=high.end), unit, unit.end, high.value, start)]
    own = measured or unit._replace(end=low.end)
    return [Figure(low, own, own.end), Figure(high, unit, unit.end)]


def _second(scanned: Scan, joint: Word, *, joined: bool, digits: bool) -> Number | None:
    """Return the number at the other end of a range, after what joins the two."""
    if joint.text == _HYPHEN:
        word = scanned.after(joint.end)
        return read_number(scanned, word) if digits and word.is_number else None
    if joint.text in figure_words().to:
        return read_number(scanned, scanned.after(joint.end))
    if joined and joint.text == _AND:
        return read_number(scanned, scanned.after(joint.end))
    if joined and joint.text.startswith(_AND):
        return read_number(scanned, Word(joint.text[1:], joint.start + 1, joint.end))
    return None


def _quantity(scanned: Scan, figure: Figure, *, after: int) -> Quantity:
    """Put the bounds to a figure; it begins no earlier than ``after``, where the one before ends."""
    number, measured = figure.number, figure.measured
    bounds = read_bounds(scanned, figure.start if figure.start is not None else number.start, figure.end)
    factor = measured.factor if measured else Decimal(1)
    return Quantity(
        start=max(bounds.start, after),
        end=bounds.end,
        number_start=number.start,
        number_end=number.end,
        value=plain(number.value * factor),
        high=None if figure.high is None else plain(figure.high * factor),
        unit=measured.unit if measured else None,
        per=measured.per if measured else None,
        counted=measured.counted if measured else None,
        approx="approx" in bounds.kinds,
        at_least="at_least" in bounds.kinds,
        at_most="at_most" in bounds.kinds,
    )


_OPENINGS = {DIGITS: _read_number, NUMBER: _read_number, DUAL: _read_dual}
