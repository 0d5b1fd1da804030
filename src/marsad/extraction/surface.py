"""A report made ready for reading: folded, cut into sentences and tokens, scanned for what the knowledge knows.

Everything here is in *folded* offsets; ``Surface.evidence`` leads back to the original characters.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict

import msgspec

from marsad.folding import Folded, fold
from marsad.knowledge.lexicon import ENTITY_KINDS, Hit, scan
from marsad.language.joined import set_apart
from marsad.language.sentences import Sentence, sentences
from marsad.language.tokens import Tokens
from marsad.model.claims import Evidence
from marsad.model.report import Report, Span


class Zone(msgspec.Struct, frozen=True):
    """A stretch of headline or body, in folded offsets."""

    start: int
    end: int
    headline: bool


class Surface(msgspec.Struct, frozen=True):
    """What the rules read. ``hits`` are in reading order; ``sentences`` cover headline and body only.

    ``cues`` holds the starts and the hits of the cues of each group.
    """

    report: Report
    folded: Folded
    zones: tuple[Zone, ...]
    tokens: Tokens
    sentences: tuple[Sentence, ...]
    hits: tuple[Hit, ...]
    entities_at: dict[int, tuple[Hit, ...]]
    hit_starts: tuple[int, ...]
    cues: dict[str, tuple[tuple[int, ...], tuple[Hit, ...]]]

    @property
    def text(self) -> str:
        """The folded text."""
        return self.folded.text

    def evidence(self, start: int, end: int) -> Evidence:
        """Return the original characters behind ``text[start:end]``, blanks and commas at the ends left off."""
        text = self.folded.text
        while start < end and text[start] in " \n\t\r،,؛;:.\"'()[]":
            start += 1
        while end > start and text[end - 1] in " \n\t\r،,؛;:.\"'([":
            end -= 1
        span = self.folded.original(start, end)
        return Evidence(span.start, span.end, self.report.text[span.start : span.end])

    def hits_between(self, start: int, end: int) -> tuple[Hit, ...]:
        """Return the hits that start within ``[start, end)``."""
        return self.hits[bisect_left(self.hit_starts, start) : bisect_left(self.hit_starts, end)]

    def cues_between(self, group: str, start: int, end: int) -> tuple[Hit, ...]:
        """Return the cue hits of a group that start within ``[start, end)``."""
        starts, hits = self.cues.get(group, ((), ()))
        return hits[bisect_left(starts, start) : bisect_left(starts, end)]

    def sentence_at(self, position: int) -> Sentence | None:
        """Return the sentence that holds a position."""
        index = bisect_right(self.sentences, position, key=_start) - 1
        return self.sentences[index] if index >= 0 and position < self.sentences[index].end else None

    def in_headline(self, position: int) -> bool:
        """Whether a position lies in headline or standfirst."""
        return any(zone.headline and zone.start <= position < zone.end for zone in self.zones)


def _start(sentence: Sentence) -> int:
    return sentence.start


def surface(report: Report) -> Surface:
    """Return a report made ready; nothing outside headline and body is read."""
    folded = set_apart(fold(report.text), report.text)
    zones = _zones(report, folded)
    cut = [sentence for zone in zones for sentence in sentences(folded.text, zone.start, zone.end)]
    tokens = Tokens(folded.text, ((zone.start, zone.end) for zone in zones))
    hits = tuple(hit for zone in zones for hit in scan(folded.text, tokens.between(zone.start, zone.end)))
    at: dict[int, list[Hit]] = defaultdict(list)
    cues: dict[str, list[Hit]] = defaultdict(list)
    for hit in hits:
        if hit.kind == "cue":
            cues[hit.key.partition("/")[0]].append(hit)
        elif hit.kind in ENTITY_KINDS:
            at[hit.left].append(hit)
    return Surface(
        report=report,
        folded=folded,
        zones=zones,
        tokens=tokens,
        sentences=tuple(cut),
        hits=hits,
        entities_at={left: tuple(found) for left, found in at.items()},
        hit_starts=tuple([hit.start for hit in hits]),
        cues={group: (tuple([hit.start for hit in of]), tuple(of)) for group, of in cues.items()},
    )


def _zones(report: Report, folded: Folded) -> tuple[Zone, ...]:
    """Headline and body in folded offsets, in the order of the text."""
    zones = [Zone(*_to_folded(span, folded), True) for span in report.headline]
    zones += [Zone(*_to_folded(span, folded), False) for span in report.body]
    return tuple(sorted(zones, key=lambda zone: zone.start))


def _to_folded(span: Span, folded: Folded) -> tuple[int, int]:
    if folded.offsets is None:
        return span.start, span.end
    return bisect_left(folded.offsets, span.start), bisect_left(folded.offsets, span.end)
