"""Zones: which lines of a page are headline, standfirst and article, and which are furniture.

Each line is judged by its wording (``furniture``), its form (``lines``) and where it stands.
"""

import msgspec

from marsad.model.report import RawReport, Span
from marsad.reading.datelines import dateline_length, is_dateline
from marsad.reading.feet import mark_foot, mark_headings
from marsad.reading.furniture import Mark, article_part, mark_of
from marsad.reading.heads import mark_head
from marsad.reading.kinds import HEADLINE_KINDS, Kind
from marsad.reading.lines import Line, fold_lightly, split_lines
from marsad.reading.pagedates import is_labelled, read_date_line

_HEAD_LINES = 12
_HEAD_PARAGRAPHS = 2
_LONGEST_DATE_LINE = 100
_COPY_CHARS = 25  # shorter lines recur by chance,
_HEAD_COPY_CHARS = 8  # but hardly so near the headline


class Zones(msgspec.Struct, frozen=True, kw_only=True):
    """The lines below a title given apart, what each is, and the spans that carry claims."""

    lines: tuple[Line, ...]
    kinds: tuple[Kind, ...]
    headline: tuple[Span, ...]
    body: tuple[Span, ...]

    def of(self, *kinds: Kind) -> list[Line]:
        """Return the lines of these kinds, in order."""
        return [line for line, kind in zip(self.lines, self.kinds, strict=True) if kind in kinds]


def find_zones(raw: RawReport) -> Zones:
    """Return the zones of ``raw``; headline and body are ordered, disjoint and inside the text."""
    title = raw.text[: raw.body_start].strip()
    lines = split_lines(raw.text, raw.body_start)
    kinds = _first_look(lines)
    _mark_end(lines, kinds)
    copied = _mark_copies(lines, kinds, fold_lightly(title))
    mark_foot(lines, kinds)
    mark_head(lines, kinds, titled=bool(title), copied=copied)
    mark_headings(lines, kinds)
    given = (Span(raw.text.index(title), raw.text.index(title) + len(title)),) if title else ()
    return Zones(
        lines=tuple(lines),
        kinds=tuple(kinds),
        headline=given
        + tuple(line.span for line, kind in zip(lines, kinds, strict=True) if kind in HEADLINE_KINDS),
        body=tuple(_body(raw.text, lines, kinds)),
    )


def _first_look(lines: list[Line]) -> list[Kind]:
    """Judge each line by its wording; dates and datelines count near the head, dates at the foot too."""
    kinds: list[Kind] = []
    last = max((at for at, line in enumerate(lines) if line.is_paragraph), default=0)
    paragraphs = 0
    for at, line in enumerate(lines):
        in_head = at < _HEAD_LINES and paragraphs <= _HEAD_PARAGRAPHS
        kind = _kind_of(
            line, in_head=in_head, in_foot=at > last, first=Kind.TEXT not in kinds, bare=paragraphs == 0
        )
        kinds.append(kind)
        paragraphs += kind is Kind.TEXT and line.is_paragraph
    return kinds


def _kind_of(line: Line, *, in_head: bool, in_foot: bool, first: bool, bare: bool) -> Kind:
    mark = mark_of(line)
    if mark is Mark.SECTION:
        return Kind.FURNITURE if first else Kind.TEXT
    if mark is not None:
        return Kind.FURNITURE
    if in_head and is_dateline(line.text[article_part(line)[0] :], bare=bare):
        return Kind.DATELINE
    if (in_head or in_foot) and len(line.text) <= _LONGEST_DATE_LINE and _dates_the_page(line.text):
        return Kind.DATE
    return Kind.TEXT


def _dates_the_page(text: str) -> bool:
    # A labelled date that can't be read is none of the article's either.
    return read_date_line(text) is not None or is_labelled(text)


def _mark_end(lines: list[Line], kinds: list[Kind]) -> None:
    """Mark what follows the end of the article, and the titles that follow a link to other pages."""
    linked = False
    weight = [
        len(line.text) if line.is_paragraph and kind is Kind.TEXT else 0
        for line, kind in zip(lines, kinds, strict=True)
    ]
    above, total = 0, sum(weight)
    for at, line in enumerate(lines):
        above += weight[at]
        if kinds[at] is Kind.FURNITURE:
            mark = mark_of(line)
            # A comment form above the article is no end of it.
            if mark is Mark.END and above * 2 > total:
                kinds[at:] = [Kind.FURNITURE if kind is Kind.TEXT else kind for kind in kinds[at:]]
                return
            linked = mark is Mark.LINKS
        elif linked and kinds[at] is Kind.TEXT:
            linked = not line.is_paragraph
            kinds[at] = Kind.FURNITURE if linked else Kind.TEXT


def _mark_copies(lines: list[Line], kinds: list[Kind], title: str) -> set[int]:
    """Mark lines that were printed before; return the lines that are printed again."""
    seen = {title: -1}
    copied = set()
    for at, line in enumerate(lines):
        least = _HEAD_COPY_CHARS if at < _HEAD_LINES else _COPY_CHARS
        if kinds[at] is Kind.TEXT and (len(line.text) >= least or line.text == title):
            first = seen.setdefault(line.text, at)
            if first != at:
                kinds[at] = Kind.FURNITURE
                if at > first + 1:  # a line printed twice in a row is a slip, no standfirst
                    copied.add(first)
    return copied


def _body(text: str, lines: list[Line], kinds: list[Kind]) -> list[Span]:
    """Return the article's paragraphs, neighbours joined into one span."""
    spans: list[Span] = []
    joined = False
    for line, kind in zip(lines, kinds, strict=True):
        if kind is not Kind.TEXT:
            joined = False
            continue
        start, end = article_part(line)
        if not spans:
            start += dateline_length(line.text[start:end])
        if start >= end:
            joined = False
            continue
        span = line.within(text, start, end)
        if joined and start == 0:
            spans[-1] = Span(spans[-1].start, span.end)
        else:
            spans.append(span)
        joined = end == len(line.text)
    return spans
