"""The reports on a pair, set up so that many threads can ask how many came out since a day."""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date

import msgspec

from marsad.model.vocabulary import Sector
from marsad.register.follow_through.days import days


class Telling(msgspec.Struct, frozen=True):
    """A report on the two states: when it came out (EDTF) and the sectors that its claims on them name.

    ``voice`` is the report that stands for it and all copies of it.
    """

    voice: str
    published: str | None
    sectors: frozenset[Sector]


class Course:
    """Reports in the order of the first day on which they may have come out; undated ones count nowhere."""

    def __init__(self, tellings: Iterable[Telling]) -> None:
        dated = ((span[0], item) for item in tellings if (span := days(item.published)))
        self._all: list[tuple[date, str]] = []
        self._on: dict[Sector, list[tuple[date, str]]] = {}
        for first, item in sorted(dated, key=lambda pair: (pair[0], pair[1].voice)):
            self._all.append((first, item.voice))
            for sector in item.sectors:
                self._on.setdefault(sector, []).append((first, item.voice))

    def since(self, day: date) -> int:
        """Return how many independent reports certainly came out after a day."""
        return len(_voices(self._all, day))

    def on_sectors_since(self, day: date, sectors: Iterable[Sector]) -> int:
        """Return how many of them have a claim on any of the sectors."""
        return len(set().union(*(_voices(self._on.get(sector, []), day) for sector in sectors)))


def _voices(course: list[tuple[date, str]], day: date) -> set[str]:
    return {voice for _, voice in course[bisect_right(course, day, key=lambda item: item[0]) :]}
