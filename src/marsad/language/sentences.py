"""Paragraphs, sentences and quotations of a folded text.

A sentence ends at ``. ! ؟`` before white space, at a full stop right before the next word, or with its
paragraph (a line); a full stop inside quotation marks ends no sentence, since what follows is still the same
speaker's.
"""

import re
from collections import deque
from collections.abc import Iterator

import msgspec

from marsad.model.report import Span

#: Also a full stop between two whole words from which the blank was lost: "المطار.ووصل", not "العربية.نت".
_END = re.compile(r"[.!?؟]+(?=\s|$|\")|\n|(?:(?<=[ء-ي]{3})|(?<=[\")]))\.(?=[ء-ي]{4})")
_MARK = re.compile(r"[.!?؟\n]")
_ABBREVIATION = re.compile(r"(?:^|\s)(?:[^\W\d_])$")


#: A text without full stops is cut at a blank, so that rules which compare all parts of a sentence stay quick.
_LONGEST = 6000


class Sentence(msgspec.Struct, frozen=True):
    """A sentence ``text[start:end]`` and the number of its paragraph, in folded offsets."""

    start: int
    end: int
    paragraph: int


def paragraphs(text: str, start: int, end: int) -> list[Span]:
    """Return the non-empty lines of ``text[start:end]``, blanks at their ends left off."""
    found = []
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        line = text[at:stop]
        if line.strip():
            lead = len(line) - len(line.lstrip())
            found.append(Span(at + lead, at + len(line.rstrip())))
        at = stop + 1
    return found


def quotations(text: str, start: int, end: int) -> list[Span]:
    """Return the outermost quoted stretches of a paragraph, without their marks.

    A mark opens where it follows a blank, bracket, colon or clitic and a word follows; an opening mark that is
    never closed quotes up to the end of the paragraph.
    """
    found = []
    depth, opened = 0, start
    at = text.find('"', start, end)
    while at >= 0:
        if _opens(text, at, start, end, depth):
            if depth == 0:
                opened = at + 1
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0 and at > opened:
                found.append(Span(opened, at))
        at = text.find('"', at + 1, end)
    if depth and end - opened > 1:
        found.append(Span(opened, end))
    return found


def _opens(text: str, at: int, start: int, end: int, depth: int) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    starts_word = (
        before.isspace() or before in "([:،,-" or (before.isalnum() and at >= 2 and text[at - 2].isspace())
    )
    ends_word = after.isspace() or after in ".,،;؛:)]!?؟-"
    if starts_word and not ends_word:
        return True
    if ends_word and not starts_word:
        return False
    return depth == 0


def sentences(text: str, start: int, end: int) -> list[Sentence]:
    """Return the sentences of ``text[start:end]`` in order."""
    found: list[Sentence] = []
    for number, (first, last) in enumerate(paragraphs(text, start, end)):
        quoted = deque(quotations(text, first, last))
        at = first
        for match in _ends(text, first, last):
            stop = match.end()
            while quoted and quoted[0].end - 1 <= match.start():
                quoted.popleft()
            if quoted and quoted[0].start <= match.start():
                continue
            if _ABBREVIATION.search(text, max(first, match.start() - 3), match.start()):
                continue
            _append(found, text, at, stop, number)
            at = stop
        _append(found, text, at, last, number)
    return found


def _ends(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield what ``_END`` finds in ``text[start:end]``, tried only where it can begin."""
    at = start
    for mark in _MARK.finditer(text, start, end):
        match = _END.match(text, mark.start(), end) if mark.start() >= at else None
        if match is not None:
            at = match.end()
            yield match


def _append(found: list[Sentence], text: str, start: int, end: int, paragraph: int) -> None:
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip())
    trimmed = piece.strip()
    if any(character.isalnum() for character in trimmed):
        start += lead
        end = start + len(trimmed)
        while end - start > _LONGEST:
            cut = text.rfind(" ", start, start + _LONGEST)
            cut = cut if cut > start else start + _LONGEST
            found.append(Sentence(start, cut, paragraph))
            start = cut + len(text[cut:end]) - len(text[cut:end].lstrip())
        found.append(Sentence(start, end, paragraph))
