"""What an entry rests on, counted: reports, outlets, voices, how near to the event, what agrees."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from marsad.knowledge.table import table
from marsad.model.claims import BaseClaim, Commitment, Participant, Statement
from marsad.model.edtf import span
from marsad.model.entry import Support
from marsad.register.keys import parties
from marsad.register.sourced import Sourced

_TOLD, _FROM_PARTIES, _SECOND_HAND = range(3)


class Counts(NamedTuple):
    """``reports``, ``outlets`` and ``voices`` as ``Entry`` explains them."""

    reports: int
    outlets: int
    voices: int


def count(members: Iterable[Sourced]) -> Counts:
    """Return how many reports, outlets and voices stand behind the claims."""
    texts: dict[str, set[str]] = {}
    reports = set()
    for item in members:
        reports.add(item.report)
        if item.outlet:
            texts.setdefault(item.outlet, set()).add(item.voice)
    return Counts(len(reports), len(texts), max(1, _voices(texts)))


def _voices(texts: dict[str, set[str]]) -> int:
    """Return how many outlets can each be given a text of its own: a greatest matching."""
    of_text: dict[str, str] = {}
    return sum(_given_text(outlet, texts, of_text, set()) for outlet in sorted(texts))


def _given_text(outlet: str, texts: dict[str, set[str]], of_text: dict[str, str], tried: set[str]) -> bool:
    """Give the outlet a text that is free, or whose outlet can take another one."""
    for text in sorted(texts[outlet] - tried):
        tried.add(text)
        if text not in of_text or _given_text(of_text[text], texts, of_text, tried):
            of_text[text] = outlet
            return True
    return False


def support(members: Sequence[Sourced]) -> Support:
    """Return how near the reports are to the event, and whether they agree on day and place."""
    nearness: dict[str, int] = {}
    for item in members:
        nearness[item.report] = min(nearness.get(item.report, _SECOND_HAND), _nearness(item))
    near = list(nearness.values())
    dated = [item for item in members if item.claim.date and item.claim.date_basis != "publication"]
    placed = [item for item in members if item.claim.place is not None]
    dating, placing = {item.report for item in dated}, {item.report for item in placed}
    return Support(
        told=near.count(_TOLD),
        from_parties=near.count(_FROM_PARTIES),
        second_hand=near.count(_SECOND_HAND),
        dated=len(dating),
        dates_agree=meeting_of(item.claim.date for item in dated) is not None if len(dating) > 1 else None,
        placed=len(placing),
        places_agree=_one_place([item.claim for item in placed]) if len(placing) > 1 else None,
    )


def meeting_of(dates: Iterable[str | None]) -> tuple[date, date] | None:
    """Return the days that all of the EDTF dates allow, None where no day fits them all."""
    first, last = date.min, date.max
    for edtf in dates:
        if edtf is not None:
            start, end = span(edtf)
            first, last = max(first, start or first), min(last, end or last)
    return (first, last) if first <= last else None


def _nearness(item: Sourced) -> int:
    """Speech is what the claim is about: whoever speaks, the report itself tells that he did."""
    claim = item.claim
    if claim.by is None or isinstance(claim, Statement | Commitment):
        return _TOLD
    return _FROM_PARTIES if _involved(claim.by, parties(claim)) else _SECOND_HAND


def _involved(speaker: Participant, involved: frozenset[str]) -> bool:
    """A medium or unnamed sources stand for no party, whatever state they are of."""
    if speaker.person is None and speaker.organisation in _relays():
        return False
    return bool(involved & {speaker.state, speaker.organisation})


@cache
def _relays() -> frozenset[str]:
    known = table().files["outlets"]
    return frozenset((*known["outlets"], *known["generic"]))


def _one_place(claims: Iterable[BaseClaim]) -> bool:
    places = [claim.place for claim in claims if claim.place is not None]
    cities = {place.city for place in places if place.city}
    states = {place.state for place in places if place.state}
    return len(cities) < 2 and len(states) < 2
