"""Make all entries anew by the rules as they are now, keys and all, in the order of the buckets."""

from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import Connection, delete, exists, select

from marsad.register.keys import actors, bucket, kind
from marsad.register.store import copying, rows
from marsad.register.store.bulk import insert, parts, update
from marsad.register.store.renewal import SOURCED, Renewal, renew
from marsad.register.store.rules import note_rules
from marsad.register.store.ruling import rule_all
from marsad.register.store.schema import claim_states, claims, entries, entry_claims, search_state, stale

# Claims, and buckets, that are held in memory at a time.
_CLAIMS, _BUCKETS = 5_000, 900


def rebuild(connection: Connection, marks: copying.Marks) -> Renewal:
    """Make all entries anew, within the caller's transaction, and return what changed.

    ``marks`` are those of texts as far as they were made before.
    """
    copying.relink(connection, marks)
    rule_all(connection)
    for page in _claim_pages(connection):
        _key_anew(connection, page)
    done = Renewal()
    # Another program that deletes entries need not hold the foreign keys.
    connection.execute(delete(entry_claims).where(entry_claims.c.entry.not_in(select(entries.c.id))))
    # First, so that an entry of the same name may come up in another bucket.
    _drop_orphans(connection, done)
    for names in _bucket_pages(connection):
        renew(connection, names, done)
    connection.execute(delete(stale))
    note_rules(connection)
    return done


def _claim_pages(connection: Connection) -> Iterator[list[rows.Row]]:
    query, last = SOURCED.add_columns(claims.c.bucket, claims.c.kind).order_by(claims.c.id).limit(_CLAIMS), ""
    while page := list(connection.execute(query.where(claims.c.id > last)).mappings()):
        yield page
        last = page[-1]["id"]


def _key_anew(connection: Connection, page: list[rows.Row]) -> None:
    """Correct what other rules made of claims: bucket, kind, and whom they are about."""
    states = _states(connection, page)
    keys, about = [], []
    for row in page:
        sourced = rows.sourced_from(row)
        found = (sourced.id, bucket(sourced), kind(sourced.claim))
        if found != (row["id"], row["bucket"], row["kind"]):
            keys.append(found)
        if actors(sourced.claim) != states[sourced.id]:
            about.append(sourced)
    update(connection, rows.KEYS, keys)
    for part in parts([sourced.id for sourced in about]):
        connection.execute(delete(claim_states).where(claim_states.c.claim.in_(part)))
    insert(connection, rows.STATES, [row for sourced in about for row in rows.state_rows(sourced)])
    if about:
        # The search index holds whom claims are about too; without this row it is made anew by the next search.
        connection.execute(delete(search_state))


def _states(connection: Connection, page: list[rows.Row]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    within = claim_states.c.claim.between(page[0]["id"], page[-1]["id"])
    for state, claim in connection.execute(select(claim_states.c.state, claim_states.c.claim).where(within)):
        found[claim].add(state)
    return found


def _bucket_pages(connection: Connection) -> Iterator[list[str]]:
    query, last = select(claims.c.bucket).distinct().order_by(claims.c.bucket).limit(_BUCKETS), ""
    while page := list(connection.scalars(query.where(claims.c.bucket > last))):
        yield page
        last = page[-1]


def _drop_orphans(connection: Connection, done: Renewal) -> None:
    """Drop entries of buckets that no claim is in any more."""
    filled = exists().where(claims.c.bucket == entries.c.bucket)
    query = select(entries.c.bucket).distinct().where(~filled)
    for names in parts(list(connection.scalars(query))):
        renew(connection, names, done)
