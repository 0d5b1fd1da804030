"""Putting the sides of a conflict in order."""

from collections.abc import Iterable, Mapping
from datetime import date

from marsad.register.conflicts.record import Side
from marsad.register.sourced import Sourced


def earliest_first(told: Mapping[str, Iterable[Sourced]]) -> tuple[Side, ...]:
    """Return a side for each thing said, that which was reported first in front; so are the claims of each."""
    ordered = {says: sorted(items, key=told_on) for says, items in told.items()}
    names = sorted(ordered, key=lambda says: (told_on(ordered[says][0]), says))
    return tuple(Side(says=says, claims=tuple(item.id for item in ordered[says])) for says in names)


def told_on(item: Sourced) -> tuple[date, str]:
    """Return a key that puts claims in the order in which they were reported."""
    days = item.published_days
    return (days[0] if days else date.max, item.id)
