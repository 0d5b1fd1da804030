"""What is kept beside reports and claims, and has to follow when they change: search, copies of one text.

A companion is a module with three functions, called in the transaction that changes the reports:

- ``added(connection, found)`` after reports have been stored, each a ``Found``;
- ``dropped(connection, reports)`` with ids of reports, before their claims are replaced: whatever was kept for
  them goes, and ``added`` follows with what stands there now;
- ``corrected(connection, reports)`` with ids of reports, after judgements have changed what their claims say.

What has a foreign key to ``reports.id`` or ``claims.id`` with ``ON DELETE CASCADE`` goes by itself with a claim that
goes; a report itself is never deleted.
"""

from collections.abc import Collection, Sequence
from importlib import import_module
from typing import NamedTuple, Protocol, cast

from sqlalchemy import Connection

from marsad.model.report import Report
from marsad.register.sourced import Sourced

#: Their names: they are built on the store, so that it can't import them until it is asked to write.
MODULES: tuple[str, ...] = (
    "marsad.register.search.index",
    "marsad.register.judgements.following",
)


class Found(NamedTuple):
    """A report and its claims, as they are stored, the marks that its copies share, and its stems for search."""

    report: Report
    claims: tuple[Sourced, ...]
    marks: tuple[int, ...]
    stems: str


class Companion(Protocol):
    """What such a module has."""

    def added(self, connection: Connection, found: Sequence[Found]) -> None:
        """Keep what goes with these reports."""

    def dropped(self, connection: Connection, reports: Collection[str]) -> None:
        """Forget what was kept for the reports with these ids."""

    def corrected(self, connection: Connection, reports: Collection[str]) -> None:
        """Follow what claims of the reports with these ids say now."""


def companions() -> list[Companion]:
    """Return all of them."""
    return [cast("Companion", import_module(name)) for name in MODULES]
