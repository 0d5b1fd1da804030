"""The search index. It is filled when somebody first searches."""

from alembic import op
from sqlalchemy import Column, ForeignKey, Integer

from marsad.register.store.migrations.columns import Words

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables; both stores hold the same stems, so that neither store's own stemmer has a say."""
    op.create_table(
        "search_reports",
        Column("number", Integer, primary_key=True),
        Column("report", Words, ForeignKey("reports.id", ondelete="CASCADE"), nullable=False, unique=True),
        Column("outlet", Words),
        Column("first", Words),
        Column("last", Words),
        sqlite_autoincrement=True,
    )
    op.create_index("search_reports_by_outlet", "search_reports", ["outlet"])
    op.create_table(
        "claim_speakers",
        Column("speaker", Words, primary_key=True),
        Column("claim", Words, ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("claim_speakers_by_claim", "claim_speakers", ["claim"])
    op.create_table("search_state", Column("stems", Words, primary_key=True))
    if op.get_bind().dialect.name == "sqlite":
        # `ascii` takes every letter beyond ASCII for part of a word: the words were cut before.
        op.execute("CREATE VIRTUAL TABLE search_index USING fts5(stems, content='', tokenize='ascii')")
    else:
        op.execute(
            "CREATE TABLE search_index (number integer PRIMARY KEY REFERENCES search_reports (number) "
            "ON DELETE CASCADE, stems tsvector NOT NULL)"
        )
        op.execute("CREATE INDEX search_index_by_stems ON search_index USING gin (stems)")
