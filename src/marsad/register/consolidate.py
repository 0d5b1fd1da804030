"""Bring the claims of one bucket together into entries."""

from collections.abc import Iterable
from datetime import date

from marsad.model.claims import Claim, Measure, Undertaking, claim_type
from marsad.model.edtf import parse
from marsad.model.entry import Entry, StageAt, entry_id
from marsad.register.clustering import Cluster, cluster
from marsad.register.keys import bucket, kind
from marsad.register.sourced import Sourced


def consolidate(claims: Iterable[Sourced]) -> tuple[Entry, ...]:
    """Return the entries of one bucket, given all of its claims, in whatever order."""
    clusters = cluster(claims)
    keys = [found.key for found in clusters]
    entries = (_entry(found, twin=keys.count(found.key) > 1) for found in clusters)
    return tuple(sorted(entries, key=lambda entry: entry.id))


def _entry(found: Cluster, *, twin: bool) -> Entry:
    """Make the entry; ``twin`` says that another cluster of the bucket has the same key."""
    members = sorted(found.members, key=_course)
    first = members[0]
    apart = (min(item.id for item in members),) if twin else ()
    days = [parse(when) for when in map(_when, (item.claim for item in members)) if when]
    told = [span for span in (item.published_days for item in members) if span]
    return Entry(
        id=entry_id(bucket(first), *found.key, *apart),
        type=claim_type(first.claim),
        kind=kind(first.claim),
        claims=tuple(item.id for item in members),
        first=_iso(min((day.first for day in days if day.first), default=None)),
        last=_iso(max((day.last for day in days if day.last), default=None)),
        reported_first=_iso(min((first for first, _ in told), default=None)),
        reported_last=_iso(max((last for _, last in told), default=None)),
        stages=_stages(members),
        reports=len({item.report for item in members}),
        outlets=len({item.outlet for item in members if item.outlet}),
    )


def _course(sourced: Sourced) -> tuple[date, date, str]:
    """Order claims as things went: by their own date, else by their report's."""
    when = _when(sourced.claim)
    told = sourced.published_days[0] if sourced.published_days else date.max
    return ((parse(when).first if when else None) or told, told, sourced.id)


def _when(claim: Claim) -> str | None:
    return (claim.period or claim.date) if isinstance(claim, Measure) else claim.date


def _stages(members: list[Sourced]) -> tuple[StageAt, ...]:
    """Return the stages in their course; a stage that is told again straight after is given once."""
    course: list[StageAt] = []
    for item in members:
        claim = item.claim
        if isinstance(claim, Undertaking) and not (course and course[-1].stage == claim.stage):
            course.append(StageAt(claim.stage, claim.date, item.id))
    return tuple(course)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day and date.min < day < date.max else None
