"""Open the database of a register, and say in plain words why that fails."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, exc

from marsad.errors import RegisterError
from marsad.register.store import versions
from marsad.register.store.location import Location
from marsad.register.store.postgresql import check_server, explain_postgresql, postgresql_engine
from marsad.register.store.rules import note_rules
from marsad.register.store.sqlite import check_file, explain_sqlite, sqlite_engine


def open_engine(location: Location, *, create: bool) -> Engine:
    """Return an engine for the register at ``location``; its tables are there and of our version.

    With ``create`` a missing file, or the tables in an empty database, are made. Raises ``RegisterError``
    when it is missing, is no register, is of another version, or cannot be opened.
    """
    engine = connect(location, create=create)
    try:
        with plain_errors(location), writing(engine) if create else engine.begin() as connection:
            _check(connection, location, create=create)
    except RegisterError:
        engine.dispose()
        raise
    return engine


def connect(location: Location, *, create: bool = False) -> Engine:
    """Return an engine without looking at what the database holds. Raises ``RegisterError`` as above."""
    if location.path is None:
        return postgresql_engine(location.url, location.shown)
    check_file(location.path, create=create)
    return sqlite_engine(location.url)


def holds_register(location: Location) -> bool:
    """Tell whether the database has a register, of whatever version. Raises ``RegisterError`` as above."""
    engine = connect(location)
    try:
        with plain_errors(location), engine.begin() as connection:
            return versions.found(connection, location.shown) is not None
    finally:
        engine.dispose()


def writing(engine: Engine) -> Any:  # noqa: ANN401 - SQLAlchemy's context manager
    """Begin a transaction that nobody else can write during, so that it can't be refused half-way."""
    return engine.execution_options(writing=True).begin()


def snapshot(engine: Engine) -> Any:  # noqa: ANN401 - SQLAlchemy's context manager
    """Begin a transaction that sees the register as it is at its beginning, whatever others commit meanwhile."""
    if engine.dialect.name == "postgresql":
        engine = engine.execution_options(isolation_level="REPEATABLE READ")
    return engine.begin()


@contextmanager
def plain_errors(location: Location) -> Iterator[None]:
    """Turn what the driver raises into a ``RegisterError`` that names the register and the remedy."""
    try:
        yield
    except exc.DBAPIError as error:
        explain = explain_postgresql if location.path is None else explain_sqlite
        raise RegisterError(f"{location.shown} {explain(error.orig)}") from error


def _check(connection: Connection, location: Location, *, create: bool) -> None:
    if location.path is None:
        check_server(connection, location.shown)
    found = versions.found(connection, location.shown)
    if found is None and create:
        versions.migrate(connection)
        note_rules(connection)
    elif found is None:
        raise RegisterError(
            f"{location.shown} holds no register yet (make it with: marsad register init --register {location.shown})"
        )
    else:
        versions.check(found, location.shown)
