"""How long a command takes, the interpreter's start included: the median of several runs."""

import os
import statistics
import subprocess
import sys
import tempfile
import time

from benchmarks.inputs import ROOT

COMMANDS = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "marsad --version": [sys.executable, "-m", "marsad", "--version"],
    "marsad extract (one report)": [
        sys.executable, "-m", "marsad", "extract", str(ROOT / "examples/reports/2022-06-19-tehran-tokayev.txt"),
    ],
}  # fmt: skip


def measure(runs: int = 5) -> None:
    """Print the median of each command and its ratio to an empty interpreter."""
    print("\nstart-up, median of", runs, "runs")
    base = 0.0
    with tempfile.TemporaryDirectory() as compiled:
        for name, command in COMMANDS.items():
            _run(command, compiled)  # As installed: with every module compiled.
            seconds = statistics.median(_run(command, compiled) for _ in range(runs))
            base = base or seconds
            print(f"  {name:<28} {seconds:6.2f} s   {seconds / base:5.1f} times an empty interpreter")


def _run(command: list[str], compiled: str) -> float:
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    subprocess.run(
        command,
        check=True,
        capture_output=True,
        cwd=ROOT,
        env=environment | {"PYTHONPYCACHEPREFIX": compiled},
    )
    return time.perf_counter() - start
