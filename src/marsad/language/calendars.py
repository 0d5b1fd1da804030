"""Gregorian, Hijri and Solar Hijri dates as stretches of Gregorian days, with their EDTF.

Hijri dates follow the Umm al-Qura calendar (package ``hijridate``, years 1343 to 1500), which a sighting of
the moon may differ from by a day; Solar Hijri dates follow ``jdatetime``.
"""

import calendar
from datetime import date, timedelta
from typing import NamedTuple

import jdatetime
from hijridate import Gregorian, Hijri

from marsad.language.date_types import System, Third

_DAY = timedelta(days=1)
_OPEN = ".."
_HIJRI_YEARS = range(1343, 1501)
_SOLAR_YEARS = range(1, 1500)
#: Gregorian years that lie within the solar ones.
_SOLAR_REACH = range(623, 2121)
_LONGEST_MONTH: dict[System, int] = {"gregorian": 31, "hijri": 30, "solar": 31}


class ImpossibleDateError(ValueError):
    """A day that the calendar does not have: 31 June, 29 February 2023, month 13."""


class Stretch(NamedTuple):
    """Days from ``first`` to ``last``, both inside (None: open), and the EDTF of either end."""

    first: date | None
    last: date | None
    lo: str
    hi: str

    @property
    def edtf(self) -> str:
        """The EDTF of the whole: one date, or an interval."""
        return self.lo if self.lo == self.hi else f"{self.lo}/{self.hi}"

    @property
    def is_day(self) -> bool:
        """Whether the stretch is one day."""
        return self.first is not None and self.first == self.last


def stretch(system: System, year: int, month: int | None = None, day: int | None = None) -> Stretch | None:
    """Return the days of a date, month or year; None where the tables of its calendar do not reach.

    Raises ImpossibleDateError. Example: Ramadan 1444 is 2023-03-23 to 2023-04-20.
    """
    check(system, month, day)
    if system == "gregorian":
        return _gregorian(year, month, day)
    if year not in (_HIJRI_YEARS if system == "hijri" else _SOLAR_YEARS):
        return None
    first = _first_day(system, year, month or 1, 1)
    if month is None:
        return days(first, _first_day(system, year + 1, 1, 1) - _DAY) if year + 1 in _reach(system) else None
    if day is None:
        return days(first, _after_month(system, year, month) - _DAY)
    found = first + timedelta(days=day - 1)
    if found < _after_month(system, year, month):
        return days(found, found)
    if system == "hijri" and day == _LONGEST_MONTH[system]:
        return None  # A month of 29 days by the tables may have had 30 by the moon.
    raise ImpossibleDateError(f"{system} {year}-{month}-{day}")


def check(system: System, month: int | None, day: int | None) -> None:
    """Raise ImpossibleDateError for a month or a day of a month that no year has."""
    if month is not None and not 1 <= month <= 12:
        raise ImpossibleDateError(f"month {month}")
    if day is None:
        return
    longest = _LONGEST_MONTH[system]
    if month is not None and system == "gregorian":
        longest = calendar.monthrange(2000, month)[1]
    elif month is not None and system == "solar" and month > 6:
        longest = 30
    if not 1 <= day <= longest:
        raise ImpossibleDateError(f"{system} day {day} of month {month}")


def days(first: date, last: date) -> Stretch:
    """Return the stretch between two days."""
    return Stretch(first, last, first.isoformat(), last.isoformat())


def months(first: date, last: date) -> Stretch:
    """Return the stretch of whole months that the two days stand in."""
    end = last.replace(day=calendar.monthrange(last.year, last.month)[1])
    return Stretch(first.replace(day=1), end, first.isoformat()[:7], last.isoformat()[:7])


def years(first: int, last: int) -> Stretch | None:
    """Return the stretch of whole Gregorian years; None outside 1 to 9999."""
    if not 1 <= first <= last <= 9999:
        return None
    return Stretch(date(first, 1, 1), date(last, 12, 31), f"{first:04}", f"{last:04}")


