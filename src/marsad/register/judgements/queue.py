"""The entries that wait to be judged, those that need it most first."""

from collections.abc import Collection, Sequence

from sqlalchemy import select

from marsad.model.entry import Entry
from marsad.register.store import Register, rows
from marsad.register.store.bulk import parts
from marsad.register.store.schema import claim_states, claims, entries, entry_claims


def queue(register: Register, states: Sequence[str], types: Collection[str]) -> list[Entry]:
    """Return the entries of ``types`` (empty: all) with a claim that is about all of ``states``.

    First those whose reports disagree, then those that one voice alone tells; else by date.
    """
    register.refresh()
    query = select(entries.c.json).order_by(entries.c.first.is_(None), entries.c.first, entries.c.id)
    if types:
        query = query.where(entries.c.type.in_(types))
    if states:
        about = select(entry_claims.c.entry)
        for state in states:
            theirs = select(claim_states.c.claim).where(claim_states.c.state == state)
            about = about.where(entry_claims.c.claim.in_(theirs))
        query = query.where(entries.c.id.in_(about))
    return sorted(map(rows.entry_from, register.select(query)), key=_need)


def verdicts(register: Register, claim_ids: Collection[str]) -> dict[str, str]:
    """Return ``accepted`` or ``rejected`` for each of these claims that somebody judged so."""
    found: dict[str, str] = {}
    for part in parts(claim_ids):
        query = select(claims.c.id, claims.c.verdict).where(
            claims.c.id.in_(part), claims.c.verdict.is_not(None)
        )
        found |= {row["id"]: row["verdict"] for row in register.select(query)}
    return found


def _need(entry: Entry) -> int:
    support = entry.support
    if False in (support.dates_agree, support.places_agree):
        return 0
    return 1 if entry.voices < 2 else 2
