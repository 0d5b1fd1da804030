"""PostgreSQL: a register that a team shares."""

from sqlalchemy import URL, Connection, Engine, create_engine, event, text

from marsad.errors import RegisterError

OLDEST = 15
# How long a process waits for another one that is writing.
_WAIT = "30s"
# Names the lock that whoever writes to the register holds: one writer at a time, as with a file.
_LOCK = 0x6D61727361

# What PostgreSQL says (SQLSTATE or its class), and what its user needs to know.
_PLAIN = {
    "55P03": "is being written by another process (try again when it is done)",
    "53100": "cannot grow: the server's disk is full (make room and read again; what was committed is safe)",
    "53": "cannot be used: the server is short of memory or connections (try again later)",
    "42501": "may not be read or written by this user (ask for the rights on its tables)",
    "25006": "may not be written: the server takes no writes (give the address of the primary)",
    "57P": "cannot be used: the server is stopping (try again when it is back)",
    "28": "refuses the user or the password (correct the address)",
    "3D000": "does not exist on the server (make it with: createdb)",
    "22021": "cannot hold the character U+0000, which one of the reports has (take it out of the text)",
    "08": "is not reachable any more (try again; what was committed is safe)",
}  # fmt: skip


def postgresql_engine(url: URL, shown: str) -> Engine:
    """Return an engine for a database. Raises ``RegisterError`` where the driver is not installed."""
    try:
        engine = create_engine(url)
    except ImportError as error:
        raise RegisterError(
            f"{shown} needs psycopg (install it: pip install 'marsad[postgresql]')"
        ) from error
    event.listen(engine, "begin", _begin)
    return engine


def check_server(connection: Connection, shown: str) -> None:
    """Raise ``RegisterError`` where the server is older than what marsad is tested with."""
    version = connection.dialect.server_version_info
    if version is not None and int(version[0]) < OLDEST:
        raise RegisterError(f"{shown} is on PostgreSQL {version[0]} (marsad needs {OLDEST} or newer)")


def explain_postgresql(error: BaseException | None) -> str:
    """Return what an error of the driver means, and what to do about it."""
    state = getattr(error, "sqlstate", None) or ""
    # The driver itself refuses this one, before the server can give it a state.
    if not state and "NUL (0x00)" in str(error):
        state = "22021"
    for code, words in _PLAIN.items():
        if state.startswith(code):
            return words
    first = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
    if not state:
        return f"cannot be used: {first} (does the server run, and are host, name, user and password right?)"
    return f"cannot be used: {first}"


def _begin(connection: Connection) -> None:
    if connection.get_execution_options().get("writing", False):
        connection.execute(text(f"SET LOCAL lock_timeout = '{_WAIT}'"))
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
