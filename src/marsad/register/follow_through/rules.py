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
def shared_with(party: str) -> bool:
    """Tell whether a party makes a matter one of several: a state, an organisation of states, a movement.

    A company or an agency that acts for one of the two does not.
    """
    return is_state(party) or _kind(party) in ("intergovernmental", "movement")


def is_state(code: str) -> bool:
    """Tell whether a code is a state's."""
    return code in load("states")["states"]


def _kind(party: str) -> str | None:
    found = load("organisations")["organisations"].get(party)
    return str(found["kind"]) if found else None


@cache
def general_sectors() -> frozenset[Sector]:
    """Return the sectors that tell no subject from another."""
    return frozenset(rules().general)
