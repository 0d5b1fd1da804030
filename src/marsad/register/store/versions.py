"""The version of a register's tables: which it is, which we know, and how to get from one to the other.

The tables are made and changed by Alembic's revisions in ``migrations/versions``, on both stores. They form
one line, numbered 0001, 0002, …; the last is what this program works with. To add or change a table:

1. declare it on ``schema.metadata`` (in ``schema.py``, or in a module of your own that imports ``metadata``);
2. add ``migrations/versions/vNNNN_what_it_does.py`` with ``revision = "NNNN"`` and ``down_revision`` the one
   before it, whose ``upgrade()`` does the same by ``alembic.op``: text columns as ``migrations.columns.Words``, what
   only one store knows, such as FTS5, under ``if op.get_bind().dialect.name == "sqlite"``. A revision that has been
   released is never edited;
3. run ``tests/contract``: it holds that revisions and declarations agree on SQLite and on PostgreSQL, and that
   a register of every older version upgrades.
"""

from functools import cache
from importlib import resources

from sqlalchemy import Column, Connection, MetaData, Table, Text, inspect, select

from marsad.errors import RegisterError

#: Where Alembic notes the version; a name of our own, as the database may be another program's too.
TABLE = "marsad_version"
_FIRST = "0001"
# Registers made before there were revisions say their version in the table `meta`.
_meta = Table("meta", MetaData(), Column("key", Text), Column("value", Text))
_version = Table(TABLE, MetaData(), Column("version_num", Text))


@cache
def newest() -> str:
    """Return the number of the last revision that this program knows."""
    folder = resources.files(__package__) / "migrations" / "versions"
    return max(
        file.name[1:5] for file in folder.iterdir() if file.name.startswith("v") and file.name.endswith(".py")
    )


def found(connection: Connection, shown: str) -> str | None:
    """Return the version of the register in this database, None where the database is empty.

    Raises ``RegisterError`` where it holds something else.
    """
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return None
    version = None
    if TABLE in tables:
        version = connection.scalar(select(_version.c.version_num))
    elif _meta.name in tables:
        version = connection.scalar(select(_meta.c.value).where(_meta.c.key == "schema"))
    if version is None or not version.isdecimal():
        raise RegisterError(f"{shown} is a database, but not a register (give another name)")
    return str(version).zfill(len(_FIRST))


def check(version: str, shown: str) -> None:
    """Raise ``RegisterError`` where ``version`` is newer or older than ours."""
    refuse_newer(version, shown)
    if version < newest():
        raise RegisterError(
            f"{shown} was made by an older marsad (version {version}, this one works with {newest()}; "
            f"bring it up to date with: marsad register upgrade --register {shown})"
        )


def refuse_newer(version: str, shown: str) -> None:
    """Raise ``RegisterError`` where ``version`` is newer than ours."""
    if version > newest():
        raise RegisterError(
            f"{shown} was made by a newer marsad (version {version}, this one knows {newest()}; upgrade marsad)"
        )


def migrate(connection: Connection, *, to: str = "head") -> None:
    """Bring the tables to a version, in the transaction that ``connection`` is in."""
    # Alembic is slow to import and only rarely needed.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", f"{__package__}:migrations")
    config.attributes["connection"] = connection
    tables = inspect(connection).get_table_names()
    if TABLE not in tables and _meta.name in tables:
        command.stamp(config, _FIRST)
    command.upgrade(config, to)
