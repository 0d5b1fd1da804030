"""Open the SQLite file of a register, and say in plain words why that fails."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, exc, inspect, select

from marsad.errors import RegisterError
from marsad.register.store.schema import VERSION, meta, metadata

# How long a process waits for another one that is writing.
_BUSY_MILLISECONDS = 30_000
_HEADER = b"SQLite format 3\x00"

# What SQLite says, and what its user needs to know.
_PLAIN = {
    "SQLITE_NOTADB": "is not a register (give another file name)",
    "SQLITE_CORRUPT": "is damaged (restore a copy, or read the reports into a new file)",
    "SQLITE_CANTOPEN": "cannot be opened (does its folder exist, and may you write there?)",
    "SQLITE_READONLY": "may not be written (change its permissions, or copy it to a folder of your own)",
    "SQLITE_BUSY": "is being written by another process (try again when it is done)",
    "SQLITE_LOCKED": "is being written by another process (try again when it is done)",
    "SQLITE_FULL": "cannot grow: the disk is full (make room and read again; what was committed is safe)",
    "SQLITE_IOERR": "cannot be read or written: the disk reports an error",
}


def open_engine(path: Path, *, create: bool) -> Engine:
    """Return an engine for the register at ``path``; its tables are there and of our version.

    With ``create`` a missing file is made. Raises ``RegisterError`` when the file is missing, is no
    register, was made by a newer marsad, or cannot be opened.
    """
    _check_file(path, create=create)
    engine = create_engine(URL.create("sqlite", database=str(path)))
    event.listen(engine, "connect", _configure)
    event.listen(engine, "begin", _begin)
    try:
        with plain_errors(path), writing(engine) if create else engine.begin() as connection:
            _check_version(connection, path, create=create)
    except RegisterError:
        engine.dispose()
        raise
    return engine


def writing(engine: Engine) -> Any:  # noqa: ANN401 - SQLAlchemy's context manager
    """Begin a transaction that takes the write lock at once, so that it can't be refused half-way."""
    return engine.execution_options(writing=True).begin()


@contextmanager
def plain_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite raises into a ``RegisterError`` that names the file and the remedy."""
    try:
        yield
    except exc.DBAPIError as error:
        raise RegisterError(f"{path} {_explain(error.orig)}") from error


def _explain(error: BaseException | None) -> str:
    name = getattr(error, "sqlite_errorname", "") or ""
    for code, words in _PLAIN.items():
        if name.startswith(code):
            return words
    return f"cannot be used: {error}"


def _check_file(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise RegisterError(f"{path} is a folder (give the name of a file)")
    if not path.exists():
        if not create:
            raise RegisterError(f"{path} does not exist (make it with: marsad read PATH --register {path})")
        if not path.parent.is_dir():
            raise RegisterError(f"{path}: its folder does not exist (make {path.parent} first)")
        return
    try:
        with path.open("rb") as file:
            header = file.read(len(_HEADER))
    except OSError as error:
        raise RegisterError(f"{path} cannot be read: {error.strerror}") from error
    if header != _HEADER and not (create and header == b""):
        raise RegisterError(f"{path} {_PLAIN['SQLITE_NOTADB']}")


def _check_version(connection: Connection, path: Path, *, create: bool) -> None:
    tables = inspect(connection).get_table_names()
    if meta.name not in tables:
        if tables or not create:
            raise RegisterError(f"{path} is a database, but not a register (give another file name)")
        metadata.create_all(connection)
        connection.execute(meta.insert().values(key="schema", value=str(VERSION)))
        return
    version = connection.scalar(select(meta.c.value).where(meta.c.key == "schema"))
    if version is None or not version.isdigit():
        raise RegisterError(f"{path} is a database, but not a register (give another file name)")
    if int(version) > VERSION:
        raise RegisterError(
            f"{path} was made by a newer marsad (schema {version}, this one knows {VERSION}; upgrade marsad)"
        )


def _configure(connection: sqlite3.Connection, _record: object) -> None:
    # SQLAlchemy's begin event, not the driver, starts transactions.
    connection.isolation_level = None
    for pragma in (
        f"busy_timeout = {_BUSY_MILLISECONDS}",
        "journal_mode = WAL",
        "synchronous = NORMAL",
        "foreign_keys = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