def week(day: date) -> Stretch:
    """Return the ISO week, Monday to Sunday, that the day stands in."""
    monday = day - timedelta(days=day.weekday())
    return days(monday, monday + timedelta(days=6))


def shift(day: date, count: int) -> date:
    """Return the day so many months away; the last of the month where there is no such day.

    Raises ImpossibleDateError outside the years 1 to 9999.
    """
    index = day.year * 12 + day.month - 1 + count
    year, month = divmod(index, 12)
    if not date.min.year <= year <= date.max.year:
        raise ImpossibleDateError(f"year {year}")
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def year_of(system: System, day: date) -> int | None:
    """Return the year of a calendar that a Gregorian day falls in; None where its tables do not reach."""
    if system == "gregorian":
        return day.year
    if system == "solar":
        return None if day.year not in _SOLAR_REACH else int(jdatetime.date.fromgregorian(date=day).year)
    try:
        return int(Gregorian.fromdate(day).to_hijri().year)
    except OverflowError:
        return None


def since(start: Stretch) -> Stretch:
    """Return what begins with a stretch and goes on: ``1979/..``."""
    return Stretch(start.first, None, start.lo, _OPEN)


def until(end: Stretch) -> Stretch:
    """Return what ends with a stretch: ``../2030``."""
    return Stretch(None, end.last, _OPEN, end.hi)


def between(start: Stretch, end: Stretch) -> Stretch:
    """Return the stretch from the beginning of one to the end of another.

    Raises ImpossibleDateError if it runs back.
    """
    if start.first is None or end.last is None or start.first > end.last:
        raise ImpossibleDateError(f"{start.lo} to {end.hi}")
    return Stretch(start.first, end.last, start.lo, end.hi)


def approximate(point: Stretch) -> Stretch:
    """Return the stretch with EDTF's mark of approximation on what it says."""
    return Stretch(point.first, point.last, _about(point.lo), _about(point.hi))


def third(whole: Stretch, part: Third) -> Stretch:
    """Return the first, middle or last third of a year (four months) or a month (days 1–10, 11–20, 21–end).

    What is neither is returned whole. Example: مطلع 2023 is ``2023-01/2023-04``.
    """
    if whole.first is None or whole.last is None:
        return whole
    index = ("start", "middle", "end").index(part)
    length = (whole.last - whole.first).days + 1
    if whole.lo == whole.hi and len(whole.lo) == 4 and whole.lo.isdigit():
        return months(shift(whole.first, 4 * index), shift(whole.first, 4 * index + 3))
    if 28 <= length <= 31:
        last = whole.last if part == "end" else whole.first + timedelta(days=10 * index + 9)
        return days(whole.first + timedelta(days=10 * index), last)
    return whole


def _about(edtf: str) -> str:
    return edtf if edtf == _OPEN or edtf.endswith("~") else edtf + "~"


def _gregorian(year: int, month: int | None, day: int | None) -> Stretch | None:
    if not 1 <= year <= 9999:
        return None
    if month is None:
        return years(year, year)
    if day is None:
        return months(date(year, month, 1), date(year, month, 1))
    try:
        found = date(year, month, day)
    except ValueError as error:
        raise ImpossibleDateError(f"{year}-{month}-{day}") from error
    return days(found, found)


def _reach(system: System) -> range:
    return _HIJRI_YEARS if system == "hijri" else _SOLAR_YEARS


def _first_day(system: System, year: int, month: int, day: int) -> date:
    if system == "hijri":
        converted = Hijri(year, month, day).to_gregorian()
        return date(converted.year, converted.month, converted.day)
    solar: date = jdatetime.date(year, month, day).togregorian()
    return solar


def _after_month(system: System, year: int, month: int) -> date:
    if month < 12:
        return _first_day(system, year, month + 1, 1)
    if year + 1 in _reach(system):
        return _first_day(system, year + 1, 1, 1)
    return _first_day(system, year, month, 1) + timedelta(days=29)
