"""Which reports a search is limited to, apart from their words."""

from collections.abc import Collection
from datetime import date

import msgspec
from sqlalchemy import ColumnElement, Select, and_, select

from marsad.model.vocabulary import ClaimType
from marsad.register.store.schema import claim_speakers, claim_states, claims, search_reports


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """What is None or empty limits nothing.

    A report counts when it may have come out within the period (both days included), in one of the outlets, and
    holds a claim that is about all of ``states``, of one of ``types`` and in the mouth of one of ``speakers``.
    ``outlets`` are as reports name them; ``speakers`` are slugs of people, or codes.
    """

    states: tuple[str, ...] = ()
    types: tuple[ClaimType, ...] = ()
    since: date | None = None
    until: date | None = None
    outlets: Collection[str] | None = None
    speakers: Collection[str] | None = None

    @property
    def asks_for_claims(self) -> bool:
        """Whether claims have to fit, not only reports."""
        return bool(self.states or self.types) or self.speakers is not None

    def of_reports(self) -> ColumnElement[bool]:
        """Return the condition on ``search_reports``."""
        conditions: list[ColumnElement[bool]] = []
        if self.since is not None:
            conditions.append(search_reports.c.last >= self.since.isoformat())
        if self.until is not None:
            conditions.append(search_reports.c.first <= self.until.isoformat())
        if self.outlets is not None:
            conditions.append(search_reports.c.outlet.in_(sorted(self.outlets)))
        if self.asks_for_claims:
            conditions.append(search_reports.c.report.in_(self.claims().with_only_columns(claims.c.report)))
        return and_(True, *conditions)

    def claims(self) -> Select[tuple[str]]:
        """Return the query for the ids of the claims that fit."""
        query = select(claims.c.id)
        for state in self.states:
            about = claim_states.alias()
            query = query.join(about, about.c.claim == claims.c.id).where(about.c.state == state)
        if self.speakers is not None:
            said = select(claim_speakers.c.claim).where(claim_speakers.c.speaker.in_(sorted(self.speakers)))
            query = query.where(claims.c.id.in_(said))
        if self.types:
            query = query.where(claims.c.type.in_(self.types))
        return query
