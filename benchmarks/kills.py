"""Kill ``marsad read`` at random moments and look at what is left: ``python -m benchmarks.kills [KILLS] [SEED]``.

What is killed is the real command, with kill -9. Readers had seen some reports committed before: after each kill these
must be there, and the register sound; in the end, read to the finish, it must be the same as one that nobody disturbed.
"""

import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import select

from benchmarks.inputs import ROOT
from marsad.register.store import find_register, open_register
from marsad.register.store.schema import metadata, reports
from marsad.register.store.verification import verify
from marsad.sources import open_sources

# Kills that one register suffers before it may be finished.
_EACH = 5
# What tells when and in which order rows came.
_OF_ITS_RUN = {"added_at", "number"}


class Calm(NamedTuple):
    """A run that nobody disturbed: what it read, how long it took, and what its register holds."""

    source: Path
    seconds: float
    rows: dict[str, list[str]]


def main(kills: int, seed: int) -> None:
    """Print one line. Raises ``AssertionError`` at the first thing that is wrong."""
    committed: list[int] = []
    with tempfile.TemporaryDirectory() as folder:
        calm = undisturbed(Path(folder))
        while len(committed) < kills:
            committed += kill(calm, kills=min(_EACH, kills - len(committed)), seed=seed)
            seed += 1
    print(
        f"{len(committed)} kills, after {min(committed)}–{max(committed)} reports: nothing lost, nothing doubled"
    )


def undisturbed(folder: Path, *, copies: int = 40) -> Calm:
    """Read our examples into a register in ``folder``."""
    source, path = _source(folder, copies), folder / "calm.db"
    begun = time.perf_counter()
    assert _read(source, path).wait() == 0
    return Calm(source, time.perf_counter() - begun, content(path))


def kill(calm: Calm, *, kills: int, seed: int) -> list[int]:
    """Kill the reading of one register so many times, then let it finish; return how many reports each kill left.

    Fewer where it was finished before the last kill. What must hold is asserted.
    """
    chance = random.Random(seed)  # noqa: S311
    path = calm.source.with_name(f"shaken{seed}.db")
    left: list[int] = []
    while len(left) < kills:
        process = _read(calm.source, path)
        if not _killed(process, path, calm.seconds * chance.uniform(0.1, 1)):
            break
        left.append(len(_committed(path)))
    assert _read(calm.source, path).wait() == 0
    found = content(path)
    others = [name for name, rows in calm.rows.items() if rows != found[name]]
    assert not others, f"not as in an undisturbed run: {others} (has the program been changed meanwhile?)"
    return left


def content(path: Path) -> dict[str, list[str]]:
    """Return the rows of every table, without what tells when they came."""
    with open_register(path) as register:
        return {
            table.name: sorted(_told(dict(row)) for row in register.select(select(table)))
            for table in metadata.sorted_tables
        }


def _told(row: dict[str, Any]) -> str:
    return json.dumps({key: value for key, value in row.items() if key not in _OF_ITS_RUN}, sort_keys=True)


def _killed(process: "subprocess.Popen[bytes]", path: Path, seconds: float) -> bool:
    """Kill after so many seconds; return whether there was still something to kill."""
    seen: set[str] = set()
    end = time.perf_counter() + seconds
    while time.perf_counter() < end and process.poll() is None:
        seen = _committed(path)
        time.sleep(0.2)
    running = process.poll() is None
    process.kill()
    process.wait()
    left = _committed(path)
    assert seen <= left, "reports are lost that had been committed"
    if left:
        with open_register(path) as register:
            found = verify(register)
            assert found.sound, found.examples
    return running


def _committed(path: Path) -> set[str]:
    """Return the ids of the reports in the register, as another process sees them."""
    if not path.exists() or path.stat().st_size == 0:
        return set()
    register = find_register(path)
    if register is None:
        return set()
    with register:
        return {row["id"] for row in register.select(select(reports.c.id))}


def _source(folder: Path, copies: int) -> Path:
    """Write our examples, each many times with a last line of its own, as JSON lines."""
    path = folder / "reports.jsonl"
    raws = list(open_sources([str(ROOT / "examples" / "reports")]))
    with path.open("w", encoding="utf-8") as file:
        for turn in range(copies):
            for raw in raws:
                text = f"{getattr(raw, 'text', '')}\nالعدد رقم {turn}"
                file.write(json.dumps({"text": text}, ensure_ascii=False) + "\n")
    return path


def _read(source: Path, register: Path) -> "subprocess.Popen[bytes]":
    command = [
        sys.executable,
        "-m",
        "marsad",
        "read",
        str(source),
        "--register",
        str(register),
        "--jobs",
        "2",
    ]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    given = [int(text) for text in sys.argv[1:]]
    main(given[0] if given else 30, given[1] if len(given) > 1 else time.time_ns() % 1_000_000)
