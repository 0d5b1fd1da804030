"""Clusters of claims as people want them: some brought together, some kept apart."""

from collections.abc import Sequence

import msgspec

from marsad.register.cluster import Cluster
from marsad.register.judgements.rulings import Pair, Rulings
from marsad.register.sourced import Sourced


class _Part(msgspec.Struct):
    """A cluster on the way; ``came_from`` are the indices of the clusters that it goes on from."""

    key: tuple[str, ...]
    members: list[Sourced]
    within: int | None
    came_from: set[int]


def regroup(clusters: Sequence[Cluster], rulings: Rulings) -> list[Cluster]:
    """Return clusters after merges and splits; what is taken out is named after its first claim.

    A meeting stays within the visit that it was part of, whatever became of that.
    """
    parts = [_Part(found.key, list(found.members), found.within, {at}) for at, found in enumerate(clusters)]
    for one, other in rulings.apart:
        parts = [piece for part in parts for piece in _taken_apart(part, (one, other))]
    for group in rulings.together:
        parts = _merged(parts, group)
    return [Cluster(part.key, part.members, _visit(part, parts)) for part in parts]


def _taken_apart(part: _Part, pair: Pair) -> list[_Part]:
    ids = {item.id for item in part.members}
    if not (ids & pair[0] and ids & pair[1]):
        return [part]
    out = [item for item in part.members if item.id in pair[0]]
    rest = [item for item in part.members if item.id not in pair[0]]
    key = (*part.key, min(item.id for item in out))
    return [_Part(part.key, rest, part.within, part.came_from), _Part(key, out, part.within, set())]


def _merged(parts: list[_Part], group: frozenset[str]) -> list[_Part]:
    touched = [part for part in parts if any(item.id in group for item in part.members)]
    if len(touched) < 2:
        return parts
    first = min(touched, key=lambda part: part.key)
    merged = _Part(
        first.key,
        [item for part in touched for item in part.members],
        first.within,
        set().union(*(part.came_from for part in touched)),
    )
    return [part for part in parts if part not in touched] + [merged]


def _visit(part: _Part, parts: list[_Part]) -> int | None:
    """Return the index of the part that goes on from the visit, None where that is the part itself."""
    if part.within is None:
        return None
    found = [at for at, other in enumerate(parts) if part.within in other.came_from and other is not part]
    return found[0] if found else None
