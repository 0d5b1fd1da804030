"""The judgements that are kept, and what they come to for the claims that are there now."""

from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection, select

from marsad.model.judgement import Anchor, Judgement
from marsad.register.judgements.anchoring import found_again
from marsad.register.judgements.rulings import NO_RULINGS, Rulings, rulings
from marsad.register.sourced import Sourced
from marsad.register.store import rows
from marsad.register.store.bulk import parts
from marsad.register.store.schema import claims, judgements

_JUDGEMENT = msgspec.json.Decoder(Judgement)


def kept(connection: Connection) -> list[Judgement]:
    """Return all judgements, oldest first."""
    query = select(judgements.c.json).order_by(judgements.c.at, judgements.c.id)
    return [_JUDGEMENT.decode(text) for text in connection.scalars(query)]


def standing(connection: Connection) -> Rulings:
    """Return what all judgements together come to."""
    found = kept(connection)
    return rulings(found, resolved(connection, found)) if found else NO_RULINGS


def anchors(found: Iterable[Judgement]) -> dict[str, Anchor]:
    """Return what judgements are about, by the ids that the claims had."""
    return {item.claim: item for judgement in found for item in (*judgement.on, *judgement.apart)}


def resolved(connection: Connection, found: Iterable[Judgement]) -> dict[str, str]:
    """Return the present ids of the claims that judgements are about, by those that they had; none of what is gone."""
    judged = anchors(found)
    now: dict[str, str] = {}
    for part in parts(judged):
        there = connection.scalars(select(claims.c.id).where(claims.c.id.in_(part)))
        now |= {name: name for name in there}
    gone = [item for name, item in judged.items() if name not in now]
    theirs = _of_reports(connection, {item.report for item in gone}) if gone else {}
    for item in gone:
        again = found_again(item, theirs.get(item.report, ()))
        if again is not None:
            now[item.claim] = again
    return now


def linked_buckets(connection: Connection, found: Rulings) -> dict[str, tuple[str, ...]]:
    """Return, for each bucket that people linked with others, all that have to be made together, itself included."""
    bucket_of: dict[str, str] = {}
    for part in parts(frozenset[str]().union(*found.together)):
        query = select(claims.c.id, claims.c.bucket).where(claims.c.id.in_(part))
        bucket_of |= {row.id: row.bucket for row in connection.execute(query)}
    links: dict[str, set[str]] = {}
    for group in found.together:
        names = {bucket_of[claim] for claim in group if claim in bucket_of}
        joined = names.union(*(links[name] for name in names if name in links))
        links |= dict.fromkeys(joined, joined)
    return {name: tuple(sorted(joined)) for name, joined in links.items() if len(joined) > 1}


def _of_reports(connection: Connection, report_ids: Iterable[str]) -> dict[str, list[Sourced]]:
    """Return the claims of reports as they were read."""
    found: dict[str, list[Sourced]] = {}
    for part in parts(report_ids):
        query = select(claims.c.id, claims.c.report, claims.c.json).where(claims.c.report.in_(part))
        for row in connection.execute(query).mappings():
            item = Sourced(row["id"], rows.claim_as_read(row), row["report"], None, None)
            found.setdefault(item.report, []).append(item)
    return found
