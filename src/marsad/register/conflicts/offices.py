"""An office of one person that is given to two, by reports or against the knowledge."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from marsad.knowledge.files import load
from marsad.linking.tenures import Window, holders, people
from marsad.model.claims import Tenure
from marsad.register.conflicts.record import Conflict, Side
from marsad.register.conflicts.sides import earliest_first
from marsad.register.people import identities, seen
from marsad.register.sourced import Sourced

Told = tuple[Sourced, Tenure, tuple[date, date]]


def offices(claims: Iterable[Sourced]) -> list[Conflict]:
    """Return offices that are given to two people at a time, by reports or by one against the knowledge."""
    groups: dict[tuple[str, str], list[Told]] = defaultdict(list)
    single = frozenset(load("offices")["single_holder"])
    for item in claims:
        claim = item.claim
        if (
            isinstance(claim, Tenure)
            and claim.status == "incumbent"
            and claim.office in single
            and claim.state
        ):
            days = seen(item)
            if days is not None:
                groups[claim.state, claim.office].append((item, claim, days))
    found: list[Conflict] = []
    for key in sorted(groups):
        found += _rivals(key, groups[key])
        found += _against_knowledge(key, groups[key])
    return found


def _rivals(key: tuple[str, str], told: list[Told]) -> list[Conflict]:
    """Return the people of whom one is called the holder before and after another is.

    A person of the knowledge is left to the comparison with it.
    """
    same = identities(claim for _, claim, _ in told)
    by_person: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        by_person[same[one[1].person]].append(one)
    names = sorted(person for person in by_person if person not in people())
    rivals = {
        person
        for person in names
        for other in by_person
        if other != person and _interleave(by_person[person], by_person[other])
    }
    rivals |= {
        other for other in by_person for person in rivals if _interleave(by_person[other], by_person[person])
    }
    if len(rivals) < 2:
        return []
    sides = earliest_first({person: [item for item, _, _ in by_person[person]] for person in rivals})
    return [Conflict(kind="office", about=(key[0],), subject=key[1], sides=sides)]


def _interleave(one: list[Told], other: list[Told]) -> bool:
    """Whether neither was seen in office only before, or only after, the other."""
    mine = (min(days[0] for _, _, days in one), max(days[1] for _, _, days in one))
    theirs = (min(days[0] for _, _, days in other), max(days[1] for _, _, days in other))
    return mine is not theirs and mine[0] <= theirs[1] and theirs[0] <= mine[1]


def _against_knowledge(key: tuple[str, str], told: list[Told]) -> list[Conflict]:
    """Return the claims for whose whole time the knowledge has one other holder."""
    by_pair: dict[tuple[str, str], list[Sourced]] = defaultdict(list)
    for item, claim, days in told:
        known = holders(*key, Window(days[0].isoformat(), days[1].isoformat()))
        if len(known) == 1 and known[0] != claim.person and claim.person in people():
            by_pair[claim.person, known[0]].append(item)
    return [
        Conflict(
            kind="knowledge",
            about=(key[0],),
            subject=key[1],
            sides=(*earliest_first({said: items}), Side(says=known)),
        )
        for (said, known), items in sorted(by_pair.items(), key=lambda pair: pair[0])
    ]
