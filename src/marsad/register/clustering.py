"""Which claims of one bucket mean the same thing. When in doubt two claims stay apart."""

from collections.abc import Iterable
from datetime import date

from marsad.model.claims import Encounter, Measure, Statement, Tenure, Undertaking
from marsad.register import encounters, threads
from marsad.register.cluster import Cluster
from marsad.register.keys import measured
from marsad.register.people import same_holders
from marsad.register.sourced import Sourced

# Figures of no period and words without a date of their own are news: told again within these days, they are the same.
_FIGURE = 31
_WORDS = 7


def cluster(claims: Iterable[Sourced]) -> list[Cluster]:
    """Return the clusters of one bucket. The outcome doesn't depend on the order of ``claims``."""
    claims = sorted(claims, key=lambda item: item.id)
    if not claims:
        return []
    match claims[0].claim:
        case Encounter():
            return encounters.cluster(claims)
        case Undertaking():
            return threads.cluster(claims)
        case Measure():
            return _figures(claims)
        case Statement():
            return _spells((), claims, _WORDS)
        case Tenure():
            return same_holders(claims)
        case _:
            return [Cluster((), claims)]


def _figures(claims: Iterable[Sourced]) -> list[Cluster]:
    same: dict[tuple[str, ...], list[Sourced]] = {}
    for item in claims:
        if isinstance(item.claim, Measure):
            same.setdefault(measured(item.claim), []).append(item)
    found = []
    for key, members in same.items():
        period = isinstance(members[0].claim, Measure) and members[0].claim.period
        found += [Cluster(key, members)] if period else _spells(key, members, _FIGURE)
    return found


def _spells(key: tuple[str, ...], claims: Iterable[Sourced], gap: int) -> list[Cluster]:
    """Cut claims where for more than ``gap`` days no report told them; those of unknown day stay alone."""
    clusters: list[Cluster] = []
    last: date | None = None
    for item in sorted(claims, key=lambda item: (_told(item) or date.max, item.id)):
        told = _told(item)
        if told is None:
            clusters.append(Cluster((*key, item.report), [item]))
        elif last is None or (told - last).days > gap:
            clusters.append(Cluster((*key, told.isoformat()), [item]))
            last = told
        else:
            clusters[-1].members.append(item)
            last = told
    return clusters


def _told(item: Sourced) -> date | None:
    days = item.published_days
    return days[1] if days and (days[1] - days[0]).days <= _WORDS else None
