"""The register on disk: add what reports claim, and ask for what it holds."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec
from sqlalchemy import Connection, Engine, Executable, Select, and_, func, not_, or_, select

from marsad.errors import RegisterError
from marsad.model.edtf import check_dates
from marsad.model.entry import Entry
from marsad.model.jsonform import Extraction
from marsad.model.report import RawReport, Report
from marsad.register.reader import this_reader
from marsad.register.sourced import Sourced
from marsad.register.store import rows
from marsad.register.store.bulk import VARIABLES, parts
from marsad.register.store.copying import marks_of_all
from marsad.register.store.engine import holds_register, open_engine, plain_errors, snapshot, writing
from marsad.register.store.given import raw_from
from marsad.register.store.location import Location, locate
from marsad.register.store.rebuilding import rebuild
from marsad.register.store.renewal import SOURCED, Renewal, renew
from marsad.register.store.schema import claim_states, claims, entries, entry_claims, reports, stale
from marsad.register.store.writing import present, replace, store_new

# Reports that are fetched at a time to be read again.
_PAGE = 100


class Added(msgspec.Struct, frozen=True):
    """What became of a batch: reports that are new, those that were there already, and new claims."""

    new: int = 0
    known: int = 0
    claims: int = 0

    def __add__(self, other: "Added") -> "Added":
        """Return the sum of both."""
        return Added(self.new + other.new, self.known + other.known, self.claims + other.claims)


class Replaced(msgspec.Struct, frozen=True):
    """What reading reports again came to: how many, and how many of their claims are as before, new, and gone."""

    reports: int = 0
    kept: int = 0
    come: int = 0
    gone: int = 0

    def __add__(self, other: "Replaced") -> "Replaced":
        """Return the sum of both."""
        pairs = zip(msgspec.structs.astuple(self), msgspec.structs.astuple(other), strict=True)
        return Replaced(*(one + two for one, two in pairs))


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
    def reading(self) -> Iterator[Connection]:
        """Yield a connection to ask with; its answers are all of one moment."""
        with plain_errors(self._location), snapshot(self._engine) as connection:
            yield connection

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Yield a connection to write with: all of it is kept, or nothing when an error leaves the block.

        There is one writer at a time; another waits up to half a minute.
        """
        with plain_errors(self._location), writing(self._engine) as connection:
            yield connection

    def add(
        self, extractions: Sequence[Extraction], *, given: Mapping[str, RawReport] | None = None
    ) -> Added:
        """Add reports and their claims in one transaction: all of them or, when it fails, none.

        A report that the register holds already changes nothing. ``given`` holds what was read, by the reports'
        ids: it is kept so that they can be read again just as they were. Raises ``ValueError`` where a date is no EDTF.
        """
        for item in extractions:
            check_dates(item)
        with self.transaction() as connection:
            there = present(connection, [item.report.id for item in extractions])
            new = {item.report.id: item for item in extractions if item.report.id not in there}
            if not new:
                return Added(known=len(extractions))
            number = store_new(connection, new.values(), this_reader(), given or {})
            return Added(len(new), len(extractions) - len(new), number)

    def replace(self, extractions: Sequence[Extraction]) -> Replaced:
        """Give reports that are there what they are found to claim now, all in one transaction.

        A claim that is found again stays as it is. Raises ``ValueError`` where a date is no EDTF, and ``RegisterError``
        where a report isn't there.
        """
        for item in extractions:
            check_dates(item)
        with self.transaction() as connection:
            ids = {item.report.id for item in extractions}
            missing = ids - present(connection, ids)
            if missing:
                raise RegisterError(f"{self.name} has no report {min(missing)} (add it first)")
            return Replaced(len(ids), *replace(connection, extractions, this_reader()))

    def outdated(self) -> Iterator[RawReport]:
        """Yield the reports that other rules or knowledge read than this program's, as their sources gave them.

        They may be replaced while this goes on.
        """
        reader, last = this_reader(), ""
        current = and_(reports.c.rules == reader.rules, reports.c.knowledge == reader.knowledge)
        others = select(reports).where(or_(reports.c.rules.is_(None), not_(current)))
        while found := self.select(others.where(reports.c.id > last).order_by(reports.c.id).limit(_PAGE)):
            yield from map(raw_from, found)
            last = found[-1]["id"]

    def rebuild(self) -> Renewal:
        """Make all entries anew, by the rules as they are now, and return what changed.

        All in one transaction: whoever reads meanwhile sees the entries as they were. Claims and judgements stay.
        """
        with self.reading() as connection:
            marks = marks_of_all(connection)
        with self.transaction() as connection:
            return rebuild(connection, marks)

    def refresh(self) -> None:
        """Bring the entries up to date with the claims. Whoever asks for entries gets them so anyway."""
        while self.select(select(stale).limit(1)):
            with self.transaction() as connection:
                renew(
                    connection, list(connection.scalars(select(stale.c.bucket).limit(VARIABLES))), Renewal()
                )

    def known(self, report_ids: Collection[str]) -> set[str]:
        """Return those of ``report_ids`` that the register holds."""
        with plain_errors(self._location), self._engine.begin() as connection:
            return present(connection, report_ids)

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
            for row in self.select(SOURCED.where(claims.c.id.in_(part)))
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
