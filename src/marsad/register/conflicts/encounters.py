"""Encounters that are told with different places or dates, or both told and denied."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta

from marsad.model.claims import Encounter
from marsad.register.conflicts.record import Conflict, ConflictKind
from marsad.register.conflicts.sides import earliest_first
from marsad.register.facts import Facts, agreement, facts_of
from marsad.register.sourced import Sourced

#: Dates this near to each other may be two dates of one encounter; farther apart they are two encounters.
_NEAR = timedelta(days=2)
Told = tuple[Sourced, Encounter, Facts]


def encounters(claims: Iterable[Sourced]) -> list[Conflict]:
    """Return the conflicts about encounters of the same named people, between reports."""
    groups: dict[tuple[str, ...], list[Told]] = defaultdict(list)
    for item in claims:
        if isinstance(item.claim, Encounter):
            facts = facts_of(item, item.claim)
            # Without people by name on two sides nothing says that it is one encounter.
            if len(facts.people) > 1 and _exact(facts):
                groups[(facts.group, *(home for home, _ in facts.people))].append((item, item.claim, facts))
    return [found for key in sorted(groups) for found in _among(groups[key])]


def _exact(facts: Facts) -> bool:
    return facts.days is not None and facts.days[1] - facts.days[0] <= timedelta(days=1)


def _among(told: Sequence[Told]) -> Iterable[Conflict]:
    told = sorted(told, key=lambda one: (one[2].days or (), one[0].id))
    seen: set[frozenset[str]] = set()
    for at, one in enumerate(told):
        for other in told[at + 1 :]:
            if not _near(one[2], other[2]):
                break
            kind = _odds(one, other)
            pair = frozenset((_says(kind, one), _says(kind, other))) if kind else frozenset()
            if kind and pair not in seen:
                seen.add(pair)
                yield _conflict(kind, [item for item in told if _same(one, item)], one[1])


def _near(one: Facts, other: Facts) -> bool:
    return bool(one.days and other.days and other.days[0] - one.days[1] <= _NEAR)


def _same(one: Told, other: Told) -> bool:
    """Whether the people named in both are the same on both sides, and the days near each other."""
    agreed = agreement(dict(one[2].people), dict(other[2].people))
    near = _near(one[2], other[2]) or _near(other[2], one[2])
    return agreed is not None and agreed.homes == len(one[2].people) and near


def _odds(one: Told, other: Told) -> ConflictKind | None:
    """Return in what two tellings of the same people contradict each other."""
    if one[0].voice == other[0].voice or not _same(one, other):
        return None
    mine, theirs = one[2], other[2]
    overlap = bool(mine.days and theirs.days and theirs.days[0] <= mine.days[1])
    if {mine.phase, theirs.phase} == {"happened", "denied"}:
        return "denied" if overlap else None
    if mine.phase != theirs.phase or mine.phase != "happened":
        return None
    places_differ = bool(mine.city and theirs.city and mine.city != theirs.city)
    if overlap and not (mine.eve or theirs.eve):
        return "place" if places_differ else None
    explicit = one[1].date_basis == other[1].date_basis == "explicit"
    return "date" if explicit and not overlap and not places_differ and mine.city == theirs.city else None


def _says(kind: ConflictKind | None, told: Told) -> str:
    claim, facts = told[1], told[2]
    if kind == "place":
        return facts.city or ""
    return claim.status if kind == "denied" else claim.date or ""


def _conflict(kind: ConflictKind, told: Iterable[Told], claim: Encounter) -> Conflict:
    by_side: dict[str, list[Sourced]] = defaultdict(list)
    for one in told:
        if says := _says(kind, one):
            by_side[says].append(one[0])
    homes = {who.state or who.organisation for who in claim.participants}
    return Conflict(
        kind=kind,
        about=tuple(sorted(home for home in homes if home)),
        subject=claim.kind,
        sides=earliest_first(by_side),
    )
