"""What a number counts or measures: percent, money, units, rates and counted nouns."""

from decimal import Decimal
from typing import NamedTuple

from marsad.language.date_words import date_words
from marsad.language.lexing import Word
from marsad.language.number_hits import DUAL, Scan
from marsad.language.number_words import figure_words
from marsad.language.numerals import Number
from marsad.language.phrases import Phrases, stems
from marsad.language.unit_words import Unit, UnitWords, unit_words

PERCENT = "percent"
COUNT = "count"
_ARTICLE = "ال"
_LAM_ARTICLE = "لل"
_FEMININE_PLURAL = "ات"
_WARY_FIRST_LETTERS = frozenset("وبلكفي")
_POSSESSIVES = ("ها", "هما")
_STROKE = "/"
#: How many words may stand between what is measured and the adverb of its rate: برميل من النفط الخام يوميا.
_MOST_BETWEEN = 4


class Measured(NamedTuple):
    """What follows a number: unit (None for money of a state unsaid), factor, end, noun as written, rate."""

    unit: str | None
    factor: Decimal
    end: int
    counted: str | None = None
    per: str | None = None


def read_unit(scan: Scan, position: int, number: Number | None = None) -> Measured | None:
    """Return the unit or counted noun that begins at ``position``, with its rate; None for a bare number.

    Example: ``"برميل يوميا"`` is bbl per d, ``"دولار للبرميل"`` USD per bbl, ``"شركه"`` a count.
    """
    word = scan.after(position)
    figures, units = figure_words(), unit_words()
    if word.text in figures.percent_signs:
        return Measured(PERCENT, Decimal(1), word.end)
    percent = figures.percent.match(scan, word, proclitics=False)
    if percent is not None:
        return Measured(PERCENT, Decimal(1), percent.end)
    if word.text in units.signs:
        return Measured(units.signs[word.text], Decimal(1), word.end)
    found = _named_unit(scan, word)
    if found is not None:
        unit, end = found
        code, end = derived(scan, unit, end)
        counted = word.text if code is None else None
        per = read_rate(scan, end, money=unit.factor != 1 or not unit.span)
        return Measured(code, unit.factor, per[1] if per else end, counted, per[0] if per else None)
    if number is not None and is_counted(scan, word, number):
        per = read_rate(scan, word.end, money=False)
        return Measured(COUNT, Decimal(1), per[1] if per else word.end, word.text, per[0] if per else None)
    return None


def _named_unit(scan: Scan, word: Word) -> tuple[Unit, int] | None:
    """Return the unit that a word names, and its end; في run into it (دولارفي) is left off."""
    units = unit_words()
    found = units.units.match(scan, word, proclitics=False)
    if found is not None:
        return found.value, found.end
    for glued in units.glued_after:
        stem = word.text.removesuffix(glued)
        if stem != word.text and stem in units.units and len(stem) > len(glued):
            cut = Word(stem, word.start, word.start + len(stem))
            alone = units.units.match(scan, cut, proclitics=False)
            return (alone.value, cut.end) if alone and alone.end == cut.end else None
    return None


def derived(scan: Scan, unit: Unit, end: int) -> tuple[str | None, int]:
    """Return the code of a unit with what follows it, and its end: متر مكعب, كلم2, كيلو وات/ ساعة."""
    words = unit_words()
    word = scan.after(end)
    if unit.square and (word.text in words.square or (word.text == "2" and word.start == end)):
        return unit.square, word.end
    if unit.cubic and (word.text in words.cubic or (word.text == "3" and word.start == end)):
        return unit.cubic, word.end
    if unit.hour:
        if word.text in (_STROKE, "-"):
            word = scan.after(word.end)
        if word.text in words.hour:
            return unit.hour, word.end
    return unit.code, end


