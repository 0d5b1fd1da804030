"""Clusters of claims as people want them: some brought together, some kept apart."""

from collections.abc import Iterable

from marsad.register.clustering import Cluster
from marsad.register.judgements.rulings import Pair, Rulings


def regroup(clusters: Iterable[Cluster], rulings: Rulings) -> list[Cluster]:
    """Return the clusters of a bucket after merges and splits; a new part is named after its first claim."""
    parts = [part for found in clusters for part in _split(found, rulings.apart)]
    for group in rulings.together:
        parts = _merge(parts, group)
    return parts


def _split(found: Cluster, apart: tuple[Pair, ...]) -> list[Cluster]:
    """Take out of a cluster the claims that mustn't be with others of it."""
    parts = [found]
    for one, other in apart:
        parts = [piece for part in parts for piece in _taken_apart(part, one, other)]
    return parts


def _taken_apart(found: Cluster, one: frozenset[str], other: frozenset[str]) -> list[Cluster]:
    ids = {item.id for item in found.members}
    if not (ids & one and ids & other):
        return [found]
    out = [item for item in found.members if item.id in one]
    rest = [item for item in found.members if item.id not in one]
    return [Cluster(found.key, rest), Cluster((*found.key, min(item.id for item in out)), out)]


def _merge(clusters: list[Cluster], group: frozenset[str]) -> list[Cluster]:
    touched = [found for found in clusters if any(item.id in group for item in found.members)]
    if len(touched) < 2:
        return clusters
    first = min(touched, key=lambda found: found.key)
    merged = Cluster(first.key, [item for found in touched for item in found.members])
    return [found for found in clusters if found not in touched] + [merged]
