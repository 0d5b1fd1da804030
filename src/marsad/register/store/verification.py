"""Whether a register is sound: the file itself, ids, evidence, keys, and what entries rest on."""

from collections import Counter
from collections.abc import Iterator

import msgspec
from sqlalchemy import Connection, func, or_, select, text

from marsad.errors import EvidenceError
from marsad.model.ids import claim_id, report_id
from marsad.model.jsonform import Extraction, check_evidence
from marsad.register.keys import bucket
from marsad.register.store import rows
from marsad.register.store.bulk import pages_of
from marsad.register.store.register import Register
from marsad.register.store.renewal import SOURCED
from marsad.register.store.schema import claims, entries, entry_claims, reports, stale

#: How many of each kind of fault are named.
EXAMPLES = 5


class Verdict:
    """What was looked at, and what is wrong: numbers of faults by kind, with the first few named."""

    def __init__(self) -> None:
        self.reports = self.claims = self.entries = self.stale = 0
        self.faults: Counter[str] = Counter()
        self.examples: dict[str, list[str]] = {}

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong. Stale buckets are no fault: whoever asks for entries brings them up to date."""
        return not self.faults

    def note(self, fault: str, example: str) -> None:
        """Count a fault."""
        self.faults[fault] += 1
        if self.faults[fault] <= EXAMPLES:
            self.examples.setdefault(fault, []).append(example)


def verify(register: Register) -> Verdict:
    """Look at everything in the register, as it is at one moment. Raises ``RegisterError`` where it can't be read."""
    found = Verdict()
    with register.reading() as connection:
        for problem in _file(connection):
            found.note("the file is damaged (restore a backup)", problem)
        _reports(connection, found)
        _entries(connection, found)
        found.stale = connection.scalar(select(func.count()).select_from(stale)) or 0
    return found


def _file(connection: Connection) -> Iterator[str]:
    """Yield what SQLite finds wrong. PostgreSQL holds foreign keys itself, and checks its pages with its own tools."""
    if connection.dialect.name == "sqlite":
        yield from (name for name in connection.scalars(text("PRAGMA integrity_check")) if name != "ok")
        for row in connection.execute(text("PRAGMA foreign_key_check")):
            yield f"{row[0]} refers to a row of {row[2]} that isn't there"


def _reports(connection: Connection, found: Verdict) -> None:
    for part in pages_of(connection, select(reports.c.id), reports.c.id):
        query = SOURCED.add_columns(claims.c.bucket).where(claims.c.report.in_(part))
        theirs: dict[str, list[rows.Row]] = {}
        for row in connection.execute(query.order_by(claims.c.report, claims.c.position)).mappings():
            theirs.setdefault(row["report"], []).append(row)
        for row in connection.execute(select(reports).where(reports.c.id.in_(part))).mappings():
            _report(row, theirs.get(row["id"], []), found)


def _report(row: rows.Row, claim_rows: list[rows.Row], found: Verdict) -> None:
    report = rows.report_from(row)
    found.reports += 1
    if report_id(report.text) != report.id:
        found.note("a report's id is not that of its text (read it again into a new register)", report.id)
    for claim_row in claim_rows:
        sourced = rows.sourced_from(claim_row)
        found.claims += 1
        read = rows.claim_as_read(claim_row)
        if claim_id(report.id, read) != sourced.id:
            found.note("a claim's id is not that of its content (marsad read --again)", sourced.id)
        if bucket(sourced) != claim_row["bucket"]:
            found.note("a claim is kept where other rules put it (marsad register rebuild)", sourced.id)
        try:
            check_evidence(Extraction(report, (sourced.claim,)))
        except EvidenceError as error:
            found.note(
                "evidence is not what stands in the report (marsad read --again)", f"{sourced.id}: {error}"
            )


def _entries(connection: Connection, found: Verdict) -> None:
    """Look whether entries and the claims that they name agree, both ways."""
    waiting = select(stale.c.bucket)
    settled = entries.c.bucket.not_in(waiting)
    for part in pages_of(connection, select(entries.c.id).where(settled), entries.c.id):
        links: dict[str, set[str]] = {}
        query = select(entry_claims.c.entry, entry_claims.c.claim).where(entry_claims.c.entry.in_(part))
        for entry, claim in connection.execute(query):
            links.setdefault(entry, set()).add(claim)
        for row in connection.execute(select(entries.c.id, entries.c.json).where(entries.c.id.in_(part))):
            found.entries += 1
            named = set(msgspec.json.decode(row.json, type=_Named).claims)
            if not named or named != links.get(row.id, set()):
                found.note("an entry names claims that aren't there (marsad register rebuild)", row.id)
    linked = select(entry_claims.c.claim)
    stands = or_(claims.c.verdict.is_(None), claims.c.verdict != "rejected")
    alone = select(claims.c.id).where(claims.c.id.not_in(linked), claims.c.bucket.not_in(waiting), stands)
    for claim in connection.scalars(alone):
        found.note("a claim is in no entry (marsad register rebuild)", claim)


class _Named(msgspec.Struct):
    claims: tuple[str, ...]
