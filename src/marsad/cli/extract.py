"""``marsad extract``: what reports claim, as JSON Lines or CSV."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from marsad.cli.ending import NOTHING_READ, ending
from marsad.cli.options import Jobs, Output, Paths
from marsad.cli.output import open_output
from marsad.cli.reports import Skipped, extractions

if TYPE_CHECKING:
    from marsad.model.jsonform import Extraction


@ending
def extract(
    paths: Paths,
    form: Annotated[
        Literal["jsonl", "csv"], typer.Option("--format", "-f", help="Form of the output.")
    ] = "jsonl",
    output: Output = None,
    jobs: Jobs = None,
    bom: Annotated[
        bool, typer.Option("--bom", help="Begin CSV with a byte order mark, for spreadsheets.")
    ] = False,
) -> int:
    """Print what each report claims, in input order, as it is read."""
    from marsad.settings import load_settings

    skipped = Skipped()
    found = _Counted(extractions(paths, jobs or load_settings().jobs, skipped))
    with open_output(output) as file:
        for line in _lines(found, form, bom):
            file.write(line)
            file.flush()
    return 0 if found.count else NOTHING_READ


class _Counted:
    def __init__(self, items: "Iterable[Extraction]") -> None:
        self._items = items
        self.count = 0

    def __iter__(self) -> "Iterator[Extraction]":
        for item in self._items:
            self.count += 1
            yield item


def _lines(found: "Iterable[Extraction]", form: str, bom: bool) -> Iterator[str]:
    if form == "csv":
        from marsad.export.csv import csv_lines

        return csv_lines(found, bom=bom)
    from marsad.export.jsonl import jsonl_lines

    return jsonl_lines(found)
