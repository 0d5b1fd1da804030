"""The sentences of a report that a query finds, the words found marked in the original text."""

from collections.abc import Iterator, Sequence

import msgspec

from marsad.model.report import Report, Span
from marsad.register.search.query import Term
from marsad.register.search.words import Zone, article


class Passage(msgspec.Struct, frozen=True):
    """A sentence ``report.text[start:end] == text``; ``marks`` are spans within ``text``, in order and apart."""

    start: int
    end: int
    text: str
    marks: tuple[Span, ...]


class _Mark(msgspec.Struct, frozen=True):
    span: Span
    term: int


class _Candidate(msgspec.Struct, frozen=True):
    passage: Passage
    terms: frozenset[int]
    cited: bool


def passages(
    report: Report, terms: Sequence[Term], *, most: int, evidence: Sequence[Span] = ()
) -> tuple[Passage, ...]:
    """Return the sentences that show most of the terms between them, at most ``most``, in the order of the text.

    Of sentences that show as much, those come first on which a claim rests (``evidence``). A sentence that the
    report prints twice is shown once.
    """
    left = _candidates(report, terms, evidence)
    chosen: list[Passage] = []
    seen: frozenset[int] = frozenset()
    while left and len(chosen) < most:
        best = min(
            left, key=lambda one: (-len(one.terms - seen), not one.cited, -len(one.terms), one.passage.start)
        )
        chosen.append(best.passage)
        seen |= best.terms
        left = [one for one in left if one.passage.text != best.passage.text]
    return tuple(sorted(chosen, key=lambda passage: passage.start))


def _candidates(report: Report, terms: Sequence[Term], evidence: Sequence[Span]) -> list[_Candidate]:
    found: list[_Candidate] = []
    for zone in article(report):
        marks = list(_marks(zone, terms))
        if not marks:
            continue
        for start, end in zone.sentences:
            inside = [mark for mark in marks if start <= mark.span.start < end]
            if inside:
                spans = _merged(Span(m.span.start - start, min(m.span.end, end) - start) for m in inside)
                passage = Passage(start, end, report.text[start:end], spans)
                cited = any(span.start < end and start < span.end for span in evidence)
                found.append(_Candidate(passage, frozenset(mark.term for mark in inside), cited))
    return found


def _marks(zone: Zone, terms: Sequence[Term]) -> Iterator[_Mark]:
    wanted = {form[0] for term in terms for form in term.forms}
    places: dict[str, list[int]] = {}
    for place, stem in enumerate(zone.stems):
        if stem in wanted:
            places.setdefault(stem, []).append(place)
    for number, term in enumerate(terms):
        for form in term.forms:
            for place in places.get(form[0], ()):
                if tuple(zone.stems[place : place + len(form)]) == form:
                    last = zone.words[place + len(form) - 1]
                    yield _Mark(zone.original(zone.words[place].start, last.end), number)


def _merged(spans: Iterator[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
