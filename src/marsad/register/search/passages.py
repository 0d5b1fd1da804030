"""The sentences of a report that a query finds, the words found marked in the original text."""

from collections.abc import Iterator, Sequence

import msgspec

from marsad.folding import fold
from marsad.language.sentences import sentences
from marsad.model.report import Report, Span
from marsad.register.search.query import Term
from marsad.register.search.words import StemAt, article, stems_in


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
    marks = list(_marks(report, terms))
    found: list[_Candidate] = []
    for start, end in _sentences(report):
        inside = [mark for mark in marks if start <= mark.span.start < end]
        if inside:
            spans = _merged(Span(m.span.start - start, min(m.span.end, end) - start) for m in inside)
            passage = Passage(start, end, report.text[start:end], spans)
            cited = any(span.start < end and start < span.end for span in evidence)
            found.append(_Candidate(passage, frozenset(mark.term for mark in inside), cited))
    return found


def _sentences(report: Report) -> Iterator[Span]:
    for zone in article(report):
        folded = fold(report.text[zone.start : zone.end])
        for sentence in sentences(folded.text, 0, len(folded.text)):
            start, end = folded.original(sentence.start, sentence.end)
            yield Span(zone.start + start, zone.start + end)


def _marks(report: Report, terms: Sequence[Term]) -> Iterator[_Mark]:
    for zone in article(report):
        words = list(stems_in(report.text, [zone]))
        places: dict[str, list[int]] = {}
        for place, word in enumerate(words):
            places.setdefault(word.stem, []).append(place)
        for number, term in enumerate(terms):
            for form in term.forms:
                for place in places.get(form[0], ()):
                    if _follows(words, place, form):
                        yield _Mark(
                            Span(words[place].span.start, words[place + len(form) - 1].span.end), number
                        )


def _follows(words: list[StemAt], place: int, form: Sequence[str]) -> bool:
    part = words[place : place + len(form)]
    return len(part) == len(form) and all(word.stem == stem for word, stem in zip(part, form, strict=True))


def _merged(spans: Iterator[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
