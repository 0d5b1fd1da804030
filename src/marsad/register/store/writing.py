"""Put reports and their claims into the tables, inside a transaction that the caller began."""

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, delete, select

from marsad.model.jsonform import Extraction
from marsad.model.report import RawReport
from marsad.register.prepared import prepare
from marsad.register.reader import Reader
from marsad.register.sourced import sourced_claims
from marsad.register.store import copying, rows
from marsad.register.store.bulk import Values, insert, parts, update
from marsad.register.store.companions import Found, companions
from marsad.register.store.given import given_text
from marsad.register.store.schema import claim_states, claims, reports, stale


def present(connection: Connection, report_ids: Collection[str]) -> set[str]:
    """Return those of the ids that the register holds."""
    found: set[str] = set()
    for part in parts(report_ids):
        found |= set(connection.scalars(select(reports.c.id).where(reports.c.id.in_(part))))
    return found


def store_new(
    connection: Connection, items: Collection[Extraction], reader: Reader, given: Mapping[str, RawReport]
) -> int:
    """Store reports that aren't there yet; return the number of their claims."""
    added_at = datetime.now(UTC).isoformat(timespec="seconds")
    found = list(map(_found, items))
    insert(
        connection,
        rows.REPORTS,
        [
            rows.report_row(item.report, added_at, reader, given_text(given.get(item.report.id)))
            for item in found
        ],
    )
    claim_rows = [rows.claim_row(claim, at) for item in found for at, claim in enumerate(item.claims)]
    insert(connection, rows.CLAIMS, claim_rows)
    _insert_states(connection, found)
    others = copying.link(connection, _marked(found)) - {item.report.id for item in found}
    mark_stale(connection, {_bucket(row) for row in claim_rows} | _buckets_of(connection, others))
    for companion in companions():
        companion.added(connection, found)
    return len(claim_rows)


def replace(connection: Connection, items: Sequence[Extraction], reader: Reader) -> tuple[int, int, int]:
    """Give reports that are there what they are found to claim now; return how many claims stayed, came, and went.

    A claim that is found again keeps its row, so that what refers to it stays.
    """
    found = list(map(_found, items))
    ids = [item.report.id for item in found]
    for companion in companions():
        companion.dropped(connection, ids)
    before = _rows_of(connection, ids)
    after = {row[0]: row for item in found for row in _claim_rows(item)}
    _write_changes(connection, before, after)
    _update_reports(connection, found, reader)
    connection.execute(
        delete(claim_states).where(
            claim_states.c.claim.in_(select(claims.c.id).where(claims.c.report.in_(ids)))
        )
    )
    _insert_states(connection, found)
    copying.unlink(connection, ids)
    others = copying.link(connection, _marked(found))
    # The date and outlet of a report bear on every entry that its claims are part of.
    touched = {_bucket(row) for row in (*before.values(), *after.values())}
    mark_stale(connection, touched | _buckets_of(connection, others))
    for companion in companions():
        companion.added(connection, found)
    stayed = len(before.keys() & after.keys())
    return stayed, len(after) - stayed, len(before) - stayed


def mark_stale(connection: Connection, buckets: Collection[str]) -> None:
    """Note that the entries of these buckets have to be made anew."""
    for part in parts(buckets):
        connection.execute(delete(stale).where(stale.c.bucket.in_(part)))
        insert(connection, rows.STALE, [(name,) for name in part])


def _found(item: Extraction) -> Found:
    made = prepare(item)
    return Found(made.report, sourced_claims(made), made.marks, made.stems)


def _marked(found: Sequence[Found]) -> list[copying.Marked]:
    return [copying.Marked(item.report, item.marks) for item in found]


def _claim_rows(item: Found) -> list[Values]:
    return [rows.claim_row(claim, at) for at, claim in enumerate(item.claims)]


def _bucket(row: Values) -> str:
    return str(row[rows.CLAIMS.columns.index("bucket")])


def _buckets_of(connection: Connection, report_ids: Collection[str]) -> set[str]:
    """Return the buckets in which claims of these reports stand."""
    found: set[str] = set()
    for part in parts(report_ids):
        found |= set(connection.scalars(select(claims.c.bucket).where(claims.c.report.in_(part))))
    return found


def _rows_of(connection: Connection, report_ids: Sequence[str]) -> dict[str, Values]:
    columns = [claims.c[name] for name in rows.CLAIMS.columns]
    query = select(*columns).where(claims.c.report.in_(report_ids))
    return {row[0]: tuple(row) for row in connection.execute(query)}


def _write_changes(connection: Connection, before: Mapping[str, Values], after: Mapping[str, Values]) -> None:
    for part in parts(before.keys() - after.keys()):
        connection.execute(delete(claims).where(claims.c.id.in_(part)))
    insert(connection, rows.CLAIMS, [row for name, row in after.items() if name not in before])
    update(connection, rows.CLAIMS, [row for name, row in after.items() if before.get(name, row) != row])


def _update_reports(connection: Connection, found: Sequence[Found], reader: Reader) -> None:
    """Store how the reports are read now; what came from their source stays as it was."""
    made = [rows.report_row(item.report, "", reader, None) for item in found]
    places = [rows.REPORTS.columns.index(name) for name in rows.READ.columns]
    update(connection, rows.READ, [tuple(row[at] for at in places) for row in made])


def _insert_states(connection: Connection, found: Sequence[Found]) -> None:
    insert(
        connection,
        rows.STATES,
        [row for item in found for claim in item.claims for row in rows.state_rows(claim)],
    )
