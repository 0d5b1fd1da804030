"""Folding: bring the many spellings of an Arabic word together without losing the way back.

Letters fold one to one (أ إ آ ٱ → ا, ى ی → ي, ة → ه, ک → ك, Arabic-Indic digits → ASCII, curly quotes
→ "), so offsets survive by themselves. Only characters that vanish (diacritics, tatweel, joiners,
bidi controls) or presentation forms that expand call for a map, built where a text has them.

Example: ``fold("مُؤكّدًا").text == "مؤكدا"``.
"""

import re
import unicodedata
from array import array

import msgspec

from marsad.model.report import Span

_VANISHING = (
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad"
)
_PRESENTATION = "\ufb50-\ufdff\ufe70-\ufefc"
_LENGTH_CHANGES = re.compile(f"[{_VANISHING}{_PRESENTATION}]")
_VANISHES = re.compile(f"[{_VANISHING}]")

#: Below this length one table is faster than a run of replacements.
_SHORT = 60

_ONE_TO_ONE = (
    *((letter, "ا") for letter in "أإآٱ"),
    *((letter, "ي") for letter in "ىیۍې"),
    *((letter, "ه") for letter in "ةۀہەھ"),
    *((letter, "ك") for letter in "کڪ"),
    *((chr(0x660 + n), str(n)) for n in range(10)),
    *((chr(0x6F0 + n), str(n)) for n in range(10)),
    *((mark, '"') for mark in "“”„‟«»″"),
    *((mark, "'") for mark in "‘’‚‛"),
    ("٪", "%"),
    ("٫", "."),
    ("٬", ","),
    ("\u00a0", " "),
    ("\u202f", " "),
    ("\u2009", " "),
    ("\r", " "),
    ("\t", " "),
    ("–", "-"),
    ("—", "-"),
    ("_", " "),
    ("#", " "),
    ("‐", "-"),
    ("‑", "-"),
)


class Folded(msgspec.Struct, frozen=True):
    """A folded text. ``offsets[i]`` is where folded character ``i`` stands in the original (None: at ``i``)."""

    text: str
    offsets: "array[int] | None"

    def original(self, start: int, end: int) -> Span:
        """Return the span of the original text behind ``text[start:end]``; marks between letters are inside it."""
        if self.offsets is None:
            return Span(start, end)
        if start == end:
            return Span(self.offsets[start], self.offsets[start])
        # Up to the next kept letter, so that a mark on the last letter stays with it.
        return Span(self.offsets[start], max(self.offsets[end], self.offsets[end - 1] + 1))


def fold(raw: str) -> Folded:
    """Return ``raw`` folded; the result never is longer than the original plus its presentation forms."""
    if _LENGTH_CHANGES.search(raw) is None:
        return Folded(_fold_letters(raw), None)
    kept, offsets = _without_marks(raw)
    offsets.append(len(raw))
    return Folded(_fold_letters(kept), offsets)


def fold_word(word: str) -> str:
    """Return the folded form of a phrase, for comparing and for look-ups."""
    return fold(word).text


_TRANSLATION = str.maketrans({old: new for old, new in _ONE_TO_ONE if len(old) == 1})


def _fold_letters(text: str) -> str:
    if len(text) < _SHORT:
        return text.translate(_TRANSLATION)
    for old, new in _ONE_TO_ONE:
        if old in text:
            text = text.replace(old, new)
    return text


def _without_marks(raw: str) -> tuple[str, "array[int]"]:
    """Drop what vanishes and expand presentation forms, remembering where each kept character stood."""
    pieces: list[str] = []
    offsets: array[int] = array("l")
    last = 0
    for match in _LENGTH_CHANGES.finditer(raw):
        at = match.start()
        if at > last:
            pieces.append(raw[last:at])
            offsets.extend(range(last, at))
        if _VANISHES.match(raw, at) is None:
            # An isolated-form ligature may expand to a blank and a mark: marks vanish here too.
            expanded = _VANISHES.sub("", unicodedata.normalize("NFKC", match.group()))
            pieces.append(expanded)
            offsets.extend([at] * len(expanded))
        last = at + 1
    pieces.append(raw[last:])
    offsets.extend(range(last, len(raw)))
    return "".join(pieces), offsets
