"""What has to be equal for two claims to speak of the same thing.

``actors`` says whom a claim is about. ``bucket`` names the set of claims that a claim may be brought
together with: two claims of different buckets never share an entry, so buckets can be consolidated
each by itself, in any order, anywhere.
"""

import hashlib
import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from marsad.folding import fold
from marsad.model.claims import (
    Claim,
    Commitment,
    Encounter,
    Measure,
    Membership,
    Participant,
    Statement,
    Tenure,
    Undertaking,
    claim_type,
)
from marsad.register.sourced import Sourced

# Fewer words are no quotation that could be told from another.
_QUOTATION = 5
_WORD = re.compile(r"\w+")


def actors(claim: Claim) -> frozenset[str]:
    """Return the codes of the states and organisations that take part, speak, hear or are spoken about."""
    people = [claim.by, *claim.by_also]
    codes: set[str | None] = set()
    match claim:
        case Encounter():
            people += [*claim.participants, claim.invited_by, claim.host]
        case Undertaking() | Measure():
            codes |= set(claim.parties)
        case Commitment():
            people.append(claim.to)
            codes |= set(claim.parties)
        case Statement():
            people.append(claim.to)
            codes |= set(claim.topic)
        case Membership() | Tenure():
            codes |= {claim.state, claim.organisation}
    for person in people:
        if person is not None:
            codes |= {person.state, person.organisation}
    return frozenset(code for code in codes if code)


def parties(claim: Claim) -> frozenset[str]:
    """Return the codes of those between whom the thing itself is, whoever tells it; of speech, all actors."""
    match claim:
        case Encounter():
            people = [*claim.participants, claim.invited_by, claim.host]
            codes = {who.state or who.organisation for who in people if who is not None}
            return frozenset(code for code in codes if code)
        case Undertaking() | Measure():
            return frozenset(claim.parties)
        case _:
            return actors(claim)


def bucket(sourced: Sourced) -> str:
    """Return the name of the claim's bucket; it starts with the claim's type."""
    return "|".join((claim_type(sourced.claim), *_key(sourced)))


def kind(claim: Claim) -> str:
    """Return what the claim is within its type: its kind, act, indicator, verb, status or office."""
    match claim:
        case Encounter() | Undertaking():
            return claim.kind
        case Commitment():
            return claim.act
        case Measure():
            return claim.indicator
        case Statement():
            return claim.verb or "say"
        case Membership():
            return claim.status
        case Tenure():
            return claim.office


def measured(claim: Measure) -> tuple[str, ...]:
    """Return what a figure says: its value, unit, rate, period, and whether it is a bound or a target."""
    bounds = f"{claim.at_least:d}{claim.at_most:d}{claim.target:d}"
    return (_normal(claim.value), claim.unit, claim.per or "", claim.period or "", bounds)


def _key(sourced: Sourced) -> tuple[str, ...]:
    claim = sourced.claim
    match claim:
        case Encounter():
            # Kind and status may differ from report to report, so they don't part buckets.
            present = _joined(who.state or who.organisation or "" for who in claim.participants)
            return (present or sourced.report,)
        case Undertaking():
            return (_joined(claim.parties) or sourced.report,)
        case Commitment():
            # Without sectors nothing tells one promise of a speaker from the next but its words.
            topic = _joined(claim.sectors) or _words(sourced)
            return (claim.act, speaker(claim.by), _joined(claim.parties), topic, claim.deadline or "")
        case Measure():
            # A figure that names no parties is told apart only by its words.
            return (claim.indicator, _joined(claim.parties) or _words(sourced))
        case Statement():
            return (speaker(claim.by), _words(sourced))
        case Membership():
            return (claim.state, claim.organisation, claim.status)
        case Tenure():
            return (claim.state or "", claim.organisation or "", claim.office)


def _words(sourced: Sourced) -> str:
    """Return what stands for the words that a claim rests on, so that the same words meet in any report."""
    words = _WORD.findall(fold(sourced.claim.evidence[0].text).text)
    if len(words) < _QUOTATION:
        return sourced.id
    return hashlib.blake2b(" ".join(words).encode(), digest_size=10).hexdigest()


def speaker(who: Participant | None) -> str:
    """Return what identifies a speaker: the person, else the name, else office, state and organisation."""
    if who is None:
        return ""
    if who.person or who.name:
        return who.person or fold(who.name or "").text
    return "/".join((who.office or "", who.state or "", who.organisation or ""))


def _joined(codes: Iterable[str]) -> str:
    return "+".join(sorted({code for code in codes if code}))


def _normal(value: str) -> str:
    try:
        return f"{Decimal(value).normalize():f}"
    except InvalidOperation:
        return value
