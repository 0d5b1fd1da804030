"""What all judgements together come to: which are in force, and what they say of each claim."""

from collections.abc import Iterable, Mapping
from functools import cached_property

import msgspec

from marsad.model.judgement import Anchor, Judgement, Value

Pair = tuple[frozenset[str], frozenset[str]]


class Rulings(msgspec.Struct, frozen=True, dict=True):
    """The outcome of judgements, by claim id.

    ``corrections`` gives slots and values in the order in which they were made. ``together`` are sets of claims
    that share an entry, ``apart`` pairs of sets no claim of which shares one with a claim of the other.
    """

    accepted: frozenset[str] = frozenset()
    rejected: frozenset[str] = frozenset()
    corrections: dict[str, tuple[tuple[str, Value], ...]] = {}
    together: tuple[frozenset[str], ...] = ()
    apart: tuple[Pair, ...] = ()
    notes: dict[str, tuple[Judgement, ...]] = {}

    @cached_property
    def regrouped(self) -> frozenset[str]:
        """The claims that are brought together with others or kept apart from them."""
        pairs = (claims for pair in self.apart for claims in pair)
        return frozenset().union(*self.together, *pairs)

    @property
    def regroups(self) -> bool:
        """Whether any claims are brought together or kept apart."""
        return bool(self.together or self.apart)

    def touches(self, claim: str) -> bool:
        """Tell whether any judgement in force is about a claim."""
        return (
            claim in self.accepted | self.rejected
            or claim in self.corrections
            or claim in self.notes
            or any(claim in group for group in self.together)
            or any(claim in one or claim in other for one, other in self.apart)
        )


NO_RULINGS = Rulings()


def in_force(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Return the judgements that no later one takes back, oldest first; the taking back itself is left out.

    An ``undo`` can be undone: the judgement that it took back then holds again.
    """
    course = sorted(judgements, key=lambda judgement: (judgement.at, judgement.id))
    undone: set[str] = set()
    for judgement in reversed(course):
        if judgement.verdict == "undo" and judgement.undoes and judgement.id not in undone:
            undone.add(judgement.undoes)
    return [item for item in course if item.verdict != "undo" and item.id not in undone]


def rulings(judgements: Iterable[Judgement], now: Mapping[str, str]) -> Rulings:
    """Return what judgements come to. The later of two that contradict each other holds.

    ``now`` gives the present id of each claim that was judged; a claim that is not in it is gone, and what was
    judged of it rules nothing.
    """
    made = _Making(now)
    for judgement in in_force(judgements):
        made.add(judgement)
    return made.rulings()


class _Making:
    """Rulings while judgements are added to them, oldest first."""

    def __init__(self, now: Mapping[str, str]) -> None:
        self.now = now
        self.accepted: set[str] = set()
        self.rejected: set[str] = set()
        self.corrections: dict[str, list[tuple[str, Value]]] = {}
        self.together: list[frozenset[str]] = []
        self.apart: list[Pair] = []
        self.notes: dict[str, list[Judgement]] = {}

    def add(self, judgement: Judgement) -> None:
        claims = self._present(judgement.on)
        match judgement.verdict:
            case "accept":
                self.accepted |= claims
                self.rejected -= claims
            case "reject":
                self.rejected |= claims
                self.accepted -= claims
            case "correct":
                for claim in claims:
                    self.corrections.setdefault(claim, []).append((judgement.slot or "", judgement.value))
            case "merge":
                self._merge(claims)
            case "split":
                self._split(claims, self._present(judgement.apart))
            case "note":
                for claim in claims:
                    self.notes.setdefault(claim, []).append(judgement)
            case "undo":
                raise AssertionError("judgements in force hold no undo")

    def _present(self, anchors: tuple[Anchor, ...]) -> frozenset[str]:
        return frozenset(self.now[item.claim] for item in anchors if item.claim in self.now)

    def _merge(self, claims: frozenset[str]) -> None:
        """Bring claims together, and with them all that were brought together with one of them before."""
        joined = claims.union(*(group for group in self.together if group & claims))
        self.apart = [
            (one - joined, other) if one & joined and other & joined else (one, other)
            for one, other in self.apart
        ]
        self.together = [group for group in self.together if not group & claims]
        self.together.append(joined)

    def _split(self, claims: frozenset[str], others: frozenset[str]) -> None:
        """Keep claims apart, and take them out of what they were brought together in with the others."""
        self.together = [
            group - claims if group & claims and group & others else group for group in self.together
        ]
        self.apart.append((claims, others))

    def rulings(self) -> Rulings:
        return Rulings(
            accepted=frozenset(self.accepted),
            rejected=frozenset(self.rejected),
            corrections={claim: tuple(found) for claim, found in self.corrections.items()},
            together=tuple(group for group in self.together if len(group) > 1),
            apart=tuple((one, other) for one, other in self.apart if one and other),
            notes={claim: tuple(found) for claim, found in self.notes.items()},
        )
