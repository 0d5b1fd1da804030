"""Reading reports for a command: results in order, and what could not be used told as it comes."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from marsad.cli.ending import complain
from marsad.errors import InputError

if TYPE_CHECKING:
    from marsad.model.jsonform import Extraction
    from marsad.model.report import RawReport


class Skipped:
    """Counts what was skipped, by what was wrong with it."""

    def __init__(self) -> None:
        self.reasons: Counter[str] = Counter()

    def note(self, error: InputError) -> None:
        """Tell of one input that was skipped, and count it."""
        self.reasons[error.problem] += 1
        complain(f"skipped {error}")


def extractions(
    paths: list[str], jobs: int, skipped: Skipped, *, keep: "Callable[[RawReport], bool] | None" = None
) -> "Iterator[Extraction]":
    """Yield what the reports of ``paths`` claim, in input order; ``keep`` says which of them are read at all."""
    from marsad.pipeline import process
    from marsad.runners.local import run
    from marsad.sources import open_sources

    raws = open_sources(paths)
    if keep is not None:
        raws = (raw for raw in raws if isinstance(raw, InputError) or keep(raw))
    return usable(run(process, raws, jobs=jobs), skipped)


def usable(results: "Iterable[Extraction | InputError]", skipped: Skipped) -> "Iterator[Extraction]":
    """Yield the results that are no errors, and note those that are."""
    for result in results:
        if isinstance(result, InputError):
            skipped.note(result)
        else:
            yield result
