"""What extraction tells of a text, in the form that tests of several of its modules look at."""

from collections.abc import Callable

from marsad.extraction import encounters, undertakings
from marsad.extraction.document import Document
from marsad.model.claims import Encounter, Undertaking

Read = Callable[..., Document]


def encounters_of(document: Document) -> list[Encounter]:
    """Return the encounters of a document."""
    return [claim for claim in encounters.find(document) if isinstance(claim, Encounter)]


def circle(encounter: Encounter) -> set[str]:
    """Return the states and organisations that take part."""
    return {p.state or p.organisation or "" for p in encounter.participants}


def undertakings_of(read: Read, text: str) -> list[Undertaking]:
    """Return the undertakings of a text."""
    return [claim for claim in undertakings.find(read(text)) if isinstance(claim, Undertaking)]


def stages_told(read: Read, text: str) -> list[tuple[str, str]]:
    """Return kind and stage of each undertaking."""
    return [(claim.kind, claim.stage) for claim in undertakings_of(read, text)]
