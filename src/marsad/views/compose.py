"""Compose the brief on two states from what the register holds."""

from datetime import date

from marsad.register.store import Register
from marsad.views.brief import Brief
from marsad.views.citations import Citations
from marsad.views.desk import Desk
from marsad.views.dossier import Dossier, open_dossier
from marsad.views.names import Lang, Names
from marsad.views.sections import sections
from marsad.views.wording import Phrases, Writer, phrases
from marsad.views.wording.dates import date_phrase


def compose_brief(
    register: Register,
    states: tuple[str, str],
    *,
    names: Names,
    lang: Lang = "en",
    since: date | None = None,
    until: date | None = None,
) -> Brief:
    """Return the brief on two states, limited to a period where its ends are given (both inclusive)."""
    dossier = open_dossier(register, states, since=since, until=until)
    words = phrases(lang)
    writer = Writer(names, words, lead=states)
    citations = Citations(dossier.reports, writer.actors)
    found = sections(Desk(dossier, writer, citations))
    one, other = (writer.actors.code(state) for state in states)
    return Brief(
        states=states,
        lang=lang,
        direction=words.direction,
        title=words.fill("brief", "title", one=one, other=other),
        notes=tuple(_notes(dossier, words, since, until)),
        sections=found,
        sources_title=words.get("brief", "sources"),
        sources=citations.sources(),
    )


def _notes(dossier: Dossier, words: Phrases, since: date | None, until: date | None) -> list[str]:
    notes = []
    if since or until:
        period = f"{since or '..'}/{until or '..'}"
        notes.append(words.fill("brief", "period", dates=date_phrase(period, words)))
    if dossier.entries:
        outlets = len({report.outlet for report in dossier.reports.values() if report.outlet})
        media = words.count(words.get("brief", "outlets"), outlets)
        notes.append(words.count(words.get("brief", "basis"), len(dossier.reports), outlets=media))
    else:
        notes.append(words.get("brief", "nothing"))
    if dossier.undated:
        notes.append(words.count(words.get("brief", "left_out"), dossier.undated))
    return notes
