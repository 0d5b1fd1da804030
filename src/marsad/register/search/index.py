"""Keeping the search index in step with the register, within the transaction that adds the reports."""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, delete, func, select, text

from marsad.language.stem_words import stem_words
from marsad.language.stemming import RULES
from marsad.model.claims import Claim
from marsad.model.edtf import parse
from marsad.model.report import Report
from marsad.register.search.dialects import dialect_of
from marsad.register.search.facets import facets, speakers
from marsad.register.search.words import index_text
from marsad.register.store import Register
from marsad.register.store.bulk import Rows, Values, insert, parts
from marsad.register.store.companions import Found
from marsad.register.store.rows import report_from
from marsad.register.store.schema import claim_speakers, claims, search_reports, search_state
from marsad.register.store.schema import reports as reports_table

# Raised with what the index holds of a report; the stems can be told apart behind it.
_FORMAT = "2."
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
    _index(
        connection,
        [_Taken(item.report, item.stems, {claim.id: claim.claim for claim in item.claims}) for item in found],
    )


def dropped(connection: Connection, reports: Collection[str]) -> None:
    """Take reports out of the index."""
    for part in parts(reports):
        connection.execute(delete(search_reports).where(search_reports.c.report.in_(part)))
        theirs = select(claims.c.id).where(claims.c.report.in_(part))
        connection.execute(delete(claim_speakers).where(claim_speakers.c.claim.in_(theirs)))


def corrected(connection: Connection, reports: Collection[str]) -> None:
    """Take reports in anew, since their claims say something else now."""
    dropped(connection, reports)
    _index_again(connection, reports)


def rebuild_index(register: Register) -> int:
    """Make the index anew from reports and claims, all of it or nothing; return the number of reports."""
    with register.transaction() as connection:
        connection.execute(text(dialect_of(connection.dialect.name).clear))
        for emptied in (search_reports, claim_speakers, search_state):
            connection.execute(delete(emptied))
        connection.execute(search_state.insert().values(stems=fingerprint()))
        ids = connection.scalars(select(reports_table.c.id)).all()
        _index_again(connection, ids)
    return len(ids)


def index_is_there(register: Register) -> bool:
    """Whether the index holds every report in our way: not so in a register that an older marsad filled."""
    made = register.select(select(search_state))
    if not made:
        return not register.select(select(reports_table.c.id).limit(1))
    return str(made[0]["stems"]).startswith(_FORMAT)


def is_current(register: Register) -> bool:
    """Whether the index was made with the stems that we have now."""
    return all(row["stems"] == fingerprint() for row in register.select(select(search_state)))


@cache
def fingerprint() -> str:
    """Return what tells one state of the stemmer and its words from another."""
    words = stem_words()
    told = repr((RULES, sorted(words.leads.items()), sorted(words.whole), sorted(words.known)))
    return _FORMAT + hashlib.blake2b(told.encode(), digest_size=10).hexdigest()


def _begin_index(connection: Connection, new: int) -> None:
    """Note what the stems are made with, when the first reports come: then the index will hold all."""
    if connection.scalar(select(func.count()).select_from(search_state)):
        return
    if connection.scalar(select(func.count()).select_from(reports_table)) == new:
        connection.execute(search_state.insert().values(stems=fingerprint()))


def _claims_of(connection: Connection, reports: Sequence[str]) -> dict[str, dict[str, Claim]]:
    """Return the claims of each report by their ids."""
    found: dict[str, dict[str, Claim]] = {name: {} for name in reports}
    # As people corrected it, where they did.
    told = func.coalesce(claims.c.ruled, claims.c.json).label("json")
    query = select(claims.c.report, claims.c.id, told).where(claims.c.report.in_(reports))
    for row in connection.execute(query):
        found[row.report][row.id] = _CLAIM.decode(row.json)
    return found


def _index_again(connection: Connection, reports: Collection[str]) -> None:
    """Take in reports that the register holds and the index doesn't."""
    for part in parts(reports, _REPORTS):
        theirs = _claims_of(connection, part)
        rows = connection.execute(select(reports_table).where(reports_table.c.id.in_(part))).mappings()
        found = [report_from(row) for row in rows]
        _index(connection, [_Taken(report, index_text(report), theirs[report.id]) for report in found])


class _Taken(NamedTuple):
    """A report to take in: its stems, and its claims by their ids."""

    report: Report
    stems: str
    claims: Mapping[str, Claim]


def _index(connection: Connection, taken: Sequence[_Taken]) -> None:
    dialect = dialect_of(connection.dialect.name)
    insert(connection, _ROWS, [_row(item.report) for item in taken])
    indexed = [
        {"report": item.report.id, "stems": dialect.stored(item.stems, facets(item.claims.values()))}
        for item in taken
    ]
    connection.execute(text(dialect.insert), indexed)
    spoken = [(key, name) for item in taken for name, claim in item.claims.items() for key in speakers(claim)]
    insert(connection, _SPEAKERS, sorted(spoken))


def _row(report: Report) -> Values:
    first = last = None
    if report.published.edtf is not None:
        when = parse(report.published.edtf)
        first = when.first.isoformat() if when.first else None
        last = when.last.isoformat() if when.last else None
    return report.id, report.outlet, first, last
