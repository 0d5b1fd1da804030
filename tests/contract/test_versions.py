"""What holds of the tables and their versions on every store."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from marsad.errors import RegisterError
from marsad.register.store import find_register, open_register, versions
from marsad.register.store.engine import connect, writing
from marsad.register.store.location import locate
from marsad.register.store.schema import metadata
from marsad.register.store.upgrading import upgrade


def make(where, version):
    """Make the tables as of an older version."""
    engine = connect(locate(where), create=True)
    with writing(engine) as connection:
        versions.migrate(connection, to=version)
    engine.dispose()


def execute(where, *statements):
    engine = connect(locate(where), create=True)
    with writing(engine) as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


def before_revisions(where):
    """Make a register as it was before there were revisions."""
    make(where, "0001")
    execute(where, "DROP TABLE marsad_version", "INSERT INTO meta (key, value) VALUES ('schema', '1')")


def differences(where):
    engine = connect(locate(where))
    with engine.begin() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "version_table": versions.TABLE,
                "compare_type": False,
                # FTS5 and tsvector: each store has its own.
                "include_name": lambda name, kind, _: kind != "table" or not name.startswith("search_index"),
            },
        )
        found = compare_metadata(context, metadata)
    engine.dispose()
    return found


@pytest.mark.usefixtures("register")
def test_revisions_make_the_tables_that_are_declared(where):
    assert differences(where) == []


def test_a_register_from_before_the_revisions_is_adopted(where):
    before_revisions(where)
    with pytest.raises(RegisterError, match=r"older marsad.*marsad register upgrade --register"):
        open_register(where)
    assert upgrade(where) == ("0001", versions.newest())
    assert differences(where) == []
    with open_register(where) as register:
        assert register.counts() == {"reports": 0, "claims": 0, "entries": 0}


def test_every_older_version_upgrades(where):
    make(where, "0001")
    assert upgrade(where) == ("0001", versions.newest())
    assert upgrade(where) == (versions.newest(), versions.newest())
    assert differences(where) == []


@pytest.mark.usefixtures("register")
def test_a_newer_version_is_refused(where):
    execute(where, "UPDATE marsad_version SET version_num = '9999'")
    for use in (open_register, find_register, upgrade):
        with pytest.raises(RegisterError, match=r"newer marsad \(version 9999"):
            use(where)


def test_where_nothing_is_there_nothing_is_found(where):
    assert find_register(where) is None
    with pytest.raises(RegisterError, match="marsad"):
        open_register(where)


def test_another_programs_tables_are_left_alone(where):
    execute(where, "CREATE TABLE bookmarks (url TEXT)")
    for create in (False, True):
        with pytest.raises(RegisterError, match="not a register"):
            open_register(where, create=create)
    with pytest.raises(RegisterError, match="not a register"):
        upgrade(where)


def test_one_register_is_opened_by_many(register, where):
    with open_register(where) as second, find_register(where) as third:
        assert second.counts() == third.counts() == register.counts()
