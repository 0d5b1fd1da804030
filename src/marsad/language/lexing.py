"""Words, numbers and marks of a folded text, read one at a time from wherever a rule stands.

Unlike ``tokens`` this parts letters from digits (``ليتجاوز6``), keeps a number with its separators
together (``1,200.5``), and reads only what is asked for.
"""

import re
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

_WORD = re.compile(r" *([^\W\d_]+|[0-9]+(?:[.,][0-9]+)*|[^\s\w]|[\d_])")
_SEPARATORS = ".,"
_LONGEST_WORD = 40
# Not a string: the empty word would be in it.
_DIGITS = frozenset("0123456789")


class Word(NamedTuple):
    """One word, number or mark; ``text`` is empty where the line ends. Half-open folded code points."""

    text: str
    start: int
    end: int

    @property
    def is_number(self) -> bool:
        """Whether the word is written in digits."""
        return self.text[:1] in _DIGITS

    @property
    def is_letters(self) -> bool:
        """Whether the word is written in letters."""
        return self.text[:1].isalpha()


# A named tuple's own constructor costs more than all the rest of reading a word.
_word: Callable[[tuple[str, int, int]], Word] = partial(tuple.__new__, Word)


class Reader:
    """A folded text read forwards and backwards, word by word; lines are never crossed."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._after: dict[int, Word] = {}
        self._before: dict[int, Word] = {}

    def after(self, position: int) -> Word:
        """Return the first word at or after ``position`` in its line; an empty one where the line ends."""
        word = self._after.get(position)
        if word is None:
            word = self._after[position] = self._read(position)
        return word

    def _remember(self, start: int, end: int) -> None:
        """Keep a word that is known to stand there from being read again."""
        self._after[start] = _word((self.text[start:end], start, end))

    def _read(self, position: int) -> Word:
        text = self.text
        # Most words stand between blanks and are read without the pattern.
        start = position + 1 if text.startswith(" ", position) else position
        end = text.find(" ", start, start + _LONGEST_WORD)
        if (letters := text[start:end] if end > 0 else "").isalpha():
            return _word((letters, start, end))
        match = _WORD.match(text, position)
        return _word((match[1], *match.span(1))) if match else _word(("", position, position))

    def before(self, position: int) -> Word:
        """Return the last word that ends at or before ``position`` in its line; an empty one without any.

        Of a longer word than any of Arabic only the end is returned.
        """
        word = self._before.get(position)
        if word is None:
            word = self._before[position] = self._read_back(position)
        return word

    def _read_back(self, position: int) -> Word:
        text, end = self.text, position
        while end > 0 and text[end - 1] == " ":
            end -= 1
        if end == 0 or text[end - 1].isspace():
            return _word(("", position, position))
        low = end - _LONGEST_WORD if end > _LONGEST_WORD else 0
        start = max(low, text.rfind(" ", low, end) + 1)
        if (letters := text[start:end]).isalpha():
            return _word((letters, start, end))
        start = end - 1
        if text[start].isalpha():
            while start > low and text[start - 1].isalpha():
                start -= 1
        elif text[start] in _DIGITS:
            while start > low and (text[start - 1] in _DIGITS or self._separates(start - 1)):
                start -= 1
        return _word((text[start:end], start, end))

    def _separates(self, position: int) -> bool:
        """Whether a full stop or comma stands between two digits."""
        return self.text[position] in _SEPARATORS and position > 0 and self.text[position - 1] in _DIGITS


def split(phrase: str) -> list[str]:
    """Return the words of a phrase as a Reader would read them."""
    return [match[1] for match in _WORD.finditer(phrase)]
