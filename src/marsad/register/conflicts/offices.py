"""An office of one person that is given to two, by reports or against the knowledge."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from marsad.knowledge.files import load
from marsad.linking.tenures import Window, holders, people, terms_of
from marsad.model.claims import Tenure
from marsad.register.conflicts.record import Conflict, Side
from marsad.register.conflicts.sides import earliest_first
from marsad.register.naming import name_parts, spelt_alike
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

    Somebody unknown counts when two independent voices say so, or when the name is nearly the holder's: a slip. A
    person of the knowledge is left to the comparison with it.
    """
    same = identities(claim for _, claim, _ in told)
    by_person: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        by_person[same[one[1].person]].append(one)
    by_person = {
        person: mine
        for person, mine in by_person.items()
        if person in people() or _counts(mine, [one for one in told if one not in mine])
    }
    rivals = {
        person
        for person, mine in by_person.items()
        for other, theirs in by_person.items()
        # Of two whom the knowledge holds, it knows who was in office.
        if other != person and not {person, other} <= people().keys() and _interleave(mine, theirs)
    }
    if len(rivals) < 2:
        return []
    sides = earliest_first({person: [item for item, _, _ in by_person[person]] for person in rivals})
    return [Conflict(kind="office", about=(key[0],), subject=key[1], sides=sides)]


def _counts(told: list[Told], others: list[Told]) -> bool:
    """Whether a name stands for somebody else than the others, by two voices or as a slip in a holder's name.

    A name with the same first part and another part in common is a spelling of that name, or has a word too many.
    """
    names = {name_parts(claim.name) for _, claim, _ in told}
    known = {name_parts(claim.name) for _, claim, _ in others}
    pairs = [(mine, theirs) for mine in names for theirs in known if mine and theirs]
    if any(_spelling(mine, theirs) for mine, theirs in pairs):
        return False
    if len({item.voice for item, _, _ in told}) > 1:
        return True
    return any(spelt_alike(mine[-1], theirs[-1]) for mine, theirs in pairs)


def _spelling(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    return spelt_alike(mine[0], theirs[0]) and any(
        spelt_alike(part, other) or part.startswith(other) or other.startswith(part)
        for part in mine[1:]
        for other in theirs[1:]
    )


def _interleave(one: list[Told], other: list[Told]) -> bool:
    """Whether neither was seen in office only before, or only after, the other."""
    mine = (min(days[0] for _, _, days in one), max(days[1] for _, _, days in one))
    theirs = (min(days[0] for _, _, days in other), max(days[1] for _, _, days in other))
    return mine is not theirs and mine[0] <= theirs[1] and theirs[0] <= mine[1]


def _against_knowledge(key: tuple[str, str], told: list[Told]) -> list[Conflict]:
    """Return the claims for whose whole time the knowledge has one other holder.

    Who held the office before is told of as history, which is no contradiction.
    """
    by_pair: dict[tuple[str, str], list[Sourced]] = defaultdict(list)
    for item, claim, days in told:
        known = holders(*key, Window(days[0].isoformat(), days[1].isoformat()))
        other = len(known) == 1 and known[0] != claim.person and claim.person in people()
        if other and not _history(claim.person, key, days[0]):
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


def _history(person: str, key: tuple[str, str], day: date) -> bool:
    """Whether the knowledge has the person in the office, but no more on the day."""
    held = [term for term in terms_of(person) if (term.state, term.office) == key]
    return bool(held) and all(term.until <= day.isoformat() for term in held)
