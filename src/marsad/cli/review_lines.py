"""What a review shows: an entry with its claims and the words that they rest on, the list around it, the keys."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from marsad.model.entry import Entry
from marsad.register.sourced import Sourced
from marsad.views.entry_line import entry_line
from marsad.views.wording import Writer

HELP = """\
a accept    r reject    c correct a slot    m merge    s split    n note
u undo      space next  p back              l list     q quit     ? this"""

# Entries that are listed before and after the present one.
_AROUND = 10


def entry_lines(
    entry: Entry, claims: Sequence[Sourced], told: Mapping[str, str], writer: Writer
) -> Iterator[str]:
    """Yield the entry's line, then its claims, numbered, each with outlet, dates, verdict and evidence."""
    yield entry_line(entry, claims, writer)
    for number, item in enumerate(claims, 1):
        parts = (
            item.claim.date or "undated",
            item.outlet or "outlet unknown",
            item.published or "published at an unknown time",
            item.id,
            told.get(item.id),
        )
        yield f"{number:>3}  {' · '.join(part for part in parts if part)}"
        for evidence in item.claim.evidence:
            yield f"     {' '.join(evidence.text.split())}"


def listed(
    entries: Sequence[Entry], at: int, claims_of: Callable[[Entry], list[Sourced]], writer: Writer
) -> Iterator[str]:
    """Yield the entries around one, with the numbers by which they can be named."""
    first = max(at - _AROUND, 0)
    for number, entry in enumerate(entries[first : at + _AROUND + 1], first + 1):
        mark = ">" if number == at + 1 else " "
        yield f"{mark}{number:>4}  {entry_line(entry, claims_of(entry), writer)}"
