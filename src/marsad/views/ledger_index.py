"""The pairs of states in the ledger, of one state or of all, and how many threads of each stand how."""

import csv
import io
from collections.abc import Collection
from datetime import date
from typing import get_args

from marsad.register.follow_through.file import latest_day
from marsad.register.follow_through.overview import PairCount, overview
from marsad.register.follow_through.records import Status
from marsad.register.store import Register
from marsad.views.brief import Group, Line, Page, Section
from marsad.views.names import Lang, Names
from marsad.views.wording import Writer, phrases


class LedgerIndex(Page, frozen=True, kw_only=True):
    """The page, and the pairs as records; ``as_of`` is the ISO day to which time is counted."""

    as_of: str | None
    pairs: tuple[PairCount, ...]


def compose_index(
    register: Register,
    state: str | None,
    *,
    names: Names,
    lang: Lang = "en",
    as_of: date | None = None,
    statuses: Collection[Status] = (),
) -> LedgerIndex:
    """Return the pairs of a state, for None those of all; with ``statuses`` only threads that stand so count."""
    words = phrases(lang)
    writer = Writer(names, words, lead=(state,) if state else ())
    day = as_of or latest_day(register)
    pairs = overview(register, day, state) if day else ()
    pairs = tuple(kept for pair in pairs for kept in _kept(pair, state, statuses))
    lines = tuple(_line(pair, writer) for pair in pairs)
    key = "of_one" if state else "of_all"
    title = words.fill("ledger_index", key, state=writer.actors.code(state) if state else "")
    basis = words.fill("ledger_index", "basis", date=writer.date(day.isoformat())) if day else None
    return LedgerIndex(
        states=(state,) if state else (),
        lang=lang,
        direction=words.direction,
        title=title,
        notes=(basis,) if basis and lines else (words.get("ledger_index", "nothing"),),
        sections=(Section("pairs", words.get("ledger_index", "pairs"), (Group(None, lines),)),)
        if lines
        else (),
        sources_title=words.get("brief", "sources"),
        sources=(),
        as_of=day.isoformat() if day else None,
        pairs=pairs,
    )


def index_csv(index: LedgerIndex) -> str:
    """Return the header and a row for each pair, with a column for each status."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(("one", "other", "threads", *get_args(Status)))
    for pair in index.pairs:
        counts = [pair.threads.get(status, 0) for status in get_args(Status)]
        writer.writerow((*pair.states, sum(counts), *counts))
    return buffer.getvalue()


def _kept(pair: PairCount, state: str | None, statuses: Collection[Status]) -> list[PairCount]:
    """Put the state first, and leave out what isn't asked for."""
    one, other = pair.states
    threads = {
        status: number for status, number in pair.threads.items() if not statuses or status in statuses
    }
    return [PairCount((other, one) if other == state else (one, other), threads)] if threads else []


def _line(pair: PairCount, writer: Writer) -> Line:
    words = writer.words
    counts = [
        words.fill(
            "ledger_index", "counts", number=number, status=words.get("ledger_index", "statuses", status)
        )
        for status in get_args(Status)
        if (number := pair.threads.get(status))
    ]
    threads = words.count(words.get("ledger_index", "threads"), sum(pair.threads.values()))
    one, other = (writer.actors.code(state) for state in pair.states)
    text = words.fill(
        "ledger_index",
        "line",
        pair=words.fill("ledger_index", "pair", one=one, other=other),
        threads=threads,
        counts=str(words.get("ledger_index", "between")).join(counts),
    )
    return Line(text=text, sources=(), entry="-".join(pair.states))
