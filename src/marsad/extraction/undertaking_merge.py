"""One claim for an instrument that a report only goes on speaking of, with every place where it does.

Example: "الاتفاق بين غانا وتوغو" in three sentences is one agreement with three evidence spans, and so is a
"الاتفاق" that goes back to it.
"""

import msgspec

from marsad.extraction.undertaking_standing import AGAIN, STANDING
from marsad.extraction.undertaking_words import family, phase
from marsad.model.claims import Undertaking

#: Stages of an instrument that there is.
_DONE = ("agreed", "signed", "ratified")
#: What tells of negotiations that name nothing else.
_TALKS = "undertakings/negotiations-under_negotiation"


def merged(claims: list[Undertaking]) -> list[Undertaking]:
    """Return the claims in order, those of an instrument that only stands joined to the first that tells of it.

    What goes back to nothing is left out.
    """
    kept: list[Undertaking] = []
    for claim in claims:
        again = claim.extractor == _TALKS or claim.extractor.endswith((f"-{STANDING}", f"-{AGAIN}"))
        index = next((n for n, other in enumerate(kept) if _same(claim, other)), None) if again else None
        if index is not None:
            first = kept[index]
            kept[index] = msgspec.structs.replace(first, evidence=(*first.evidence, *claim.evidence))
        elif not claim.extractor.endswith(f"-{AGAIN}"):
            kept.append(claim)
    return kept


def with_heading(heading: list[Undertaking], body: list[Undertaking]) -> list[Undertaking]:
    """Return the claims of the body, each with the place where headline or standfirst tells it too.

    What only these tell is added, when it has two parties.
    """
    claims, added = list(body), list[Undertaking]()
    for claim in heading:
        told = [n for n, other in enumerate(claims) if _retells(claim, other)]
        if told:
            best = max(told, key=lambda n: _likeness(claim, claims[n]))
            evidence = (*claims[best].evidence, *claim.evidence)
            claims[best] = msgspec.structs.replace(claims[best], evidence=evidence)
        elif len(claim.parties) > 1 and not any(_retells(claim, other) for other in added):
            added.append(claim)
    return [*added, *claims]


def _likeness(claim: Undertaking, other: Undertaking) -> tuple[bool, bool, int]:
    shared = len(set(claim.parties) & set(other.parties))
    return claim.kind == other.kind, claim.stage == other.stage, shared


def _retells(claim: Undertaking, other: Undertaking) -> bool:
    return (
        family(claim.kind) == family(other.kind)
        and phase(claim.stage) == phase(other.stage)
        and bool(set(claim.parties) & set(other.parties))
    )


def _same(claim: Undertaking, other: Undertaking) -> bool:
    """Whether a claim that an instrument stands goes with another of the same instrument."""
    if claim.kind != other.kind or not set(claim.parties) & set(other.parties):
        return False
    if claim.extractor.endswith((f"-{STANDING}", f"-{AGAIN}")):
        return other.stage in _DONE
    return claim.extractor == other.extractor == _TALKS
