"""Which claims and reports are looked at for conflicts."""

from collections.abc import Sequence

from sqlalchemy import Select, select

from marsad.model.report import Report
from marsad.register.sourced import Sourced
from marsad.register.store import Register
from marsad.register.store.schema import claim_states, claims, reports

_OF_BOTH = ("encounter", "measure")
_OF_EITHER = ("tenure",)


def in_scope(register: Register, states: Sequence[str]) -> tuple[list[Sourced], list[Report]]:
    """Return the claims that can contradict each other, and the reports whose pages show a date ruled out.

    ``states`` are none for the whole register, or up to two codes: then encounters and figures are those of
    all of them, office-holders and reports those of any.
    """
    wanted = [_about(_OF_BOTH, states, every=True), _about(_OF_EITHER, states, every=False)]
    ids = [row["id"] for query in wanted for row in register.select(query)]
    shown = select(reports.c.id).where(reports.c.against.is_not(None))
    if states:
        of_them = select(claims.c.report).join(claim_states, claim_states.c.claim == claims.c.id)
        shown = shown.where(reports.c.id.in_(of_them.where(claim_states.c.state.in_(states))))
    pages = register.reports([row["id"] for row in register.select(shown)])
    return list(register.claims(ids).values()), list(pages.values())


def _about(types: Sequence[str], states: Sequence[str], *, every: bool) -> Select[tuple[str]]:
    query = select(claims.c.id).where(claims.c.type.in_(types))
    if not states:
        return query
    if not every:
        return query.where(claims.c.id.in_(_of(states)))
    for state in states:
        query = query.where(claims.c.id.in_(_of([state])))
    return query


def _of(states: Sequence[str]) -> Select[tuple[str]]:
    return select(claim_states.c.claim).where(claim_states.c.state.in_(states))
