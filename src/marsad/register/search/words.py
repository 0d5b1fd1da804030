"""The words of a text as search sees them: stems in order, each with its place in the original."""

import re
from functools import cached_property, lru_cache

from marsad.folding import Folded, fold
from marsad.language.joined import set_apart
from marsad.language.sentences import sentences
from marsad.language.stemming import stem
from marsad.model.report import Report, Span

# Words as `language.tokens` cuts them.
_WORD = re.compile(r"[^\W_]+")
#: Stands between headline and body in the index. No word: words hold letters and digits only.
BREAK = "␟"
#: A phrase as search sees it.
Stems = tuple[str, ...]


class Zone:
    """Headline or body of a report: its words, their stems, and the way back to the report's text."""

    def __init__(self, text: str, zone: Span) -> None:
        piece = text[zone.start : zone.end]
        self._start = zone.start
        self.folded: Folded = set_apart(fold(piece), piece)
        self.stems: list[str] = list(map(stem, _WORD.findall(self.folded.text)))

    @cached_property
    def words(self) -> list[Span]:
        """Where the words stand in the folded zone."""
        return [Span(*match.span()) for match in _WORD.finditer(self.folded.text)]

    @cached_property
    def sentences(self) -> list[Span]:
        """The sentences, in the report's text."""
        found = sentences(self.folded.text, 0, len(self.folded.text))
        return [self.original(sentence.start, sentence.end) for sentence in found]

    def original(self, start: int, end: int) -> Span:
        """Return the span of the report's text behind a stretch of the folded zone."""
        first, last = self.folded.original(start, end)
        return Span(self._start + first, self._start + last)


def stems_of(text: str) -> Stems:
    """Return the stems of a text in order, punctuation left out."""
    return tuple(Zone(text, Span(0, len(text))).stems)


def article(report: Report) -> tuple[Zone, ...]:
    """Return what search reads of a report, in order: headline and body, without furniture."""
    return _zones(report.text, tuple(sorted((*report.headline, *report.body))))


# The reports that one search shows are often copies of each other, and the next search shows them again.
@lru_cache(maxsize=64)
def _zones(text: str, spans: tuple[Span, ...]) -> tuple[Zone, ...]:
    return tuple(Zone(text, span) for span in spans)


def index_text(report: Report) -> str:
    """Return the stems of a report, set off by blanks; between zones stands a break that no phrase bridges."""
    return f" {BREAK} ".join(" ".join(zone.stems) for zone in article(report))
