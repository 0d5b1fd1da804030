"""People the knowledge holds, and who held which office when."""

from functools import cache
from typing import Any

import msgspec

from marsad.knowledge.table import table

#: Before and after every date: lexical comparison of ISO dates needs no calendar.
EVER, NEVER = "0000", "9999"


class Term(msgspec.Struct, frozen=True):
    """One tenure; ``start`` and ``until`` are ISO dates of year, month or day precision, ``until`` exclusive."""

    person: str
    office: str
    state: str | None = None
    organisation: str | None = None
    portfolio: str | None = None
    start: str = EVER
    until: str = NEVER

    def overlaps(self, window: "Window") -> bool:
        """Whether some day of the window may fall into the term."""
        return self.start[:10] <= window.last and window.first < _end(self.until)


class Window(msgspec.Struct, frozen=True):
    """The days on which something can have been, both ends ISO dates and inclusive."""

    first: str = EVER
    last: str = NEVER


def _end(until: str) -> str:
    """Make an exclusive end of low precision reach to the end of its month or year."""
    return until if len(until) >= 10 else until + "~"


@cache
def people() -> dict[str, dict[str, Any]]:
    """Return every person of the knowledge by slug."""
    found: dict[str, dict[str, Any]] = {}
    for name, data in table().files.items():
        if name.startswith("people/"):
            found |= data["people"]
    return found


@cache
def terms_of(person: str) -> tuple[Term, ...]:
    """Return the tenures of a person, in the file's order."""
    return tuple(_term(person, row) for row in people().get(person, {}).get("tenures", []))


def _term(person: str, row: dict[str, Any]) -> Term:
    return Term(
        person=person,
        office=row["office"],
        state=row.get("state"),
        organisation=row.get("organisation"),
        portfolio=row.get("portfolio"),
        start=row.get("from", EVER),
        until=row.get("until", NEVER),
    )


@cache
def _by_office() -> dict[tuple[str, str], list[Term]]:
    index: dict[tuple[str, str], list[Term]] = {}
    for person in people():
        for term in terms_of(person):
            for holder in (term.state, term.organisation):
                if holder:
                    index.setdefault((holder, term.office), []).append(term)
    return index


def holders(where: str, office: str, window: Window, portfolio: str | None = None) -> list[str]:
    """Return the people who held the office of a state or organisation at some time in the window."""
    found = []
    for term in _by_office().get((where, office), []):
        if portfolio is not None and term.portfolio != portfolio:
            continue
        if term.overlaps(window) and term.person not in found:
            found.append(term.person)
    return found


def term_at(person: str, window: Window) -> Term | None:
    """Return the office that a person held in the window, else the last one that ended before it.

    None when the knowledge has no term, or only later ones.
    """
    terms = terms_of(person)
    current = [term for term in terms if term.overlaps(window)]
    if current:
        return current[-1] if window.first == EVER else max(current, key=lambda term: term.start)
    past = [term for term in terms if term.until <= window.first]
    return max(past, key=lambda term: term.until, default=None)
