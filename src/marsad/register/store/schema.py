"""The tables. Reports and claims are what was read; entries are derived from them and can be rebuilt.

They are declared here and made by the revisions in ``migrations``: ``versions.py`` tells how to add one.
"""

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, Table, Text

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

# Spans and counter-dates are JSON; all offsets count code points of `text`, half-open.
reports = Table(
    "reports",
    metadata,
    Column("id", Text, primary_key=True),
    Column("source", Text, nullable=False),
    Column("title", Text),
    Column("outlet", Text),
    Column("published", Text),
    Column("published_basis", Text),
    Column("against", Text),
    Column("headline", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("added_at", Text, nullable=False),
    # What read it (None: unknown, or before this was kept), and what its source said of it, as JSON.
    Column("rules", Text),
    Column("knowledge", Text),
    Column("given", Text),
    Index("reports_by_reading", "rules", "knowledge"),
)

claims = Table(
    "claims",
    metadata,
    Column("id", Text, primary_key=True),
    Column("report", Text, ForeignKey("reports.id", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("type", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("date", Text),
    Column("bucket", Text, nullable=False),
    Column("json", Text, nullable=False),
    # Derived from judgements, as are kind, date and bucket where a claim was corrected: 'accepted' or 'rejected', and
    # the claim as corrected, in JSON; `json` stays what was read.
    Column("verdict", Text),
    Column("ruled", Text),
    Index("claims_by_report", "report", "position"),
    Index("claims_by_bucket", "bucket"),
)

# `state` also holds organisations: whatever a claim is about.
claim_states = Table(
    "claim_states",
    metadata,
    Column("state", Text, primary_key=True),
    Column("claim", Text, ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True),
    Index("claim_states_by_claim", "claim"),
    sqlite_with_rowid=False,
)

entries = Table(
    "entries",
    metadata,
    Column("id", Text, primary_key=True),
    Column("bucket", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("first", Text),
    Column("last", Text),
    Column("json", Text, nullable=False),
    Index("entries_by_bucket", "bucket"),
)

# Buckets with claims that their entries don't show yet.
stale = Table("stale", metadata, Column("bucket", Text, primary_key=True))

entry_claims = Table(
    "entry_claims",
    metadata,
    Column("entry", Text, ForeignKey("entries.id", ondelete="CASCADE"), primary_key=True),
    Column("claim", Text, ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True),
    Index("entry_claims_by_claim", "claim"),
    sqlite_with_rowid=False,
)

# What people decided. Nothing here is derived, and all of it outlives the claims that it names.
judgements = Table(
    "judgements",
    metadata,
    Column("id", Text, primary_key=True),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("json", Text, nullable=False),
)

judged = Table(
    "judged",
    metadata,
    Column("judgement", Text, ForeignKey("judgements.id", ondelete="CASCADE"), primary_key=True),
    Column("claim", Text, primary_key=True),
    Column("report", Text, nullable=False),
    Index("judged_by_report", "report"),
    sqlite_with_rowid=False,
)

# The search index: derived from reports and claims, can be made anew. Beside it stands `search_index`, which each store
# has in a form of its own: v0004 makes it. `first` and `last` are the ISO days on which the report may have come out.
search_reports = Table(
    "search_reports",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("report", Text, ForeignKey("reports.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("outlet", Text),
    Column("first", Text),
    Column("last", Text),
    Index("search_reports_by_outlet", "outlet"),
    # A number that was given up must never come again: the index can't forget what stood under it.
    sqlite_autoincrement=True,
)

# A row for each person (else name, state or organisation) in whose mouth a claim is put.
claim_speakers = Table(
    "claim_speakers",
    metadata,
    Column("speaker", Text, primary_key=True),
    Column("claim", Text, ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True),
    Index("claim_speakers_by_claim", "claim"),
    sqlite_with_rowid=False,
)

# One row once the index holds every report: what its stems were made with.
search_state = Table("search_state", metadata, Column("stems", Text, primary_key=True))
