"""Keep what judgements say in step with reports that come, or are read again: a companion of the store."""

from collections.abc import Collection, Sequence

from sqlalchemy import Connection

from marsad.register.store.companions import Found
from marsad.register.store.ruling import rule_reports


def added(connection: Connection, found: Sequence[Found]) -> None:
    """Rule the claims of reports about which somebody has judged, even before they came."""
    rule_reports(connection, [item.report.id for item in found])


def dropped(connection: Connection, reports: Collection[str]) -> None:
    """Leave judgements where they are: ``added`` rules what takes the place of the claims that go."""


def corrected(connection: Connection, reports: Collection[str]) -> None:
    """Do nothing: the judgements are where it came from."""
