"""Compose the ledger of two states from what the register holds."""

from collections.abc import Collection
from datetime import date

import msgspec

from marsad.model.vocabulary import Sector
from marsad.register.follow_through.file import latest_day, pair_file
from marsad.register.follow_through.records import Status, Thread
from marsad.register.follow_through.threads import PairFile, follow_through
from marsad.register.store import Register
from marsad.views.brief import Section
from marsad.views.citations import Citations
from marsad.views.ledger import Ledger
from marsad.views.ledger_lines import LedgerPen, cited_claims, shown_parts, title
from marsad.views.names import Lang, Names
from marsad.views.wording import Phrases, Writer, phrases

SHOWN = 40


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """Which threads a ledger shows: any of the sectors and of the statuses, all where none is given.

    Matters that the two share with other states are shown only where ``wide``.
    """

    sectors: tuple[Sector, ...] = ()
    statuses: tuple[Status, ...] = ()
    wide: bool = False
    limit: int | None = SHOWN

    def takes(self, thread: Thread) -> bool:
        """Tell whether a thread is wanted."""
        on = not self.sectors or set(self.sectors) & set(thread.sectors)
        return bool(on) and (not self.statuses or thread.status in self.statuses)


def compose_ledger(
    register: Register,
    states: tuple[str, str],
    *,
    names: Names,
    lang: Lang = "en",
    as_of: date | None = None,
    choice: Choice | None = None,
) -> Ledger:
    """Return the ledger of two states. Time is counted to ``as_of``, else to the register's latest report."""
    choice = choice or Choice()
    day = as_of or latest_day(register)
    file = pair_file(register, states)
    threads = follow_through(file, day) if day else ()
    matching = [thread for thread in threads if choice.takes(thread)]
    taken = [thread for thread in matching if choice.wide or not thread.shared]
    shown = tuple(taken[: choice.limit])
    words = phrases(lang)
    writer = Writer(names, words, lead=states)
    claims = {item.id: item for item in file.claims}
    cited = {
        claim for thread in shown for part in shown_parts(thread, claims) for claim in cited_claims(part)
    }
    reports = register.reports({claims[claim].report for claim in cited})
    citations = Citations(reports, writer.actors)
    titles = {thread.id: title(thread, states, writer) for thread in threads}
    pen = LedgerPen(
        states, claims, writer, citations, titles, {thread.id: thread.stage for thread in threads}
    )
    sections = _sections(shown, pen, words)
    one, other = (writer.actors.code(state) for state in states)
    notes = _notes(file, writer, day, asked=as_of is not None)
    if len(matching) > len(taken):
        notes.append(words.count(words.get("ledger", "shared"), len(matching) - len(taken)))
    if threads and not matching:
        notes.append(words.get("ledger", "no_match"))
    if len(taken) > len(shown):
        notes.append(words.count(words.get("ledger", "not_shown"), len(taken) - len(shown)))
    return Ledger(
        states=states,
        lang=lang,
        direction=words.direction,
        title=words.fill("ledger", "title", one=one, other=other),
        notes=tuple(notes),
        sections=sections,
        sources_title=words.get("brief", "sources"),
        sources=citations.sources(),
        as_of=day.isoformat() if day else None,
        threads=shown,
        left=len(taken) - len(shown),
    )


def _sections(threads: Collection[Thread], pen: LedgerPen, words: Phrases) -> tuple[Section, ...]:
    by_status: dict[Status, list[Thread]] = {}
    for thread in threads:
        by_status.setdefault(thread.status, []).append(thread)
    return tuple(
        Section(status, words.get("ledger", "statuses", status), tuple(pen.group(thread) for thread in found))
        for status, found in by_status.items()
    )


def _notes(file: PairFile, writer: Writer, day: date | None, *, asked: bool) -> list[str]:
    words = writer.words
    if not file.claims or day is None:
        return [words.get("ledger", "nothing")]
    outlets = len({item.outlet for item in file.claims if item.outlet})
    media = words.count(words.get("brief", "outlets"), outlets)
    reports = len({item.report for item in file.claims})
    return [
        words.count(words.get("brief", "basis"), reports, outlets=media),
        words.fill("ledger", "as_of" if asked else "reckoned", date=writer.date(day.isoformat())),
        words.get("ledger", "meaning"),
    ]
