"""Which claims of one bucket mean the same thing.

A cluster is founded by the claim with the surest date and joined by those that fit all of its
members. When in doubt two claims stay apart.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

import msgspec

from marsad.folding import fold
from marsad.model.claims import Encounter, Undertaking
from marsad.model.edtf import parse
from marsad.register.sourced import Sourced

# What has no date is told as news: within a week of each other, reports mean the same thing.
_NEWS = timedelta(days=7)
_NEVER = timedelta.max
# Sectors that nearly every agreement of two states has to do with: they don't tell one from another.
_GENERAL = frozenset(
    ("agreements", "bilateral_relations", "joint_commission", "regional_cooperation", "foreign_policy")
)

# Home (state or organisation) and the people named of it.
People = frozenset[tuple[str, frozenset[str]]]


class Cluster(msgspec.Struct):
    """Claims of one meaning; ``key`` tells the cluster from the others of its bucket."""

    key: tuple[str, ...]
    members: list[Sourced]


class _Facts(NamedTuple):
    """All that decides what a claim may be brought together with, apart from the report that it stands in."""

    days: tuple[date, date] | None
    told: date | None
    people: People
    stage: tuple[str, int | None] | None


class _Growing:
    """A cluster while claims join it: its different facts, and the reports in which each stands."""

    def __init__(self, key: tuple[str, ...]) -> None:
        self.cluster = Cluster(key, [])
        self.facts: dict[_Facts, set[str]] = {}

    def add(self, sourced: Sourced, facts: _Facts) -> None:
        self.cluster.members.append(sourced)
        self.facts.setdefault(facts, set()).add(sourced.report)

    def distance(self, facts: _Facts, report: str) -> timedelta:
        """Return the time to a claim's telling, ``_NEVER`` where it can't mean the same thing."""
        if not all(_fits(mine, facts) for mine in self.facts):
            return _NEVER
        return max(
            _apart(mine, facts, same_report=reports == {report}) for mine, reports in self.facts.items()
        )


def cluster(claims: Iterable[Sourced]) -> list[Cluster]:
    """Return the clusters of one bucket. The outcome doesn't depend on the order of ``claims``."""
    claims = list(claims)
    if not claims:
        return []
    match claims[0].claim:
        case Encounter():
            return _nearest(claims)
        case Undertaking():
            return _threads(claims)
        case _:
            return [Cluster((), claims)]


def _nearest(claims: Iterable[Sourced]) -> list[Cluster]:
    """Let each claim join the nearest cluster; where it fits none, or two alike, let it found one."""
    clusters: list[_Growing] = []
    with_facts = [(_facts(sourced), sourced) for sourced in claims]
    for facts, sourced in sorted(with_facts, key=_surest_first):
        near = sorted((found.distance(facts, sourced.report), at) for at, found in enumerate(clusters))
        alone = not near or near[0][0] == _NEVER
        if alone or (len(near) > 1 and near[0][0] == near[1][0]):
            clusters.append(_Growing(_founding_key(facts, sourced)))
            clusters[-1].add(sourced, facts)
        else:
            clusters[near[0][1]].add(sourced, facts)
    return [found.cluster for found in clusters]


def _facts(sourced: Sourced) -> _Facts:
    claim = sourced.claim
    days = _days(sourced)
    span = days or sourced.published_days
    return _Facts(
        days=days,
        told=span[1] if span and span[1] - span[0] <= _NEWS else None,
        people=_people(claim) if isinstance(claim, Encounter) else frozenset(),
        stage=(claim.stage, claim.count) if isinstance(claim, Undertaking) else None,
    )


def _days(sourced: Sourced) -> tuple[date, date] | None:
    """Return the first and last day that the claim's own date allows, None without a date.

    A date that is only the report's day may be one late: what happens in the evening is printed
    on the morrow.
    """
    if sourced.claim.date is None:
        return None
    when = parse(sourced.claim.date)
    first, last = when.first or date.min, when.last or date.max
    if sourced.claim.date_basis == "publication" and first > date.min:
        first -= timedelta(days=1)
    return first, last


def _people(claim: Encounter) -> People:
    found: dict[str, set[str]] = {}
    for who in claim.participants:
        if who.person or who.name:
            home = who.state or who.organisation or ""
            found.setdefault(home, set()).add(who.person or fold(who.name or "").text)
    return frozenset((home, frozenset(names)) for home, names in found.items())


def _surest_first(item: tuple[_Facts, Sourced]) -> tuple[int, date, date, str]:
    facts, sourced = item
    width = (facts.days[1] - facts.days[0]).days if facts.days else date.max.toordinal()
    told = sourced.published_days
    return (width, facts.days[0] if facts.days else date.max, told[0] if told else date.max, sourced.id)


def _founding_key(facts: _Facts, sourced: Sourced) -> tuple[str, ...]:
    people = sorted(name for _, names in facts.people for name in names)
    if facts.days:
        return (facts.days[0].isoformat(), facts.days[1].isoformat(), *people)
    return ("", sourced.published or sourced.report, *people)


def _fits(one: _Facts, other: _Facts) -> bool:
    """Tell whether two claims may mean the same thing, whenever it was.

    Encounters do unless of a state that both name people of they name none in common; undertakings that
    nothing names only at the same stage and in the same number.
    """
    mine, theirs = dict(one.people), dict(other.people)
    return one.stage == other.stage and all(mine[home] & theirs[home] for home in mine.keys() & theirs.keys())


def _apart(one: _Facts, other: _Facts, *, same_report: bool) -> timedelta:
    """Return the time between two tellings: by their own dates, or by their reports' where one has none."""
    if one.days and other.days:
        overlap = max(one.days[0], other.days[0]) <= min(one.days[1], other.days[1])
        return timedelta(0) if overlap else _NEVER
    if same_report:
        return timedelta(0)
    gap = abs(one.told - other.told) if one.told and other.told else _NEVER
    return gap if gap <= _NEWS else _NEVER


def _threads(claims: Iterable[Sourced]) -> list[Cluster]:
    """Follow undertakings of one kind and parties by name, else by sectors, else by time."""
    threads: dict[tuple[str, ...], Cluster] = {}
    rest: list[Sourced] = []
    for sourced in claims:
        key = _thread_key(sourced)
        if key:
            threads.setdefault(key, Cluster(key, [])).members.append(sourced)
        else:
            rest.append(sourced)
    return [*threads.values(), *_nearest(rest)]


def _thread_key(sourced: Sourced) -> tuple[str, ...]:
    claim = sourced.claim
    if not isinstance(claim, Undertaking):
        return ()
    if claim.name:
        return ("name", " ".join(fold(claim.name).text.split()))
    telling = sorted(set(claim.sectors) - _GENERAL)
    return ("sectors", str(claim.count), *telling) if telling else ()
