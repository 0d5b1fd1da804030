"""One pass over a folded text for every word that can open a number or a date.

An Aho–Corasick machine finds the words; those count that stand alone but for proclitics. Rules then read
on from each hit, so that a text without numbers costs next to nothing.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache, lru_cache, partial
from typing import NamedTuple

import ahocorasick_rs

from marsad.folding import fold_word
from marsad.language import date_words, number_words, unit_words
from marsad.language.lexing import Reader

_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_DIGITS = "0123456789"
_ARTICLE = "ال"
_CONJUNCTIONS = ("", "و", "ف")
_BARE = frozenset(c + p for c in _CONJUNCTIONS for p in ("", "ب", "ل", "ك"))
_BEFORE_ARTICLE = frozenset(c + p for c in _CONJUNCTIONS for p in ("", "ب", "ك"))
_AFTER_LAM = frozenset(_CONJUNCTIONS)
_LONGEST_PREFIX = 5
_SHORT = 3
_CLOSING = " \n.,،؛:!؟?()[]\"'/-%*"

DIGITS = "digits"
MONTH = "month"
NUMBER = "number"
FUTURE = "future"
BOUND = "bound"
BOUND_AFTER = "bound after"
DUAL = "dual"


class Hit(NamedTuple):
    """A trigger: where its word begins (``left``), where the form itself stands, and its kind."""

    left: int
    start: int
    end: int
    kind: str


_hit: Callable[[tuple[int, int, int, str]], Hit] = partial(tuple.__new__, Hit)


class Scan(Reader):
    """A text with its hits in reading order, the longest of those that begin together first."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.hits: list[Hit] = []
        #: Where the signs end, and begin, that a clause speaks of what is to come.
        self.future: list[tuple[int, int]] = []
        #: Where each bound begins, by where it ends; the longest of those that end together.
        self.bounds: dict[int, int] = {}
        #: Where the bounds begin that follow a figure.
        self.bounds_after: list[int] = []
        self._find()
        self.hits.sort(key=_longest_first)
        # Backwards, so that the first hit of those that begin together stays.
        #: Which hit is the first that begins at a place.
        self.at = {hit[0]: index for index, hit in reversed(list(enumerate(self.hits)))}

    def beginning_at(self, position: int) -> list[Hit]:
        """Return the hits whose word begins at a place, the longest first."""
        found: list[Hit] = []
        index = self.at.get(position)
        while index is not None and index < len(self.hits) and self.hits[index].left == position:
            found.append(self.hits[index])
            index += 1
        return found

    def _find(self) -> None:
        machine, forms = _machine()
        text = self.text
        ended, numbered = text + "\n", 0
        for index, start, after in machine.find_matches_as_indexes(ended, overlapping=True):
            form = forms[index]
            if form is None:
                if start >= numbered:
                    match = _NUMBER.match(text, start)
                    numbered = match.end() if match else after
                    self._remember(start, numbered)
                    self.hits.append(_hit((start, start, numbered, DIGITS)))
                continue
            kinds, prefixes, skipped, closed = form
            end = after - closed
            if not closed and ended[end].isalpha():
                continue
            left = start
            while left > 0 and text[left - 1].isalpha() and start - left <= _LONGEST_PREFIX:
                left -= 1
            if left == start or text[left:start] in prefixes:
                for kind in kinds:
                    self._take(_hit((left, start + skipped, end, kind)))

    def _take(self, hit: Hit) -> None:
        left, start, end, kind = hit
        if kind == BOUND_AFTER:
            self.bounds_after.append(start)
            return
        self.hits.append(hit)
        if kind == FUTURE:
            self.future.append((end, left))
        elif kind == BOUND:
            self.bounds[end] = min(start, self.bounds.get(end, start))


class _Form(NamedTuple):
    """A pattern: what it opens, what may be run into it, how many letters of it are no part of the form."""

    kinds: tuple[str, ...]
    prefixes: frozenset[str]
    skipped: int
    closed: int


# Both finders read the same text one after the other, a clause and its neighbours too.
@lru_cache(maxsize=4)
def scan(text: str) -> Scan:
    """Return the hits of a folded text."""
    return Scan(text)


def _longest_first(hit: Hit) -> tuple[int, int]:
    return hit[0], -hit[2]


@cache
def _machine() -> tuple[ahocorasick_rs.AhoCorasick, list[_Form | None]]:
    kinds: dict[str, set[str]] = defaultdict(set)
    for form, kind in _triggers():
        kinds[fold_word(form)].add(kind)
    patterns: list[str] = list(_DIGITS)
    forms: list[_Form | None] = [None] * len(_DIGITS)
    for text, found in sorted(kinds.items()):
        for pattern, built in _patterns(text, tuple(sorted(found))):
            patterns.append(pattern)
            forms.append(built)
    return ahocorasick_rs.AhoCorasick(patterns, implementation=ahocorasick_rs.Implementation.DFA), forms


def _patterns(text: str, kinds: tuple[str, ...]) -> Iterator[tuple[str, _Form]]:
    if text.startswith(_ARTICLE) and NUMBER not in kinds:
        yield text, _Form(kinds, _BEFORE_ARTICLE, 0, 0)
        yield "لل" + text[2:], _Form(kinds, _AFTER_LAM, 1, 0)
        return
    prefixes = _BARE | date_words.date_words().glued if MONTH in kinds else _BARE
    if len(text) > _SHORT or not (NUMBER in kinds or MONTH in kinds):
        yield text, _Form(kinds, prefixes, 0, 0)
        return
    # Two or three letters stand inside a great many words: ask for the mark after them at once.
    for mark in _CLOSING:
        yield text + mark, _Form(kinds, prefixes, 0, 1)


def _triggers() -> list[tuple[str, str]]:
    numbers, units = number_words.number_words(), unit_words.unit_words()
    found = [(form, NUMBER) for form in numbers.triggers]
    found += [(form, DUAL) for form in units.triggers]
    found += [(form, BOUND) for form in number_words.figure_words().bounds]
    found += [(form, BOUND_AFTER) for form in number_words.figure_words().bounds_after.phrases]
    found += date_words.date_words().triggers
    return found
