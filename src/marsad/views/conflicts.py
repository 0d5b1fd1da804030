"""Where reports contradict each other: every matter with all its sides and their sentences."""

from collections.abc import Iterable, Mapping, Sequence
from typing import get_args

import msgspec

from marsad.model.claims import Encounter, Measure, Tenure
from marsad.model.report import Span
from marsad.register.conflicts import Conflict, Side, conflicts_among
from marsad.register.conflicts.record import ConflictKind
from marsad.register.conflicts.scope import in_scope
from marsad.register.sourced import Sourced
from marsad.register.store import Register
from marsad.views.brief import Group, Line, Page, Section
from marsad.views.citations import Citations
from marsad.views.desk import reported
from marsad.views.names import Lang, Names
from marsad.views.wording import Writer, phrases

# Of a side that many reports take so many are cited.
_CITED = 3


class Conflicts(Page, frozen=True, kw_only=True):
    """The page, with the conflicts that it shows as records."""

    conflicts: tuple[Conflict, ...]


def compose_conflicts(
    register: Register,
    states: Sequence[str] = (),
    *,
    names: Names,
    lang: Lang = "en",
    kinds: Sequence[ConflictKind] = (),
) -> Conflicts:
    """Return the conflicts about a state, two states, or, without any, in the whole register."""
    words = phrases(lang)
    claims, pages = in_scope(register, states)
    found = tuple(
        conflict for conflict in conflicts_among(claims, pages) if not kinds or conflict.kind in kinds
    )
    by_id = {item.id: item for item in claims}
    cited = {by_id[claim].report for one in found for side in one.sides for claim in side.claims[:_CITED]}
    reports = register.reports({*cited, *(page.id for page in pages)})
    writer = Writer(names, words, lead=tuple(states))
    pen = _Pen(by_id, writer, Citations(reports, writer.actors))
    about = writer.actors.codes(states) if states else None
    return Conflicts(
        states=tuple(states),
        lang=lang,
        direction=words.direction,
        title=words.fill("conflicts", "title_of", about=about) if about else words.get("conflicts", "title"),
        notes=(
            words.count(words.get("conflicts", "found"), len(found))
            if found
            else words.get("conflicts", "nothing"),
        ),
        sections=tuple(_sections(found, pen)),
        sources_title=words.get("brief", "sources"),
        sources=pen.citations.sources(),
        conflicts=found,
    )


class _Pen(msgspec.Struct, frozen=True):
    claims: Mapping[str, Sourced]
    writer: Writer
    citations: Citations

    def group(self, conflict: Conflict) -> Group:
        """Return a conflict as a group with a line for each side."""
        return Group(self.title(conflict), tuple(self.line(conflict, side) for side in conflict.sides))

    def title(self, conflict: Conflict) -> str:
        words = self.writer.words
        about = self.writer.actors.codes(conflict.about)
        match conflict.kind:
            case "figure":
                subject = self.writer.indicator(conflict.subject)
            case "office" | "knowledge":
                return self.writer.actors.office(conflict.subject, conflict.about[0])
            case "page_date":
                return str(words.get("conflicts", "publication"))
            case _:
                subject = str(words.get("conflicts", "encounters", conflict.subject))
        return words.fill("conflicts", "subject", subject=subject, about=about)

    def line(self, conflict: Conflict, side: Side) -> Line:
        items = [self.claims[claim] for claim in side.claims]
        if not items:
            return self._without_claims(conflict, side)
        first = items[0].claim
        return Line(
            text=self._says(items)
            + self.writer.words.count(self.writer.words.get("brief", "repeated"), _told(items)),
            sources=self.citations.cite(items[:_CITED]),
            entry=conflict.id,
            date=first.date,
            when=self._when(items),
            quote=" ".join(first.evidence[0].text.split()),
        )

    def _says(self, items: Sequence[Sourced]) -> str:
        match items[0].claim:
            case Measure() as claim:
                return self.writer.measure(claim)
            case Encounter() as claim:
                return self.writer.encounter(claim)
            case Tenure() as claim:
                return self.writer.tenure(claim, None)
            case other:
                raise AssertionError(f"no conflict is made of {type(other).__name__}")

    def _when(self, items: Sequence[Sourced]) -> str | None:
        date = items[0].claim.date
        told = reported(items)
        if date and not isinstance(items[0].claim, Tenure):
            return self.writer.date(date)
        return self.writer.words.fill("brief", "reported", date=self.writer.date(told)) if told else None

    def _without_claims(self, conflict: Conflict, side: Side) -> Line:
        words = self.writer.words
        if side.report is None:
            name = self.writer.actors.person(side.says, None) or side.says
            return Line(text=words.fill("conflicts", "knowledge", name=name), sources=(), entry=conflict.id)
        shown = side.end > side.start
        text = words.fill("conflicts", "page" if shown else "text", date=self.writer.date(side.says or None))
        sources = self.citations.cite_spans(side.report, [Span(side.start, side.end)]) if shown else ()
        return Line(text=text, sources=sources, entry=conflict.id, date=side.says or None)


def _told(items: Iterable[Sourced]) -> int:
    return len({item.report for item in items})


def _sections(found: Iterable[Conflict], pen: _Pen) -> Iterable[Section]:
    by_kind: dict[str, list[Conflict]] = {}
    for conflict in found:
        by_kind.setdefault(conflict.kind, []).append(conflict)
    for kind in get_args(ConflictKind):
        if kind in by_kind:
            title = pen.writer.words.get("conflicts", "kinds", kind)
            yield Section(kind, title, tuple(pen.group(conflict) for conflict in by_kind[kind]))
