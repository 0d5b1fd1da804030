"""Who held an office one after the other, as reports say and as the knowledge says, and where they differ."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import combinations
from typing import Literal

import msgspec

from marsad.knowledge.files import load
from marsad.linking.tenures import EVER, NEVER, Term, Window, holders, terms_of
from marsad.model.claims import Tenure
from marsad.model.vocabulary import OfficeCode
from marsad.register.people import identities, seen
from marsad.register.sourced import Sourced
from marsad.register.support import count

# Who is elect or was in office before doesn't hold it.
_IN_OFFICE = frozenset(("incumbent", "acting", "appointed"))
_DAY = timedelta(days=1)


class Holder(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody whom reports name as holder.

    ``seen_first`` and ``seen_last`` are the ISO days between which reports say that he holds the office; what
    the knowledge contradicts doesn't count. Both are None where no such report is dated, or all speak of a
    former or coming holder. ``known`` are the tenures of this office
    that the knowledge has of the person, as EDTF of start and exclusive end, None where unknown.
    """

    person: str
    names: tuple[str, ...]
    seen_first: str | None
    seen_last: str | None
    known: tuple[tuple[str | None, str | None], ...]
    reports: int
    voices: int
    claims: tuple[str, ...]


class Gap(msgspec.Struct, frozen=True):
    """Days (ISO, inclusive) between the last report of one holder and the first of the next."""

    before: str
    after: str
    first: str
    last: str


class Disagreement(msgspec.Struct, frozen=True, kw_only=True):
    """What doesn't fit together, with the claims that say it.

    ``overlap``: reports give the office to two people in the same days, and the knowledge rules out neither.
    ``other_known``: on the day of a claim the knowledge has ``others`` in office, and doesn't know this person
    as a holder at all (someone else, or a spelling that it lacks). ``out_of_term``: it knows the person as a
    holder at another time, so that the claim looks back, or its date is wrong.
    """

    kind: Literal["overlap", "other_known", "out_of_term"]
    person: str
    others: tuple[str, ...]
    first: str
    last: str
    claims: tuple[str, ...]


class OfficeLine(msgspec.Struct, frozen=True, kw_only=True):
    """The holders of one office by when reports first name them.

    Gaps and disagreements are given only for offices that one person holds at a time.
    """

    state: str | None
    organisation: str | None
    office: OfficeCode
    holders: tuple[Holder, ...]
    gaps: tuple[Gap, ...]
    disagreements: tuple[Disagreement, ...]


# First and last day, and the claim.
_Sighting = tuple[date, date, str]


class _Held(msgspec.Struct):
    """The claims of one person, the days of those that say he is in office, and those that others held then."""

    person: str
    members: list[Sourced]
    days: list[_Sighting]
    against: dict[tuple[str, ...], list[_Sighting]]

    @property
    def span(self) -> tuple[date, date] | None:
        """The days between which reports surely see the person in office."""
        if not self.days:
            return None
        return min(last for _, last, _ in self.days), max(first for first, _, _ in self.days)


def office_lines(claims: Iterable[Sourced]) -> tuple[OfficeLine, ...]:
    """Return a line for each office that tenures among ``claims`` speak of, in whatever order they come."""
    offices: dict[tuple[str, str, OfficeCode], list[Sourced]] = {}
    for item in sorted(claims, key=lambda item: item.id):
        claim = item.claim
        if isinstance(claim, Tenure):
            key = (claim.state or "", claim.organisation or "", claim.office)
            offices.setdefault(key, []).append(item)
    return tuple(_line(key, offices[key]) for key in sorted(offices))


def _line(key: tuple[str, str, OfficeCode], members: Sequence[Sourced]) -> OfficeLine:
    state, organisation, office = key
    single = bool(state) and office in _single()
    held = _held(members)
    if single:
        for one in held:
            _set_apart(one, state, office)
    held.sort(key=_course)
    return OfficeLine(
        state=state or None,
        organisation=organisation or None,
        office=office,
        holders=tuple(_holder(one, key) for one in held),
        gaps=tuple(_gaps(held)) if single else (),
        disagreements=(*_overlaps(held), *_against_knowledge(held, key)) if single else (),
    )


