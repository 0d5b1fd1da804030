"""What the readers of dates return."""

from typing import Literal, NamedTuple

from marsad.language.date_nodes import CalendarDate, Day, Node

Kind = Literal["date", "range", "time", "duration"]


class Found(NamedTuple):
    """An expression of time: its meaning, where it stands, whether it says its own year."""

    node: Node
    start: int
    end: int
    explicit: bool
    kind: Kind = "date"
    duration: str | None = None


def dated(found: Found) -> CalendarDate | None:
    """Return the calendar date that was found, if it is one."""
    return found.node.dated if isinstance(found.node, Day) else None
