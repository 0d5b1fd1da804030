"""What the register holds on two states in a period, fetched once for a view."""

from collections.abc import Iterable
from datetime import date

import msgspec

from marsad.model.entry import Entry
from marsad.model.report import Report
from marsad.register.keys import parties
from marsad.register.sourced import Sourced
from marsad.register.store import Register


class Dossier(msgspec.Struct, frozen=True):
    """Entries with their claims and reports. ``undated`` counts those that no period can hold."""

    states: tuple[str, str]
    entries: tuple[Entry, ...]
    claims: dict[str, Sourced]
    reports: dict[str, Report]
    undated: int

    def of_type(self, name: str) -> list[tuple[Entry, list[Sourced]]]:
        """Return the entries of a type with their claims, oldest first, those without any date last."""
        found = [entry for entry in self.entries if entry.type == name]
        found.sort(key=lambda entry: (_known_days(entry)[0] or date.max, entry.id))
        return [(entry, [self.claims[claim] for claim in entry.claims]) for entry in found]


def open_dossier(
    register: Register, states: tuple[str, str], *, since: date | None = None, until: date | None = None
) -> Dossier:
    """Return what the register holds on both states, and who holds their offices in the same reports.

    An entry belongs to a period when it may have happened in it, or, where its date is unknown, when
    it was reported in it.
    """
    found = register.entries_between(*states)
    entries = [entry for entry in found if _within(entry, since, until)]
    undated = sum(_known_days(entry) == (None, None) for entry in found) if since or until else 0
    claims = _claims(register, entries)
    entries = [entry for entry in entries if _between(states, [claims[claim] for claim in entry.claims])]
    claims = {claim: claims[claim] for entry in entries for claim in entry.claims}
    reports = {claim.report for claim in claims.values()}
    about_one = register.entries_of(states, ("tenure", "membership"), within=reports)
    own = {entry.id for entry in entries}
    entries += [entry for entry in about_one if entry.id not in own]
    # Only the reports at hand speak for these: an office-holder may stand in thousands of others.
    more = {key: claim for key, claim in _claims(register, about_one).items() if claim.report in reports}
    claims |= more
    entries = [msgspec.structs.replace(entry, claims=_kept(entry, claims)) for entry in entries]
    return Dossier(states, tuple(entries), claims, register.reports(reports), undated)


def _between(states: tuple[str, str], claims: Iterable[Sourced]) -> bool:
    """Tell whether an entry is about the two, not one of them speaking of the other and a third.

    Where the parties are not all known, what is said by one about the other is taken to be about both.
    """
    return any(set(states) <= named or len(named) < 2 for named in (parties(item.claim) for item in claims))


def _claims(register: Register, entries: Iterable[Entry]) -> dict[str, Sourced]:
    return register.claims([claim for entry in entries for claim in entry.claims])


def _kept(entry: Entry, claims: dict[str, Sourced]) -> tuple[str, ...]:
    return tuple(claim for claim in entry.claims if claim in claims)


def _within(entry: Entry, since: date | None, until: date | None) -> bool:
    if since is None and until is None:
        return True
    first, last = _known_days(entry)
    if first is None and last is None:
        return False
    return not (since and last and last < since) and not (until and first and first > until)


def _known_days(entry: Entry) -> tuple[date | None, date | None]:
    """Return when the entry happened as far as known, else when it was reported."""
    if entry.first or entry.last:
        return _day(entry.first), _day(entry.last)
    return _day(entry.reported_first), _day(entry.reported_last)


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None
