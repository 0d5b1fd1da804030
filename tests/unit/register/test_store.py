import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

import handmade
from handmade import meeting_report, visit_report
from marsad.errors import RegisterError
from marsad.register.store import open_register, versions


@pytest.fixture
def path(tmp_path):
    return tmp_path / "made.db"


@pytest.fixture
def register(path):
    with open_register(path, create=True) as opened:
        yield opened


def dump(path):
    with closing(sqlite3.connect(path)) as connection, connection:
        return "\n".join(connection.iterdump())


def test_a_report_comes_back_as_it_was(register):
    made = meeting_report()
    register.add([made])
    assert register.reports([made.report.id]) == {made.report.id: made.report}


def test_claims_come_back_with_outlet_and_date(register):
    made = meeting_report()
    register.add([made])
    ids = [claim for entry in register.entries_between("IRN", "KAZ") for claim in entry.claims]
    found = register.claims(ids)
    assert {item.claim for item in found.values()} == set(made.claims[:-1])  # the tenure is Iran's alone
    assert {(item.outlet, item.published) for item in found.values()} == {("IRNA", "2023-09-19T01:58Z")}


def test_reading_twice_changes_nothing(register, path):
    first = register.add([meeting_report(), visit_report()])
    before = dump(path)
    again = register.add([visit_report(source="elsewhere.txt"), meeting_report()])
    assert (first.new, first.known) == (2, 0)
    assert (again.new, again.known, again.claims) == (0, 2, 0)
    assert dump(path) == before


def test_the_same_report_twice_in_a_batch_counts_once(register):
    added = register.add([meeting_report(), meeting_report()])
    assert (added.new, added.known) == (1, 1)
    assert register.counts()["reports"] == 1


def test_the_order_of_batches_does_not_change_the_entries(tmp_path):
    def entries_after(*reports):
        with open_register(tmp_path / f"{reports[0].report.id}.db", create=True) as register:
            for report in reports:
                register.add([report])
            return register.entries_between("IRN", "KAZ")

    assert entries_after(meeting_report(), visit_report()) == entries_after(visit_report(), meeting_report())


def test_claims_of_two_reports_meet_in_one_entry(register):
    register.add([meeting_report()])
    register.add([visit_report()])
    (transport,) = (
        e for e in register.entries_between("KAZ", "IRN") if e.type == "undertaking" and e.reports == 2
    )
    assert [at.stage for at in transport.stages] == ["being_implemented", "in_force"]


def test_entries_can_be_dropped_and_made_anew(register, path):
    register.add([meeting_report(), visit_report()])
    register.refresh()
    before = dump(path)
    register.rebuild()
    assert dump(path) == before


def test_entries_of_a_state_within_reports(register):
    register.add([meeting_report(), visit_report()])
    (tenure,) = register.entries_of(["IRN"], ["tenure"], within=[meeting_report().report.id])
    assert tenure.kind == "head_of_state"
    assert register.entries_of(["IRN"], ["tenure"], within=[visit_report().report.id]) == []


def test_a_batch_is_added_whole_or_not_at_all(register):
    spoiled = msgspec.structs.replace(visit_report().claims[0], date="no date")
    bad = msgspec.structs.replace(visit_report(), claims=(spoiled,))
    with pytest.raises(ValueError, match="no date"):
        register.add([meeting_report(), bad])
    assert register.counts() == {"reports": 0, "claims": 0, "entries": 0}


def test_known_reports(register):
    register.add([meeting_report()])
    made = meeting_report().report.id
    assert register.known([made, "r0"]) == {made}
    assert register.known([]) == set()


class TestFaults:
    def test_missing_file_names_the_remedy(self, path):
        with pytest.raises(RegisterError, match="marsad read PATH --register"):
            open_register(path)

    def test_a_text_file_is_no_register(self, path):
        path.write_text("هذا نص", encoding="utf-8")
        for create in (False, True):
            with pytest.raises(RegisterError, match="is not a register"):
                open_register(path, create=create)
        assert path.read_text(encoding="utf-8") == "هذا نص"

    def test_another_programs_database_is_left_alone(self, path):
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("CREATE TABLE bookmarks (url)")
        with pytest.raises(RegisterError, match="not a register"):
            open_register(path, create=True)
        with closing(sqlite3.connect(path)) as connection, connection:
            assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("bookmarks",)]

    @pytest.mark.usefixtures("register")
    def test_a_newer_schema_is_refused(self, path):
        with closing(sqlite3.connect(path)) as connection, connection:
            newer = f"{int(versions.newest()) + 1:04}"
            connection.execute("UPDATE marsad_version SET version_num = ?", (newer,))
        with pytest.raises(RegisterError, match="newer marsad"):
            open_register(path)

    def test_a_missing_folder_is_named(self, tmp_path):
        with pytest.raises(RegisterError, match="folder does not exist"):
            open_register(tmp_path / "nowhere" / "made.db", create=True)

    def test_a_folder_is_no_file(self, tmp_path):
        with pytest.raises(RegisterError, match="is a folder"):
            open_register(tmp_path, create=True)

    def test_a_full_disk_loses_nothing_committed(self, register):
        register.add([meeting_report()])
        with register._engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(RegisterError, match="disk is full"):
            register.add([visit_report(), *_many(200)])
        assert register.counts()["reports"] == 1

    @pytest.mark.usefixtures("register")
    def test_a_lock_held_for_long_is_reported(self, path, monkeypatch):
        monkeypatch.setattr("marsad.register.store.sqlite._BUSY_MILLISECONDS", 50)
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with open_register(path) as late, pytest.raises(RegisterError, match="another process"):
            late.add([meeting_report()])
        other.close()

    def test_a_reader_sees_the_register_while_another_writes(self, register, path):
        register.add([meeting_report()])
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with open_register(path) as reader:
            assert reader.counts()["reports"] == 1
        other.close()


def _many(number):
    return [handmade.extraction(f"خبر {n}\n" + "كلام طويل " * 500) for n in range(number)]


KILLED = """
import sys
sys.path.insert(0, sys.argv[2])
from handmade import extraction, meeting_report
from marsad.register.store import open_register
from marsad.model.claims import Statement

with open_register(sys.argv[1], create=True) as register:
    for number in range(10_000):
        text = f"خبر رقم {number}\\nقال المسؤول إن العمل جار."
        register.add([extraction(text, ("قال المسؤول", Statement, {"verb": "say"}))])
        print(number, flush=True)
"""


def test_a_killed_process_loses_nothing_committed_and_doubles_nothing(path):
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(path), str(Path(handmade.__file__).parent)],
        stdout=subprocess.PIPE,
        text=True,
    )
    while process.stdout.readline().strip() != "20":
        assert process.poll() is None
    process.kill()
    committed = 21 + len(process.stdout.read().split())
    process.wait()
    with open_register(path) as register:
        register.refresh()
        counts = register.counts()
        assert committed <= counts["reports"] <= committed + 1
        assert counts["claims"] == counts["entries"] == counts["reports"]
    with closing(sqlite3.connect(path)) as connection, connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
