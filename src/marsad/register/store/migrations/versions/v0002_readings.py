"""Which rules and knowledge read a report, and what its source said of it, so that it can be read again."""

from alembic import op
from sqlalchemy import Column

from marsad.register.store.migrations.columns import Words

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the columns; they are unknown for reports that were read before."""
    for name in ("rules", "knowledge", "given"):
        op.add_column("reports", Column(name, Words))
    op.create_index("reports_by_reading", "reports", ["rules", "knowledge"])
    # A marsad from before there were revisions looks here, and says that the register is newer.
    op.execute("DELETE FROM meta")
    op.execute("INSERT INTO meta (key, value) VALUES ('schema', '2')")
