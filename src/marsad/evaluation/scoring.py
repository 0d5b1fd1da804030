"""Counting what was found, missed and made up."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from marsad.errors import MarsadError
from marsad.evaluation.gold import GoldReport, Noted, noted, worded
from marsad.evaluation.matching import NONE, TYPES, strength
from marsad.model.jsonform import Extraction

SLOTS = {
    "encounter": ("status", "date", "place.state", "place.city"),
    "undertaking": ("kind", "stage", "sectors", "count", "term_years"),
    "commitment": ("act", "sectors"),
    "measure": ("indicator", "target", "by.person"),
    "statement": ("verb", "direct"),
    "membership": ("status",),
    "tenure": ("status",),
}


class Tally(msgspec.Struct):
    """Claims of one type: found rightly, made up, missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of what is there that was found."""
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.precision * self.recall / max(1e-9, self.precision + self.recall)


class Ratio(msgspec.Struct):
    """How many of how many."""

    right: int = 0
    of: int = 0

    def add(self, right: bool) -> None:
        """Count one more."""
        self.right += right
        self.of += 1


class Fault(msgspec.Struct, frozen=True):
    """A miss or a false alarm."""

    report: str
    missed: bool
    claim: Noted


class Scores(msgspec.Struct):
    """Counts by type, accuracy of slots on matched claims, publication dates, evidence not in its text."""

    types: dict[str, Tally] = msgspec.field(default_factory=dict)
    slots: dict[str, Ratio] = msgspec.field(default_factory=dict)
    published: Ratio = msgspec.field(default_factory=Ratio)
    broken_evidence: int = 0
    faults: list[Fault] = msgspec.field(default_factory=list)

    @property
    def macro_f1(self) -> float:
        """The mean F1 of the types that the annotations hold."""
        found = [tally.f1 for tally in self.types.values() if tally.right + tally.missed]
        return sum(found) / max(1, len(found))


def score(gold: Iterable[GoldReport], extractions: Iterable[Extraction]) -> Scores:
    """Compare extractions with annotations.

    An annotation belongs to the report whose source ends in its name. Raises ``MarsadError`` when one
    has no report.
    """
    by_source = {extraction.report.source: extraction for extraction in extractions}
    scores = Scores(types={name: Tally() for name in TYPES})
    for annotation in gold:
        _score_report(annotation, _report_of(annotation, by_source), scores)
    return scores


def annotates(gold: GoldReport, source: str) -> bool:
    """Tell whether an annotation is of the report with this source."""
    return source.endswith(gold.report) or gold.report.endswith(source)


def _report_of(gold: GoldReport, by_source: dict[str, Extraction]) -> Extraction:
    for source, extraction in by_source.items():
        if annotates(gold, source):
            return extraction
    raise MarsadError(f"{gold.report}: annotated, but not among the reports (name its file or folder too)")


def _score_report(gold: GoldReport, extraction: Extraction, scores: Scores) -> None:
    report = extraction.report
    if gold.published:
        day = gold.published.edtf or ""
        scores.published.add(day[:10] == (report.published.edtf or "")[:10])
    found = [noted(claim) for claim in extraction.claims]
    scores.broken_evidence += sum(
        report.text[span.start : span.end] != span.text for claim in found for span in claim.spans
    )
    for name in gold.annotated:
        want = [worded(claim, report.text) for claim in gold.claims if claim.type == name]
        have = [claim for claim in found if claim.type == name]
        pairs, echoes = _pair(want, have, report.text)
        wrong = [] if gold.partial.get(name) else sorted(set(range(len(have))) - set(pairs.values()) - echoes)
        missed = [claim for at, claim in enumerate(want) if at not in pairs]
        tally = scores.types[name]
        tally.right += len(pairs)
        tally.missed += len(missed)
        tally.wrong += len(wrong)
        scores.faults += [Fault(gold.report, True, claim) for claim in missed]
        scores.faults += [Fault(gold.report, False, have[at]) for at in wrong]
        for at, other in pairs.items():
            _score_slots(want[at], have[other], scores)


def _pair(want: Sequence[Noted], have: Sequence[Noted], text: str) -> tuple[dict[int, int], set[int]]:
    """Match one to one, the strongest first; return the pairs, and which of ``have`` echo an annotation."""
    strengths = [
        (strength(one, two, text), at, to) for at, one in enumerate(want) for to, two in enumerate(have)
    ]
    pairs: dict[int, int] = {}
    for how, at, to in sorted(strengths, reverse=True):
        if how > NONE and at not in pairs and to not in pairs.values():
            pairs[at] = to
    return pairs, {to for how, _, to in strengths if how} - set(pairs.values())


def _score_slots(gold: Noted, found: Noted, scores: Scores) -> None:
    for slot in SLOTS[gold.type]:
        expected = _dig(gold, slot)
        if expected is not None:
            ratio = scores.slots.setdefault(f"{gold.type}.{slot}", Ratio())
            ratio.add(_agrees(slot, expected, _dig(found, slot)))


def _agrees(slot: str, expected: object, actual: object) -> bool:
    if isinstance(expected, tuple):
        return bool(isinstance(actual, tuple) and set(expected) & set(actual))
    if slot == "date":
        day = str(expected)[:10]
        return bool(actual) and str(actual).startswith(day)
    return str(expected) == str(actual)


def _dig(claim: Noted, path: str) -> Any:  # noqa: ANN401 - whatever the slot holds
    found: Any = claim
    for name in path.split("."):
        found = getattr(found, name) if found is not None else None
    return found
