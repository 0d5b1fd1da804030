import json
import sqlite3
from contextlib import closing

from marsad.register.store import open_register


def test_a_register_is_made_once(marsad, tmp_path):
    assert "made" in marsad("register", "init", "--register", "new.db").stdout
    assert "is there already" in marsad("register", "init", "--register", "new.db").stdout
    with open_register(tmp_path / "new.db") as register:
        assert register.counts()["reports"] == 0


def test_nothing_to_upgrade(marsad, register):
    assert "nothing to do" in marsad("register", "upgrade", "--register", register).stdout
    assert "does not exist" in marsad("register", "upgrade", "--register", "nowhere.db").stderr


def test_info_tells_numbers(marsad, register):
    found = json.loads(marsad("register", "info", "--json", "--register", register).stdout)
    assert (found["reports"], sum(found["claims"].values()), found["stale"]) == (2, 11, 0)
    assert (
        "reports    2, published 2023-09-19T01:58Z to 2024-02-16"
        in marsad("register", "info", "--register", register).stdout
    )


def test_verify_names_faults_and_ends_with_one(marsad, register):
    assert "sound (2 reports, 11 claims" in marsad("register", "verify", "--register", register).stdout
    with closing(sqlite3.connect(register)) as connection, connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("DELETE FROM entries")
    done = marsad("register", "verify", "--register", register)
    assert done.exit_code == 1
    assert "NOT sound" in done.stdout
    assert "11 × a claim is in no entry (marsad register rebuild)" in done.stdout


def test_rebuild_prints_what_changed(marsad, register):
    assert "0 added, 0 gone, 0 changed" in marsad("register", "rebuild", "--register", register).stdout
    with closing(sqlite3.connect(register)) as connection, connection:
        connection.execute("DELETE FROM entries WHERE type = 'tenure'")
    done = marsad("register", "rebuild", "--register", register)
    assert "1 added, 0 gone, 0 changed" in done.stdout
    assert "tenure: kind head_of_state" in done.stdout


def test_backup_is_a_register(marsad, register, tmp_path):
    assert marsad("register", "backup", "copy.db", "--register", register).exit_code == 0
    with open_register(tmp_path / "copy.db") as copy, open_register(register) as original:
        assert copy.counts() == original.counts()
    again = marsad("register", "backup", "copy.db", "--register", register)
    assert again.exit_code == 1
    assert "copy.db exists already" in again.stderr
