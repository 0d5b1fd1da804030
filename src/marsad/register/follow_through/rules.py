"""The rules of judgement of the ledger, from ``follow_through.yml``."""

from functools import cache

import msgspec

from marsad.knowledge.files import load
from marsad.knowledge.schema import FollowThrough
from marsad.model.vocabulary import Sector


@cache
def rules() -> FollowThrough:
    """Return the rules. Raises ``KnowledgeError`` where the file is missing from the compiled knowledge."""
    return msgspec.convert(load("follow_through"), FollowThrough)


@cache
def general_sectors() -> frozenset[Sector]:
    """Return the sectors that tell no subject from another."""
    return frozenset(rules().general)
