"""Grow a register with real claims, shifted in date and people: ``python -m benchmarks.growth [CLAIMS…]``.

By default to 10000 and 100000 claims. For each size: claims a second, rebuild, adding one report, and pages.

Measurements of what is built on the register (ledger, search) are added to ``PAGES``.
"""

import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from math import gcd
from pathlib import Path

import msgspec

from benchmarks.inputs import inputs
from benchmarks.searching import one_search
from marsad.errors import InputError
from marsad.model.claims import Claim
from marsad.model.edtf import parse
from marsad.model.ids import report_id
from marsad.model.jsonform import Extraction
from marsad.model.report import Published
from marsad.pipeline import process
from marsad.register.prepared import prepare
from marsad.register.store import Register, open_register
from marsad.views.dossier import open_dossier

_BATCH = 100
_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
# They share no divisor with the number of letters.
_FACTORS = [factor for factor in range(1, len(_LETTERS)) if gcd(factor, len(_LETTERS)) == 1]
#: What is timed at each size, by name.
PAGES: dict[str, Callable[[Register], object]] = {
    "IRN-USA": lambda register: open_dossier(register, ("IRN", "USA")),
    "IRN-KAZ": lambda register: open_dossier(register, ("IRN", "KAZ")),
    "search": one_search,
}


def main(sizes: list[int]) -> None:
    """Print one line a size."""
    base = list(_base())
    stream = _shifted(base)
    with (
        tempfile.TemporaryDirectory() as folder,
        open_register(Path(folder, "grown.db"), create=True) as register,
    ):
        for size in sizes:
            _grow(register, stream, size)


def _grow(register: Register, stream: Iterator[Extraction], size: int) -> None:
    have, spent, prepared, added = register.counts()["claims"], 0.0, 0.0, 0
    while have + added < size:
        raw = [next(stream) for _ in range(_BATCH)]
        seconds, batch = _timed(lambda raw=raw: list(map(prepare, raw)))
        prepared += seconds
        seconds, done = _timed(lambda batch=batch: register.add(batch))
        spent, added = spent + seconds, added + done.claims
    refresh, _ = _timed(register.refresh)
    rebuild, _ = _timed(register.rebuild)
    one = next(stream)
    single, _ = _timed(lambda: (register.add([prepare(one)]), register.refresh()))
    pages = ", ".join(f"{name} {_timed(partial(page, register))[0]:.2f} s" for name, page in PAGES.items())
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{have + added:>9,} claims: ingest {added / spent:,.0f} claims/s "
        f"(one process prepares {added / prepared:,.0f}), entries {refresh:.1f} s, "
        f"rebuild {rebuild:.1f} s, one report {single:.2f} s, {pages}, peak memory {memory:.0f} MB",
        flush=True,
    )


def _base() -> Iterator[Extraction]:
    for _, raws in inputs(2_000):
        for raw in raws:
            try:
                yield process(raw)
            except InputError:
                continue


def _shifted(base: list[Extraction]) -> Iterator[Extraction]:
    """Yield the reports again and again, each round a month later and with people of its own."""
    turn = 0
    while True:
        for made in base:
            yield _shift(made, turn)
        turn += 1


def _shift(made: Extraction, turn: int) -> Extraction:
    if turn == 0:
        return made
    letters = _letters(turn)
    text = made.report.text.translate(letters)
    published = made.report.published
    report = msgspec.structs.replace(
        made.report,
        id=report_id(text),
        text=text,
        published=Published(edtf=_later(published.edtf, turn), basis=published.basis),
    )
    claims = (
        msgspec.convert(_renamed(msgspec.to_builtins(claim), turn, letters), Claim) for claim in made.claims
    )
    return Extraction(report, tuple(claims))


def _renamed(value: object, turn: int, letters: dict[int, int]) -> object:
    if isinstance(value, list | tuple):
        return [_renamed(item, turn, letters) for item in value]
    if not isinstance(value, dict):
        return value
    found = {key: _renamed(item, turn, letters) for key, item in value.items()}
    if found.get("person"):
        found["person"] = f"{found['person']}-{turn}"
    if isinstance(found.get("text"), str):
        found["text"] = found["text"].translate(letters)
    for key in ("date", "period", "deadline"):
        if isinstance(found.get(key), str):
            found[key] = _later(found[key], turn)
    return found


def _letters(turn: int) -> dict[int, int]:
    """Exchange letters, each round in another way, so that its reports are no copies of those before."""
    factor, shift = _FACTORS[turn % len(_FACTORS)], turn
    places = range(len(_LETTERS))
    return {ord(_LETTERS[at]): ord(_LETTERS[(at * factor + shift) % len(_LETTERS)]) for at in places}


def _later(edtf: str | None, turn: int) -> str | None:
    """Move a day by ``turn`` months of 30 days; leave what is no single day."""
    if edtf is None:
        return None
    when = parse(edtf)
    if when.first is None or when.first != when.last:
        return edtf
    return (when.first + timedelta(days=30 * turn)).isoformat()


def _timed(work: Callable[[], object]) -> tuple[float, object]:
    start = time.perf_counter()
    made = work()
    return time.perf_counter() - start, made


if __name__ == "__main__":
    main([int(text) for text in sys.argv[1:]] or [10_000, 100_000])
