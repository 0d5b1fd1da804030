"""Which claims of one bucket mean the same thing.

A cluster is founded by the claim with the surest date and joined by those that fit all of its
members. When in doubt two claims stay apart.
"""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

import msgspec

from marsad.language.folding import fold
from marsad.model.claims import Encounter, Undertaking
from marsad.model.edtf import parse
from marsad.register.sourced import Sourced

# What has no date is told as news: within a week of each other, reports mean the same thing.
_NEWS = timedelta(days=7)
_NEVER = timedelta.max

Fits = Callable[[Sourced, Sourced], bool]


class Cluster(msgspec.Struct):
    """Claims of one meaning; ``key`` tells the cluster from the others of its bucket."""

    key: tuple[str, ...]
    members: list[Sourced]


def cluster(claims: Iterable[Sourced]) -> list[Cluster]:
    """Return the clusters of one bucket. The outcome doesn't depend on the order of ``claims``."""
    ordered = sorted(claims, key=_surest_first)
    if not ordered:
        return []
    match ordered[0].claim:
        case Encounter():
            return _nearest(ordered, _same_people)
        case Undertaking():
            return _threads(ordered)
        case _:
            return [Cluster((), ordered)]


def _surest_first(sourced: Sourced) -> tuple[int, date, date, str]:
    days = _days(sourced)
    width = (days[1] - days[0]).days if days else date.max.toordinal()
    told = sourced.published_days
    return (width, days[0] if days else date.max, told[0] if told else date.max, sourced.id)


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


def _nearest(ordered: list[Sourced], fits: Fits) -> list[Cluster]:
    """Let each claim join the nearest cluster; where it fits none, or two alike, let it found one."""
    clusters: list[Cluster] = []
    for sourced in ordered:
        near = sorted((_distance(found, sourced, fits), at) for at, found in enumerate(clusters))
        alone = not near or near[0][0] == _NEVER
        if alone or (len(near) > 1 and near[0][0] == near[1][0]):
            clusters.append(Cluster(_founding_key(sourced), [sourced]))
        else:
            clusters[near[0][1]].members.append(sourced)
    return clusters


def _founding_key(sourced: Sourced) -> tuple[str, ...]:
    days = _days(sourced)
    people = sorted(name for names in _people(sourced).values() for name in names)
    if days:
        return (days[0].isoformat(), days[1].isoformat(), *people)
    return ("", sourced.published or sourced.report, *people)


def _distance(found: Cluster, sourced: Sourced, fits: Fits) -> timedelta:
    """Return the time between a claim and a cluster, ``_NEVER`` when they can't mean the same thing."""
    if not all(fits(member, sourced) for member in found.members):
        return _NEVER
    return max(_apart(member, sourced) for member in found.members)


def _apart(one: Sourced, other: Sourced) -> timedelta:
    mine, theirs = _days(one), _days(other)
    if mine and theirs:
        overlap = max(mine[0], theirs[0]) <= min(mine[1], theirs[1])
        return timedelta(0) if overlap else _NEVER
    if one.report == other.report:
        return timedelta(0)
    near, far = _told(one), _told(other)
    gap = abs(near - far) if near and far else _NEVER
    return gap if gap <= _NEWS else _NEVER


def _told(sourced: Sourced) -> date | None:
    """Return the day the thing happened where the claim says it closely, else the day it was reported."""
    days = _days(sourced) or sourced.published_days
    return days[1] if days and days[1] - days[0] <= _NEWS else None


def _same_people(one: Sourced, other: Sourced) -> bool:
    """Tell whether, of every state that both name people of, they name one in common."""
    mine, theirs = _people(one), _people(other)
    return all(mine[home] & theirs[home] for home in mine.keys() & theirs.keys())


def _people(sourced: Sourced) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    if isinstance(sourced.claim, Encounter):
        for who in sourced.claim.participants:
            if who.person or who.name:
                home = who.state or who.organisation or ""
                found.setdefault(home, set()).add(who.person or fold(who.name or "").text)
    return found


def _threads(ordered: list[Sourced]) -> list[Cluster]:
    """Follow undertakings of one kind and parties by name, else by sectors, else by time."""
    threads: dict[tuple[str, ...], Cluster] = {}
    rest: list[Sourced] = []
    for sourced in ordered:
        key = _thread_key(sourced)
        if key:
            threads.setdefault(key, Cluster(key, [])).members.append(sourced)
        else:
            rest.append(sourced)
    return [*threads.values(), *_nearest(rest, _same_facts)]


def _thread_key(sourced: Sourced) -> tuple[str, ...]:
    claim = sourced.claim
    if not isinstance(claim, Undertaking):
        return ()
    if claim.name:
        return ("name", " ".join(fold(claim.name).text.split()))
    return ("sectors", str(claim.count), *sorted(claim.sectors)) if claim.sectors else ()


def _same_facts(one: Sourced, other: Sourced) -> bool:
    """Of undertakings that nothing names, only those of the same stage and number can be the same."""
    mine, theirs = one.claim, other.claim
    if not (isinstance(mine, Undertaking) and isinstance(theirs, Undertaking)):
        return False
    return mine.stage == theirs.stage and mine.count == theirs.count
