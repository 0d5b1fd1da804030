"""Fetch from the register what the threads of a pair are made of."""

from datetime import date
from typing import Any

from sqlalchemy import Select, select

from marsad.model.claims import Commitment, Undertaking
from marsad.model.edtf import parse
from marsad.register.follow_through.subjects import Pair
from marsad.register.follow_through.tellings import Telling
from marsad.register.follow_through.threads import PairFile
from marsad.register.sourced import Sourced
from marsad.register.store import Register
from marsad.register.store.copying import report_copies
from marsad.register.store.renewal import SOURCED
from marsad.register.store.rows import sourced_from
from marsad.register.store.schema import claim_states, claims, entry_claims, reports

# The types of claim that threads are made of; the others only tell that a report could have said more.
TYPES = ("commitment", "undertaking", "measure")


def pair_file(register: Register, states: Pair) -> PairFile:
    """Return the claims on both states that threads are made of, and every report with a claim on both."""
    register.refresh()
    both = _both(*states)
    found, entry_of = _matters(register, both)
    told = _TELLINGS.where(reports.c.id.in_(select(claims.c.report).where(claims.c.id.in_(both))))
    sectors: dict[str, set[Any]] = {}
    for item in found:
        if isinstance(item.claim, Commitment | Undertaking):
            sectors.setdefault(item.report, set()).update(item.claim.sectors)
    return PairFile(
        states=states,
        claims=found,
        entry_of=entry_of,
        tellings=tuple(
            Telling(row["copy_of"] or row["id"], row["published"], frozenset(sectors.get(row["id"], ())))
            for row in register.select(told)
        ),
    )


def matters(register: Register, state: str | None = None) -> tuple[tuple[Sourced, ...], dict[str, str]]:
    """Return the claims that threads are made of, on ``state`` where one is given, and the entry of each."""
    register.refresh()
    on_it = select(claim_states.c.claim).where(claim_states.c.state == state)
    return _matters(register, on_it if state else None)


def _matters(register: Register, which: Select[Any] | None) -> tuple[tuple[Sourced, ...], dict[str, str]]:
    query = _MATTERS.where(claims.c.type.in_(TYPES))
    rows = register.select(query if which is None else query.where(claims.c.id.in_(which)))
    return tuple(sourced_from(row) for row in rows), {row["id"]: row["entry"] for row in rows}


def latest_day(register: Register) -> date | None:
    """Return the day on which the latest report of the register came out at the earliest; None without any date."""
    last = select(reports.c.published).where(reports.c.published.is_not(None))
    rows = register.select(last.order_by(reports.c.published.desc()).limit(1))
    return parse(rows[0]["published"]).first if rows else None


_MATTERS = SOURCED.add_columns(entry_claims.c.entry).join(entry_claims, entry_claims.c.claim == claims.c.id)
_TELLINGS = select(reports.c.id, reports.c.published, report_copies.c.copy_of).join(
    report_copies, report_copies.c.report == reports.c.id, isouter=True
)


def _both(one: str, other: str) -> Select[Any]:
    theirs = claim_states.alias()
    return (
        select(claim_states.c.claim)
        .join(theirs, theirs.c.claim == claim_states.c.claim)
        .where(claim_states.c.state == one, theirs.c.state == other)
    )
