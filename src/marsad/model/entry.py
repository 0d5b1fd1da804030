"""What the register holds once claims that mean the same thing have been brought together."""

import hashlib

import msgspec

from marsad.model.vocabulary import Stage


class StageAt(msgspec.Struct, frozen=True):
    """A stage that an undertaking is said to have reached, by which claim, and when (EDTF) if it is known."""

    stage: Stage
    date: str | None
    claim: str


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One thing in the register, and every claim that it rests on.

    ``claims`` holds ids of claims, the one to show first. ``first`` and ``last`` are the ISO days
    between which it happened as far as the claims say, ``reported_first`` and ``reported_last`` the
    publication days of the reports; each is None when unknown. ``stages`` tells an undertaking's
    course, oldest first. An entry can be dropped and rebuilt from its claims at any time.
    """

    id: str
    type: str
    kind: str
    claims: tuple[str, ...]
    first: str | None = None
    last: str | None = None
    reported_first: str | None = None
    reported_last: str | None = None
    stages: tuple[StageAt, ...] = ()
    reports: int
    outlets: int


def entry_id(*key: str) -> str:
    """Return the id of the entry with this content key: ``e`` and 20 hexadecimal digits."""
    digest = hashlib.blake2b("\x1f".join(key).encode(), digest_size=10)
    return "e" + digest.hexdigest()
