"""Every test here runs over each store."""

import itertools
import os

import pytest
from sqlalchemy import create_engine, text

from contract.postgresql import Missing, server
from marsad.register.store import open_register

_numbers = itertools.count()


@pytest.fixture(scope="session")
def postgresql():
    """The address of a server. Where none can be had, tests skip, except under CI, where they must run."""
    try:
        with server() as address:
            yield address
    except Missing as reason:
        if os.environ.get("CI"):
            raise
        pytest.skip(str(reason))


@pytest.fixture
def database(postgresql):
    """The address of an empty database."""
    name = f"register{next(_numbers)}"
    engine = create_engine(
        f"{postgresql}/postgres".replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT"
    )
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return f"{postgresql}/{name}"


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request, tmp_path):
    """A place for a register, where there is none yet."""
    return str(tmp_path / "made.db") if request.param == "sqlite" else request.getfixturevalue("database")


@pytest.fixture
def register(where):
    with open_register(where, create=True) as opened:
        yield opened
