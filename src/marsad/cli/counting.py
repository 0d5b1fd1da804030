"""The progress bar: how many reports have been read, on standard error and only where that is a terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from marsad.model.jsonform import Extraction

Watch = Callable[["Iterator[Extraction]"], "Iterator[Extraction]"]


@contextmanager
def watching() -> Iterator[Watch]:
    """Yield what passes a stream of results on and shows how far it has come."""
    if not sys.stderr.isatty():
        yield lambda results: results
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    told = TextColumn("{task.completed:,} reports, {task.fields[claims]:,} claims")
    columns = (SpinnerColumn(), BarColumn(), told, TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading", total=None, claims=0)

        def watch(results: "Iterator[Extraction]") -> "Iterator[Extraction]":
            claims = 0
            for result in results:
                claims += len(result.claims)
                progress.update(task, advance=1, claims=claims)
                yield result

        yield watch
