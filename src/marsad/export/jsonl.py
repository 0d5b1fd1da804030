"""JSON Lines: one report with its claims a line, the form that ``claims.md`` of the design lays down."""

from collections.abc import Iterable, Iterator

from marsad.model.jsonform import Extraction, encode


def jsonl_lines(extractions: Iterable[Extraction]) -> Iterator[str]:
    """Yield a line for each report, line end included."""
    for extraction in extractions:
        yield encode(extraction).decode() + "\n"
