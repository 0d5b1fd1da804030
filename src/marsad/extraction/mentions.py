"""The record of a mention, and the cast of a report: everybody and everything it mentions."""

from bisect import bisect_left, bisect_right

import msgspec

from marsad.model.claims import Participant
from marsad.model.vocabulary import TenureStatus


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of folded text that stands for one participant, or for several (``members``).

    ``kind``: ``person`` (named), ``role`` (an office without a name), ``state``, ``organisation``, ``group``
    ("البلدان", "الرئيسان"). ``city`` and ``seat`` say that a state was named by its capital or by the
    building of its government. ``prefix`` holds the proclitics in front of ``start`` that are no part of it.
    """

    start: int
    end: int
    kind: str
    members: tuple[Participant, ...]
    prefix: str = ""
    titled: bool = False
    status: TenureStatus | None = None
    city: str | None = None
    seat: bool = False

    @property
    def participant(self) -> Participant:
        """The one it stands for; of several the first."""
        return self.members[0]

    @property
    def left(self) -> int:
        """Where the word begins, proclitics included."""
        return self.start - len(self.prefix)

    @property
    def is_human(self) -> bool:
        """Whether it stands for people rather than for states or bodies."""
        return self.kind in ("person", "role") or bool(self.participant.person or self.participant.office)


class Cast(msgspec.Struct, frozen=True):
    """All mentions of a report in reading order, without overlaps."""

    mentions: tuple[Mention, ...]
    starts: tuple[int, ...]

    def between(self, start: int, end: int) -> tuple[Mention, ...]:
        """Return the mentions that begin within ``[start, end)``."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def at(self, position: int) -> Mention | None:
        """Return the mention whose word (proclitics included) begins at a position."""
        index = bisect_left(self.starts, position)
        for mention in self.mentions[index : index + 2]:
            if mention.left == position or mention.start == position:
                return mention
        return None

    def before(self, position: int) -> tuple[Mention, ...]:
        """Return the mentions that begin before a position, nearest last."""
        return self.mentions[: bisect_right(self.starts, position - 1)]


def cast_of(mentions: list[Mention]) -> Cast:
    """Return the cast; of overlapping mentions the longer one stays."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if kept and mention.start < kept[-1].end:
            if mention.end - mention.start > kept[-1].end - kept[-1].start:
                kept[-1] = mention
            continue
        kept.append(mention)
    return Cast(tuple(kept), tuple(mention.start for mention in kept))