def _held(members: Sequence[Sourced]) -> list[_Held]:
    told = [(item, item.claim) for item in members if isinstance(item.claim, Tenure)]
    person = identities(claim for _, claim in told)
    found: dict[str, _Held] = {}
    for item, claim in told:
        one = found.setdefault(person[claim.person], _Held(person[claim.person], [], [], {}))
        one.members.append(item)
        days = seen(item)
        if days and claim.status in _IN_OFFICE and days[0] > date.min and days[1] < date.max:
            one.days.append((*days, item.id))
    return list(found.values())


def _set_apart(one: _Held, state: str, office: str) -> None:
    """Set the sightings apart on whose days the knowledge has others in office."""
    agreed = []
    for first, last, claim in one.days:
        known = tuple(sorted(holders(state, office, Window(first.isoformat(), last.isoformat()))))
        if known and one.person not in known:
            one.against.setdefault(known, []).append((first, last, claim))
        else:
            agreed.append((first, last, claim))
    one.days = agreed


def _course(one: _Held) -> tuple[date, date, str]:
    first, last = one.span or (date.max, date.max)
    return (first, last, one.person)


def _holder(one: _Held, key: tuple[str, str, OfficeCode]) -> Holder:
    counts = count(one.members)
    days = [(first, last) for first, last, _ in one.days]
    return Holder(
        person=one.person,
        names=tuple(sorted({item.claim.name for item in one.members if isinstance(item.claim, Tenure)})),
        seen_first=min(first for first, _ in days).isoformat() if days else None,
        seen_last=max(last for _, last in days).isoformat() if days else None,
        known=tuple(_edtf(term) for term in terms_of(one.person) if _same_office(term, key)),
        reports=counts.reports,
        voices=counts.voices,
        claims=tuple(item.id for item in one.members),
    )


def _same_office(term: Term, key: tuple[str, str, OfficeCode]) -> bool:
    state, organisation, office = key
    where = term.state == state if state else term.organisation == organisation
    return term.office == office and where


def _edtf(term: Term) -> tuple[str | None, str | None]:
    return (None if term.start == EVER else term.start, None if term.until == NEVER else term.until)


def _gaps(held: Sequence[_Held]) -> list[Gap]:
    """Return the days without a holder, of those whom reports see one after the other."""
    gaps = []
    until: tuple[date, str] | None = None
    for one in held:
        if one.span is None:
            continue
        first = min(day for day, _, _ in one.days)
        if until and first > until[0] + _DAY:
            gaps.append(Gap(until[1], one.person, (until[0] + _DAY).isoformat(), (first - _DAY).isoformat()))
        last = max(day for _, day, _ in one.days)
        until = max(until or (last, one.person), (last, one.person))
    return gaps


def _overlaps(held: Sequence[_Held]) -> list[Disagreement]:
    """Return pairs of people of whom each is surely seen in office between days on which the other is."""
    found = []
    for one, other in combinations(held, 2):
        if one.span is None or other.span is None:
            continue
        first, last = max(one.span[0], other.span[0]), min(one.span[1], other.span[1])
        if first <= last:
            told = [seen for seen in (*one.days, *other.days) if seen[0] <= last and first <= seen[1]]
            found.append(_disagreement("overlap", one.person, (other.person,), told))
    return found


def _against_knowledge(held: Sequence[_Held], key: tuple[str, str, OfficeCode]) -> list[Disagreement]:
    found = []
    for one in held:
        known = any(_same_office(term, key) for term in terms_of(one.person))
        for others, told in sorted(one.against.items()):
            found.append(_disagreement("out_of_term" if known else "other_known", one.person, others, told))
    return found


def _disagreement(
    kind: Literal["overlap", "other_known", "out_of_term"],
    person: str,
    others: tuple[str, ...],
    told: Sequence[_Sighting],
) -> Disagreement:
    return Disagreement(
        kind=kind,
        person=person,
        others=others,
        first=min(first for first, _, _ in told).isoformat(),
        last=max(last for _, last, _ in told).isoformat(),
        claims=tuple(sorted(claim for _, _, claim in told)),
    )


@cache
def _single() -> frozenset[str]:
    return frozenset(load("offices")["single_holder"])
