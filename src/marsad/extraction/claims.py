"""All claims of a document: one module for each type, in the order in which an editor would ask."""

from marsad.extraction import (
    commitments,
    encounters,
    measures,
    memberships,
    statements,
    tenures,
    undertakings,
)
from marsad.extraction.document import Document
from marsad.model.claims import Claim

_FINDERS = (
    encounters.find,
    undertakings.find,
    commitments.find,
    measures.find,
    statements.find,
    memberships.find,
    tenures.find,
)


def claims(document: Document) -> tuple[Claim, ...]:
    """Return every claim of a report, by type and then in reading order."""
    found: list[Claim] = []
    for find in _FINDERS:
        found += sorted(find(document), key=lambda claim: claim.evidence[0].start)
    return tuple(found)
