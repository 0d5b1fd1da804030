"""Reports a second, against the floor below which no extraction of this kind can go: fold and look up."""

import resource
import time
from collections.abc import Callable, Iterable

from marsad.errors import NotAReport
from marsad.extraction.claims import claims
from marsad.extraction.document import document
from marsad.extraction.surface import surface
from marsad.folding import fold
from marsad.knowledge.lexicon import scan
from marsad.language.tokens import Tokens
from marsad.model.report import RawReport, Report
from marsad.pipeline import process
from marsad.reading import read

_FIRST_PART = 8


def measure(name: str, raws: list[RawReport]) -> None:
    """Print one table for a collection: what one core does in the process's own time, waiting left out.

    A part of the collection goes first, so that what is read once a process is not counted.
    """
    for raw in raws[: len(raws) // _FIRST_PART]:
        _process(raw)
    reports = [report for raw in raws if (report := _read(raw)) is not None]
    characters = sum(len(raw.text) for raw in raws)
    size = sum(len(raw.text.encode()) for raw in raws)
    whole = _seconds(lambda: [_process(raw) for raw in raws])
    floor = _seconds(lambda: [_look_up(fold(raw.text).text) for raw in raws])
    sentences = sum(len(surface(report).sentences) for report in reports)
    print(f"\n{name}: {len(raws)} reports, {characters / 1e6:.1f} M characters, {size / 1e6:.1f} MB")
    print(
        f"  whole      {len(raws) / whole:8.0f} reports/s {sentences / whole:9.0f} sentences/s "
        f"{size / whole / 1e6:6.2f} MB/s"
    )
    print(
        f"  floor      {len(raws) / floor:8.0f} reports/s (fold, cut into words, look up); "
        f"whole takes {whole / floor:.1f} times as long"
    )
    for stage, seconds in _stages(raws, reports, whole):
        print(f"  {stage:<10} {100 * seconds / whole:7.0f} %")
    print(f"  peak memory of this process {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _stages(raws: list[RawReport], reports: list[Report], whole: float) -> Iterable[tuple[str, float]]:
    """Time the stages one by one, each without those before it; the rest makes up the whole.

    The rest is the check of evidence, and a second reading of reports that are dated only by their own text.
    """
    reading = _seconds(lambda: [_read(raw) for raw in raws])
    folding = _seconds(lambda: [surface(report) for report in reports])
    documents = [document(report) for report in reports]
    casting = _seconds(lambda: [document(report) for report in reports]) - folding
    claiming = _seconds(lambda: [claims(each) for each in documents])
    yield from (("reading", reading), ("surface", folding), ("document", casting), ("claims", claiming))
    yield "rest", whole - reading - folding - casting - claiming


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _look_up(text: str) -> object:
    return scan(text, Tokens(text).all)


def _read(raw: RawReport) -> Report | None:
    try:
        return read(raw).report
    except NotAReport:
        return None


def _process(raw: RawReport) -> object:
    try:
        return process(raw)
    except NotAReport:
        return None
