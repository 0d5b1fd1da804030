"""The foot of a page: tags, teasers and time stamps below the article, told by their form."""

from marsad.reading.kinds import Kind
from marsad.reading.lines import Line

_AND = "و"
_HEADING_WORDS, _SUBHEADING_WORDS = 13, 5
_FULL = (".", '."', '".', "!", "؟", ".)", ").")
_RUN = 3  # so many tags in a row are a list of tags, and what stands among them a teaser


def mark_foot(lines: list[Line], kinds: list[Kind]) -> None:
    """Mark as furniture, in place, the short lines that follow the last paragraph.

    The items of a list that belongs to the article stay: their list is announced by a colon.
    """
    at, taken = len(lines), 0
    while at > 0:
        line = lines[at - 1]
        if (
            kinds[at - 1] is Kind.TEXT
            and not line.is_tag
            and not (taken > 1 and _in_tags(lines, kinds, at - 1))
        ):
            break
        taken += line.is_tag
        at -= 1
    if at == 0 or lines[at - 1].text.endswith(":"):
        return
    for below in range(at, len(lines)):
        if kinds[below] is Kind.TEXT:
            kinds[below] = Kind.FURNITURE


def _in_tags(lines: list[Line], kinds: list[Kind], at: int) -> bool:
    """Return whether a run of tags stands right above the line."""
    above = range(at - 1, at - 1 - _RUN, -1)
    return at >= _RUN and all(kinds[i] is Kind.TEXT and lines[i].is_tag for i in above)


def mark_headings(lines: list[Line], kinds: list[Kind]) -> None:
    """Mark, in place, headings and links to other pages that stand alone between two paragraphs.

    Only where the article's paragraphs end in full stops, so that a line without one is none of them.
    """
    content = [at for at, kind in enumerate(kinds) if kind is Kind.TEXT]
    for before, at, after in zip(content, content[1:], content[2:], strict=False):
        if _is_heading(lines[before], lines[at], lines[after]):
            kinds[at] = Kind.HEADING


def _is_heading(before: Line, line: Line, after: Line) -> bool:
    words = line.text.count(" ") + 1
    # A sentence whose full stop was forgotten mostly begins with "and".
    if words > (_HEADING_WORDS if line.text[0] != _AND else _SUBHEADING_WORDS):
        return False
    if line.ends_sentence or not line.text[0].isalpha():
        return False
    return before.text.endswith(_FULL) and after.text.endswith(_FULL) and len(after.text) > len(line.text)
