"""The record of a mention, and the cast of a report: everybody and everything it mentions."""

from bisect import bisect_left, bisect_right
from functools import lru_cache

import msgspec

from marsad.folding import fold_word
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
    #: Indexes of people, in order, by the later parts of their names and by the first.
    parts: tuple[dict[str, list[int]], dict[str, list[int]]]

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

    def called(self, part: str, position: int) -> Mention | None:
        """Return the person named last before a position with a folded part in the name.

        A first part, by which east Asians are called ("ليو" of "ليو مينغ"), counts where no later part fits.
        """
        end = bisect_left(self.starts, position)
        for indexes in self.parts:
            found = indexes.get(part, [])
            at = bisect_left(found, end)
            if at:
                return self.mentions[found[at - 1]]
        return None

    def before(self, position: int, most: int | None = None) -> tuple[Mention, ...]:
        """Return the mentions that begin before a position, nearest last; of many only the last ``most``."""
        end = bisect_right(self.starts, position - 1)
        return self.mentions[max(0, end - most) if most is not None else 0 : end]


@lru_cache(maxsize=4096)
def _parts(name: str) -> tuple[str, ...]:
    return tuple(fold_word(name).split())


def _by_parts(mentions: list[Mention]) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """Return the indexes of people by each later part of their names, and by the first."""
    later: dict[str, list[int]] = {}
    first: dict[str, list[int]] = {}
    for index, mention in enumerate(mentions):
        if mention.kind != "person":
            continue
        for at, part in enumerate(_parts(mention.participant.name or "")):
            (later if at else first).setdefault(part, []).append(index)
    return later, first


def cast_of(mentions: list[Mention]) -> Cast:
    """Return the cast; of overlapping mentions the longer one stays."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if kept and mention.start < kept[-1].end:
            if mention.end - mention.start > kept[-1].end - kept[-1].start:
                kept[-1] = mention
            continue
        kept.append(mention)
    return Cast(tuple(kept), tuple([mention.start for mention in kept]), _by_parts(kept))
