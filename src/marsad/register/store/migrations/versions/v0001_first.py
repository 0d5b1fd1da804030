"""Reports, claims, entries: the tables as they were before there were revisions."""

from alembic import op
from sqlalchemy import Column, ForeignKey, Integer

from marsad.register.store.migrations.columns import Words

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table("meta", Column("key", Words, primary_key=True), Column("value", Words, nullable=False))
    _make_reports()
    _make_claims()
    _make_entries()


def _make_reports() -> None:
    op.create_table(
        "reports",
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
    )


def _make_claims() -> None:
    op.create_table(
        "claims",
        Column("id", Words, primary_key=True),
        Column("report", Words, ForeignKey("reports.id", ondelete="CASCADE"), nullable=False),
        Column("position", Integer, nullable=False),
        Column("type", Words, nullable=False),
        Column("kind", Words, nullable=False),
        Column("date", Words),
        Column("bucket", Words, nullable=False),
        Column("json", Words, nullable=False),
    )
    op.create_index("claims_by_report", "claims", ["report", "position"])
    op.create_index("claims_by_bucket", "claims", ["bucket"])
    op.create_table(
        "claim_states",
        Column("state", Words, primary_key=True),
        Column("claim", Words, ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("claim_states_by_claim", "claim_states", ["claim"])


def _make_entries() -> None:
    op.create_table(
        "entries",
        Column("id", Words, primary_key=True),
        Column("bucket", Words, nullable=False),
        Column("type", Words, nullable=False),
        Column("first", Words),
        Column("last", Words),
        Column("json", Words, nullable=False),
    )
    op.create_index("entries_by_bucket", "entries", ["bucket"])
    op.create_table("stale", Column("bucket", Words, primary_key=True))
    op.create_table(
        "entry_claims",
        Column("entry", Words, ForeignKey("entries.id", ondelete="CASCADE"), primary_key=True),
        Column("claim", Words, ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("entry_claims_by_claim", "entry_claims", ["claim"])
