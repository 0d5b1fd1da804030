"""What decides which tellings of an encounter belong together: who, when, where, and whether it took place."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Literal, NamedTuple

from marsad.model.claims import Encounter, Place
from marsad.model.edtf import parse
from marsad.register.naming import Named, Sameness, compare, named
from marsad.register.sourced import Sourced

Days = tuple[date, date]
Home = str
People = Mapping[Home, frozenset[Named]]
Phase = Literal["happened", "planned", "denied"]

# A report that calls a talk a negotiation, and one that calls it a meeting, may mean the same one.
_GROUP = {
    "meeting": "talks", "negotiation": "talks", "reception": "talks", "summit": "talks",
    "call": "call", "video_call": "call", "visit": "visit", "conference": "conference",
    "ceremony": "ceremony", "press_conference": "press_conference",
}  # fmt: skip
_PHASE: dict[str, Phase] = {
    "held": "happened", "under_way": "happened", "denied": "denied",
    "scheduled": "planned", "proposed": "planned", "postponed": "planned", "cancelled": "planned",
}  # fmt: skip
_DAY = timedelta(days=1)


class Facts(NamedTuple):
    """One telling. ``days`` is when it was or will be, ``told`` the last day on which the report came out.

    ``eve`` says that it may also have been the day before: what a report calls today may have been
    written, by an agency, the night before it was printed.
    """

    group: str
    kind: str
    phase: Phase
    days: Days | None
    eve: bool
    told: date | None
    people: tuple[tuple[Home, frozenset[Named]], ...]
    city: str | None
    state: str | None

    @property
    def width(self) -> int:
        """How many days the telling leaves open."""
        if self.days is None:
            return date.max.toordinal()
        return (self.days[1] - self.days[0]).days + self.eve


def facts_of(sourced: Sourced, claim: Encounter) -> Facts:
    """Return the facts of a claim."""
    group = _GROUP[claim.kind]
    if group == "visit" and claim.participants:
        # A visit there is not the visit back.
        group = f"visit/{claim.participants[0].state or claim.participants[0].organisation or ''}"
    place = claim.place or Place()
    told = sourced.published_days
    days, eve = _days(sourced, claim)
    return Facts(
        group=group,
        kind=claim.kind,
        phase=_PHASE[claim.status],
        days=days,
        eve=eve,
        told=told[1] if told and (told[1] - told[0]).days <= 7 else None,
        people=_people(claim),
        city=place.city,
        state=place.state,
    )


def agreement(mine: People, theirs: People) -> int | None:
    """Return in how many homes both name the same person, None where two that are named can't be one."""
    agreed = 0
    for home in mine.keys() & theirs.keys():
        found = _best(mine[home], theirs[home])
        if found == "different":
            return None
        agreed += found == "same"
    return agreed


def _best(mine: frozenset[Named], theirs: frozenset[Named]) -> Sameness:
    if mine & theirs:
        return "same"
    found = {compare(one, other) for one in mine for other in theirs}
    ranked: tuple[Sameness, ...] = ("same", "possible")
    return next((sameness for sameness in ranked if sameness in found), "different")


def _days(sourced: Sourced, claim: Encounter) -> tuple[Days | None, bool]:
    if claim.date is None:
        return None, False
    when = parse(claim.date)
    first, last = when.first or date.min, when.last or date.max
    if claim.date_basis == "publication" and first > date.min:
        # Nothing but the report's day is known: what happens in the evening is printed on the morrow.
        return (first - _DAY, last), False
    today = sourced.published_days == (first, last) and claim.date_basis == "relative"
    return (first, last), today and _PHASE[claim.status] == "happened"


def _people(claim: Encounter) -> tuple[tuple[Home, frozenset[Named]], ...]:
    found: dict[Home, set[Named]] = {}
    for who in claim.participants:
        name = named(who)
        if name is not None:
            found.setdefault(who.state or who.organisation or "", set()).add(name)
    return tuple((home, frozenset(names)) for home, names in sorted(found.items()))
