"""Between records and rows: what a report or claim looks like in its table."""

import json
from typing import Any

import msgspec
from sqlalchemy import RowMapping

from marsad.model.claims import Claim, claim_type
from marsad.model.entry import Entry
from marsad.model.report import CounterDate, Published, Report, Span
from marsad.register.keys import actors, bucket, kind
from marsad.register.sourced import Sourced

Row = RowMapping

_CLAIM: msgspec.json.Decoder[Claim] = msgspec.json.Decoder(Claim)
_ENTRY = msgspec.json.Decoder(Entry)
_SPANS = msgspec.json.Decoder(tuple[Span, ...])
_AGAINST = msgspec.json.Decoder(tuple[CounterDate, ...])


def report_row(report: Report, added_at: str) -> dict[str, Any]:
    """Return the row of a report."""
    published = report.published
    return {
        "id": report.id,
        "source": report.source,
        "title": report.title,
        "outlet": report.outlet,
        "published": published.edtf,
        "published_basis": published.basis,
        "against": None if published.against is msgspec.UNSET else _text(published.against),
        "headline": json.dumps(report.headline),
        "body": json.dumps(report.body),
        "text": report.text,
        "added_at": added_at,
    }


def report_from(row: Row) -> Report:
    """Return the report of a row."""
    return Report(
        id=row["id"],
        source=row["source"],
        title=row["title"],
        outlet=row["outlet"],
        published=Published(
            edtf=row["published"],
            basis=row["published_basis"],
            against=_AGAINST.decode(row["against"]) if row["against"] else msgspec.UNSET,
        ),
        headline=_SPANS.decode(row["headline"]),
        body=_SPANS.decode(row["body"]),
        text=row["text"],
    )


def claim_row(sourced: Sourced, position: int) -> dict[str, Any]:
    """Return the row of a claim, which stands at ``position`` among those of its report."""
    return {
        "id": sourced.id,
        "report": sourced.report,
        "position": position,
        "type": claim_type(sourced.claim),
        "kind": kind(sourced.claim),
        "date": sourced.claim.date,
        "bucket": bucket(sourced),
        "json": _text(sourced.claim),
    }


def state_rows(sourced: Sourced) -> list[dict[str, str]]:
    """Return a row for each state and organisation that the claim is about."""
    return [{"state": code, "claim": sourced.id} for code in sorted(actors(sourced.claim))]


def sourced_from(row: Row) -> Sourced:
    """Return the claim of a row that joins claims (id, report, json), reports (outlet, published) and copies."""
    claim = _CLAIM.decode(row["json"])
    return Sourced(row["id"], claim, row["report"], row["outlet"], row["published"], row["copy_of"])


def entry_row(entry: Entry, bucket_name: str) -> dict[str, Any]:
    """Return the row of an entry."""
    return {
        "id": entry.id,
        "bucket": bucket_name,
        "type": entry.type,
        "first": entry.first,
        "last": entry.last,
        "json": _text(entry),
    }


def entry_from(row: Row) -> Entry:
    """Return the entry of a row."""
    return _ENTRY.decode(row["json"])


def _text(record: object) -> str:
    return msgspec.json.encode(record).decode()
