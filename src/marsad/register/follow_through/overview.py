"""How many threads stand how, for each pair of states: only matters of two states alone."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

import msgspec

from marsad.register.follow_through.file import matters
from marsad.register.follow_through.records import Status
from marsad.register.follow_through.rules import is_state
from marsad.register.follow_through.subjects import Pair, sides
from marsad.register.follow_through.threads import PairFile, follow_through
from marsad.register.sourced import Sourced
from marsad.register.store import Register


class PairCount(msgspec.Struct, frozen=True):
    """A pair of states (ISO codes) and the number of its threads by status, those without any left out."""

    states: Pair
    threads: Mapping[Status, int]


def overview(register: Register, as_of: date, state: str | None = None) -> tuple[PairCount, ...]:
    """Return the pairs, of ``state`` where one is given, those with most threads first."""
    found: dict[Pair, list[Sourced]] = {}
    claims, entry_of = matters(register, state)
    for item in claims:
        parties = sorted(sides(item.claim))
        if len(parties) == 2 and all(map(is_state, parties)):
            found.setdefault((parties[0], parties[1]), []).append(item)
    counts = (_count(PairFile(pair, tuple(members), entry_of, ()), as_of) for pair, members in found.items())
    return tuple(sorted((count for count in counts if count.threads), key=_most_first))


def _count(file: PairFile, as_of: date) -> PairCount:
    return PairCount(file.states, Counter(thread.status for thread in follow_through(file, as_of)))


def _most_first(count: PairCount) -> tuple[int, Pair]:
    return (-sum(count.threads.values()), count.states)
