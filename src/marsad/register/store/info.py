"""What a register is and holds, in numbers."""

from pathlib import Path

import msgspec
from sqlalchemy import Column, Connection, Table, func, select, text

from marsad.register.reader import Reader, consolidation, this_reader
from marsad.register.store import versions
from marsad.register.store.register import Register
from marsad.register.store.rules import made_by
from marsad.register.store.schema import claims, entries, reports, stale


class Info(msgspec.Struct, frozen=True, kw_only=True):
    """``bytes`` counts everything on disk; ``published`` and ``added`` are the first and last, None without reports.

    ``outdated`` counts the reports that other rules or knowledge read than this program's; ``entries_by`` is the
    version of the rules that made the entries, None when unknown; ``stale`` counts buckets whose entries are not yet
    up to date.
    """

    name: str
    version: str
    reader: Reader
    reports: int
    claims: dict[str, int]
    entries: dict[str, int]
    published: tuple[str, str] | None
    added: tuple[str, str] | None
    outdated: int
    entries_by: str | None
    entries_current: bool
    stale: int
    bytes: int


def info(register: Register) -> Info:
    """Return what the register holds at one moment."""
    with register.reading() as connection:
        made = made_by(connection)
        return Info(
            name=register.name,
            version=versions.found(connection, register.name) or "",
            reader=this_reader(),
            reports=_number(connection, reports),
            claims=_by_type(connection, claims),
            entries=_by_type(connection, entries),
            published=_span(connection, reports.c.published),
            added=_span(connection, reports.c.added_at),
            outdated=_number(connection, reports) - _current(connection),
            entries_by=made,
            entries_current=made == consolidation(),
            stale=_number(connection, stale),
            bytes=_bytes(connection),
        )


def _number(connection: Connection, table: Table) -> int:
    return connection.scalar(select(func.count()).select_from(table)) or 0


def _by_type(connection: Connection, table: Table) -> dict[str, int]:
    query = select(table.c.type, func.count().label("number")).group_by(table.c.type).order_by(table.c.type)
    return {row.type: int(row.number) for row in connection.execute(query)}


def _span(connection: Connection, column: Column[str]) -> tuple[str, str] | None:
    first, last = connection.execute(select(func.min(column), func.max(column))).one()
    return None if first is None else (first, last)


def _current(connection: Connection) -> int:
    reader = this_reader()
    ours = (reports.c.rules == reader.rules, reports.c.knowledge == reader.knowledge)
    return connection.scalar(select(func.count()).select_from(reports).where(*ours)) or 0


def _bytes(connection: Connection) -> int:
    if connection.dialect.name == "postgresql":
        return connection.scalar(text("SELECT pg_database_size(current_database())")) or 0
    name = str(connection.engine.url.database)
    files = (Path(name + ending) for ending in ("", "-wal", "-shm"))
    return sum(file.stat().st_size for file in files if file.exists())
