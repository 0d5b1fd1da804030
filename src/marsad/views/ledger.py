"""The ledger of two states: what was promised, how often, and what reports say came of it."""

from marsad.register.follow_through.records import Thread
from marsad.views.brief import Page


class Ledger(Page, frozen=True, kw_only=True):
    """The page, with the threads that it shows as records; ``as_of`` is the ISO day to which time is counted.

    ``left`` counts threads that match the filters and are not shown.
    """

    as_of: str | None
    threads: tuple[Thread, ...]
    left: int = 0
