"""Between records and rows: what a report or claim looks like in its table."""

import msgspec
from sqlalchemy import RowMapping

from marsad.errors import RegisterError
from marsad.model.claims import Claim, claim_type
from marsad.model.entry import Entry
from marsad.model.report import CounterDate, Published, Report, Span
from marsad.register.keys import actors, bucket, kind
from marsad.register.reader import Reader
from marsad.register.sourced import Sourced
from marsad.register.store import schema
from marsad.register.store.bulk import Rows, Values

Row = RowMapping

_CLAIM: msgspec.json.Decoder[Claim] = msgspec.json.Decoder(Claim)
_ENTRY = msgspec.json.Decoder(Entry)
_SPANS = msgspec.json.Decoder(tuple[Span, ...])
_AGAINST = msgspec.json.Decoder(tuple[CounterDate, ...])


REPORTS = Rows(
    schema.reports,
    (
        "id",
        "source",
        "title",
        "outlet",
        "published",
        "published_basis",
        "against",
        "headline",
        "body",
        "text",
        "added_at",
        "rules",
        "knowledge",
        "given",
    ),
)
# What reading finds of a report; the rest comes from its source.
READ = Rows(
    schema.reports,
    (
        "id",
        "title",
        "outlet",
        "published",
        "published_basis",
        "against",
        "headline",
        "body",
        "rules",
        "knowledge",
    ),
)
CLAIMS = Rows(schema.claims, ("id", "report", "position", "type", "kind", "date", "bucket", "json"))
KEYS = Rows(schema.claims, ("id", "bucket", "kind"))
RULED = Rows(schema.claims, ("id", "kind", "date", "bucket", "verdict", "ruled"))
JUDGEMENTS = Rows(schema.judgements, ("id", "at", "by", "json"))
JUDGED = Rows(schema.judged, ("judgement", "claim", "report"))
STATES = Rows(schema.claim_states, ("state", "claim"))
ENTRIES = Rows(schema.entries, ("id", "bucket", "type", "first", "last", "json"))
LINKS = Rows(schema.entry_claims, ("entry", "claim"))
STALE = Rows(schema.stale, ("bucket",))


def report_row(report: Report, added_at: str, reader: Reader, given: str | None) -> Values:
    """Return the row of a report: the values of ``REPORTS``."""
    published = report.published
    return (
        report.id,
        report.source,
        report.title,
        report.outlet,
        published.edtf,
        published.basis,
        None if published.against is msgspec.UNSET else text(published.against),
        text(report.headline),
        text(report.body),
        report.text,
        added_at,
        reader.rules,
        reader.knowledge,
        given,
    )


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


def claim_row(sourced: Sourced, position: int) -> Values:
    """Return the row of a claim, which stands at ``position`` among those of its report: ``CLAIMS``."""
    claim = sourced.claim
    return (
        sourced.id,
        sourced.report,
        position,
        claim_type(claim),
        kind(claim),
        claim.date,
        bucket(sourced),
        text(claim),
    )


def state_rows(sourced: Sourced) -> list[Values]:
    """Return a row for each state and organisation that the claim is about: ``STATES``."""
    return [(code, sourced.id) for code in sorted(actors(sourced.claim))]


def sourced_from(row: Row) -> Sourced:
    """Return the claim of a row that joins claims (id, report, json, ruled), reports (outlet, published) and copies.

    It is the claim as people corrected it, where they did.
    """
    claim = _CLAIM.decode(row["ruled"] or row["json"])
    return Sourced(row["id"], claim, row["report"], row["outlet"], row["published"], row["copy_of"])


def claim_as_read(row: Row) -> Claim:
    """Return the claim of a row (json) as its report was read, whatever people made of it."""
    return _CLAIM.decode(row["json"])


def entry_row(entry: Entry, bucket_name: str) -> Values:
    """Return the row of an entry: ``ENTRIES``."""
    return (entry.id, bucket_name, entry.type, entry.first, entry.last, text(entry))


def entry_from(row: Row) -> Entry:
    """Return the entry of a row. Raises ``RegisterError`` where an older marsad made it in another form."""
    try:
        return _ENTRY.decode(row["json"])
    except msgspec.ValidationError as error:
        raise RegisterError(
            "entries here have the form of an older marsad (make them anew: marsad register rebuild)"
        ) from error


def text(record: object) -> str:
    """Return a record as JSON."""
    return msgspec.json.encode(record).decode()
