"""What people decided, and what it makes of claims."""

from alembic import op
from sqlalchemy import Column, ForeignKey

from marsad.register.store.migrations.columns import Words

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the tables and columns, empty: nobody has judged anything yet."""
    op.create_table(
        "judgements",
        Column("id", Words, primary_key=True),
        Column("at", Words, nullable=False),
        Column("by", Words, nullable=False),
        Column("json", Words, nullable=False),
    )
    op.create_table(
        "judged",
        Column("judgement", Words, ForeignKey("judgements.id", ondelete="CASCADE"), primary_key=True),
        Column("claim", Words, primary_key=True),
        Column("report", Words, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("judged_by_report", "judged", ["report"])
    op.add_column("claims", Column("verdict", Words))
    op.add_column("claims", Column("ruled", Words))
