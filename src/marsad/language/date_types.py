"""The kinds of things that words of dates stand for."""

from typing import Literal, NamedTuple

System = Literal["gregorian", "hijri", "solar"]
Lean = Literal["past", "this", "next"]
Third = Literal["start", "middle", "end"]


class MonthName(NamedTuple):
    """What a month's name can be. ``plain``: nothing else; ``half``: it needs another name beside it."""

    system: System
    months: frozenset[int]
    plain: bool
    half: bool = False


class Span(NamedTuple):
    """A word for a stretch of time: its code, the ISO 8601 period of one, how many it means (0: many)."""

    code: str
    period: str
    number: int


class Zone(NamedTuple):
    """A time zone: an offset that holds since an ISO day, before which ``tz`` tells; or ``tz`` alone."""

    offset: str | None
    since: str | None
    tz: str | None


class Feast(NamedTuple):
    """A feast by its own calendar, and how many days it lasts."""

    system: System
    month: int
    day: int
    days: int


class Season(NamedTuple):
    """A season's EDTF code, its first and its last month."""

    code: int
    first: int
    last: int
