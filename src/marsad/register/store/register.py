"""The register on disk: add what reports claim, and ask for what it holds."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec
from sqlalchemy import Connection, Engine, Executable, Select, bindparam, delete, func, select, update

from marsad.model.edtf import check_dates
from marsad.model.entry import Entry
from marsad.model.jsonform import Extraction
from marsad.model.report import Report
from marsad.register.consolidate import consolidate
from marsad.register.keys import bucket
from marsad.register.sourced import Sourced, sourced_claims
from marsad.register.store import copying, rows
from marsad.register.store.batches import VARIABLES, insert, parts
from marsad.register.store.copying import report_copies
from marsad.register.store.engine import holds_register, open_engine, plain_errors, writing
from marsad.register.store.location import Location, locate
from marsad.register.store.schema import claim_states, claims, entries, entry_claims, reports, stale


class Added(msgspec.Struct, frozen=True):
    """What became of a batch: reports that are new, those that were there already, and new claims."""

    new: int = 0
    known: int = 0
    claims: int = 0

    def __add__(self, other: "Added") -> "Added":
        """Return the sum of both."""
        return Added(self.new + other.new, self.known + other.known, self.claims + other.claims)


class Register:
    """An open register. Close it, or use it in a ``with`` statement.

    Every method raises ``RegisterError`` when the file is locked for long, damaged, or the disk full.
    """

    def __init__(self, engine: Engine, location: Location) -> None:
        self._engine = engine
        self._location = location

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Release the file."""
        self._engine.dispose()

    @property
    def name(self) -> str:
        """The file or address, without its password."""
        return self._location.shown

    @property
    def dialect(self) -> str:
        """``sqlite`` or ``postgresql``, for what only one of them can do."""
        return self._engine.dialect.name

    def select(self, query: Executable, parameters: Mapping[str, Any] | None = None) -> list[rows.Row]:
        """Return the rows of any query, each a mapping by column name.

        Where the query reads entries, call ``refresh`` first: it alone brings them up to date.
        """
        with plain_errors(self._location), self._engine.begin() as connection:
            return list(connection.execute(query, parameters).mappings())

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Yield a connection to write with: all of it is kept, or nothing when an error leaves the block.

        There is one writer at a time; another waits up to half a minute.
        """
        with plain_errors(self._location), writing(self._engine) as connection:
            yield connection

    def add(self, extractions: Sequence[Extraction]) -> Added:
        """Add reports and their claims in one transaction: all of them or, when it fails, none.

        A report that the register holds already changes nothing. Raises ``ValueError`` where a date is
        no EDTF.
        """
        for item in extractions:
            check_dates(item)
        with plain_errors(self._location), writing(self._engine) as connection:
            present = _present(connection, [item.report.id for item in extractions])
            new = {item.report.id: item for item in extractions if item.report.id not in present}
            if not new:
                return Added(known=len(extractions))
            added_at = datetime.now(UTC).isoformat(timespec="seconds")
            found = [sourced_claims(item) for item in new.values()]
            claim_rows = [rows.claim_row(claim, at) for of_one in found for at, claim in enumerate(of_one)]
            state_rows = [row for of_one in found for claim in of_one for row in rows.state_rows(claim)]
            insert(connection, reports, [rows.report_row(item.report, added_at) for item in new.values()])
            insert(connection, claims, claim_rows)
            insert(connection, claim_states, state_rows)
            others = copying.link(connection, [item.report for item in new.values()]) - new.keys()
            _mark_stale(connection, {row["bucket"] for row in claim_rows} | _buckets(connection, others))
            return Added(len(new), len(extractions) - len(new), len(claim_rows))

    def rebuild(self) -> None:
        """Drop all entries and make them anew from the claims."""
        with plain_errors(self._location), writing(self._engine) as connection:
            connection.execute(delete(entries))
            copying.relink(connection)
            _rekey(connection)
            _mark_stale(connection, set(connection.scalars(select(claims.c.bucket).distinct())))
        self.refresh()

    def refresh(self) -> None:
        """Bring the entries up to date with the claims. Whoever asks for entries gets them so anyway."""
        while self.select(select(stale).limit(1)):
            with plain_errors(self._location), writing(self._engine) as connection:
                _rebuild(connection, list(connection.scalars(select(stale.c.bucket).limit(VARIABLES))))

    def known(self, report_ids: Collection[str]) -> set[str]:
        """Return those of ``report_ids`` that the register holds."""
        with plain_errors(self._location), self._engine.begin() as connection:
            return _present(connection, report_ids)

    def counts(self) -> dict[str, int]:
        """Return the number of reports, claims and entries, those not yet brought up to date left out."""
        tables = (reports, claims, entries)
        numbers = (
            select(func.count()).select_from(table).scalar_subquery().label(table.name) for table in tables
        )
        (row,) = self.select(select(*numbers))
        return {name: int(number) for name, number in row.items()}

    def entries_between(self, one: str, other: str) -> list[Entry]:
        """Return the entries with a claim that is about both states (or organisations), by date."""
        theirs = claim_states.alias()
        both = (
            select(claim_states.c.claim)
            .join(theirs, theirs.c.claim == claim_states.c.claim)
            .where(claim_states.c.state == one, theirs.c.state == other)
        )
        return self._entries(both)

    def entries_of(
        self, states: Collection[str], types: Collection[str], *, within: Collection[str]
    ) -> list[Entry]:
        """Return entries of ``types`` about any of ``states`` with a claim from a report of ``within``."""
        found: dict[str, Entry] = {}
        for part in parts(within):
            mine = (
                select(claims.c.id)
                .join(claim_states, claim_states.c.claim == claims.c.id)
                .where(claims.c.report.in_(part), claims.c.type.in_(types), claim_states.c.state.in_(states))
            )
            found |= {entry.id: entry for entry in self._entries(mine)}
        return list(found.values())

    def claims(self, claim_ids: Collection[str]) -> dict[str, Sourced]:
        """Return the claims with these ids, each under its id."""
        return {
            row["id"]: rows.sourced_from(row)
            for part in parts(claim_ids)
            for row in self.select(_SOURCED.where(claims.c.id.in_(part)))
        }

    def reports(self, report_ids: Collection[str]) -> dict[str, Report]:
        """Return the reports with these ids, texts included, each under its id."""
        return {
            row["id"]: rows.report_from(row)
            for part in parts(report_ids)
            for row in self.select(select(reports).where(reports.c.id.in_(part)))
        }

    def _entries(self, claim_query: Select[Any]) -> list[Entry]:
        self.refresh()
        wanted = select(entry_claims.c.entry).where(entry_claims.c.claim.in_(claim_query))
        by_date = (entries.c.first.is_(None), entries.c.first, entries.c.id)
        query = select(entries.c.json).where(entries.c.id.in_(wanted)).order_by(*by_date)
        return [rows.entry_from(row) for row in self.select(query)]


def open_register(where: str | Path, *, create: bool = False) -> Register:
    """Open the register at ``where``: a file, or a database such as ``postgresql://user@host/name``.

    With ``create`` it is made first where it isn't there. Raises ``RegisterError`` when it cannot be opened, is no
    register, or was made by an older marsad (``marsad register upgrade`` mends that) or a newer one.
    """
    location = locate(where)
    return Register(open_engine(location, create=create), location)


def find_register(where: str | Path) -> Register | None:
    """Open the register at ``where`` for reading and writing; None where no file, or an empty database, is there.

    Raises ``RegisterError`` as ``open_register`` does.
    """
    location = locate(where)
    there = location.path.exists() if location.path else holds_register(location)
    return open_register(where, create=True) if there else None


_SOURCED = (
    select(
        claims.c.id,
        claims.c.report,
        claims.c.json,
        reports.c.outlet,
        reports.c.published,
        report_copies.c.copy_of,
    )
    .join(reports, reports.c.id == claims.c.report)
    .outerjoin(report_copies, report_copies.c.report == claims.c.report)
)


def _present(connection: Connection, report_ids: Collection[str]) -> set[str]:
    found: set[str] = set()
    for part in parts(report_ids):
        found |= set(connection.scalars(select(reports.c.id).where(reports.c.id.in_(part))))
    return found


def _mark_stale(connection: Connection, buckets: Collection[str]) -> None:
    for part in parts(buckets):
        connection.execute(delete(stale).where(stale.c.bucket.in_(part)))
        insert(connection, stale, [{"bucket": name} for name in part])


def _buckets(connection: Connection, report_ids: Collection[str]) -> set[str]:
    """Return the buckets in which claims of these reports stand."""
    found: set[str] = set()
    for part in parts(report_ids):
        found |= set(connection.scalars(select(claims.c.bucket).where(claims.c.report.in_(part))))
    return found


def _rekey(connection: Connection) -> None:
    """Put claims into the buckets that our rules give them: other rules may have put them elsewhere."""
    for part in parts(connection.scalars(select(reports.c.id)).all()):
        query = _SOURCED.add_columns(claims.c.bucket).where(claims.c.report.in_(part))
        moved = [
            {"claim": row["id"], "name": name}
            for row in connection.execute(query).mappings()
            if (name := bucket(rows.sourced_from(row))) != row["bucket"]
        ]
        if moved:
            here = update(claims).where(claims.c.id == bindparam("claim")).values(bucket=bindparam("name"))
            connection.execute(here, moved)


def _rebuild(connection: Connection, buckets: list[str]) -> None:
    """Make the entries of these buckets anew."""
    connection.execute(delete(entries).where(entries.c.bucket.in_(buckets)))
    members: dict[str, list[Sourced]] = {}
    query = _SOURCED.add_columns(claims.c.bucket).where(claims.c.bucket.in_(buckets))
    for row in connection.execute(query).mappings():
        members.setdefault(row["bucket"], []).append(rows.sourced_from(row))
    made = [(name, entry) for name, found in members.items() for entry in consolidate(found)]
    insert(connection, entries, [rows.entry_row(entry, name) for name, entry in made])
    links = [{"entry": entry.id, "claim": claim} for _, entry in made for claim in entry.claims]
    insert(connection, entry_claims, links)
    connection.execute(delete(stale).where(stale.c.bucket.in_(buckets)))
