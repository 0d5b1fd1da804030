"""Numbering the sentences that a view cites, in the order in which its lines come to them."""

from collections.abc import Iterable, Mapping

from marsad.folding import Folded, fold
from marsad.language.sentences import sentences
from marsad.model.report import Report, Span
from marsad.register.sourced import Sourced
from marsad.views.brief import Source
from marsad.views.wording.actors import Actors
from marsad.views.wording.dates import date_phrase


class Citations:
    """Gives each sentence its number when it is first cited, and remembers which parts of it were cited."""

    def __init__(self, reports: Mapping[str, Report], actors: Actors) -> None:
        self._reports = reports
        self._actors = actors
        self._sentences: dict[str, list[Span]] = {}
        self._numbers: dict[tuple[str, Span], int] = {}
        self._marks: dict[tuple[str, Span], set[tuple[int, int]]] = {}

    def cite(self, claims: Iterable[Sourced]) -> tuple[int, ...]:
        """Return the numbers of the sentences behind the claims, one sentence a claim: the one to show."""
        first = ((sourced.report, sourced.claim.evidence[0]) for sourced in claims)
        numbers = [self._cite(report, Span(evidence.start, evidence.end)) for report, evidence in first]
        return tuple(dict.fromkeys(numbers))

    def cite_spans(self, report: str, spans: Iterable[Span]) -> tuple[int, ...]:
        """Return the numbers of the sentences around stretches of a report's text, half-open code points."""
        return tuple(dict.fromkeys(self._cite(report, span) for span in spans))

    def _cite(self, report: str, evidence: Span) -> int:
        span = self._around(report, evidence)
        key = (report, span)
        self._marks.setdefault(key, set()).add((evidence.start - span.start, evidence.end - span.start))
        return self._numbers.setdefault(key, len(self._numbers) + 1)

    def sources(self) -> tuple[Source, ...]:
        """Return every sentence cited so far, by number."""
        return tuple(
            self._source(number, report, span, self._marks[report, span])
            for (report, span), number in self._numbers.items()
        )

    def _source(self, number: int, report_id: str, span: Span, marks: set[tuple[int, int]]) -> Source:
        report, words = self._reports[report_id], self._actors.words
        return Source(
            number=number,
            report=report_id,
            source=report.source,
            title=report.title,
            outlet=self._actors.code(report.outlet) if report.outlet else words.get("brief", "no_outlet"),
            published=report.published.edtf,
            when=date_phrase(report.published.edtf, words),
            start=span.start,
            end=span.end,
            text=report.text[span.start : span.end],
            marks=_merged(marks),
        )

    def _around(self, report_id: str, evidence: Span) -> Span:
        """Return the sentence that holds the evidence, or the sentences that it runs through."""
        if report_id not in self._sentences:
            self._sentences[report_id] = _sentences(self._reports[report_id])
        found = [
            span
            for span in self._sentences[report_id]
            if span.start < evidence.end and evidence.start < span.end
        ]
        starts = [evidence.start, *(span.start for span in found)]
        return Span(min(starts), max([evidence.end, *(span.end for span in found)]))


def _sentences(report: Report) -> list[Span]:
    folded: Folded = fold(report.text)
    zones = (*report.headline, *report.body)
    spans = (folded.original(found.start, found.end) for found in sentences(folded.text, 0, len(folded.text)))
    cut = (Span(max(span.start, zone.start), min(span.end, zone.end)) for span in spans for zone in zones)
    return [span for span in cut if span.start < span.end]


def _merged(marks: set[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return marks in order, those that touch or overlap as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(marks):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
