"""What is read: a raw report as a source delivers it, and the report that extraction works on.

All offsets are half-open and count Unicode code points of ``Report.text``.
"""

from typing import NamedTuple

import msgspec

from marsad.model.vocabulary import DateBasis


class Span(NamedTuple):
    """A half-open stretch of a report's text, in code points."""

    start: int
    end: int


class RawReport(msgspec.Struct, frozen=True, kw_only=True):
    """One published text as its source delivers it, decoded and otherwise untouched.

    ``source`` is a path or URL, with ``#id`` for a record of a JSONL file. ``body_start`` is
    where the article follows a title that the source gave apart; 0 where it gave none.
    ``published`` is the date field of the source as written there.
    """

    source: str
    text: str
    title: str | None = None
    body_start: int = 0
    outlet: str | None = None
    published: str | None = None
    url: str | None = None


class CounterDate(msgspec.Struct, frozen=True):
    """A date that the page shows and that the report's own content contradicts."""

    edtf: str
    start: int
    end: int
    text: str


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """When the report came out: an EDTF string, or null with a null basis when nothing tells.

    ``against`` lists dates on the page that were *not* taken because the text rules them out;
    it is left out of the JSON when there is none.
    """

    edtf: str | None = None
    basis: DateBasis | None = None
    against: tuple[CounterDate, ...] | msgspec.UnsetType = msgspec.UNSET


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """A report as stored: its text untouched, and which parts of it are the article itself.

    ``headline`` holds headline, kicker and standfirst; ``body`` the article. Evidence lies in
    one of them. Everything else (share links, "read more", captcha, page dates) is furniture.
    """

    id: str
    source: str
    title: str | None = None
    outlet: str | None = None
    published: Published = Published()
    headline: tuple[Span, ...] = ()
    body: tuple[Span, ...] = ()
    text: str
