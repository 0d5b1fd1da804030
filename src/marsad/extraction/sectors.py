"""Which sectors a stretch of text is about, by the cue words of ``sectors.yml``."""

from marsad.extraction.document import Document
from marsad.model.vocabulary import Sector

_SPEAKERS = ("person", "role")


def sectors(document: Document, start: int, end: int) -> tuple[Sector, ...]:
    """Return the sectors named within ``[start, end)``, in order of mention, each once.

    Offices show who speaks, not what about: cues inside their names are left out.
    Example: "بحث وزير النقل التعاون في السياحة" → tourism.
    """
    found: list[str] = []
    mentions = [m for m in document.cast.between(max(0, start - 80), end) if m.kind in _SPEAKERS]
    for hit in document.surface.hits_between(start, end):
        if hit.kind != "sector" or hit.key in found:
            continue
        if not any(mention.start <= hit.start < mention.end for mention in mentions):
            found.append(hit.key)
    return tuple(found)  # type: ignore[arg-type]  # the knowledge's linter holds the vocabulary


def parties(document: Document, start: int, end: int) -> list[str]:
    """Return the states in view within ``[start, end)``: by name, by their people, by nisba, by "البلدين"."""
    found: list[str] = []
    for mention in document.cast.between(start, end):
        for member in mention.members:
            if member.state and member.state not in found:
                found.append(member.state)
    for hit in document.surface.hits_between(start, end):
        if hit.kind == "nisba" and hit.key not in found:
            found.append(hit.key)
    return found
