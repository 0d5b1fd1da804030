"""Which reports a search is limited to, apart from their words."""

from datetime import date

import msgspec
from sqlalchemy import ColumnElement, and_, exists

from marsad.model.vocabulary import ClaimType
from marsad.register.search import facets
from marsad.register.store.schema import claim_speakers, claim_states, claims, search_reports

# Of so many conditions on a claim the index knows whether one claim fits them all.
_PAIRED = 2


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
    outlets: frozenset[str] | None = None
    speakers: frozenset[str] | None = None

    def facets(self) -> tuple[list[str], ...]:
        """Return sets of facets, one of each of which a report has when a claim of it fits.

        For one or two conditions on the claim that is all there is to ask; for more, ``of_reports`` asks again.
        """
        return tuple(facets.wanted(self._groups()))

    def of_reports(self) -> ColumnElement[bool]:
        """Return the condition on ``search_reports``."""
        conditions: list[ColumnElement[bool]] = []
        if self.since is not None:
            conditions.append(search_reports.c.last >= self.since.isoformat())
        if self.until is not None:
            conditions.append(search_reports.c.first <= self.until.isoformat())
        if self.outlets is not None:
            # Joined to nothing, so that no index is used: the words are by far the quicker way in.
            conditions.append(search_reports.c.outlet.concat("").in_(sorted(self.outlets)))
        if len(self._groups()) > _PAIRED or self.speakers == frozenset():
            conditions.append(exists().where(claims.c.report == search_reports.c.report, self.of_claims()))
        return and_(True, *conditions)

    def of_claims(self) -> ColumnElement[bool]:
        """Return the condition on ``claims``."""
        conditions: list[ColumnElement[bool]] = []
        for state in self.states:
            about = claim_states.alias()
            conditions.append(exists().where(about.c.claim == claims.c.id, about.c.state == state))
        if self.speakers is not None:
            mine = claim_speakers.c.claim == claims.c.id
            conditions.append(exists().where(mine, claim_speakers.c.speaker.in_(sorted(self.speakers))))
        if self.types:
            conditions.append(claims.c.type.in_(self.types))
        return and_(True, *conditions)

    def _groups(self) -> list[list[str]]:
        groups = [[facets.state(code)] for code in self.states]
        if self.types:
            groups.append([facets.of_type(name) for name in self.types])
        if self.speakers:
            groups.append([facets.spoken(key) for key in sorted(self.speakers)])
        return groups
