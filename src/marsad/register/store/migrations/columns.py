"""The type of text columns, as revisions make them."""

from sqlalchemy import Text
from sqlalchemy.dialects import postgresql

#: Text that sorts by code point on every store.
Words = Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
