"""Measure extraction on the annotated reports and pin the floors: ``python -m tests.golden.gate``.

The floors in ``floors.json`` hold for one set of annotated reports, told by its fingerprint. Raising them is a run of
this module; lowering one takes an edit that a reviewer sees.
"""

import hashlib
import json
import math
from pathlib import Path

from marsad.evaluation import annotates, read_gold, score
from marsad.evaluation.scoring import Scores
from marsad.model.report import RawReport
from marsad.pipeline import process
from marsad.sources import open_sources

SHARED = Path(__file__).parents[3] / "shared"
FLOORS = Path(__file__).with_name("floors.json")
TEXTS = {"seeds": "seeds", "dev": "dev/reports.jsonl", "blind": "dev/blind.jsonl"}
#: Reports of the news corpus of which we annotated one type each: offsets lie here, the texts stay there.
ANNOTATIONS = Path(__file__).with_name("annotations")
CORPUS = SHARED / "corpus" / "diplomacy.jsonl.gz"
PARTS = (*TEXTS, "corpus")


def measured(part: str) -> Scores:
    """Return the scores of a part: ``seeds``, ``dev``, ``blind`` or ``corpus``."""
    if part == "corpus":
        return _corpus()
    raws = [raw for raw in open_sources([str(SHARED / TEXTS[part])]) if isinstance(raw, RawReport)]
    return score(read_gold(SHARED / "gold" / part), [process(raw) for raw in raws])


def _corpus() -> Scores:
    """Return for each annotated type the scores on the reports in which it was annotated."""
    golds = [read_gold(folder) for folder in _folders("corpus")]
    wanted = [one for gold in golds for one in gold]
    raws = (raw for raw in open_sources([str(CORPUS)]) if isinstance(raw, RawReport))
    found = [process(raw) for raw in raws if any(annotates(one, raw.source) for one in wanted)]
    whole = Scores()
    for gold in golds:
        made = score(gold, found)
        kinds = {kind for one in gold for kind in one.annotated}
        whole.types |= {kind: tally for kind, tally in made.types.items() if kind in kinds}
        whole.slots |= made.slots
        whole.faults += made.faults
        whole.broken_evidence += made.broken_evidence
    return whole


def _folders(part: str) -> list[Path]:
    return sorted(ANNOTATIONS.iterdir()) if part == "corpus" else [SHARED / "gold" / part]


def fingerprint(part: str) -> str:
    """Return 16 hexadecimal digits that change with any annotation of a part."""
    digest = hashlib.blake2b(digest_size=8)
    for folder in _folders(part):
        for path in sorted(folder.glob("*.json")):
            digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def floors() -> dict[str, dict[str, object]]:
    """Return the pinned floors by part."""
    found: dict[str, dict[str, object]] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return found


def main() -> None:
    """Pin what is measured now, rounded down to hundredths."""
    pinned = {}
    for part in PARTS:
        scores = measured(part)
        pinned[part] = {
            "corpus": fingerprint(part),
            "published": scores.published.right,
            "f1": {kind: math.floor(tally.f1 * 100) / 100 for kind, tally in scores.types.items()},
        }
    FLOORS.write_text(json.dumps(pinned, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
