"""Reading numbers: digits with their separators, number words from 0 to 999, and scales up to the trillion.

All text is folded and all offsets are half-open code points of it. What counts as a figure, and of what,
is for ``quantities`` to say.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from marsad.language.lexing import Reader, Word
from marsad.language.number_words import NumberWords, number_words
from marsad.language.phrases import Match, stems

_AND = "و"
_ARTICLE = "ال"
_MOST_DIGITS = 18
_MOST_GROUPS = 4
_LARGEST_SCALE = Decimal(10) ** 15
_ONE = Decimal(1)
_MARKS = re.compile("[.,]")
_THOUSAND = Decimal(1000)


class Number(NamedTuple):
    """A number as written. ``value`` is ``base`` times ``scale``, or more (مليار و200 مليون).

    ``other`` is the second reading of digits that allow two (``1.200``: 1.2 or 1200). ``words`` tells
    that no digits are in it; ``bare_scale`` that a scale stands alone (مليار دولار).
    """

    start: int
    end: int
    value: Decimal
    base: Decimal
    scale: Decimal = _ONE
    other: Decimal | None = None
    words: bool = False
    bare_scale: bool = False


def read_number(reader: Reader, word: Word, *, adding: bool = True) -> Number | None:
    """Return the number that begins with ``word``, proclitics aside, or None.

    ``adding`` joins what ``و`` adds to a scale: ``"3 ملايين و200 الف"`` is 3200000; after بين it is off.
    Example: ``"خمسه وعشرين الفا"`` reads as 25000.
    """
    number = _term(reader, word)
    while number is not None and number.scale > 1:
        larger = _with_fraction(reader, number) or (_with_addend(reader, number) if adding else None)
        if larger is None:
            break
        number = larger
    return number


def digits_value(digits: str) -> tuple[Decimal, Decimal | None] | None:
    """Return the value of digits with separators, and a second one where one group of three follows a mark.

    ``"1,200"`` is 1200 or 1.2, ``"1.200"`` 1.2 or 1200, ``"3,5"`` 3.5, ``"1.200.000"`` 1200000. None for
    what is no number: ``"25.11.2024"``, ``"1,2,3"``.
    """
    last = max(digits.rfind("."), digits.rfind(","))
    if last < 0:
        return Decimal(digits), None
    mark = digits[last]
    groups = _MARKS.split(digits)
    if any(len(group) != 3 for group in groups[1:-1]):
        return None
    whole, rest = digits[:last], digits[last + 1 :]
    grouped = len(rest) == 3 and len(groups[0]) <= 3 and whole[0] != "0"
    joined = Decimal(_bare(digits))
    decimal = Decimal(f"{_bare(whole)}.{rest}")
    if not grouped:
        return plain(decimal), None
    if len(groups) > 2:
        return (joined, None) if digits.count(mark) == len(groups) - 1 else (plain(decimal), None)
    return (joined, decimal) if mark == "," else (decimal, joined)


def plain(value: Decimal) -> Decimal:
    """Return the value without exponent or trailing zeros: 2.50E+9 as 2500000000, 3.50 as 3.5."""
    return Decimal(int(value)) if value == value.to_integral_value() else value.normalize()


def _bare(digits: str) -> str:
    return digits.replace(",", "").replace(".", "")


def _term(reader: Reader, word: Word) -> Number | None:
    """Read a number up to its scale words: digits, number words, or a scale or fraction of one alone."""
    words = number_words()
    if word.is_number:
        digits = _digits(reader, word)
        return scaled(reader, digits) if digits else None
    fraction = words.fractions.match(reader, word)
    if fraction is not None:
        return _fraction_of_scale(reader, fraction, words)
    spelled = _spelled(reader, word, words)
    return scaled(reader, spelled) if spelled else _standing(reader, word, words)


def scaled(reader: Reader, number: Number) -> Number:
    """Return a number with the scale words after it: 400 before مليون."""
    words = number_words()
    scale, end = _ONE, number.end
    while (following := words.scales.get((word := reader.after(end)).text)) is not None:
        if scale * following > _LARGEST_SCALE:
            break
        scale, end = scale * following, word.end
    if scale == 1:
        return number
    # Nobody writes 1,234 million for a thousand million and more: before a scale the mark is a decimal one.
    base = min(number.base, number.other) if number.other is not None else number.base
    return number._replace(end=end, value=plain(base * scale), base=base, scale=scale, other=None)


def _digits(reader: Reader, word: Word) -> Number | None:
    if len(_bare(word.text)) > _MOST_DIGITS:
        return None
    read = digits_value(word.text)
    if read is None:
        return None
    (value, other), end = read, word.end
    if len(word.text) <= 3 and word.text.isdigit() and word.text[0] != "0":
        digits = word.text
        for group in _spaced_groups(reader, end):
            digits, end = digits + group.text, group.end
        value = Decimal(digits)
    return Number(word.start, end, value, value, other=other)


def _spaced_groups(reader: Reader, position: int) -> Iterator[Word]:
    """Yield the groups of three in ``10 000``."""
    for _ in range(_MOST_GROUPS):
        group = reader.after(position)
        if not (len(group.text) == 3 and group.text.isdigit() and group.start == position + 1):
            return
        yield group
        position = group.end


def _spelled(reader: Reader, word: Word, words: NumberWords) -> Number | None:
    """Read number words below a thousand. One by itself is no number: واحد is "a"."""
    if word.text in words.never:
        return None
    for cut, stem in stems(word.text):
        start = word.start + cut
        if stem in words.hundreds:
            value, end = _after_hundreds(reader, word.end, words)
            return _words(start, end, words.hundreds[stem] + value)
        if stem in words.tens:
            return _words(start, word.end, words.tens[stem])
        if stem in words.units:
            return _from_unit(reader, Word(stem, start, word.end), words)
    return None


def _from_unit(reader: Reader, unit: Word, words: NumberWords) -> Number | None:
    value = words.units[unit.text]
    following = reader.after(unit.end)
    if following.text in words.teen:
        return _words(unit.start, following.end, 10 + value)
    if following.text in words.hundred and value > 2:
        more, end = _after_hundreds(reader, following.end, words)
        return _words(unit.start, end, 100 * value + more)
    if following.text.startswith(_AND) and words.tens.get(following.text[1:], 0) > 10:
        return _words(unit.start, following.end, value + words.tens[following.text[1:]])
    return (
        _words(unit.start, unit.end, value) if value > 1 and unit.text not in words.only_before_teen else None
    )


def _after_hundreds(reader: Reader, position: int, words: NumberWords) -> tuple[int, int]:
    """Read what ``و`` adds to hundreds: (25, end) in مئه وخمسه وعشرين."""
    word = reader.after(position)
    stem = word.text[1:]
    if not word.text.startswith(_AND):
        return 0, position
    if stem in words.tens:
        return words.tens[stem], word.end
    if stem not in words.units:
        return 0, position
    number = _from_unit(reader, Word(stem, word.start + 1, word.end), words)
    if number is None or number.value >= 100:
        return (words.units[stem], word.end) if number is None else (0, position)
    return int(number.value), number.end


def _words(start: int, end: int, value: int) -> Number:
    return Number(start, end, Decimal(value), Decimal(value), words=True)


def _fraction_of_scale(reader: Reader, fraction: Match[Decimal], words: NumberWords) -> Number | None:
    """``نصف مليار``, ``ثلاثه ارباع المليون``; a fraction of anything else is no number."""
    named = reader.after(fraction.end)
    scale = words.scales.get(_without_article(named.text))
    if scale is None:
        return None
    value = plain(fraction.value * scale)
    return Number(fraction.start, named.end, value, fraction.value, scale, words=True)


def _standing(reader: Reader, word: Word, words: NumberWords) -> Number | None:
    """Read a scale by itself: مليار, مليوني, المليون."""
    bare, found = word, words.standing.match(reader, word)
    for cut, stem in () if found else stems(word.text):
        if stem.startswith(_ARTICLE):
            bare = Word(stem[2:], word.start + cut + 2, word.end)
            found = words.standing.match(reader, bare, proclitics=False)
    if found is None:
        return None
    # مليونا و200 الف: with an addend the ending is the accusative of one, not the dual.
    value = found.value
    one = words.scales.get(bare.text[found.start - bare.start :])
    if one is not None and value == 2 * one and _and_number(reader, found.end):
        value = one
    scale = one or value / 2
    number = Number(found.start, found.end, value, value / scale, scale, words=True, bare_scale=True)
    if one is not None and value == one:
        more = scaled(reader, number._replace(base=value, scale=_ONE))
        return more if more.scale > 1 else number
    return number


def _and_number(reader: Reader, position: int) -> bool:
    word = reader.after(position)
    return word.text == _AND and reader.after(word.end).is_number


def _with_fraction(reader: Reader, number: Number) -> Number | None:
    """``ثلاثه مليارات ونصف``, ``مليار ونصف المليار``: half of the scale more."""
    words = number_words()
    word = reader.after(number.end)
    if not word.text.startswith(_AND):
        return None
    found = words.fractions.match(reader, Word(word.text[1:], word.start + 1, word.end), proclitics=False)
    if found is None:
        return None
    scale, end = number.scale, found.end
    named = reader.after(end)
    if (said := words.scales.get(_without_article(named.text))) is not None:
        if said > number.scale:
            return None
        scale, end = said, named.end
    return number._replace(end=end, value=plain(number.value + found.value * scale), scale=_ONE)


def _with_addend(reader: Reader, number: Number) -> Number | None:
    """Add what is less than the scale before and has one itself, unless after a thousand: ``و200 مليون``."""
    word = reader.after(number.end)
    if word.text == _AND:
        word = reader.after(word.end)
        if not word.is_number:
            return None
    elif word.text.startswith(_AND):
        word = Word(word.text[1:], word.start + 1, word.end)
    else:
        return None
    more = _term(reader, word)
    if more is None or more.value >= number.scale or (more.scale == 1 and number.scale != _THOUSAND):
        return None
    return number._replace(end=more.end, value=number.value + more.value, scale=more.scale)


def _without_article(text: str) -> str:
    return text.removeprefix(_ARTICLE) if len(text) > len(_ARTICLE) + 2 else text
