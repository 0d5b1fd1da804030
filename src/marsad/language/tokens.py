"""Tokens of a folded text: words, numbers and single marks of punctuation, with half-open offsets."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from itertools import repeat
from typing import NamedTuple

_TOKEN = re.compile(r"[^\W_]+|[^\w\s]")


class Token(NamedTuple):
    """One token; ``text`` is folded."""

    start: int
    end: int
    text: str

    @property
    def is_word(self) -> bool:
        """Whether the token is a word or a number rather than punctuation."""
        return self.text[0].isalnum()


class Tokens:
    """The tokens of one text and quick ways to find them by position."""

    def __init__(self, text: str, spans: Iterable[tuple[int, int]] | None = None) -> None:
        """Cut ``text``, or only the given half-open ``spans`` of it, which must be in order."""
        stretches = ((0, len(text)),) if spans is None else spans
        rows = [row for start, end in stretches for row in _rows(text[start:end], start)]
        # By tuple's own constructor rather than Token's: there are hundreds in every report.
        self.all: list[Token] = list(map(tuple.__new__, repeat(Token), rows))
        self.starts = [row[0] for row in rows]
        self._places: dict[str, list[int]] = {}

    def index_at(self, position: int) -> int:
        """Return the index of the first token that starts at or after ``position`` (may be ``len``)."""
        return bisect_left(self.starts, position)

    def after(self, position: int) -> Token | None:
        """Return the first token that starts at or after ``position``."""
        index = self.index_at(position)
        return self.all[index] if index < len(self.all) else None

    def before(self, position: int) -> Token | None:
        """Return the last token that starts before ``position``."""
        index = self.index_at(position) - 1
        return self.all[index] if index >= 0 else None

    def places(self, word: str, start: int, end: int) -> list[int]:
        """Return the indexes of the tokens with these letters among those from index ``start`` to ``end``."""
        if not self._places:
            for index, token in enumerate(self.all):
                self._places.setdefault(token.text, []).append(index)
        found = self._places.get(word, [])
        return found[bisect_left(found, start) : bisect_left(found, end)]

    def between(self, start: int, end: int) -> list[Token]:
        """Return the tokens that start within ``[start, end)``."""
        starts = self.starts
        return self.all[bisect_left(starts, start) : bisect_left(starts, end)]


def _rows(text: str, at: int) -> list[tuple[int, int, str]]:
    """Return start, end and letters of each token; most stand between blanks and need no pattern."""
    rows = []
    for chunk in text.split(" "):
        end = at + len(chunk)
        if chunk.isalnum():
            rows.append((at, end, chunk))
        elif chunk:
            rows += [(at + found.start(), at + found.end(), found[0]) for found in _TOKEN.finditer(chunk)]
        at = end + 1
    return rows
