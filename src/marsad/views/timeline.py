"""The course of things between two states: encounters, stages, promises and figures on one axis of time."""

from collections.abc import Collection, Iterator
from datetime import date
from itertools import groupby
from typing import Literal

from marsad.model.entry import Entry
from marsad.register.sourced import Sourced
from marsad.register.store import Register
from marsad.views.brief import Group, Line, Page, Section
from marsad.views.citations import Citations
from marsad.views.dossier import Dossier, open_dossier
from marsad.views.entry_line import entry_date, entry_text
from marsad.views.names import Lang, Names
from marsad.views.wording import Writer, phrases

Lane = Literal["encounter", "undertaking", "commitment", "measure"]
LANES: tuple[Lane, ...] = ("encounter", "undertaking", "commitment", "measure")

# Of what many reports tell so many are cited.
_CITED = 3


class Timeline(Page, frozen=True, kw_only=True):
    """The page, with the entries that it shows as records, in its order."""

    entries: tuple[Entry, ...]


def compose_timeline(
    register: Register,
    states: tuple[str, str],
    *,
    names: Names,
    lang: Lang = "en",
    since: date | None = None,
    until: date | None = None,
    lanes: Collection[Lane] = LANES,
) -> Timeline:
    """Return what happened, year by year, by the day on which it began or, failing that, was first reported.

    What has neither stands last. A period is limited by its ends, both inclusive.
    """
    dossier = open_dossier(register, states, since=since, until=until)
    words = phrases(lang)
    writer = Writer(names, words, lead=states)
    citations = Citations(dossier.reports, writer.actors)
    found = sorted(
        (entry for entry in dossier.entries if entry.type in lanes), key=lambda entry: (_day(entry), entry.id)
    )
    sections = tuple(_years(found, dossier, writer, citations))
    one, other = (writer.actors.code(state) for state in states)
    return Timeline(
        states=states,
        lang=lang,
        direction=words.direction,
        title=words.fill("timeline", "title", one=one, other=other),
        notes=() if found else (words.get("brief", "nothing"),),
        sections=sections,
        sources_title=words.get("brief", "sources"),
        sources=citations.sources(),
        entries=tuple(found),
    )


def _day(entry: Entry) -> str:
    """Return the ISO day that puts an entry on the axis; one after all others where nothing is known."""
    return entry.first or entry.last or entry.reported_first or entry.reported_last or "~"


def _years(found: list[Entry], dossier: Dossier, writer: Writer, citations: Citations) -> Iterator[Section]:
    for year, entries in groupby(found, key=lambda entry: _day(entry)[:4]):
        undated = year == "~"
        title = writer.words.get("timeline", "undated") if undated else writer.date(year)
        lines = (_line(entry, dossier, writer, citations) for entry in entries)
        yield Section("undated" if undated else year, title, (Group(None, tuple(lines)),))


def _line(entry: Entry, dossier: Dossier, writer: Writer, citations: Citations) -> Line:
    claims: list[Sourced] = [dossier.claims[claim] for claim in entry.claims]
    return Line(
        text=entry_text(entry, claims, writer),
        sources=citations.cite(claims[:_CITED]),
        entry=entry.id,
        date=claims[-1].claim.date,
        when=entry_date(claims, writer) or None,
        reports=entry.reports,
        voices=entry.voices,
    )
