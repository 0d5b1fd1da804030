"""The words of a text as search sees them: stems in order, each with its place in the original."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from marsad.folding import fold
from marsad.language.joined import set_apart
from marsad.language.stemming import stem
from marsad.language.tokens import Tokens
from marsad.model.report import Report, Span

#: Stands between headline and body in the index. No word: words hold letters and digits only.
BREAK = "␟"
#: A phrase as search sees it.
Stems = tuple[str, ...]


class StemAt(NamedTuple):
    """A stem and the half-open span of the word in the original text, in code points."""

    stem: str
    span: Span


def stems_of(text: str) -> Stems:
    """Return the stems of a text in order, punctuation left out."""
    return tuple(stem(token.text) for token in Tokens(set_apart(fold(text), text).text).all if token.is_word)


def stems_in(text: str, zones: Iterable[Span]) -> Iterator[StemAt]:
    """Yield the stems of some zones of a text, in order."""
    for start, end in zones:
        piece = text[start:end]
        folded = set_apart(fold(piece), piece)
        for token in Tokens(folded.text).all:
            if token.is_word:
                first, last = folded.original(token.start, token.end)
                yield StemAt(stem(token.text), Span(start + first, start + last))


def article(report: Report) -> list[Span]:
    """Return what search reads of a report, in order: headline and body, without furniture."""
    return sorted((*report.headline, *report.body))


def index_text(report: Report) -> str:
    """Return the stems of a report, set off by blanks; between zones stands a break that no phrase bridges."""
    return f" {BREAK} ".join(" ".join(stems_of(report.text[start:end])) for start, end in article(report))
