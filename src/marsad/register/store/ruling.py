"""Write to claims what judgements make of them: verdict, corrected form, and all that is derived from that."""

from collections.abc import Collection

import msgspec
from sqlalchemy import Connection, delete, or_, select

from marsad.model.judgement import Judgement
from marsad.register.judgements.correcting import as_corrected
from marsad.register.judgements.rulings import Rulings
from marsad.register.keys import bucket, kind
from marsad.register.sourced import Sourced
from marsad.register.store import rows
from marsad.register.store.bulk import Values, insert, parts, update
from marsad.register.store.companions import companions
from marsad.register.store.renewal import SOURCED
from marsad.register.store.schema import claim_states, claims, judged
from marsad.register.store.standing import kept, resolved, standing
from marsad.register.store.writing import mark_stale


def rule(connection: Connection, claim_ids: Collection[str]) -> None:
    """Write to these claims what all judgements in force say, and mark stale every bucket that this touches."""
    if not claim_ids:
        return
    rulings = standing(connection)
    for part in parts(set(claim_ids)):
        query = SOURCED.add_columns(claims.c.bucket).where(claims.c.id.in_(part))
        _rule(connection, list(connection.execute(query).mappings()), rulings)


def rule_reports(connection: Connection, report_ids: Collection[str]) -> None:
    """Rule the claims of reports that any judgement is about, and those that were judged together with them."""
    theirs: set[str] = set()
    by: set[str] = set()
    for part in parts(set(report_ids)):
        found = select(judged.c.report, judged.c.judgement).where(judged.c.report.in_(part))
        for row in connection.execute(found):
            theirs.add(row.report)
            by.add(row.judgement)
    if not theirs:
        return
    names = present_claims(connection, [item for item in kept(connection) if item.id in by])
    for part in parts(theirs):
        names |= set(connection.scalars(select(claims.c.id).where(claims.c.report.in_(part))))
    rule(connection, names)


def rule_all(connection: Connection) -> None:
    """Rule every claim that was judged, or looks as if it had been."""
    ruled = select(claims.c.id).where(or_(claims.c.verdict.is_not(None), claims.c.ruled.is_not(None)))
    rule(connection, set(connection.scalars(ruled)) | present_claims(connection, kept(connection)))


def present_claims(connection: Connection, found: Collection[Judgement]) -> set[str]:
    """Return the present ids of the claims that judgements are about."""
    return set(resolved(connection, found).values())


def _rule(connection: Connection, page: list[rows.Row], rulings: Rulings) -> None:
    made = [(row, _as_ruled(row, rulings)) for row in page]
    touched = {row["bucket"] for row in page} | {bucket(item) for _, item in made}
    update(connection, rows.RULED, [_values(row, item, rulings) for row, item in made])
    ids = [item.id for _, item in made]
    connection.execute(delete(claim_states).where(claim_states.c.claim.in_(ids)))
    insert(connection, rows.STATES, [row for _, item in made for row in rows.state_rows(item)])
    mark_stale(connection, touched)
    changed = {item.report for row, item in made if item.claim != rows.sourced_from(row).claim}
    if changed:
        for companion in companions():
            companion.corrected(connection, changed)


def _as_ruled(row: rows.Row, rulings: Rulings) -> Sourced:
    made, _ = as_corrected(rows.claim_as_read(row), rulings.corrections.get(row["id"], ()))
    return msgspec.structs.replace(rows.sourced_from(row), claim=made)


def _values(row: rows.Row, item: Sourced, rulings: Rulings) -> Values:
    """Return the values of ``RULED``."""
    verdict = (
        "accepted" if item.id in rulings.accepted else "rejected" if item.id in rulings.rejected else None
    )
    ruled = rows.text(item.claim) if item.claim != rows.claim_as_read(row) else None
    return item.id, kind(item.claim), item.claim.date, bucket(item), verdict, ruled
