"""The lines of a text: what a page sets apart, each with its folded form and its place in the original."""

from collections.abc import Iterator

import msgspec

from marsad.folding import fold
from marsad.model.report import Span

# What folding drops, the frequent ones first: diacritics, tatweel, joiners, direction marks.
_MARK_RANGES = (
    *((0x64B, 0x660), (0x640, 0x641), (0x670, 0x671), (0x200B, 0x2010), (0x202A, 0x202F), (0x2060, 0x206A)),
    *((0xFEFF, 0xFF00), (0xAD, 0xAE), (0x610, 0x61B), (0x6D6, 0x6EE)),
)
_MARKS = "".join(chr(code) for first, last in _MARK_RANGES for code in range(first, last))
# White space, and the joiners and direction marks that stand at the edges of copied lines.
_EDGE = " \t\r\v\f\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2028\u2029\u3000\ufeff\u00ad" + "".join(
    map(chr, (*range(0x2000, 0x2010), *range(0x202A, 0x2070)))
)
_CLOSING = '")]} '
_SENTENCE_ENDS = (".", "!", "?", "؟", "…", ":", "؛", ";", "،", ",")
_PARAGRAPH_ENDS = (".", ":", "،")
_PARAGRAPH_CHARS = 180  # what is longer is a paragraph, full stop or not
_TAG_CHARS, _TAG_WORDS = 45, 5


class Line(msgspec.Struct, frozen=True):
    """A non-blank line: ``start`` and ``end`` in the report's text, blanks at its edges left off.

    ``text`` is the line folded, without blanks at its edges; it is empty for a rule of underscores.
    ``is_hashtags`` says that it is nothing but hashtags.
    """

    start: int
    end: int
    text: str
    ends_sentence: bool
    is_paragraph: bool
    is_hashtags: bool

    @property
    def span(self) -> Span:
        """The whole line in the report's text."""
        return Span(self.start, self.end)

    def within(self, report: str, start: int, end: int) -> Span:
        """Return the span of the text of ``report`` behind ``text[start:end]`` of the folded line."""
        if start == 0 and end == len(self.text):
            return self.span
        folded = fold(report[self.start : self.end])
        lead = len(folded.text) - len(folded.text.lstrip(_EDGE))  # hashes and the like fold to blanks
        span = folded.original(lead + start, lead + end)
        return Span(self.start + span.start, self.start + span.end)

    @property
    def is_title(self) -> bool:
        """Whether it could be a headline: several words, short, without a full stop."""
        return not self.is_paragraph and " " in self.text

    @property
    def is_tag(self) -> bool:
        """Whether it could be a tag, a place or the name of a section: a few words and no sentence."""
        return len(self.text) <= _TAG_CHARS and self.text.count(" ") < _TAG_WORDS and not self.ends_sentence


def fold_lightly(text: str) -> str:
    """Return what ``fold(text).text`` is, without the cost of a way back to the original."""
    for mark in _MARKS:
        if mark in text:
            text = text.replace(mark, "")
    return fold(text).text


def split_lines(text: str, start: int = 0) -> list[Line]:
    """Return the non-blank lines of ``text`` from ``start`` on."""
    return list(_lines(text, start))


def _lines(text: str, start: int) -> Iterator[Line]:
    originals = text[start:].split("\n")
    for raw, folded in zip(originals, fold_lightly(text[start:]).split("\n"), strict=True):
        line = raw.strip(_EDGE)
        if line:
            left = start + len(raw) - len(raw.lstrip(_EDGE))
            yield _line(left, line, folded.strip(_EDGE))
        start += len(raw) + 1


def _line(start: int, raw: str, text: str) -> Line:
    bare = text.rstrip(_CLOSING)
    return Line(
        start,
        start + len(raw),
        text,
        ends_sentence=text.endswith('"') or bare.endswith(_SENTENCE_ENDS),
        is_paragraph=len(text) > _PARAGRAPH_CHARS or bare.endswith(_PARAGRAPH_ENDS),
        is_hashtags=raw[0] == "#" and all(word[0] == "#" for word in raw.split()),
    )
