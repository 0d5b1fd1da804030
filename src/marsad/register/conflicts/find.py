"""All conflicts among claims."""

from collections.abc import Iterable, Sequence

from marsad.model.report import Report
from marsad.register.conflicts.encounters import encounters
from marsad.register.conflicts.figures import figures
from marsad.register.conflicts.offices import offices
from marsad.register.conflicts.page_dates import page_dates
from marsad.register.conflicts.record import Conflict
from marsad.register.sourced import Sourced


def conflicts_among(claims: Sequence[Sourced], reports: Iterable[Report] = ()) -> list[Conflict]:
    """Return what contradicts itself among claims and their reports, in whatever order they are given."""
    claims = sorted(claims, key=lambda item: item.id)
    return [*figures(claims), *encounters(claims), *offices(claims), *page_dates(reports)]
