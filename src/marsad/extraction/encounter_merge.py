"""One claim for one encounter: tellings of the same meeting, call or visit become evidence of one claim."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

import msgspec

from marsad.extraction.document import Document
from marsad.model.claims import Encounter, Participant

#: Kinds that news uses for the same thing: a meeting is also called talks, and talks negotiation.
_ALIKE = {"call": "call", "video_call": "call", "visit": "visit", "ceremony": "ceremony",
          "press_conference": "press_conference", "conference": "conference", "reception": "reception"}  # fmt: skip
_MOST_EVIDENCE = 6


def merge(document: Document, told: Iterable[Encounter]) -> Iterator[Encounter]:
    """Yield the encounters of a report, each once; body tellings come first, the fullest gives the slots."""
    kept: list[Encounter] = []
    inside = sorted(told, key=lambda e: document.surface.in_headline(_position(document, e)))
    for encounter in inside:
        for index, other in enumerate(kept):
            if _same(other, encounter):
                kept[index] = _joined(other, encounter)
                break
        else:
            kept.append(encounter)
    yield from kept


def _position(document: Document, encounter: Encounter) -> int:
    """Where the evidence begins, in folded offsets near enough to tell headline from body."""
    start = encounter.evidence[0].start
    offsets = document.surface.folded.offsets
    if offsets is None:
        return start
    return bisect_left(offsets, start)


def _same(one: Encounter, other: Encounter) -> bool:
    if _ALIKE.get(one.kind, "meeting") != _ALIKE.get(other.kind, "meeting"):
        return False
    if (one.status in ("denied", "proposed", "cancelled")) != (other.status in ("denied", "proposed", "cancelled")):
        return False
    if one.date and other.date and not (one.date.startswith(other.date) or other.date.startswith(one.date)):
        return False
    return _agree(one.participants, other.participants)


def _agree(one: tuple[Participant, ...], other: tuple[Participant, ...]) -> bool:
    """The smaller circle lies within the larger one, person by person where both name people of a state."""
    if _states(one) != _states(other) and not (_people(one) and _people(one) == _people(other)):
        return False
    for state in _states(one):
        named = {p.person for p in one if p.state == state and p.person}
        given = {p.person for p in other if p.state == state and p.person}
        if named and given and not (named <= given or given <= named):
            return False
    return True


def _states(participants: tuple[Participant, ...]) -> set[str | None]:
    return {p.state or p.organisation for p in participants}


def _people(participants: tuple[Participant, ...]) -> set[str]:
    return {p.person for p in participants if p.person}


def _joined(one: Encounter, other: Encounter) -> Encounter:
    fuller, poorer = (one, other) if len(_people(one.participants)) >= len(_people(other.participants)) else (other, one)
    return msgspec.structs.replace(
        fuller,
        evidence=(*one.evidence, *(e for e in other.evidence if e not in one.evidence))[:_MOST_EVIDENCE],
        date=one.date or other.date,
        date_basis=one.date_basis or other.date_basis,
        place=fuller.place or poorer.place,
        format=fuller.format or poorer.format,
    )
