"""Whether an encounter was held, is under way, planned, proposed, put off, called off or denied."""

from marsad.extraction.clauses import cue, cues
from marsad.extraction.document import Document
from marsad.knowledge.lexicon import Hit
from marsad.language.sentences import Sentence
from marsad.model.vocabulary import EncounterStatus

_BEFORE, _AFTER = 45, 60
#: The stronger says more than the weaker where a clause has both.
_ORDER: tuple[EncounterStatus, ...] = ("cancelled", "postponed", "denied", "proposed", "scheduled", "under_way")


def status_of(document: Document, trigger: Hit, sentence: Sentence, *, verb: Hit | None = None) -> EncounterStatus:
    """Return the status of the encounter that ``trigger`` tells of; ``verb`` governs a trigger noun."""
    start = max(sentence.start, trigger.start - _BEFORE)
    end = min(sentence.end, trigger.end + _AFTER)
    told = {
        hit.key.split("/")[1]
        for hit in cues(document, "encounters", start, end)
        if cue(hit.key)["role"] == "status" and _applies(document, hit, trigger)
    }
    governing = verb or trigger
    if governing.prefix.endswith(("س", "سوف ")):
        told.add("scheduled")
    for status in _ORDER:
        if status in told:
            return status
    return _by_tense(document, governing, trigger)


def _applies(document: Document, status: Hit, trigger: Hit) -> bool:
    """Negation counts right before the verb only; wishes before the noun, dates on either side."""
    name = status.key.split("/")[1]
    between = document.text[status.end : trigger.left] if status.end <= trigger.left else ""
    if name == "denied":
        return status.end <= trigger.left and not between.strip()
    if name in ("proposed", "postponed", "cancelled"):
        return status.end <= trigger.left and "،" not in between
    return "." not in document.text[min(status.end, trigger.end) : max(status.start, trigger.start)]


def _by_tense(document: Document, governing: Hit, trigger: Hit) -> EncounterStatus:
    if "imperfect" not in governing.feature or document.surface.in_headline(governing.start):
        return "held"
    before = document.surface.tokens.before(governing.left)
    if before is not None and before.text in ("كان", "كانت", "لم"):
        return "held"
    return "under_way" if cue(trigger.key).get("kind") in ("visit", "negotiation") else "scheduled"
