"""The sections of the brief, in the order in which it prints them."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import msgspec

from marsad.model.claims import (
    BaseClaim,
    Commitment,
    Encounter,
    Measure,
    Membership,
    Statement,
    Tenure,
    Undertaking,
)
from marsad.model.edtf import parse
from marsad.model.entry import StageAt
from marsad.register.sourced import Sourced
from marsad.views.brief import Group, Line, Section
from marsad.views.charts import charts
from marsad.views.desk import Desk, Found, reported

C = TypeVar("C", bound=BaseClaim)


def sections(desk: Desk) -> tuple[Section, ...]:
    """Return the sections that have something to say."""
    made = []
    for key, groups in _SECTIONS.items():
        found = tuple(group for group in groups(desk) if group.lines)
        drawn = charts(desk, desk.dossier.of_type("measure")) if key == "measures" else ()
        if found:
            made.append(Section(key, desk.writer.words.get("sections", key), found, drawn))
    return tuple(made)


def _encounters(desk: Desk) -> list[Group]:
    lines = []
    there = {entry.id for entry in desk.dossier.entries}
    for entry, claims in desk.dossier.of_type("encounter"):
        told = _only(claims, Encounter)
        stands = [claim for claim in told if entry.stages and _as_it_stands(claim, entry.stages[-1])]
        text = desk.writer.encounter(max(stands or told, key=_detail), entry.stages[:-1])
        if entry.within in there:
            text += str(desk.writer.words.get("during_visit"))
        lines.append(desk.line((entry, claims), text, date=_narrowest(claims)))
    return [Group(None, tuple(lines))]


def _as_it_stands(claim: Encounter, last: StageAt) -> bool:
    """Tell whether a claim speaks of the encounter as it stands: as held or as planned."""
    took_place = ("held", "under_way")
    return claim.status == last.stage or (claim.status in took_place and last.stage in took_place)


def _undertakings(desk: Desk) -> list[Group]:
    lines = []
    for entry, claims in desk.dossier.of_type("undertaking"):
        claim = _only(claims, Undertaking)[-1]
        text = desk.writer.undertaking(claim, entry.stages)
        lines.append(desk.line((entry, claims), text, date=claim.date))
    return [Group(None, tuple(lines))]


def _commitments(desk: Desk) -> list[Group]:
    def line(found: Found) -> Line:
        claim = _only(found[1], Commitment)[-1]
        return desk.line(found, desk.writer.commitment(claim), date=claim.date, quote=claim)

    def speaker(found: Found) -> str | None:
        by = found[1][0].claim.by
        return by.state if by else None

    return _by_state(desk, desk.dossier.of_type("commitment"), speaker, line)


def _measures(desk: Desk) -> list[Group]:
    lines = []
    for entry, claims in desk.dossier.of_type("measure"):
        claim = _only(claims, Measure)[0]
        lines.append(desk.line((entry, claims), desk.writer.measure(claim), date=claim.date))
    return [Group(None, tuple(lines))]


def _people(desk: Desk) -> list[Group]:
    def line(found: Found) -> Line:
        entry, claims = found
        claim = _only(claims, Tenure)[0]
        ends = claims if len(claims) < 3 else [claims[0], claims[-1]]
        text = desk.writer.tenure(claim, reported(claims))
        return msgspec.structs.replace(desk.line((entry, ends), text), when=None)

    def home(found: Found) -> str | None:
        return _only(found[1], Tenure)[0].state

    return _by_state(desk, desk.dossier.of_type("tenure"), home, line)


def _memberships(desk: Desk) -> list[Group]:
    by_organisation: dict[str, list[tuple[Membership, Found]]] = {}
    for found in desk.dossier.of_type("membership"):
        claim = _only(found[1], Membership)[0]
        if claim.state in desk.dossier.states:
            by_organisation.setdefault(claim.organisation, []).append((claim, found))
    groups = []
    for code, named in by_organisation.items():
        both = len({claim.state for claim, _ in named if claim.status != "former"}) > 1
        note = desk.writer.words.get("brief", "shared" if both else "named_for_one")
        title = f"{desk.writer.actors.code(code)} ({note})"
        lines = (desk.line(found, desk.writer.membership(claim)) for claim, found in named)
        groups.append((not both, Group(title, tuple(lines))))
    return [group for _, group in sorted(groups, key=lambda item: item[0])]


def _statements(desk: Desk) -> list[Group]:
    states = desk.dossier.states
    one, other = (desk.writer.actors.code(state) for state in states)
    relations = desk.writer.words.fill("brief", "relations", one=one, other=other)
    groups: dict[str, list[Line]] = {relations: []}
    for entry, claims in desk.dossier.of_type("statement"):
        claim = _only(claims, Statement)[0]
        others = [code for code in claim.topic if code not in states]
        title = desk.writer.actors.code(others[0]) if others else relations
        line = desk.line((entry, claims), desk.writer.statement(claim), date=claim.date, quote=claim)
        groups.setdefault(title, []).append(line)
    return [Group(title, tuple(lines)) for title, lines in groups.items()]


_SECTIONS: dict[str, Callable[[Desk], list[Group]]] = {
    "encounters": _encounters,
    "undertakings": _undertakings,
    "commitments": _commitments,
    "measures": _measures,
    "people": _people,
    "memberships": _memberships,
    "statements": _statements,
}


def _by_state(
    desk: Desk, entries: Iterable[Found], home: Callable[[Found], str | None], line: Callable[[Found], Line]
) -> list[Group]:
    """Group lines by the state of whom they are about: the two of the brief, then all others."""
    groups: dict[str, list[Line]] = {state: [] for state in (*desk.dossier.states, "")}
    for found in entries:
        state = home(found) or ""
        groups[state if state in groups else ""].append(line(found))
    others = str(desk.writer.words.get("brief", "others"))
    return [
        Group(desk.writer.actors.code(state) if state else others, tuple(lines))
        for state, lines in groups.items()
    ]


def _only(claims: Sequence[Sourced], kind: type[C]) -> list[C]:
    return [item.claim for item in claims if isinstance(item.claim, kind)]


def _detail(claim: Encounter) -> tuple[int, bool, int]:
    """Rank an encounter's tellings by how many people they name, then by whether they say where."""
    named = sum(bool(who.person or who.name) for who in claim.participants)
    return (named, bool(claim.place and claim.place.city), -claim.evidence[0].start)


def _narrowest(claims: Sequence[Sourced]) -> str | None:
    """Return the date that says most closely when something was."""

    def width(edtf: str) -> int:
        when = parse(edtf)
        return (when.last - when.first).days if when.first and when.last else 10**6

    return min((item.claim.date for item in claims if item.claim.date), key=width, default=None)
