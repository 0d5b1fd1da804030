"""Where a register is: a file, or a database of a PostgreSQL server."""

from pathlib import Path

import msgspec
from sqlalchemy import URL, exc, make_url

from marsad.errors import RegisterError

_DRIVERS = {"postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}


class Location(msgspec.Struct, frozen=True):
    """A register's address: ``path`` for a file, None for a server; ``shown`` names it without its password."""

    url: URL
    shown: str
    path: Path | None


def locate(where: str | Path) -> Location:
    """Return the location of a path or of an address such as ``postgresql://user@host/name``.

    Raises ``RegisterError`` for an address of another kind.
    """
    if isinstance(where, Path) or "://" not in where:
        return Location(URL.create("sqlite", database=str(where)), str(where), Path(where))
    try:
        url = make_url(where)
    except (exc.ArgumentError, ValueError) as error:
        raise RegisterError(f"{where.partition('@')[2] or where}: {_ADVICE}") from error
    shown = url.render_as_string(hide_password=True)
    driver = _DRIVERS.get(url.drivername)
    if driver is None:
        raise RegisterError(f"{shown}: {_ADVICE}")
    return Location(url.set(drivername=driver), shown, None)


def shown(where: str | Path) -> str:
    """Return the address without its password. Raises ``RegisterError`` as ``locate`` does."""
    return locate(where).shown


_ADVICE = "a register is a file or a PostgreSQL database (postgresql://user:password@host:5432/name)"
