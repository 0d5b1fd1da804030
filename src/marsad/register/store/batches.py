"""Statements over many rows, cut to what a store takes at once."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Table

# Well under the number of variables that SQLite allows in a statement.
VARIABLES = 900

T = TypeVar("T", str, int)


def insert(connection: Connection, table: Table, values: list[dict[str, Any]]) -> None:
    """Insert rows; none are no error."""
    if values:
        connection.execute(table.insert(), values)


def parts(values: Iterable[T], size: int = VARIABLES) -> Iterator[list[T]]:
    """Cut values, in order, into lists short enough for one statement."""
    rest = iter(sorted(values))
    while part := list(islice(rest, size)):
        yield part
