import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest

from handmade import extraction, meeting_report
from marsad.errors import InputError, NotAReport
from marsad.model.report import RawReport
from marsad.runners.local import Chain, run


def process(raw):
    """Stands for the pipeline: some words make it fail in one way or another."""
    if "يموت" in raw.text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "فارغ" in raw.text:
        raise NotAReport(raw.source, "is empty", "give another file")
    if "خطأ" in raw.text:
        raise ZeroDivisionError("a rule that stumbles")
    if "تاريخ" in raw.text:
        claim = msgspec.structs.replace(meeting_report().claims[0], date="18.9.")
        return msgspec.structs.replace(meeting_report(), claims=(claim,))
    return extraction(raw.text, source=raw.source)


def raw(number, text="خبر عادي"):
    return RawReport(source=f"{number}.txt", text=f"{text} {number}\nكلام")


def sources(results):
    return [result.source if isinstance(result, InputError) else result.report.source for result in results]


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_input(jobs):
    items = [raw(number) for number in range(100)]
    items[40] = InputError("40.txt", "is missing")
    results = list(run(process, items, jobs=jobs))
    assert sources(results) == [f"{number}.txt" for number in range(100)]
    assert [type(result).__name__ for result in results].count("InputError") == 1


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_report_that_cannot_be_used_leaves_the_others_alone(jobs):
    items = [raw(number, {3: "فارغ", 7: "خطأ", 9: "تاريخ"}.get(number, "خبر")) for number in range(30)]
    results = list(run(process, items, jobs=jobs))
    errors = {number: str(result) for number, result in enumerate(results) if isinstance(result, InputError)}
    assert sorted(errors) == [3, 7, 9]
    assert isinstance(results[3], NotAReport)
    assert "ZeroDivisionError" in errors[7]
    assert "please report it" in errors[7]
    assert "18.9." in errors[9]


def shout(extraction):
    return msgspec.structs.replace(extraction, report=msgspec.structs.replace(extraction.report, title="!"))


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_function_after_another(jobs):
    results = list(run(Chain(process, shout), [raw(number) for number in range(20)], jobs=jobs))
    assert {result.report.title for result in results} == {"!"}
    assert len(results) == 20


def test_the_report_that_kills_its_worker_fails_alone():
    items = [raw(number, "يموت" if number in {5, 60} else "خبر") for number in range(90)]
    results = list(run(process, items, jobs=2))
    assert sources(results) == [f"{number}.txt" for number in range(90)]
    dead = [number for number, result in enumerate(results) if isinstance(result, InputError)]
    assert dead == [5, 60]
    assert "died" in str(results[5])


def test_no_more_than_a_bounded_number_is_taken_ahead():
    taken = []

    def endless():
        number = 0
        while True:
            taken.append(number)
            yield raw(number)
            number += 1

    results = run(process, endless(), jobs=2)
    next(results)
    assert len(taken) <= 2 * 4 * 8 + 9
    results.close()


def test_nothing_in_nothing_out():
    assert list(run(process, [], jobs=2)) == []


ORPHANS = """
import sys, time
from marsad.model.report import RawReport
from marsad.runners.local import Chain, run
sys.path.insert(0, sys.argv[1])
from slowly import process

items = (RawReport(source=str(n), text="x") for n in range(1000))
print("ready", flush=True)
for _ in run(process, items, jobs=2):
    pass
"""

SLOWLY = """
import os, pathlib, time
def process(raw):
    pathlib.Path(__file__).with_name(f"{os.getpid()}.pid").touch()
    time.sleep(0.05)
"""


def test_workers_end_when_the_main_process_is_killed(tmp_path):
    (tmp_path / "slowly.py").write_text(SLOWLY)
    main = subprocess.Popen([sys.executable, "-c", ORPHANS, str(tmp_path)], stdout=subprocess.PIPE)
    deadline = time.monotonic() + 20
    while len(list(tmp_path.glob("*.pid"))) < 2 and time.monotonic() < deadline:
        time.sleep(0.05)
    workers = [int(path.stem) for path in tmp_path.glob("*.pid")]
    assert len(workers) == 2
    main.kill()
    main.wait()
    while any(map(_alive, workers)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(_alive, workers))


def _alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False
