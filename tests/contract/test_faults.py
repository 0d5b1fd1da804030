"""What goes wrong outside of marsad: each time one line that names the register and the remedy, and nothing lost."""

import os
import resource
import subprocess
import sys
from contextlib import contextmanager

import pytest
from sqlalchemy import MetaData, select

from contract.test_versions import differences, make
from handmade import MEETING_NEWS, extraction, meeting_report, visit_report
from marsad.errors import RegisterError
from marsad.model.claims import Statement
from marsad.register.store import open_register, versions
from marsad.register.store.engine import connect, writing
from marsad.register.store.location import locate
from marsad.register.store.schema import metadata
from marsad.register.store.upgrading import upgrade
from marsad.register.store.verification import verify

MADE = (meeting_report(), visit_report())
NEWS = 12


def marsad(*arguments, first="", **options):
    """Run the real command; return its exit code and its complaint."""
    code = f"import sys\n{first}\nfrom marsad.cli.app import app\napp()"
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        **options,
    )
    return done.returncode, done.stderr.strip()


def one_line(complaint, *words):
    assert len(complaint.splitlines()) == 1, complaint
    assert complaint.startswith("marsad: ")
    for word in words:
        assert word in complaint


def many(folder, number):
    """Write reports that need more room than there is."""
    for at in range(number):
        text = f"{MEETING_NEWS}\n" + " ".join(f"كلمة{at * 1_000 + word}" for word in range(1_000))
        (folder / f"{at}.txt").write_text(text, encoding="utf-8")


@pytest.fixture
def filled(tmp_path):
    path = tmp_path / "filled.db"
    with open_register(path, create=True) as register:
        register.add(MADE)
        register.refresh()
    return path


@pytest.fixture
def news(tmp_path):
    folder = tmp_path / "news"
    folder.mkdir()
    many(folder, NEWS)
    return folder


def carries_on(path, news):
    """Nothing is lost, and with room the rest is read."""
    with open_register(path) as register:
        assert register.known([made.report.id for made in MADE]) == {made.report.id for made in MADE}
        assert verify(register).sound
    assert marsad("read", news, "--register", path) == (0, "")
    with open_register(path) as register:
        assert register.counts()["reports"] == len(MADE) + NEWS
        assert verify(register).sound


def test_a_file_that_may_not_grow(filled, news):
    limit = filled.stat().st_size + 100_000
    code, complaint = marsad(
        "read",
        news,
        "--register",
        filled,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )
    assert code == 1
    one_line(complaint, str(filled), "full")
    carries_on(filled, news)


@contextmanager
def small_disk(folder, size):
    if os.geteuid() != 0:
        pytest.skip("only root may mount")
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], capture_output=True, check=False
    )
    if done.returncode:
        pytest.skip("nothing can be mounted here")
    try:
        yield
    finally:
        subprocess.run(["umount", folder], check=True)


def test_a_full_disk(tmp_path, news):
    disk = tmp_path / "disk"
    disk.mkdir()
    with small_disk(disk, "1200k"):
        path = disk / "made.db"
        with open_register(path, create=True) as register:
            register.add(MADE)
        code, complaint = marsad("read", news, "--register", path)
        assert code == 1
        one_line(complaint, str(path), "full")
        subprocess.run(["mount", "-o", "remount,size=60m", disk], check=True)
        carries_on(path, news)


def test_a_damaged_file(filled, tmp_path):
    with filled.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xa5" * (filled.stat().st_size - 4096))
    for command in ("info", "verify", "rebuild"):
        code, complaint = marsad("register", command, "--register", filled)
        assert code == 1
        one_line(complaint, str(filled), "is damaged (restore a copy")
    code, complaint = marsad("register", "backup", tmp_path / "copy.db", "--register", filled)
    assert code == 1
    one_line(complaint, "is damaged")


