"""Bring a register that an older marsad made up to date."""

from pathlib import Path

from marsad.errors import RegisterError
from marsad.register.store import versions
from marsad.register.store.engine import connect, plain_errors, writing
from marsad.register.store.location import locate


def upgrade(where: str | Path) -> tuple[str, str]:
    """Bring the tables to our version, all at once or not at all; return the version before and after.

    Raises ``RegisterError`` where there is no register, or one that a newer marsad made.
    """
    location = locate(where)
    engine = connect(location)
    try:
        with plain_errors(location), writing(engine) as connection:
            before = versions.found(connection, location.shown)
            if before is None:
                raise RegisterError(
                    f"{location.shown} holds no register (make it with: marsad register init)"
                )
            versions.refuse_newer(before, location.shown)
            if before < versions.newest():
                versions.migrate(connection)
            return before, versions.newest()
    finally:
        engine.dispose()
