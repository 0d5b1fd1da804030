"""Judged claims found again after a report was read anew by better rules."""

from collections.abc import Iterable

from marsad.model.claims import claim_type
from marsad.model.judgement import Anchor
from marsad.register.sourced import Sourced


def found_again(anchor: Anchor, claims: Iterable[Sourced]) -> str | None:
    """Return the id of the claim that stands where the judged one stood, None where that is not certain.

    It is of the same report and type, and of those the only one whose first evidence overlaps the old one
    the most.
    """
    best: list[str] = []
    most = 0
    for item in claims:
        if item.id == anchor.claim:
            return item.id
        if item.report != anchor.report or claim_type(item.claim) != anchor.type:
            continue
        first = item.claim.evidence[0]
        shared = min(first.end, anchor.end) - max(first.start, anchor.start)
        if shared > most:
            best, most = [item.id], shared
        elif shared == most and shared > 0:
            best.append(item.id)
    return best[0] if len(best) == 1 else None
