"""Claims of one meaning."""

import msgspec

from marsad.register.sourced import Sourced


class Cluster(msgspec.Struct):
    """Claims of one meaning; ``key`` tells the cluster from the others of its bucket.

    ``within`` is the index, among the clusters of the bucket, of the visit that a meeting was part of.
    """

    key: tuple[str, ...]
    members: list[Sourced]
    within: int | None = None
