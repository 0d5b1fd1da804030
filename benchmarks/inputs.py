"""What is measured on: news reports where they lie beside the checkout, our own examples everywhere."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from marsad.model.report import RawReport
from marsad.sources import open_sources

ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"
FILES = {"news": CORPUS / "news.jsonl.gz", "diplomacy": CORPUS / "diplomacy.jsonl.gz"}


def inputs(most: int) -> Iterator[tuple[str, list[RawReport]]]:
    """Yield each collection that is here by name, at most ``most`` reports of it."""
    for name, path in FILES.items():
        if path.exists():
            yield name, _reports(path, most)
    yield "examples", _reports(ROOT / "examples" / "reports", most)


def _reports(path: Path, most: int) -> list[RawReport]:
    found = (raw for raw in open_sources([str(path)]) if isinstance(raw, RawReport))
    return list(islice(found, most))
