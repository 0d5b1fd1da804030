"""A copy of a register, made while others read and write it."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from marsad.errors import RegisterError
from marsad.register.store.location import locate
from marsad.register.store.register import open_register
from marsad.register.store.sqlite import explain_sqlite

# Pages copied at a time: between two steps others may write.
_PAGES = 2_000


def backup(where: str | Path, target: Path) -> int:
    """Copy the register to a new file, as it is at one moment; return the copy's size in bytes.

    The file appears when it is complete. Raises ``RegisterError`` where the target exists or can't be written, and for
    a PostgreSQL database, which its own tools copy.
    """
    location = locate(where)
    if location.path is None:
        raise RegisterError(
            f"{location.shown} is copied by PostgreSQL itself (pg_dump --format=custom --file=NAME)"
        )
    if target.exists():
        raise RegisterError(f"{target} exists already (give the name of a new file)")
    if not target.parent.is_dir():
        raise RegisterError(f"{target}: its folder does not exist (make {target.parent} first)")
    open_register(where).close()
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        _copy(location.path, draft)
        draft.replace(target)
    except sqlite3.Error as error:
        raise RegisterError(f"{target} {explain_sqlite(error)}") from error
    finally:
        draft.unlink(missing_ok=True)
    return target.stat().st_size


def _copy(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as register, closing(sqlite3.connect(target)) as copy:
        register.backup(copy, pages=_PAGES)
        # One file, whole in itself, until somebody opens it as a register.
        copy.execute("PRAGMA journal_mode = DELETE")
