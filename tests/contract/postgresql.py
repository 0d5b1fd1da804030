"""A PostgreSQL server of the tests' own, from the system's package: made in a temporary folder, ended with them."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Missing(Exception):
    """There is no PostgreSQL to start."""


@contextmanager
def server() -> Iterator[str]:
    """Yield the address of a fresh server, without a database's name. Raises ``Missing``."""
    programs = _programs()
    folder = Path(tempfile.mkdtemp(prefix="marsad-postgresql-"))
    data, port = folder / "data", _free_port()
    _hand_over(folder)
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
    control = [programs / "pg_ctl", "-D", data, "-w", "-l", folder / "log"]
    try:
        _run(programs / "initdb", "-D", data, "-U", "marsad", "-A", "trust", "-E", "UTF8", "--no-sync")
        _run(*control, "-o", options, "start")
        try:
            yield f"postgresql://marsad@127.0.0.1:{port}"
        finally:
            _run(*control, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


def _programs() -> Path:
    """Return the folder of the newest PostgreSQL's programs."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    if on_path is None:
        raise Missing("PostgreSQL is not installed (apt-get install postgresql)")
    return Path(on_path).resolve().parent


def _user() -> str | None:
    """Return whom the server runs as where we are root, who may not run it."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in ("postgres", "nobody") if name in names)


def _hand_over(folder: Path) -> None:
    user = _user()
    if user is not None:
        shutil.chown(folder, user)


def _run(*command: object) -> None:
    user = _user()
    prefix = [] if user is None else ["runuser", "-u", user, "--"]
    done = subprocess.run(
        [*prefix, *map(str, command)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, cwd="/"
    )
    if done.returncode:
        raise Missing(f"PostgreSQL cannot be started here: {done.stderr.strip()}")


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])