def test_a_file_that_lost_its_end(filled):
    with filled.open("r+b") as file:
        file.truncate(filled.stat().st_size // 2)
    code, complaint = marsad("register", "verify", "--register", filled)
    assert code == 1
    assert "damaged" in complaint or complaint == ""


LOCK = """
import sqlite3, sys
held = sqlite3.connect(sys.argv[1], isolation_level=None)
held.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""


def test_a_file_that_another_process_holds(filled, news):
    other = subprocess.Popen(
        [sys.executable, "-c", LOCK, str(filled)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout.readline() == "held\n"
    hasty = "import marsad.register.store.sqlite as store\nstore._BUSY_MILLISECONDS = 100"
    code, complaint = marsad("read", news, "--register", filled, first=hasty)
    other.communicate("")
    assert code == 1
    one_line(complaint, str(filled), "is being written by another process (try again when it is done)")
    carries_on(filled, news)


def test_without_the_driver_of_postgresql():
    blocked = "sys.modules['psycopg'] = None"
    code, complaint = marsad(
        "register", "info", "--register", "postgresql://me:secret@127.0.0.1:1/news", first=blocked
    )
    assert code == 1
    one_line(complaint, "postgresql", "needs psycopg (install it: pip install 'marsad[postgresql]')")
    assert "secret" not in complaint


def test_a_character_that_only_one_store_can_hold(register):
    register.add(MADE)
    odd = extraction("عنوان\nنص فيه \0 حرف لا يكتب")
    if register.dialect == "sqlite":
        register.add([odd])
        assert register.reports([odd.report.id]) == {odd.report.id: odd.report}
    else:
        with pytest.raises(
            RegisterError, match=r"cannot hold the character U\+0000.*take it out of the text"
        ):
            register.add([odd])
        assert register.counts()["reports"] == len(MADE)


READER = """
import sys
from marsad.register.store import open_register
from marsad.register.store.info import info

with open_register(sys.argv[1]) as register:
    print("reading", flush=True)
    seen = 0
    while seen < 40:
        found = info(register)
        claims = sum(found.claims.values())
        assert found.reports == claims >= seen, (found.reports, claims, seen)
        seen = claims
"""


def test_others_read_whole_batches_while_one_writes(register, where):
    readers = [
        subprocess.Popen(
            [sys.executable, "-c", READER, where], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for _ in range(2)
    ]
    for reader in readers:
        assert reader.stdout.readline() == b"reading\n"
    for batch in range(10):
        texts = [f"خبر رقم {batch} من {at}\nقال المسؤول إن العمل جار." for at in range(4)]
        register.add([extraction(text, ("قال المسؤول", Statement, {"verb": "say"})) for text in texts])
        register.refresh()
    for reader in readers:
        _, complaint = reader.communicate(timeout=60)
        assert (reader.returncode, complaint) == (0, b"")


def rows_of(path):
    with open_register(path) as register:
        return {
            table.name: [dict(row) for row in register.select(select(table))]
            for table in metadata.sorted_tables
            if table.name != "meta" and not table.name.startswith("search")
        }


def put(where, rows):
    """Put rows into a register of an older version, as far as it has tables and columns for them."""
    engine = connect(locate(where))
    with writing(engine) as connection:
        old = MetaData()
        old.reflect(connection)
        for name, found in rows.items():
            if name in old.tables and found:
                table = old.tables[name]
                kept = [{key: value for key, value in row.items() if key in table.c} for row in found]
                connection.execute(table.insert(), kept)
    engine.dispose()


@pytest.mark.parametrize("version", [f"{number:04}" for number in range(1, int(versions.newest()))])
def test_a_filled_register_of_every_older_version_upgrades(where, version, filled):
    make(where, version)
    put(where, rows_of(filled))
    assert upgrade(where) == (version, versions.newest())
    assert differences(where) == []
    with open_register(where) as register, open_register(filled) as whole:
        ids = [made.report.id for made in MADE]
        assert register.reports(ids) == whole.reports(ids)
        assert register.entries_between("IRN", "KAZ") == whole.entries_between("IRN", "KAZ")
        register.rebuild()
        assert verify(register).sound
        assert register.entries_between("IRN", "KAZ") == whole.entries_between("IRN", "KAZ")
