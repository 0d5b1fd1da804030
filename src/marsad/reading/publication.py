"""When a report came out, as far as the page itself tells.

A date field of the source, or a date in the head of the page, is explicit. A date at the foot may
be the day when somebody printed the page: it is kept as a candidate, and who held office then
has to decide.
"""

from typing import Literal

import msgspec

from marsad.folding import fold_word
from marsad.model.report import Published, RawReport
from marsad.reading.datelines import dateline_length
from marsad.reading.kinds import Kind
from marsad.reading.lines import Line
from marsad.reading.pagedates import Label, read_date_line
from marsad.reading.timestamps import read_timestamp
from marsad.reading.zones import Zones

Where = Literal["field", "head", "dateline", "foot"]


class PageDate(msgspec.Struct, frozen=True, kw_only=True):
    """A date that the page shows: ``text[start:end]`` of the report, or its source's date field.

    ``edtf`` is a day or a moment; a field has no place in the text (0, 0). ``label`` tells what the
    page says the date is of, if it does.
    """

    edtf: str
    where: Where
    start: int = 0
    end: int = 0
    text: str
    label: Label | None = None


def page_dates(raw: RawReport, zones: Zones) -> tuple[PageDate, ...]:
    """Return every date that the page shows outside the article: field first, then in reading order."""
    found = [] if raw.published is None else _from_field(raw.published)
    last = max((line.start for line in zones.of(Kind.TEXT)), default=0)
    for line in zones.of(Kind.DATE, Kind.DATELINE):
        found.extend(_from_line(raw.text, line, "foot" if line.start > last else "head"))
    for line in zones.of(Kind.TEXT)[:1]:
        found.extend(_from_line(raw.text, line, "dateline"))
    return tuple(found)


def _from_field(field: str) -> list[PageDate]:
    edtf = read_timestamp(field)
    if edtf is None:
        line = read_date_line(fold_word(field).strip())
        edtf = None if line is None else line.edtf
    return [] if edtf is None else [PageDate(edtf=edtf, where="field", text=field, label="published")]


def _from_line(text: str, line: Line, where: Where) -> list[PageDate]:
    shown = line.text if where != "dateline" else line.text[: dateline_length(line.text)].rstrip(" -:/.")
    date = read_date_line(shown)
    if date is None:
        return []
    start, end = line.within(text, date.start, date.end)
    return [
        PageDate(edtf=date.edtf, where=where, start=start, end=end, text=text[start:end], label=date.label)
    ]


def published(dates: tuple[PageDate, ...]) -> Published:
    """Return when the report came out: field, then head, then a foot that says so; else unknown.

    Neither the day of the last change nor a bare date at the foot is a day of publication.
    """
    for date in sorted(dates, key=_rank):
        if date.label != "updated" and (date.where != "foot" or date.label == "published"):
            return Published(edtf=date.edtf, basis="explicit")
    return Published()


def _rank(date: PageDate) -> tuple[int, bool]:
    return ("field", "head", "dateline", "foot").index(date.where), date.label is None
