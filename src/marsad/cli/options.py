"""Arguments and options that several commands share."""

from pathlib import Path
from typing import Annotated, Literal

import typer

_paths = typer.Argument(
    metavar="PATH...",
    help="Text files, JSONL files, folders of them (also gzipped), or - for standard input.",
)
Paths = Annotated[list[str], _paths]
MaybePaths = Annotated[list[str] | None, _paths]
RegisterFile = Annotated[
    str | None,
    typer.Option(
        "--register",
        metavar="FILE|URL",
        help="The register: a file, or postgresql://user@host/name; default: MARSAD_REGISTER, else marsad.db.",
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", "-j", min=1, help="Processes that read reports; default: MARSAD_JOBS, else all."),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write here instead of to standard output."),
]
Language = Annotated[Literal["en", "ar"], typer.Option("--lang", help="Language of the page.")]
Since = Annotated[
    str | None,
    typer.Option("--from", metavar="DATE", help="From this day, month or year on (2023-09-18, 2023)."),
]
Until = Annotated[str | None, typer.Option("--to", metavar="DATE", help="Up to and including this one.")]
