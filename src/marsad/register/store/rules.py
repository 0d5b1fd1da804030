"""By which version of the rules the entries were made."""

from sqlalchemy import Connection, delete, select

from marsad.register.reader import consolidation
from marsad.register.store.schema import meta

_KEY = "consolidation"


def note_rules(connection: Connection) -> None:
    """Note that all entries were made by the rules as they are now."""
    connection.execute(delete(meta).where(meta.c.key == _KEY))
    connection.execute(meta.insert().values(key=_KEY, value=consolidation()))


def made_by(connection: Connection) -> str | None:
    """Return the version of the rules that made the entries, None when unknown."""
    return connection.scalar(select(meta.c.value).where(meta.c.key == _KEY))
