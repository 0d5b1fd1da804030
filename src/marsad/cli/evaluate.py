"""``marsad evaluate``: compare extraction with annotated reports."""

import json
from pathlib import Path
from typing import Annotated

import typer

from marsad.cli.ending import ending
from marsad.cli.options import Jobs
from marsad.cli.reports import Skipped, extractions


@ending
def evaluate(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD_DIR", help="A folder of annotations, one JSON a report.")
    ],
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PATH]...", help="The annotated reports; default: GOLD_DIR."),
    ] = None,
    errors: Annotated[bool, typer.Option("--errors", help="Print each miss and each false alarm.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the scores as JSON.")] = False,
    jobs: Jobs = None,
) -> int:
    """Score what marsad extracts from annotated reports, by type, slots and dates.

    Reports without an annotation are left unread; types that an annotation didn't look for aren't counted.
    """
    from marsad.evaluation import annotates, read_gold, score
    from marsad.evaluation.table import fault_line, figures, table
    from marsad.settings import load_settings

    annotated = read_gold(gold)
    found = list(
        extractions(
            paths or [str(gold)],
            jobs or load_settings().jobs,
            Skipped(),
            keep=lambda raw: any(annotates(one, raw.source) for one in annotated),
        )
    )
    scores = score(annotated, found)
    if errors:
        for fault in scores.faults:
            print(fault_line(fault))
    print(json.dumps(figures(scores), indent=2) if as_json else table(scores), end="\n" if as_json else "")
    return 0
