"""What decides which tellings of an encounter belong together: who, when, where, and whether it took place."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Literal, NamedTuple

from marsad.model.claims import Encounter, Place
from marsad.model.edtf import span
from marsad.register.naming import Named, Sameness, compare, named
from marsad.register.sourced import Sourced

Days = tuple[date, date]
Home = str
# Those named of each home, the one whom the claim names first before the others.
People = Mapping[Home, tuple[Named, ...]]
Phase = Literal["happened", "planned", "denied"]

# A report that calls a talk a negotiation, and one that calls it a meeting, may mean the same one.
_GROUP = {
    "meeting": "talks", "negotiation": "talks", "reception": "talks", "summit": "talks",
    "call": "call", "video_call": "call", "visit": "visit", "ceremony": "ceremony",
    "conference": "conference", "press_conference": "conference",
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
    people: tuple[tuple[Home, tuple[Named, ...]], ...]
    homes: int
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
        homes=len({who.state or who.organisation for who in claim.participants} - {None}),
        city=place.city,
        state=place.state,
    )


class Agreement(NamedTuple):
    """In how many homes both tellings name the same person, and how many people only one of them names."""

    homes: int
    odd: int


def agreement(mine: People, theirs: People) -> Agreement | None:
    """Return how far two tellings agree on who met, None where they can't mean the same people.

    Whoever is named first of a home has to be among those whom the other names of it: where the king
    receives a minister with the crown prince beside him, and the crown prince receives him, two met.
    """
    homes = odd = 0
    for home in mine.keys() & theirs.keys():
        found = _compare_all(mine[home], theirs[home])
        if found == "different":
            return None
        homes += found == "same"
        odd += len(set(mine[home]) ^ set(theirs[home]))
    return Agreement(homes, odd)


def _compare_all(mine: tuple[Named, ...], theirs: tuple[Named, ...]) -> Sameness:
    firsts = {_among(mine[0], theirs), _among(theirs[0], mine)}
    return "different" if "different" in firsts else "possible" if "possible" in firsts else "same"


def _among(one: Named, others: tuple[Named, ...]) -> Sameness:
    if one in others:
        return "same"
    found = {compare(one, other) for other in others}
    ranked: tuple[Sameness, ...] = ("same", "possible")
    return next((sameness for sameness in ranked if sameness in found), "different")


def _days(sourced: Sourced, claim: Encounter) -> tuple[Days | None, bool]:
    if claim.date is None:
        return None, False
    start, end = span(claim.date)
    first, last = start or date.min, end or date.max
    if claim.date_basis == "publication" and first > date.min:
        # Nothing but the report's day is known: what happens in the evening is printed on the morrow.
        return (first - _DAY, last), False
    today = sourced.published_days == (first, last) and claim.date_basis == "relative"
    return (first, last), today and _PHASE[claim.status] == "happened"


def _people(claim: Encounter) -> tuple[tuple[Home, tuple[Named, ...]], ...]:
    found: dict[Home, dict[Named, None]] = {}
    for who in claim.participants:
        name = named(who)
        if name is not None:
            found.setdefault(who.state or who.organisation or "", {})[name] = None
    return tuple((home, tuple(names)) for home, names in sorted(found.items()))
