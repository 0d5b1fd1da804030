"""Keeping the search index in step with the register, within the transaction that adds the reports."""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache

import msgspec
from sqlalchemy import Connection, delete, func, select, text

from marsad.language.stem_words import stem_words
from marsad.language.stemming import RULES
from marsad.model.claims import Claim
from marsad.model.edtf import parse
from marsad.model.report import Report
from marsad.register.keys import speaker
from marsad.register.search.dialects import dialect_of
from marsad.register.search.words import index_text
from marsad.register.store import Register
from marsad.register.store.bulk import Rows, Values, insert, parts
from marsad.register.store.companions import Found
from marsad.register.store.rows import report_from
from marsad.register.store.schema import claim_speakers, claims, search_reports, search_state
from marsad.register.store.schema import reports as reports_table

# Reports whose texts are held in memory at a time.
_REPORTS = 200
_ROWS = Rows(search_reports, ("report", "outlet", "first", "last"))
_SPEAKERS = Rows(claim_speakers, ("speaker", "claim"))
_CLAIM: msgspec.json.Decoder[Claim] = msgspec.json.Decoder(Claim)


def added(connection: Connection, found: Sequence[Found]) -> None:
    """Take reports into the index, with those in whose mouths their claims are put."""
    if not found:
        return
    _begin_index(connection, len(found))
    _index_reports(connection, [(item.report, item.stems) for item in found])
    _index_speakers(connection, ((claim.id, claim.claim) for item in found for claim in item.claims))


def dropped(connection: Connection, reports: Collection[str]) -> None:
    """Take reports out of the index."""
    for part in parts(reports):
        connection.execute(delete(search_reports).where(search_reports.c.report.in_(part)))
        theirs = select(claims.c.id).where(claims.c.report.in_(part))
        connection.execute(delete(claim_speakers).where(claim_speakers.c.claim.in_(theirs)))


def rebuild_index(register: Register) -> int:
    """Make the index anew from reports and claims, all of it or nothing; return the number of reports."""
    count = 0
    with register.transaction() as connection:
        connection.execute(text(dialect_of(connection.dialect.name).clear))
        for emptied in (search_reports, claim_speakers, search_state):
            connection.execute(delete(emptied))
        connection.execute(search_state.insert().values(stems=fingerprint()))
        for part in parts(connection.scalars(select(reports_table.c.id)).all(), _REPORTS):
            query = select(reports_table).where(reports_table.c.id.in_(part))
            found = [report_from(row) for row in connection.execute(query).mappings()]
            _index_reports(connection, [(report, index_text(report)) for report in found])
            _index_speakers(connection, _claims_of(connection, part))
            count += len(part)
    return count


def index_is_there(register: Register) -> bool:
    """Whether the index holds every report: not so in a register that an older marsad filled."""
    return bool(register.select(select(search_state))) or not register.select(
        select(reports_table.c.id).limit(1)
    )


def is_current(register: Register) -> bool:
    """Whether the index was made with the stems that we have now."""
    return all(row["stems"] == fingerprint() for row in register.select(select(search_state)))


@cache
def fingerprint() -> str:
    """Return what tells one state of the stemmer and its words from another."""
    words = stem_words()
    told = repr((RULES, sorted(words.leads.items()), sorted(words.whole), sorted(words.known)))
    return hashlib.blake2b(told.encode(), digest_size=10).hexdigest()


def _begin_index(connection: Connection, new: int) -> None:
    """Note what the stems are made with, when the first reports come: then the index will hold all."""
    if connection.scalar(select(func.count()).select_from(search_state)):
        return
    if connection.scalar(select(func.count()).select_from(reports_table)) == new:
        connection.execute(search_state.insert().values(stems=fingerprint()))


def _claims_of(connection: Connection, ids: Sequence[str]) -> Iterator[tuple[str, Claim]]:
    query = select(claims.c.id, func.coalesce(claims.c.ruled, claims.c.json).label("json")).where(
        claims.c.report.in_(ids)
    )
    yield from ((row.id, _CLAIM.decode(row.json)) for row in connection.execute(query))


def _index_reports(connection: Connection, reports: Sequence[tuple[Report, str]]) -> None:
    """Take reports, each given with its stems, into the index."""
    dialect = dialect_of(connection.dialect.name)
    insert(connection, _ROWS, [_row(report) for report, _ in reports])
    values = [{"report": report.id, "stems": dialect.stored(stems)} for report, stems in reports]
    connection.execute(text(dialect.insert), values)


def _index_speakers(connection: Connection, identified: Iterable[tuple[str, Claim]]) -> None:
    """Note in whose mouths claims are put, each given with its id."""
    rows = [(key, name) for name, claim in identified for key in sorted(_speakers(claim))]
    insert(connection, _SPEAKERS, rows)


def _row(report: Report) -> Values:
    first = last = None
    if report.published.edtf is not None:
        when = parse(report.published.edtf)
        first = when.first.isoformat() if when.first else None
        last = when.last.isoformat() if when.last else None
    return report.id, report.outlet, first, last


def _speakers(claim: Claim) -> set[str]:
    """Return what a speaker can be asked for by: the person, else the name, else state and organisation."""
    found: set[str] = set()
    for who in (claim.by, *claim.by_also):
        if who is None:
            continue
        if who.person or who.name:
            found.add(speaker(who))
        else:
            found |= {code for code in (who.state, who.organisation) if code}
    return found
