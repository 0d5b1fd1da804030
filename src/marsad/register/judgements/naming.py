"""Claims by the ids that people give: of claims, or of entries, which stand for all their claims."""

from collections.abc import Sequence

from sqlalchemy import select

from marsad.errors import JudgementError
from marsad.model.judgement import Anchor, anchor
from marsad.register.store import Register
from marsad.register.store.schema import entries, entry_claims


def anchors_of(register: Register, ids: Sequence[str]) -> tuple[Anchor, ...]:
    """Return where the claims stand that ids of entries or claims mean, each once.

    Raises ``JudgementError`` where an id is neither.
    """
    register.refresh()
    names = [claim for given in ids for claim in _claims_of(register, given)]
    found = register.claims(set(names))
    missing = [name for name in names if name not in found]
    if missing:
        raise JudgementError(
            f"{missing[0]} is no entry or claim of {register.name} (marsad brief --format json shows the ids)"
        )
    sourced = (found[name] for name in dict.fromkeys(names))
    return tuple(anchor(item.id, item.report, item.claim) for item in sourced)


def others_of_entry(register: Register, on: Sequence[Anchor]) -> tuple[Anchor, ...]:
    """Return the claims that share entries with these and aren't among them."""
    mine = [item.claim for item in on]
    theirs = select(entry_claims.c.entry).where(entry_claims.c.claim.in_(mine))
    query = select(entry_claims.c.claim).distinct().where(entry_claims.c.entry.in_(theirs))
    names = sorted({row["claim"] for row in register.select(query)} - set(mine))
    return anchors_of(register, names)


def _claims_of(register: Register, given: str) -> list[str]:
    if not register.select(select(entries.c.id).where(entries.c.id == given)):
        return [given]
    query = select(entry_claims.c.claim).where(entry_claims.c.entry == given).order_by(entry_claims.c.claim)
    return [row["claim"] for row in register.select(query)]
