"""Which stages reports say an undertaking has reached, and which of them are delivery.

What stands within the words of a promise is what is wanted, not what was reached: "دعا الوزير إلى توقيع الاتفاق"
tells of no signature.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from marsad.model.claims import Commitment, Measure, Undertaking
from marsad.model.edtf import cover
from marsad.register.follow_through.days import certainly_before, course, earliest
from marsad.register.follow_through.promises import promise_group
from marsad.register.follow_through.records import Reached
from marsad.register.follow_through.rules import rules
from marsad.register.follow_through.subjects import overlap
from marsad.register.sourced import Sourced


def stages(members: Iterable[Sourced], asked: Collection[str], *, apart: bool) -> tuple[Reached, ...]:
    """Return the stages in their course; one that is told again straight after is given once.

    ``asked`` holds the undertakings' claims that stand in the words of a promise; ``apart`` says whether the
    undertaking can be told from others of its kind: else nothing is delivery.
    """
    runs: list[list[_Staged]] = []
    for item in sorted(_staged(members, asked), key=_course):
        if runs and runs[-1][0].claim.stage == item.claim.stage and runs[-1][0].wanted == item.wanted:
            runs[-1].append(item)
        else:
            runs.append([item])
    return tuple(_reached(run, apart=apart) for run in runs)


def asked_for(claims: Iterable[Sourced]) -> frozenset[str]:
    """Return the claims of undertakings and targets that stand in the words of a promise of the same report."""
    by_report: dict[str, list[Sourced]] = {}
    claims = list(claims)
    for item in claims:
        if isinstance(item.claim, Commitment):
            by_report.setdefault(item.report, []).append(item)
    return frozenset(
        item.id
        for item in claims
        if isinstance(item.claim, Undertaking | Measure)
        and any(overlap(item.claim, promise.claim) for promise in by_report.get(item.report, ()))
    )


class _Staged(NamedTuple):
    sourced: Sourced
    claim: Undertaking
    wanted: bool


def _staged(members: Iterable[Sourced], asked: Collection[str]) -> Iterator[_Staged]:
    """Yield the claims that give a stage and are no promises; a stage whose day is still to come is wanted."""
    for item in members:
        claim = item.claim
        if isinstance(claim, Undertaking) and (item.id in asked or promise_group(item) is None):
            yield _Staged(item, claim, item.id in asked or certainly_before(item.published, claim.date))


def _course(item: _Staged) -> tuple[object, ...]:
    return (*course(item.claim.date or item.sourced.published), item.sourced.id)


def _reached(run: list[_Staged], *, apart: bool) -> Reached:
    first = run[0]
    return Reached(
        stage=first.claim.stage,
        claims=tuple(item.sourced.id for item in run),
        date=earliest(item.claim.date for item in run),
        reported=cover(item.sourced.published for item in run if item.sourced.published),
        by=first.claim.by,
        wanted=first.wanted,
        delivery=apart
        and not first.wanted
        and first.claim.stage in rules().delivery[first.claim.kind].stages,
    )
