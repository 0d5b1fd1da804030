"""Figures of one thing and one time that differ."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from marsad.model.claims import Measure
from marsad.register.conflicts.record import Conflict
from marsad.register.conflicts.sides import earliest_first
from marsad.register.sourced import Sourced

#: A figure called "about" so much agrees with what is within a twentieth of it.
_ABOUT = Decimal("0.05")
Told = tuple[Sourced, Measure, Decimal]


def figures(claims: Iterable[Sourced]) -> list[Conflict]:
    """Return figures of one indicator, unit, period and parties that no number can all satisfy.

    Only what is said to be so is compared, not what is wished for, and only across reports: within one, figures
    that look alike are mostly of different things.
    """
    groups: dict[tuple[str, ...], list[Told]] = defaultdict(list)
    for item in claims:
        claim = item.claim
        if not isinstance(claim, Measure) or claim.target or not claim.parties or not claim.period:
            continue
        value = _number(claim.value)
        if value is not None:
            key = (claim.indicator, claim.unit, claim.per or "", claim.period, *sorted(claim.parties))
            groups[key].append((item, claim, value))
    return [found for key in sorted(groups) if (found := _conflict(groups[key]))]


def _conflict(told: list[Told]) -> Conflict | None:
    at_odds = {
        at
        for at, (item, claim, value) in enumerate(told)
        if any(
            item.voice != other.voice and not _agree((claim, value), (theirs, theirs_value))
            for other, theirs, theirs_value in told
        )
    }
    if not at_odds:
        return None
    by_value: dict[str, list[Sourced]] = defaultdict(list)
    for at in at_odds:
        item, claim, value = told[at]
        by_value[_says(claim, value)].append(item)
    claim = told[min(at_odds)][1]
    return Conflict(
        kind="figure",
        about=tuple(sorted(claim.parties)),
        subject=claim.indicator,
        sides=earliest_first(by_value),
    )


def _agree(one: tuple[Measure, Decimal], other: tuple[Measure, Decimal]) -> bool:
    mine, theirs = _range(*one), _range(*other)
    return mine[0] <= theirs[1] and theirs[0] <= mine[1]


def _range(claim: Measure, value: Decimal) -> tuple[Decimal, Decimal]:
    """Return the lowest and highest number that a figure allows."""
    slack = abs(value) * _ABOUT if claim.approx else Decimal(0)
    low = Decimal("-Infinity") if claim.at_most else value - slack
    high = Decimal("Infinity") if claim.at_least else value + slack
    return low, high


def _says(claim: Measure, value: Decimal) -> str:
    bound = ">=" if claim.at_least else "<=" if claim.at_most else "~" if claim.approx else ""
    return f"{bound}{value.normalize():f} {claim.unit}"


def _number(value: str) -> Decimal | None:
    try:
        return Decimal(value)
    except InvalidOperation:
        return None
