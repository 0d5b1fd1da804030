"""The head of an article: kicker, headline and standfirst.

A standfirst sums up the article under the headline; the article tells it again, so that statements
may be taken from it, but what happened is better taken from the article.
"""

import re
from itertools import pairwise

from marsad.reading.kinds import Kind
from marsad.reading.lines import Line

_PUNCTUATION = re.compile(r'[.،,:؛"()]')
_KICKER_ENDS = ("؛", ";")
_LONGEST_TITLE = 170
_LONGEST_SUBTITLE = 110
_LONGEST_STANDFIRST = 450
_MOST_TITLES = 3
_RETOLD_IN = 3  # paragraphs after the standfirst
_RETOLD_SHARE = 0.7
_FEWEST_WORDS = 8
_SHORT_WORD = 3


def mark_head(lines: list[Line], kinds: list[Kind], *, titled: bool, copied: set[int]) -> None:
    """Mark the lines of the head in ``kinds``, in place; at least one TEXT line stays if there was one.

    ``titled`` says that the source gave the headline apart; ``copied`` holds the lines that the
    page prints again further down.
    """
    has_title = titled or _mark_titles(lines, kinds)
    if titled:
        _mark_subtitles(lines, kinds)
    content = _content(kinds)
    if len(content) < 2:
        return
    first = content[0]
    if first in copied:
        summed_up = has_title or lines[first].is_paragraph
    else:
        summed_up = has_title and not _mark_set_apart(kinds, content) and _is_retold(lines, content)
    if summed_up:
        kinds[first] = Kind.STANDFIRST


def _content(kinds: list[Kind]) -> list[int]:
    return [at for at, kind in enumerate(kinds) if kind is Kind.TEXT]


def _mark_titles(lines: list[Line], kinds: list[Kind]) -> bool:
    """Mark kicker and headline of a page whose source gave none apart; return whether it has one."""
    content = _content(kinds)
    run = _length_of_run([lines[at] for at in content])
    if run == len(content):
        run = min(run - 1, 1)  # nothing but short lines: the first may be the headline
    if run > _MOST_TITLES:
        run = 1
    for at in content[:run]:
        kinds[at] = Kind.TITLE
    _mark_kicker(lines, kinds, content[:run])
    return run > 0


def _length_of_run(lines: list[Line]) -> int:
    """Return how many lines at the start can be kicker, headline and a shorter line under it."""
    longest = _LONGEST_TITLE
    for at, line in enumerate(lines):
        if not line.is_title or len(line.text) > longest:
            return at
        if not (line.text.endswith(_KICKER_ENDS) or line.is_tag):
            longest = _LONGEST_SUBTITLE
    return len(lines)


def _mark_kicker(lines: list[Line], kinds: list[Kind], titles: list[int]) -> None:
    """Take a line that ends in a semicolon, and a short one above a longer one, for the kicker."""
    for at, following in pairwise(titles):
        above = lines[at]
        if above.text.endswith(_KICKER_ENDS) or (
            above.is_tag and len(above.text) * 2 < len(lines[following].text)
        ):
            kinds[at] = Kind.KICKER


def _mark_subtitles(lines: list[Line], kinds: list[Kind]) -> None:
    """Mark short lines between a headline given apart and the first paragraph."""
    content = _content(kinds)
    for at, following in pairwise(content[:3]):
        line = lines[at]
        if not (line.is_title and len(line.text) <= _LONGEST_SUBTITLE and lines[following].is_paragraph):
            return
        kinds[at] = Kind.STANDFIRST


def _mark_set_apart(kinds: list[Kind], content: list[int]) -> bool:
    """Mark one or two paragraphs that a date or a dateline sets apart from the article."""
    for count in (1, 2):
        if len(content) <= count + 1:
            return False
        between = kinds[content[count - 1] + 1 : content[count]]
        if Kind.DATE in between or Kind.DATELINE in between:
            for at in content[:count]:
                kinds[at] = Kind.STANDFIRST
            return True
    return False


def _is_retold(lines: list[Line], content: list[int]) -> bool:
    """Return whether one of the next paragraphs tells again nearly all that the first one says."""
    if len(content) < _RETOLD_IN or len(lines[content[0]].text) > _LONGEST_STANDFIRST:
        return False
    mine = _long_words(lines[content[0]])
    if len(mine) < _FEWEST_WORDS:
        return False
    return any(
        len(mine & _long_words(lines[at])) >= _RETOLD_SHARE * len(mine) for at in content[1 : 1 + _RETOLD_IN]
    )


def _long_words(line: Line) -> set[str]:
    return {word for word in _PUNCTUATION.sub(" ", line.text).split() if len(word) > _SHORT_WORD}
