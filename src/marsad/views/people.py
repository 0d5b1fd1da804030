"""Who is said to have held the offices of a state, beside what the knowledge has."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date

import msgspec
from sqlalchemy import select

from marsad.model.vocabulary import OfficeCode
from marsad.register.office_lines import Disagreement, Gap, Holder, OfficeLine, office_lines
from marsad.register.sourced import Sourced
from marsad.register.store import Register
from marsad.register.store.schema import claim_states, claims
from marsad.views.brief import Group, Line, Page, Section
from marsad.views.citations import Citations
from marsad.views.names import Lang, Names
from marsad.views.wording import Writer, phrases

# Of somebody whom many reports name so many are cited.
_CITED = 2


class PeoplePage(Page, frozen=True, kw_only=True):
    """The page, with the lines of office-holders as records."""

    lines: tuple[OfficeLine, ...]


def compose_people(
    register: Register,
    state: str,
    *,
    names: Names,
    lang: Lang = "en",
    offices: Collection[OfficeCode] = (),
    at: date | None = None,
) -> PeoplePage:
    """Return the holders of a state's offices; with ``at`` those seen in office, or known to be, on that day."""
    words = phrases(lang)
    query = (
        select(claims.c.id)
        .join(claim_states, claim_states.c.claim == claims.c.id)
        .where(claim_states.c.state == state, claims.c.type == "tenure")
    )
    found = register.claims([row["id"] for row in register.select(query)])
    lines = tuple(
        line
        for line in office_lines(found.values())
        if line.state == state and (not offices or line.office in offices)
    )
    shown = {claim for line in lines for holder in line.holders for claim in holder.claims[:_CITED]}
    writer = Writer(names, words, lead=(state,))
    reports = register.reports({found[claim].report for claim in shown})
    citations = Citations(reports, writer.actors)
    pen = _Pen(found, writer, citations, at.isoformat() if at else None)
    sections = tuple(section for line in lines if (section := pen.section(line)) is not None)
    return PeoplePage(
        states=(state,),
        lang=lang,
        direction=words.direction,
        title=words.fill("people_page", "title", state=writer.actors.code(state)),
        notes=() if sections else (words.get("people_page", "nothing"),),
        sections=sections,
        sources_title=words.get("brief", "sources"),
        sources=citations.sources(),
        lines=lines,
    )


class _Pen(msgspec.Struct, frozen=True):
    claims: Mapping[str, Sourced]
    writer: Writer
    citations: Citations
    day: str | None

    def section(self, line: OfficeLine) -> Section | None:
        """Return an office with its holders, None where nobody is left to show."""
        holders = [holder for holder in line.holders if self.day is None or _holds(holder, self.day)]
        if not holders:
            return None
        remarks = () if self.day else _remarks(line, self.writer)
        notes = (Line(text=text, sources=(), entry=line.office) for text in remarks)
        title = self.writer.actors.office(line.office, line.state)
        return Section(line.office, title, (Group(None, (*map(self._line, holders), *notes)),))

    def _line(self, holder: Holder) -> Line:
        return Line(
            text=_text(holder, self.writer),
            sources=self.citations.cite([self.claims[claim] for claim in holder.claims[:_CITED]]),
            entry=holder.person,
            reports=holder.reports,
            voices=holder.voices,
        )


def _holds(holder: Holder, day: str) -> bool:
    seen = holder.seen_first is not None and holder.seen_first <= day <= (holder.seen_last or "")
    return seen or any((first or "") <= day < (until or "~") for first, until in holder.known)


def _text(holder: Holder, writer: Writer) -> str:
    words = writer.words
    seen = f"{holder.seen_first}/{holder.seen_last}" if holder.seen_first else None
    if seen and holder.seen_first == holder.seen_last:
        seen = holder.seen_first
    known = words.join([_term(term, writer) for term in holder.known])
    return words.fill(
        "people_page",
        "holder",
        name=writer.actors.person(holder.person, holder.names[0] if holder.names else None) or holder.person,
        seen=words.fill("people_page", "seen", dates=writer.date(seen))
        if seen
        else words.get("people_page", "unseen"),
        known=words.fill("people_page", "known", terms=known)
        if holder.known
        else words.get("people_page", "unknown"),
        reports=words.count(words.get("people_page", "reports"), holder.reports),
    )


def _term(term: tuple[str | None, str | None], writer: Writer) -> str:
    first, until = term
    return writer.date(f"{first or '..'}/{until or '..'}")


def _remarks(line: OfficeLine, writer: Writer) -> Iterator[str]:
    for gap in line.gaps:
        yield _gap(gap, writer)
    for one in line.disagreements:
        yield _disagreement(one, writer)


def _gap(gap: Gap, writer: Writer) -> str:
    return writer.words.fill(
        "people_page",
        "gap",
        dates=writer.date(f"{gap.first}/{gap.last}"),
        before=_name(gap.before, writer),
        after=_name(gap.after, writer),
    )


def _disagreement(one: Disagreement, writer: Writer) -> str:
    return writer.words.fill(
        "people_page",
        one.kind,
        name=_name(one.person, writer),
        others=writer.words.join([_name(other, writer) for other in one.others]),
        dates=writer.date(one.first if one.first == one.last else f"{one.first}/{one.last}"),
    )


def _name(person: str, writer: Writer) -> str:
    return writer.actors.person(person, None) or person
