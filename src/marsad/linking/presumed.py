"""The earliest day on which a report can have come out, by the dated events that it presumes.

"منذ الحرب في أوكرانيا" was written on 2022-02-24 or later. Where such a sentence dates the event by a month
("in June last"), the report is no older than the first such month after the event began.
"""

import itertools
import re
from functools import cache
from typing import Any

from marsad.folding import fold_word
from marsad.knowledge.table import table

_PAST = ("الماضي", "المنصرم", "الفائت")


@cache
def _events() -> list[tuple[re.Pattern[str], str | None, str]]:
    rows: dict[str, dict[str, Any]] = table().files["events"]["events"]
    return [
        (
            re.compile("|".join(rf"{re.escape(fold_word(phrase))}" for phrase in row["ar"])),
            row.get("state"),
            row["from"],
        )
        for row in rows.values()
    ]


@cache
def _months() -> dict[str, int]:
    """Return each folded month name of the Gregorian families with its number."""
    months: dict[str, int] = {}
    for number, names in enumerate(table().files["events"]["months"], start=1):
        months |= {fold_word(name): number for name in names}
    return months


def earliest(sentences: list[str], states: list[frozenset[str]]) -> str | None:
    """Return the lower bound as EDTF (``2022-02-24``, ``2022-06``), or None where no event is presumed.

    ``sentences`` are folded; ``states[i]`` are those in view in the sentence.
    """
    bounds = [
        _with_month(sentence, start)
        for sentence, seen in zip(sentences, states, strict=True)
        for pattern, state, start in _events()
        if pattern.search(sentence) and (state is None or state in seen)
    ]
    return max(bounds, default=None)


def _with_month(sentence: str, start: str) -> str:
    """Push the bound to the month of "يونيو الماضي" that first comes after the event began."""
    tokens = re.findall(r"\w+", sentence)
    for name, past in itertools.pairwise(tokens):
        month = _months().get(name)
        if month is not None and past in _PAST:
            year, begun = int(start[:4]), int(start[5:7] or "1")
            return f"{year + (month < begun)}-{month:02}"
    return start
