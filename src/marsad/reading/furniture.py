"""What stands on a page beside the article, told by its wording (``knowledge/furniture.yml``).

Example: ``"شارك الخبر عبر واتساب"`` is furniture; ``"شارك الوزير في القمة"`` is not.
"""

import re
from enum import Enum
from functools import cache
from typing import Any

from marsad.folding import fold_word
from marsad.knowledge.table import table
from marsad.reading.lines import Line

_LONGEST = 260  # no pattern matches a longer line,
_LONG = 120  # nor one longer than this with a full stop


class Mark(Enum):
    """What the wording of a line says about it."""

    FURNITURE = "furniture"
    END = "end of the article"
    LINKS = "titles of other pages follow"
    SECTION = "name of a section"


def furniture_data() -> dict[str, Any]:
    """Return the contents of ``furniture.yml``."""
    return table().files["furniture"]


def alternatives(patterns: list[str]) -> str:
    """Return one regular expression for any of ``patterns``, folded as texts are."""
    return "|".join(f"(?:{fold_word(pattern)})" for pattern in patterns)


def words_pattern(words: list[str]) -> str:
    """Return one regular expression for any of the plain ``words``, longest first."""
    ordered = sorted({fold_word(word) for word in words}, key=len, reverse=True)
    return "|".join(re.escape(word) for word in ordered)


@cache
def _marks() -> "re.Pattern[str]":
    """One pattern for all marks; which of them matched tells its group."""
    data = furniture_data()
    patterns = data["patterns"]
    groups = (
        (Mark.LINKS, alternatives(patterns["links"])),
        (Mark.END, alternatives(patterns["end"])),
        (Mark.FURNITURE, alternatives(patterns["line"])),
        (Mark.SECTION, words_pattern(data["sections"])),
    )
    return re.compile("|".join(f"(?P<{mark.name}>{pattern})" for mark, pattern in groups), re.IGNORECASE)


@cache
def _starts() -> tuple[str, ...]:
    return tuple(fold_word(phrase) for phrase in furniture_data()["line_starts"])


@cache
def _ends_of_paragraphs() -> tuple["re.Pattern[str]", "re.Pattern[str]"]:
    patterns = furniture_data()["patterns"]
    start = rf"(?:{alternatives(patterns['paragraph_start'])})\s*"
    # Behind a full stop only: within a sentence the same words are the article's own.
    end = rf"(?<=[.!؟\"])\s*(?:{alternatives(patterns['paragraph_end'])})$"
    return re.compile(start, re.IGNORECASE), re.compile(end, re.IGNORECASE)


def mark_of(line: Line) -> Mark | None:
    """Return what the wording of ``line`` says about it; None for most lines."""
    text = line.text
    if not text or line.is_hashtags or text.startswith(_starts()):
        return Mark.FURNITURE
    if len(text) > _LONGEST or (len(text) > _LONG and text.endswith(".")):
        return None
    match = _marks().fullmatch(text)
    return None if match is None else Mark[str(match.lastgroup)]


def article_part(line: Line) -> tuple[int, int]:
    """Return where the article stands in the folded line, without the furniture at its ends.

    Example: of ``"وتستمر الزيارة يومين. سمات قمة زيارة"`` the first sentence.
    """
    text = line.text
    starts, ends = _ends_of_paragraphs()
    head = starts.match(text)
    start = head.end() if head else 0
    if text.endswith("."):
        return start, len(text)
    tail = ends.search(text, max(start, len(text) - _LONGEST))
    return (start, tail.start()) if tail else (start, len(text))
