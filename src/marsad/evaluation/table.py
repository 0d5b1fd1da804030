"""Scores as text."""

from collections.abc import Iterator
from typing import Any

import msgspec

from marsad.evaluation.gold import Noted
from marsad.evaluation.scoring import Fault, Scores

_KEYS = (
    "kind", "stage", "act", "indicator", "value", "unit", "verb", "state", "organisation", "office", "person",
    "status",
)  # fmt: skip
_SHOWN = 90


def table(scores: Scores) -> str:
    """Return the table by type, then slots, dates, broken evidence and the mean."""
    return "\n".join(_lines(scores)) + "\n"


def _lines(scores: Scores) -> Iterator[str]:
    yield f"{'type':<12}{'P':>7}{'R':>7}{'F1':>7}{'right':>7}{'wrong':>7}{'missed':>7}"
    for name, tally in scores.types.items():
        if tally.right + tally.missed:
            figures = f"{tally.precision:>7.3f}{tally.recall:>7.3f}{tally.f1:>7.3f}"
            yield f"{name:<12}{figures}{tally.right:>7}{tally.wrong:>7}{tally.missed:>7}"
    yield "slots: " + ", ".join(f"{name} {at.right}/{at.of}" for name, at in sorted(scores.slots.items()))
    yield (
        f"published dates {scores.published.right}/{scores.published.of}, "
        f"evidence that does not match the text: {scores.broken_evidence}"
    )
    yield f"macro F1 {scores.macro_f1:.3f}"


def figures(scores: Scores) -> dict[str, Any]:
    """Return the scores as plain data for JSON."""
    types = {
        name: {
            "precision": tally.precision,
            "recall": tally.recall,
            "f1": tally.f1,
            **msgspec.structs.asdict(tally),
        }
        for name, tally in scores.types.items()
        if tally.right + tally.missed
    }
    return {
        "types": types,
        "macro_f1": scores.macro_f1,
        "published": msgspec.structs.asdict(scores.published),
        "broken_evidence": scores.broken_evidence,
        "slots": {name: msgspec.structs.asdict(ratio) for name, ratio in sorted(scores.slots.items())},
    }


def fault_line(fault: Fault) -> str:
    """Return one line on a miss or false alarm."""
    what = "MISSED" if fault.missed else "FALSE "
    evidence = " ".join(fault.claim.spans[0].text.split())[:_SHOWN]
    return f"{what} {fault.report} {fault.claim.type} {_brief(fault.claim)} «{evidence}»"


def _brief(claim: Noted) -> str:
    told = [str(value) for key in _KEYS if (value := getattr(claim, key))]
    if claim.by:
        told.append(f"by {claim.by.person or claim.by.name or claim.by.state or claim.by.organisation}")
    if claim.participants:
        told.append("+".join(who.person or who.name or who.state or "?" for who in claim.participants))
    return " ".join(told)
