"""When things were said and how far apart, told with the care that uncertain dates need."""

from collections.abc import Iterable
from datetime import date

from marsad.model.edtf import parse

Days = tuple[date, date]


def days(edtf: str | None) -> Days | None:
    """Return the first and last day that a date can mean, open ends as far as they go; None for None."""
    if edtf is None:
        return None
    when = parse(edtf)
    return when.first or date.min, when.last or date.max


def certainly_before(one: str | None, other: str | None) -> bool:
    """Tell whether ``one`` ended before ``other`` began, whatever days the two dates mean."""
    mine, theirs = days(one), days(other)
    return mine is not None and theirs is not None and mine[1] < theirs[0]


def full_months(since: str | None, until: date) -> int | None:
    """Return the full months from the last day that ``since`` can mean; None where that is open or unknown.

    Example: from June 2022 to 15 August 2022 it is 1.
    """
    span = days(since)
    if span is None or span[1] == date.max:
        return None
    last = span[1]
    months = (until.year - last.year) * 12 + until.month - last.month - (until.day < last.day)
    return max(0, months)


def latest(dates: Iterable[str | None]) -> str | None:
    """Return the date that may reach furthest, of those that are known."""
    return max(
        (edtf for edtf in dates if edtf),
        key=lambda edtf: (_days(edtf)[1], _days(edtf)[0], edtf),
        default=None,
    )


def earliest(dates: Iterable[str | None]) -> str | None:
    """Return the date that may begin first, of those that are known."""
    return min((edtf for edtf in dates if edtf), key=lambda edtf: (*_days(edtf), edtf), default=None)


def course(edtf: str | None) -> Days:
    """Return a key that orders dates as things went, unknown ones last."""
    return days(edtf) or (date.max, date.max)


def _days(edtf: str) -> Days:
    when = parse(edtf)
    return when.first or date.min, when.last or date.max