def read_rate(scan: Scan, position: int, *, money: bool) -> tuple[str, int] | None:
    """Read what a figure is for each of: ``يوميا``, ``في اليوم``, ``للبرميل``, ``لكل طن``, ``/ساعه``.

    ``money`` allows an adverb a few words on, as in ``برميل من النفط الخام يوميا``.
    """
    words = unit_words()
    word = scan.after(position)
    if word.text in words.per_adverbs:
        return words.per_adverbs[word.text], word.end
    if word.text == _STROKE or word.text in words.per_each:
        return _each(scan, scan.after(word.end), words.each)
    if word.text in words.per_in:
        return _each_time(scan, scan.after(word.end))
    if word.text.startswith(_LAM_ARTICLE):
        return _each(scan, Word(word.text[2:], word.start + 2, word.end), words.each)
    return _rate_further_on(scan, word) if money else None


def _each(scan: Scan, word: Word, table: Phrases[Unit]) -> tuple[str, int] | None:
    found = table.match(scan, word, proclitics=False)
    if found is None:
        return None
    code, end = derived(scan, found.value, found.end)
    return (code, end) if code else None


def _each_time(scan: Scan, word: Word) -> tuple[str, int] | None:
    """``في اليوم``; not ``في العام 2022``, ``في الشهر الماضي``."""
    if not word.text.startswith(_ARTICLE):
        return None
    words = unit_words()
    found = words.each.match(scan, Word(word.text[2:], word.start + 2, word.end), proclitics=False)
    following = scan.after(word.end)
    if found is None or not found.value.span or following.is_number or following.text in date_words().lean:
        return None
    return (found.value.code, found.end) if found.value.code else None


def _rate_further_on(scan: Scan, word: Word) -> tuple[str, int] | None:
    words = unit_words()
    if word.text not in words.per_of:
        return None
    for _ in range(_MOST_BETWEEN):
        word = scan.after(word.end)
        if word.text in words.per_adverbs:
            return words.per_adverbs[word.text], word.end
        if not word.is_letters:
            return None
    return None


def is_counted(scan: Scan, word: Word, number: Number) -> bool:
    """Return whether a word after a number is the noun that it counts.

    It is letters with no number, date or particle in them, without the article, and no verb by its looks.
    Example: شركه in ``"14 شركه اميركيه"``, but not الماضيه in ``"5 الماضيه"``.
    """
    text, words = word.text, unit_words()
    if not word.is_letters or len(text) < 2 or text.isascii():
        return False
    if text in words.nouns:
        return True
    if text in figure_words().not_counted or any(hit.kind != DUAL for hit in scan.beginning_at(word.start)):
        return False
    if text.startswith(_ARTICLE) or text[0] in _WARY_FIRST_LETTERS or text.endswith(_POSSESSIVES):
        return False
    # A perfect in the third person ends in ت (اعلنت) or وا (استفادوا), a feminine plural in ات.
    verb = text.endswith("وا") or (text.endswith("ت") and not text.endswith(_FEMININE_PLURAL))
    return not verb and not _is_spoken_of(text, number)


def _is_spoken_of(text: str, number: Number) -> bool:
    """Whether the word is an adverb (سنويا) rather than an accusative, after a number that takes none."""
    return (
        text.endswith("يا") and not 11 <= number.value % 100 <= 99 and number.scale == 1 and not number.words
    )


def counted_before(scan: Scan, position: int) -> Word | None:
    """Return the definite plural before a number with the article: المستطلعين in ``المستطلعين ال1648``.

    A singular there makes the number an ordinal (الدورة ال77), so None.
    """
    words = unit_words()
    word = scan.before(position)
    for _ in range(2):
        if not word.is_letters:
            return None
        if _is_plural(word.text, words):
            return word
        word = scan.before(word.start)
    return None


def _is_plural(text: str, words: UnitWords) -> bool:
    for _, stem in stems(text):
        bare = stem.removeprefix(_ARTICLE)
        if bare in words.plurals:
            return True
        if stem.startswith(_ARTICLE) and len(bare) > 4 and bare.endswith((_FEMININE_PLURAL, "ين", "ون")):
            return True
    return False
