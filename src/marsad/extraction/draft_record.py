"""The record of one mention as its words tell it, and the reading of positions that all readers of drafts share."""

from functools import cache
from typing import Any

import msgspec

from marsad.extraction.surface import Surface
from marsad.knowledge.lexicon import Hit
from marsad.knowledge.offices import office_rows
from marsad.knowledge.table import table
from marsad.model.report import Span


class Draft(msgspec.Struct, kw_only=True):
    """What the words of one mention say, in folded offsets; grows while it is read."""

    start: int
    end: int
    kind: str
    prefix: str = ""
    person: str | None = None
    name: Span | None = None
    states: list[str] = []
    organisation: str | None = None
    office: str | None = None
    portfolio: str | None = None
    counterpart: bool = False
    group: str | None = None
    titled: bool = False
    definite: bool = False
    status: str | None = None
    city: str | None = None
    seat: bool = False

    @property
    def state(self) -> str | None:
        """The one state said, or the first of several."""
        return self.states[0] if self.states else None


@cache
def offices() -> list[dict[str, Any]]:
    """Return the offices of the knowledge; a lexicon hit's key is an index into them."""
    return office_rows(table().files["offices"])


class Positions:
    """Looks at the entities of one report by where they stand."""

    def __init__(self, surface: Surface) -> None:
        self.surface = surface
        self.text = surface.text

    def _draft(self, hit: Hit, kind: str, **slots: Any) -> Draft:  # noqa: ANN401 -- the slots of Draft
        article = hit.prefix.endswith(("ال", "لل"))
        inside = 2 if hit.prefix.endswith("ال") else 0
        return Draft(
            start=hit.start - inside,
            end=hit.end,
            kind=kind,
            prefix=hit.prefix[: len(hit.prefix) - inside],
            definite=article,
            **slots,
        )

    def _hits_after(self, position: int) -> tuple[Hit, ...]:
        """Return the entities whose word begins right after a position, with only blanks between."""
        start = self._past(position, " ")
        return self.surface.entities_at.get(start, ())

    def _one_at(self, position: int, kinds: tuple[str, ...]) -> Hit | None:
        start = self._past(position, " ")
        for hit in self.surface.entities_at.get(start, ()):
            if hit.kind in kinds:
                return hit
        return None

    def _past(self, position: int, characters: str) -> int:
        while position < len(self.text) and self.text[position] in characters:
            position += 1
        return position

    def _skip(self, position: int, kinds: tuple[str, ...]) -> int:
        """Return the position after any run of hits of these kinds."""
        while True:
            hit = self._one_at(position, kinds)
            if hit is None or hit.prefix not in ("", "ال"):
                return position
            position = hit.end
