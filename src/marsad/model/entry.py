"""What the register holds once claims that mean the same thing have been brought together."""

import hashlib

import msgspec

from marsad.model.vocabulary import EncounterStatus, Stage


class StageAt(msgspec.Struct, frozen=True):
    """Where a thing is said to stand, by which claim, and when (EDTF) if it is known.

    Of an undertaking it is the stage reached, of an encounter the status.
    """

    stage: Stage | EncounterStatus
    date: str | None
    claim: str


class Support(msgspec.Struct, frozen=True, kw_only=True):
    """What an entry rests on, as facts to count; no probability is made of them.

    Each report counts once, at its best: ``told`` say it in their own voice, ``from_parties`` have it
    from one of those whom it is about, ``second_hand`` only from others (a third state, another
    medium, unnamed sources). The three add up to the entry's ``reports``.

    ``dated`` reports give a date of their own, not merely the day on which they came out;
    ``dates_agree`` says whether all dates given can be true of one day or stretch of days. ``placed``
    reports name a place; ``places_agree`` says whether no two name different cities or states. Both
    are None where fewer than two reports say anything.
    """

    told: int = 0
    from_parties: int = 0
    second_hand: int = 0
    dated: int = 0
    dates_agree: bool | None = None
    placed: int = 0
    places_agree: bool | None = None


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One thing in the register, and every claim that it rests on.

    ``claims`` holds ids of claims, the one to show first. ``first`` and ``last`` are the ISO days
    between which it happened as far as the claims say, ``reported_first`` and ``reported_last`` the
    publication days of the reports; each is None when unknown. ``stages`` tells the course of an
    undertaking or an encounter, oldest first. ``within`` is the id of the visit that a meeting was
    part of, None where the claims don't show one.

    ``reports`` counts the reports, ``outlets`` the outlets known by name. ``voices`` counts those that
    stand for themselves: as many reports as can be named without two of them being copies of one
    text or by one outlet. Reports whose outlet isn't known add nothing to those whose outlet is, and
    alone count as one voice.

    An entry can be dropped and rebuilt from its claims at any time.
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
    within: str | None = None
    reports: int
    outlets: int
    voices: int
    support: Support = Support()


def entry_id(*key: str) -> str:
    """Return the id of the entry with this content key: ``e`` and 20 hexadecimal digits."""
    digest = hashlib.blake2b("\x1f".join(key).encode(), digest_size=10)
    return "e" + digest.hexdigest()
