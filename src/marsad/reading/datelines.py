"""Datelines: where a report was written and which agency it comes from.

On a line of their own (``"مسقط - العمانية"``) or in front of the first sentence
(``"صلالة في 3 مايو / العمانية / بدأت الزيارة"``).
"""

import re
from functools import cache
from typing import Any

import msgspec

from marsad.folding import fold_word
from marsad.knowledge.table import table
from marsad.reading.furniture import furniture_data

_SEPARATORS = re.compile(r"[-/|()،,\"]+|:$")
_INLINE_END = re.compile(r"\)\s*[-:]{0,2}\s*(?=[\w\"])|[:/-]{1,3}\s*(?=[\w\"])|\.\s+(?=\w)")
_DIGIT = re.compile(r"\d")
_LONGEST_LINE, _LONGEST_PREFIX = 60, 75
_PART_WORDS = 4


class _Known(msgspec.Struct, frozen=True):
    places: frozenset[str]
    credits: frozenset[str]


@cache
def _known() -> _Known:
    files = table().files
    places = [*_forms(files["states"]["states"]), *_forms(files["cities"]["cities"])]
    outlets = _forms(files["outlets"]["outlets"], "ar", "short")
    credited = [*outlets, *furniture_data()["credits_in_datelines"]]
    return _Known(frozenset(map(fold_word, places)), frozenset(map(fold_word, credited)))


def _forms(entries: dict[str, dict[str, Any]], *fields: str) -> list[str]:
    return [
        form for entry in entries.values() for field in fields or ("ar",) for form in entry.get(field, [])
    ]


def is_known(part: str) -> bool:
    """Return whether ``part`` (folded) is a place or an agency, as datelines are made of."""
    known = _known()
    return part in known.places or part in known.credits


def is_dateline(text: str, *, bare: bool = True) -> bool:
    """Return whether the folded line is a dateline: places, agencies and perhaps the reporter's name.

    ``bare`` says whether a single place or agency will do: below the first paragraph it is an item of a list.
    Example: ``"سالم الكندي - مسقط"``; not ``"قمة مسقط - خطوة اولي"``.
    """
    if len(text) > _LONGEST_LINE or text.endswith((".", "؟", "!")):
        return False
    parts = _parts(text)
    if not parts or any(part.count(" ") >= _PART_WORDS for part in parts):
        return False
    known = _known()
    if len(parts) == 1:
        return bare and is_known(parts[0])
    return any(part in known.credits for part in parts) or sum(
        part in known.places for part in parts
    ) * 2 >= len(parts)


def _parts(text: str) -> list[str]:
    return [part for piece in _SEPARATORS.split(text) if (part := " ".join(piece.split()).strip(" .:"))]


def dateline_length(text: str) -> int:
    """Return how many characters of the folded paragraph are a dateline in front of it; 0 mostly."""
    ends = _INLINE_END.finditer(text[:_LONGEST_PREFIX])
    return max((end.end() for end in ends if _is_prefix(_parts(text[: end.start()]))), default=0)


def dateline_parts(text: str) -> list[str]:
    """Return the places, agencies and names of a dateline; an agency after a date is a part of its own."""
    parts = _parts(text)
    return [*parts, *(part.rpartition(" ")[2] for part in parts if _DIGIT.search(part))]


def _is_prefix(parts: list[str]) -> bool:
    """Return whether the parts are an agency and beside it only places, dates and at most one name."""
    known = _known()
    dated = [part for part in parts if _DIGIT.search(part)]
    credited = [part for part in parts if part in known.credits]
    if not credited and not any(part.rpartition(" ")[2] in known.credits for part in dated):
        return False
    if len(parts) == 1 and not dated:
        return False
    # Beside a day, a month may stand under its second name.
    others = [p for p in parts if p not in dated and not is_known(p) and (not dated or " " in p)]
    return not others or _is_name(others, parts)


def _is_name(others: list[str], parts: list[str]) -> bool:
    """Return whether the one unknown part can be the reporter: beside a place, or before an agency."""
    if len(others) > 1 or others[0].count(" ") >= _PART_WORDS:
        return False
    return any(part in _known().places for part in parts) or (
        len(parts) == 2 and parts[0] == others[0] and " " in others[0]
    )
