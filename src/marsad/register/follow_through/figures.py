"""How far reported figures have come towards a target: same indicator, unit and rate, comparable periods."""

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_EVEN, Decimal

from marsad.model.claims import Measure
from marsad.model.edtf import cover
from marsad.register.follow_through.days import certainly_before, course, days, earliest
from marsad.register.follow_through.records import Figure, Target
from marsad.register.sourced import Sourced

# How long a year may be: reports count calendar years, fiscal years and those of other calendars.
_YEAR = range(360, 372)
_TENTH = Decimal("0.1")


def target_of(members: Iterable[Sourced]) -> Target | None:
    """Return the figure aimed at in a thread; None where it has none."""
    aims = {item.id: item.claim for item in members if isinstance(item.claim, Measure) and item.claim.target}
    if not aims:
        return None
    claim = next(iter(aims.values()))
    return Target(
        claims=tuple(sorted(aims)),
        indicator=claim.indicator,
        value=f"{Decimal(claim.value).normalize():f}",
        unit=claim.unit,
        per=claim.per,
        period=claim.period,
    )


def figures(target: Target, members: Sequence[Sourced], given: Iterable[Sourced]) -> tuple[Figure, ...]:
    """Return the figures given before and since the target was first named, in their course.

    ``members`` are the claims that name it, ``given`` actual figures of the same indicator, unit and rate.
    """
    named = earliest(item.published for item in members)
    alike: dict[tuple[str, str], list[Sourced]] = {}
    for item in given:
        claim = item.claim
        if isinstance(claim, Measure):
            alike.setdefault((claim.value, claim.period or ""), []).append(item)
    made = [_figure(target, sorted(found, key=_course), named) for found in alike.values()]
    return tuple(sorted(made, key=lambda item: (*course(item.period or item.reported), item.claims)))


def reached_target(target: Target, found: Iterable[Figure]) -> bool:
    """Tell whether a comparable figure of the time since the target was named is as high as the target."""
    return any(
        item.percent and not item.before and Decimal(item.value) >= Decimal(target.value) for item in found
    )


def comparable(target: str | None, actual: str | None) -> bool:
    """Tell whether figures for two periods (EDTF, None where unsaid) measure against each other.

    Example: a target for 2025 and a figure for 2023 do, a figure for the first quarter of 2023 does not.
    """
    return target == actual or all(period is None or _is_year(period) for period in (target, actual))


def _is_year(period: str) -> bool:
    span = days(period)
    return span is not None and (span[1] - span[0]).days + 1 in _YEAR


def _figure(target: Target, found: list[Sourced], named: str | None) -> Figure:
    claim = found[0].claim
    if not isinstance(claim, Measure):
        raise ValueError(f"claim {found[0].id} gives no figure")
    return Figure(
        claims=tuple(item.id for item in found),
        value=claim.value,
        period=claim.period,
        reported=cover(item.published for item in found if item.published),
        percent=_percent(claim, target),
        before=all(certainly_before(_when(item), named) for item in found),
    )


def _percent(claim: Measure, target: Target) -> str | None:
    aim = Decimal(target.value)
    if aim <= 0 or claim.at_most or not comparable(target.period, claim.period):
        return None
    return f"{(Decimal(claim.value) * 100 / aim).quantize(_TENTH, ROUND_HALF_EVEN):f}"


def _when(item: Sourced) -> str | None:
    period = item.claim.period if isinstance(item.claim, Measure) else None
    return period or item.claim.date or item.published


def _course(item: Sourced) -> tuple[object, ...]:
    return (*course(item.published), item.id)
