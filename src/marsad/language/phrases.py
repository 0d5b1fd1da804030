"""Tables of Arabic phrases, looked up word by word with proclitics taken off.

Example: in a table that holds ``الاسبوع الماضي`` the words ``وللاسبوع الماضي`` are found, from ``لاسبوع`` on.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

from marsad.folding import fold_word
from marsad.language.lexing import Reader, Word, split

T = TypeVar("T")

_CONJUNCTIONS = "وف"
_PREPOSITIONS = "بلك"
_PROCLITICS = frozenset(_CONJUNCTIONS + _PREPOSITIONS)
_ARTICLE = "ال"
_LAM_AND_ARTICLE = "لل"


class Match(NamedTuple, Generic[T]):
    """A phrase found: its value and where it stands, without proclitics, in folded code points."""

    value: T
    start: int
    end: int


class Phrases(Generic[T]):
    """Folded phrases of one or more words with a value each; the longest that fits wins."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        table: dict[str, list[tuple[tuple[str, ...], T]]] = defaultdict(list)
        for phrase, value in entries:
            first, *rest = split(fold_word(phrase))
            table[first].append((tuple(rest), value))
        for endings in table.values():
            endings.sort(key=_longest_first)
        self._table = dict(table)

    @property
    def openings(self) -> frozenset[str]:
        """The first word of every phrase."""
        return frozenset(self._table)

    @property
    def phrases(self) -> list[str]:
        """Every phrase, its words parted by blanks."""
        return [" ".join((first, *rest)) for first, endings in self._table.items() for rest, _ in endings]

    def __contains__(self, first: str) -> bool:
        return first in self._table

    def match(self, reader: Reader, word: Word, *, proclitics: bool = True) -> Match[T] | None:
        """Return the longest phrase that begins with ``word``, or None."""
        cut, endings = 0, self._table.get(word.text)
        if endings is None and proclitics and word.text[:1] in _PROCLITICS:
            cut, endings = self._without_proclitics(word.text)
        if endings is None:
            return None
        for rest, value in endings:
            end = _end_of(reader, word, rest) if rest else word.end
            if end is not None:
                return Match(value, word.start + cut, end)
        return None

    def value(self, word: str) -> T | None:
        """Return the value of a phrase of one word, with or without proclitics."""
        endings = self._table.get(word)
        if endings is None and word[:1] in _PROCLITICS:
            endings = self._without_proclitics(word)[1]
        # The longest phrases come first, a single word last.
        return endings[-1][1] if endings and not endings[-1][0] else None

    def opens(self, word: str) -> bool:
        """Return whether a phrase begins with the word, with or without proclitics."""
        return word in self._table or (
            word[:1] in _PROCLITICS and self._without_proclitics(word)[1] is not None
        )

    def _without_proclitics(self, word: str) -> tuple[int, list[tuple[tuple[str, ...], T]] | None]:
        """Look up what ``stems`` yields after the whole word, which is known to be missing."""
        table = self._table
        cut = 1 if word[0] in _CONJUNCTIONS else 0
        if cut and (endings := table.get(word[1:])) is not None:
            return 1, endings
        if word.startswith(_LAM_AND_ARTICLE, cut):
            return cut + 1, table.get(_ARTICLE + word[cut + 2 :])
        if word[cut : cut + 1] in _PROCLITICS:
            return cut + 1, table.get(word[cut + 1 :]) if word[cut] in _PREPOSITIONS else None
        return 0, None


def _longest_first(ending: tuple[tuple[str, ...], object]) -> int:
    return -len(ending[0])


def stems(word: str) -> Iterable[tuple[int, str]]:
    """Yield how many letters of proclitics come off a word, and the rest: (0, وبعام), (1, بعام), (2, عام)."""
    yield 0, word
    cut = 1 if word[:1] and word[0] in _CONJUNCTIONS else 0
    if cut:
        yield 1, word[1:]
    if word.startswith(_LAM_AND_ARTICLE, cut):
        yield cut + 1, _ARTICLE + word[cut + 2 :]
    elif word[cut : cut + 1] and word[cut] in _PREPOSITIONS:
        yield cut + 1, word[cut + 1 :]


def _end_of(reader: Reader, word: Word, rest: tuple[str, ...]) -> int | None:
    for expected in rest:
        word = reader.after(word.end)
        if word.text != expected:
            return None
    return word.end
