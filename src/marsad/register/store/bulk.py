"""Many rows at once: plain tuples straight to the driver, since a hundred thousand rows leave no time for more."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Column, Connection, Select, Table
from sqlalchemy.engine.interfaces import Dialect

#: Well under the number of variables that SQLite allows in a statement.
VARIABLES = 900
# Ids that are held in memory at a time.
_PAGE = 200

Values = tuple[Any, ...]
T = TypeVar("T", str, int)


class Rows(NamedTuple):
    """A table and those of its columns, in order, that values are given for."""

    table: Table
    columns: tuple[str, ...]


def insert(connection: Connection, rows: Rows, values: Sequence[Values]) -> None:
    """Insert rows of plain values."""
    if values:
        connection.exec_driver_sql(_insertion(rows, connection.dialect), list(values))


def update(connection: Connection, rows: Rows, values: Sequence[Values]) -> None:
    """Set the columns after the first in the rows that the first column names."""
    if values:
        connection.exec_driver_sql(_setting(rows, connection.dialect), [(*row[1:], row[0]) for row in values])


def parts(values: Iterable[T], size: int = VARIABLES) -> Iterator[list[T]]:
    """Cut values, in order, into lists short enough for one statement."""
    rest = iter(sorted(values))
    while part := list(islice(rest, size)):
        yield part


def pages_of(connection: Connection, query: Select[Any], ids: Column[str]) -> Iterator[list[str]]:
    """Yield the ids that a query selects, in order and few at a time, so that a million need no memory."""
    page, last = query.order_by(ids).limit(_PAGE), ""
    while found := list(connection.scalars(page.where(ids > last))):
        yield found
        last = found[-1]


@cache
def _setting(rows: Rows, dialect: Dialect) -> str:
    quote = dialect.identifier_preparer.quote
    mark = "?" if dialect.paramstyle == "qmark" else "%s"
    values = ", ".join(f"{quote(name)} = {mark}" for name in rows.columns[1:])
    return f"UPDATE {quote(rows.table.name)} SET {values} WHERE {quote(rows.columns[0])} = {mark}"  # noqa: S608


@cache
def _insertion(rows: Rows, dialect: Dialect) -> str:
    quote = dialect.identifier_preparer.quote
    mark = "?" if dialect.paramstyle == "qmark" else "%s"
    names = ", ".join(map(quote, rows.columns))
    marks = ", ".join(mark for _ in rows.columns)
    return f"INSERT INTO {quote(rows.table.name)} ({names}) VALUES ({marks})"  # noqa: S608 - our own names
