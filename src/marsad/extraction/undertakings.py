"""Undertakings: instruments, bodies and works that states set up together, with the stage they are at.

A noun for the thing opens one; the stage is told by the nearest word of stage in its clause, the parties by the
states in view. Without a stage, or without a party, the thing is only mentioned and makes no claim.
Example: "وقّعت عُمان وقطر مذكرة تفاهم في مجال النقل" → memorandum, signed, OMN and QAT.
"""

from marsad.extraction.clauses import cue, cues
from marsad.extraction.document import Document
from marsad.extraction.sectors import parties, sectors
from marsad.knowledge.lexicon import Hit
from marsad.language.sentences import Sentence
from marsad.model.claims import Claim, Undertaking
from marsad.model.vocabulary import Stage

#: Before and after the thing, the characters in which a word of stage belongs to it.
_BEFORE, _AFTER = 70, 60
_JOINT_KINDS = ("agreement", "treaty", "memorandum", "declaration", "joint_commission", "free_trade_area", "other")


def find(document: Document) -> list[Claim]:
    """Return the undertakings of a report; the same thing at the same stage in one sentence only once."""
    found: list[Claim] = []
    for sentence in document.surface.sentences:
        if document.surface.in_headline(sentence.start):
            continue
        seen: set[tuple[str, str]] = set()
        for thing in _things(document, sentence):
            claim = _undertaking(document, sentence, thing)
            if claim is not None and (claim.kind, claim.stage) not in seen:
                seen.add((claim.kind, claim.stage))
                found.append(claim)
    return found


def _things(document: Document, sentence: Sentence) -> list[Hit]:
    hits = document.surface.hits_between(sentence.start, sentence.end)
    things = [h for h in hits if h.kind == "cue" and h.key.startswith("undertakings/") and cue(h.key)["role"] == "thing"]
    kept: list[Hit] = []
    for hit in things:
        if kept and hit.start < kept[-1].end:
            if hit.end > kept[-1].end:
                kept[-1] = hit
            continue
        kept.append(hit)
    return kept


def _undertaking(document: Document, sentence: Sentence, thing: Hit) -> Undertaking | None:
    stage = _stage(document, sentence, thing)
    if stage is None:
        return None
    word, name = stage
    view = parties(document, sentence.start, sentence.end) or _speaker_states(document, thing)
    if not view:
        return None
    start = min(word.left, thing.left)
    end = _end(document, sentence, max(word.end, thing.end))
    return Undertaking(
        evidence=(document.surface.evidence(start, end),),
        by=document.speaker(thing.start),
        by_also=document.also(thing.start),
        extractor=f"undertakings/{thing.key.split('/')[1]}-{name}",
        kind=cue(thing.key)["kind"],  # type: ignore[arg-type]  # the knowledge's linter holds the vocabulary
        stage=name,
        parties=tuple(view),
        sectors=sectors(document, start, end),
        count=_count(document, thing),
    )


def _stage(document: Document, sentence: Sentence, thing: Hit) -> tuple[Hit, Stage] | None:
    """Return the word of stage nearest to the thing, those before it preferred, and the stage."""
    best: tuple[int, Hit, Stage] | None = None
    for hit in document.surface.hits_between(max(sentence.start, thing.left - _BEFORE), min(sentence.end, thing.end + _AFTER)):
        if hit.kind != "cue" or not hit.key.startswith("undertakings/") or cue(hit.key)["role"] != "stage":
            continue
        if hit.start < thing.end and hit.end > thing.start:
            continue
        before = hit.end <= thing.left
        distance = thing.left - hit.end if before else (hit.left - thing.end) + 15
        if best is None or distance < best[0]:
            best = (distance, hit, cue(hit.key)["stage"])  # type: ignore[assignment]
    return (best[1], best[2]) if best else None


def _speaker_states(document: Document, thing: Hit) -> list[str]:
    speaker = document.speaker(thing.start)
    return [speaker.state] if speaker is not None and speaker.state else []


def _end(document: Document, sentence: Sentence, position: int) -> int:
    """End the evidence at the comma or full stop after the thing."""
    for mark in "،,؛.":
        at = document.text.find(mark, position, sentence.end)
        if at >= 0:
            return at
    return sentence.end


def _count(document: Document, thing: Hit) -> int | None:
    for quantity in document.quantities:
        if quantity.start <= thing.start < quantity.end + 3 and quantity.unit == "count" and quantity.value == int(quantity.value):
            return int(quantity.value)
    return None
