"""The tables. Reports and claims are what was read; entries are derived from them and can be rebuilt.

They are declared here and made by the revisions in ``migrations``: ``versions.py`` tells how to add one.
"""

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, Table, Text
from sqlalchemy.dialects import postgresql

#: Text that sorts by code point on every store.
Words = Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("key", Words, primary_key=True),
    Column("value", Words, nullable=False),
)

# Spans and counter-dates are JSON; all offsets count code points of `text`, half-open.
reports = Table(
    "reports",
    metadata,
    Column("id", Words, primary_key=True),
    Column("source", Words, nullable=False),
    Column("title", Words),
    Column("outlet", Words),
    Column("published", Words),
    Column("published_basis", Words),
    Column("against", Words),
    Column("headline", Words, nullable=False),
    Column("body", Words, nullable=False),
    Column("text", Words, nullable=False),
    Column("added_at", Words, nullable=False),
    # What read it (None: unknown, or before this was kept), and what its source said of it, as JSON.
    Column("rules", Words),
    Column("knowledge", Words),
    Column("given", Words),
    Index("reports_by_reading", "rules", "knowledge"),
)

claims = Table(
    "claims",
    metadata,
    Column("id", Words, primary_key=True),
    Column("report", Words, ForeignKey("reports.id", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("type", Words, nullable=False),
    Column("kind", Words, nullable=False),
    Column("date", Words),
    Column("bucket", Words, nullable=False),
    Column("json", Words, nullable=False),
    Index("claims_by_report", "report", "position"),
    Index("claims_by_bucket", "bucket"),
)

# `state` also holds organisations: whatever a claim is about.
claim_states = Table(
    "claim_states",
    metadata,
    Column("state", Words, primary_key=True),
    Column("claim", Words, ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True),
    Index("claim_states_by_claim", "claim"),
    sqlite_with_rowid=False,
)

entries = Table(
    "entries",
    metadata,
    Column("id", Words, primary_key=True),
    Column("bucket", Words, nullable=False),
    Column("type", Words, nullable=False),
    Column("first", Words),
    Column("last", Words),
    Column("json", Words, nullable=False),
    Index("entries_by_bucket", "bucket"),
)

# Buckets with claims that their entries don't show yet.
stale = Table("stale", metadata, Column("bucket", Words, primary_key=True))

entry_claims = Table(
    "entry_claims",
    metadata,
    Column("entry", Words, ForeignKey("entries.id", ondelete="CASCADE"), primary_key=True),
    Column("claim", Words, ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True),
    Index("entry_claims_by_claim", "claim"),
    sqlite_with_rowid=False,
)
