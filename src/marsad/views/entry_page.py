"""One entry with everything behind it: its course, what it rests on, every claim and sentence."""

from collections.abc import Iterator, Sequence

import msgspec
from sqlalchemy import Column, ColumnElement, select

from marsad.errors import UnknownCode
from marsad.model.claims import Claim
from marsad.model.entry import Entry
from marsad.register.keys import parties
from marsad.register.sourced import Sourced
from marsad.register.store import Register
from marsad.register.store.schema import claims, entries, entry_claims
from marsad.views.brief import Group, Line, Page, Section
from marsad.views.citations import Citations
from marsad.views.conflicts import compose_conflicts
from marsad.views.desk import reported
from marsad.views.entry_line import entry_line
from marsad.views.names import Lang, Names
from marsad.views.wording import Writer, phrases

# A prefix that more entries than these begin with is too short to be helpful.
_NAMED = 5
# Slots of a claim that its line, sentence or source tells already.
_TOLD = frozenset(("type", "evidence", "extractor"))


class EntryPage(Page, frozen=True, kw_only=True):
    """The page, with the entry and its claims as records."""

    entry: Entry
    claims: tuple[Claim, ...]


def find_entry(register: Register, name: str) -> Entry:
    """Return the entry with an id, or that of a claim with it; the first characters do where they are one's only.

    Raises ``UnknownCode`` where there is none, or several.
    """
    register.refresh()
    of_claims = select(entry_claims.c.entry).where(_begins(entry_claims.c.claim, name))
    wanted = select(entries.c.id, entries.c.json)
    found = register.select(wanted.where(_begins(entries.c.id, name)).limit(_NAMED + 1))
    found = found or register.select(wanted.where(entries.c.id.in_(of_claims)).limit(_NAMED + 1))
    if len(found) == 1:
        return msgspec.json.decode(found[0]["json"], type=Entry)
    if found:
        ids = ", ".join(row["id"] for row in found[:_NAMED])
        raise UnknownCode(f"{name}: several entries begin so ({ids}{', …' if len(found) > _NAMED else ''})")
    read = register.select(select(claims.c.id).where(_begins(claims.c.id, name)).limit(1))
    if read:
        raise UnknownCode(f"{name}: a claim that stands in no entry (it was rejected: see marsad judgements)")
    raise UnknownCode(
        f"{name}: neither an entry nor a claim (brief, ledger and search print ids as JSON and CSV)"
    )


def _begins(column: Column[str], name: str) -> ColumnElement[bool]:
    """Return the condition that an id begins with ``name``, as a range that an index answers."""
    return column.between(name, name + "~")


def compose_entry(register: Register, entry: Entry, *, names: Names, lang: Lang = "en") -> EntryPage:
    """Return the page of an entry."""
    words = phrases(lang)
    found = register.claims(entry.claims)
    members = [found[claim] for claim in entry.claims]
    home = sorted({code for item in members for code in parties(item.claim)})
    writer = Writer(names, words, lead=tuple(home[:2]))
    citations = Citations(register.reports({item.report for item in members}), writer.actors)
    sections = [
        *_course(entry, found, writer, citations),
        *_claims(members, writer, citations),
        *_conflicts(register, entry, home, names=names, lang=lang),
    ]
    return EntryPage(
        states=tuple(home),
        lang=lang,
        direction=words.direction,
        title=entry_line(entry, members, writer),
        notes=tuple(_notes(register, entry, writer)),
        sections=tuple(sections),
        sources_title=words.get("brief", "sources"),
        sources=citations.sources(),
        entry=entry,
        claims=tuple(item.claim for item in members),
    )


def _notes(register: Register, entry: Entry, writer: Writer) -> Iterator[str]:
    words, support = writer.words, entry.support
    outlets = words.count(words.get("brief", "outlets"), entry.outlets)
    yield words.count(words.get("brief", "basis"), entry.reports, outlets=outlets)
    yield words.fill(
        "entry",
        "support",
        voices=words.count(words.get("entry", "voices"), entry.voices),
        told=support.told,
        parties=support.from_parties,
        second=support.second_hand,
    )
    for name in ("dates_agree", "places_agree"):
        agrees = getattr(support, name)
        if agrees is not None:
            yield str(words.get("entry", name, "yes" if agrees else "no"))
    if entry.within:
        visit = find_entry(register, entry.within)
        members = list(register.claims(visit.claims).values())
        yield words.fill("entry", "within", visit=entry_line(visit, members, writer), id=visit.id)
    yield words.fill("entry", "id", id=entry.id, type=words.get("entry", "types", entry.type))


def _course(
    entry: Entry, found: dict[str, Sourced], writer: Writer, citations: Citations
) -> Iterator[Section]:
    if len(entry.stages) < 2:
        return
    words = writer.words
    labels = "statuses" if entry.type == "encounter" else "stages"
    lines = []
    for at in entry.stages:
        label = words.get(labels, at.stage)
        item = found[at.claim]
        lines.append(
            Line(
                text=next(iter(label.values())) if isinstance(label, dict) else str(label),
                sources=citations.cite([item]),
                entry=entry.id,
                date=at.date,
                when=_when(item, writer),
            )
        )
    yield Section("course", words.get("entry", "course"), (Group(None, tuple(lines)),))


def _claims(members: Sequence[Sourced], writer: Writer, citations: Citations) -> Iterator[Section]:
    lines = [
        Line(
            text=f"{_slots(item.claim)} ({item.claim.extractor}, {item.id})",
            sources=citations.cite([item]),
            entry=item.id,
            date=item.claim.date,
            when=_when(item, writer),
            quote=" … ".join(" ".join(span.text.split()) for span in item.claim.evidence),
        )
        for item in members
    ]
    yield Section("claims", writer.words.get("entry", "claims"), (Group(None, tuple(lines)),))


def _when(item: Sourced, writer: Writer) -> str | None:
    told = reported([item])
    return writer.words.fill("brief", "reported", date=writer.date(told)) if told else None


def _slots(claim: Claim) -> str:
    """Return the slots that a claim fills, as they stand in the record: what to name when one is to be corrected."""
    filled = {name: value for name, value in msgspec.to_builtins(claim).items() if name not in _TOLD}
    return ", ".join(
        f"{name}={_short(value)}" for name, value in filled.items() if value not in (None, (), [], False)
    )


def _short(value: object) -> str:
    if isinstance(value, dict):
        return "/".join(str(inner) for inner in value.values() if inner is not None)
    if isinstance(value, list | tuple):
        return "+".join(map(_short, value))
    return str(value)


def _conflicts(
    register: Register, entry: Entry, home: Sequence[str], *, names: Names, lang: Lang
) -> Iterator[Section]:
    """Give the conflicts that the entry's claims take part in; the sentences of their sides stand in them."""
    if not home or entry.type not in ("encounter", "measure", "tenure"):
        return
    page = compose_conflicts(register, home[:2], names=names, lang=lang)
    mine = {
        one.id for one in page.conflicts if any(set(side.claims) & set(entry.claims) for side in one.sides)
    }
    for section in page.sections:
        groups = tuple(
            msgspec.structs.replace(
                group, lines=tuple(msgspec.structs.replace(line, sources=()) for line in group.lines)
            )
            for group in section.groups
            if any(line.entry in mine for line in group.lines)
        )
        if groups:
            yield msgspec.structs.replace(section, groups=groups)
