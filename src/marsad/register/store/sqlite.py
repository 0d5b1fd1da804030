"""SQLite: the file of a register, opened so that readers and a writer share it."""

import sqlite3
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event

from marsad.errors import RegisterError

# How long a process waits for another one that is writing.
_BUSY_MILLISECONDS = 30_000
_CACHE_KIBIBYTES = 131_072
# The log grows to 64 MB before it goes over into the file: pages that every batch changes are then written once.
_CHECKPOINT_PAGES = 16_384
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
    "SQLITE_IOERR": "cannot be read or written: the disk reports an error (is it full, or failing?)",
}


def sqlite_engine(url: URL) -> Engine:
    """Return an engine for a file in WAL mode."""
    engine = create_engine(url)
    event.listen(engine, "connect", _configure)
    event.listen(engine, "begin", _begin)
    return engine


def explain_sqlite(error: BaseException | None) -> str:
    """Return what an error of the driver means, and what to do about it."""
    name = getattr(error, "sqlite_errorname", "") or ""
    for code, words in _PLAIN.items():
        if name.startswith(code):
            return words
    return f"cannot be used: {error}"


def check_file(path: Path, *, create: bool) -> None:
    """Raise ``RegisterError`` where ``path`` can't be a register, or is missing and not to be made."""
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


def _configure(connection: sqlite3.Connection, _record: object) -> None:
    # SQLAlchemy's begin event, not the driver, starts transactions.
    connection.isolation_level = None
    for pragma in (
        f"busy_timeout = {_BUSY_MILLISECONDS}",
        "journal_mode = WAL",
        "synchronous = NORMAL",
        "foreign_keys = ON",
        f"cache_size = -{_CACHE_KIBIBYTES}",
        f"wal_autocheckpoint = {_CHECKPOINT_PAGES}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    # The write lock is taken at once, so that it can't be refused half-way.
    immediate = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
