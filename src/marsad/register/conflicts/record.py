"""Two or more things said of one matter that can't all be true."""

import hashlib
from typing import Literal

import msgspec

ConflictKind = Literal["figure", "place", "date", "denied", "office", "knowledge", "page_date"]


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """What one side says, and who says it.

    ``says`` is a value of the matter: a figure with its unit, an EDTF date, a place, a person's slug. ``claims``
    are the ids of the claims that say it. A side without claims is the knowledge's, or, with ``report``,
    a date that a page shows: half-open code points of that report's text.
    """

    says: str
    claims: tuple[str, ...] = ()
    report: str | None = None
    start: int = 0
    end: int = 0


class Conflict(msgspec.Struct, frozen=True, kw_only=True):
    """A matter and the sides to it, at least two, in the order in which they were first reported.

    ``about`` holds the codes of the states and organisations, ``subject`` what is contradicted: an indicator, an
    office, a kind of encounter.
    """

    kind: ConflictKind
    about: tuple[str, ...]
    subject: str
    sides: tuple[Side, ...]

    @property
    def id(self) -> str:
        """``x`` and 20 hexadecimal digits that depend on the matter and all sides."""
        parts = [self.kind, *self.about, self.subject]
        for side in self.sides:
            parts += [side.says, side.report or "", *side.claims]
        return "x" + hashlib.blake2b("\x1f".join(parts).encode(), digest_size=10).hexdigest()
