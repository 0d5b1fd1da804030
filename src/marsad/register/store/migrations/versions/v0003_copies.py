"""Which reports are copies of one text, and the marks by which copies find each other."""

from alembic import op
from sqlalchemy import BigInteger, Column, ForeignKey

from marsad.register.store.migrations.columns import Words

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables, and drop the entries: `marsad register rebuild` makes them anew, with their copies."""
    op.create_table(
        "report_marks",
        Column("mark", BigInteger, primary_key=True, autoincrement=False),
        Column("report", Words, ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "report_copies",
        Column("report", Words, ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True),
        Column("copy_of", Words, ForeignKey("reports.id", ondelete="CASCADE"), nullable=False),
    )
    op.create_index("report_copies_by_text", "report_copies", ["copy_of"])
    op.execute("DELETE FROM entries")
    op.execute("DELETE FROM stale")
    op.execute("INSERT INTO stale (bucket) SELECT DISTINCT bucket FROM claims")
