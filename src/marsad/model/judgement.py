"""What people decide about the register: the one thing in it that no program can derive again.

A judgement names claims, not entries: claims are immutable, entries come and go with every rebuild.
"""

import hashlib
from typing import Any, Literal

import msgspec

from marsad.model.claims import Claim, claim_type

Verdict = Literal["accept", "reject", "correct", "merge", "split", "note", "undo"]
# Whatever JSON can say: msgspec decodes no type that is made of itself.
Value = Any

_ENCODER = msgspec.json.Encoder(order="deterministic")


class Anchor(msgspec.Struct, frozen=True):
    """Where a judged claim stands, so that it is found again when a better rule gives it another id.

    ``start`` and ``end`` are the half-open code points of its first evidence in the report's text.
    """

    claim: str
    report: str
    type: str
    start: int
    end: int


class Judgement(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One decision of one person.

    ``on`` lists the claims that it is about. Of a ``merge`` they belong in one entry, with all that share an
    entry with one of them; of a ``split`` they stay apart from those of ``apart``. A ``correct`` sets ``slot``
    (a field of the claim, with dots: ``place.city``) to ``value``. ``undo`` takes back the judgement ``undoes``.
    ``at`` is an ISO 8601 time in UTC.
    """

    id: str = ""
    verdict: Verdict
    on: tuple[Anchor, ...] = ()
    apart: tuple[Anchor, ...] = ()
    slot: str | None = None
    value: Value = None
    note: str | None = None
    undoes: str | None = None
    by: str
    at: str


def identified(judgement: Judgement) -> Judgement:
    """Return the judgement with its id: ``j`` and 20 hexadecimal digits of the hash of all the rest."""
    digest = hashlib.blake2b(_ENCODER.encode(msgspec.structs.replace(judgement, id="")), digest_size=10)
    return msgspec.structs.replace(judgement, id="j" + digest.hexdigest())


def anchor(claim_id: str, report: str, claim: Claim) -> Anchor:
    """Return where a claim stands."""
    first = claim.evidence[0]
    return Anchor(claim_id, report, claim_type(claim), first.start, first.end)
