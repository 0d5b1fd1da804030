"""Bring the claims of one bucket together into entries."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

import msgspec

from marsad.model.claims import Claim, Encounter, Measure, Undertaking, claim_type
from marsad.model.edtf import span
from marsad.model.entry import Entry, StageAt, entry_id
from marsad.register.cluster import Cluster
from marsad.register.clustering import cluster
from marsad.register.judgements.regroup import regroup
from marsad.register.judgements.rulings import NO_RULINGS, Rulings
from marsad.register.keys import bucket, kind
from marsad.register.sourced import Sourced
from marsad.register.support import count, meeting_of, support

_RECURRING = frozenset(("convened",))
_SEASON = 90
# Reports of one signing date it by when they print it: within these days it is the same one.
_DAYS = timedelta(days=3)
# What is planned or called off stands before what took place, in the order in which it was told.
_PLANS = frozenset(("proposed", "scheduled", "postponed", "cancelled"))


def consolidate(*buckets: Iterable[Sourced], rulings: Rulings = NO_RULINGS) -> tuple[Entry, ...]:
    """Return the entries of a bucket, given all of its claims, in whatever order.

    Several buckets are given together where people brought claims of theirs together.
    """
    clusters: list[Cluster] = []
    for claims in buckets:
        before = len(clusters)
        for found in cluster(claims):
            within = found.within if found.within is None else found.within + before
            clusters.append(Cluster(found.key, found.members, within))
    if rulings.regroups:
        clusters = regroup(clusters, rulings)
    firsts = [min(found.members, key=_course) for found in clusters]
    names = [(bucket(first), *found.key) for first, found in zip(firsts, clusters, strict=True)]
    seen = Counter(names)
    entries = [_entry(found, name, twin=seen[name] > 1) for found, name in zip(clusters, names, strict=True)]
    for at, found in enumerate(clusters):
        if found.within is not None:
            entries[at] = msgspec.structs.replace(entries[at], within=entries[found.within].id)
    return tuple(sorted(entries, key=lambda entry: entry.id))


def _entry(found: Cluster, name: tuple[str, ...], *, twin: bool) -> Entry:
    """Make the entry; ``twin`` says that another cluster has the same bucket and key, its ``name``."""
    members = sorted(found.members, key=_course)
    first = members[0]
    apart = (min(item.id for item in members),) if twin else ()
    happened = _happened(members)
    told = [days for days in (item.published_days for item in members) if days]
    counts = count(members)
    return Entry(
        id=entry_id(*name, *apart),
        type=claim_type(first.claim),
        kind=_kind(members),
        claims=tuple(item.id for item in members),
        first=_iso(happened[0]),
        last=_iso(happened[1]),
        reported_first=_iso(min((first for first, _ in told), default=None)),
        reported_last=_iso(max((last for _, last in told), default=None)),
        stages=_statuses(members) if isinstance(first.claim, Encounter) else _stages(members),
        reports=counts.reports,
        outlets=counts.outlets,
        voices=counts.voices,
        support=support(members),
    )


def _course(sourced: Sourced) -> tuple[date, date, str]:
    """Order claims as things went: by their own date, else by their report's."""
    when = _when(sourced.claim)
    told = sourced.published_days[0] if sourced.published_days else date.max
    return ((span(when)[0] if when else None) or told, told, sourced.id)


def _when(claim: Claim) -> str | None:
    return (claim.period or claim.date) if isinstance(claim, Measure) else claim.date


def _kind(members: list[Sourced]) -> str:
    """Return what most claims call the thing, of several the first in the alphabet."""
    called = Counter(kind(item.claim) for item in members)
    return min(called, key=lambda name: (-called[name], name))


def _happened(members: list[Sourced]) -> tuple[date | None, date | None]:
    """Return the days on which all dates agree; where they don't, and for what goes on, all days told."""
    dates = [when for when in map(_when, (item.claim for item in members)) if when]
    if not dates:
        return None, None
    if isinstance(members[0].claim, Encounter) and (common := meeting_of(dates)):
        return common
    spans = [span(when) for when in dates]
    firsts = [first for first, _ in spans if first]
    lasts = [last for _, last in spans if last]
    return min(firsts, default=None), max(lasts, default=None)


def _stages(members: list[Sourced]) -> tuple[StageAt, ...]:
    """Return the stages in their course, each where it is first told.

    What was signed is called signed ever after, so a stage comes again only with a date of its own, or,
    of commissions that meet time and again, in reports of another season.
    """
    course: list[StageAt] = []
    before: dict[str, list[Sourced]] = {}
    for item in members:
        claim = item.claim
        if isinstance(claim, Undertaking):
            told = before.setdefault(claim.stage, [])
            if all(_anew(item, other) for other in told):
                course.append(StageAt(claim.stage, claim.date, item.id))
            told.append(item)
    return tuple(course)


def _anew(item: Sourced, other: Sourced) -> bool:
    if item.claim.date and other.claim.date:
        (first, last), (start, end) = span(item.claim.date), span(other.claim.date)
        return bool((last and start and start - last > _DAYS) or (end and first and first - end > _DAYS))
    meets = isinstance(item.claim, Undertaking) and item.claim.stage in _RECURRING
    mine, theirs = item.published_days, other.published_days
    return bool(meets and mine and theirs and abs((mine[0] - theirs[0]).days) > _SEASON)


def _statuses(members: list[Sourced]) -> tuple[StageAt, ...]:
    """Return an encounter's statuses: plans as they changed, then what took place, each word for it once."""
    course: list[StageAt] = []
    told = sorted((_as_told(item, item.claim), item) for item in members if isinstance(item.claim, Encounter))
    for (took_place, *_), item in told:
        claim = item.claim
        if not isinstance(claim, Encounter):
            continue
        before = [at.stage for at in course] if took_place else [at.stage for at in course[-1:]]
        if claim.status not in before:
            course.append(StageAt(claim.status, claim.date, item.id))
    return tuple(course)


def _as_told(sourced: Sourced, claim: Encounter) -> tuple[bool, date, str]:
    told = sourced.published_days[0] if sourced.published_days else date.max
    return (claim.status not in _PLANS, told, sourced.id)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day and date.min < day < date.max else None
