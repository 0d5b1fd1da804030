"""Whether an encounter was held, is under way, planned, proposed, put off, called off or denied."""

import msgspec

from marsad.extraction.clauses import cue, words
from marsad.extraction.encounter_scene import Scene
from marsad.extraction.encounter_subjects import subject_before
from marsad.knowledge.lexicon import Hit
from marsad.language.dates import DateMention
from marsad.model.vocabulary import EncounterStatus

_BEFORE, _AFTER = 60, 50
_PAST_REACH = 12
_BREAKS = "،؛:."
#: The stronger says more than the weaker where a clause has both.
_ORDER: tuple[EncounterStatus, ...] = (
    "cancelled",
    "postponed",
    "denied",
    "proposed",
    "scheduled",
    "under_way",
)
#: What lasts is under way while nothing says that it is over.
_LASTING = ("visit_noun", "negotiation")
_LASTING_VERBS = ("visit", "negotiation")


class Standing(msgspec.Struct, frozen=True):
    """A status, and whether the text says so rather than leaving it to what is usual."""

    status: EncounterStatus
    sure: bool


def status_of(
    told: Scene, trigger: Hit, *, governor: Hit | None = None, date: DateMention | None = None
) -> Standing:
    """Return the status of what ``trigger`` tells of; ``governor`` is the verb over a trigger noun.

    Example: "من المقرر أن يلتقي الوزير نظيره" is scheduled, "تأجيل لقاء الوزيرين" postponed.
    """
    verb = governor or trigger
    said = {name for hit in told.hits if (name := _said(told, hit, verb, trigger)) is not None}
    if verb.prefix.endswith(("س", "سوف ")) or _future_first_person(told, verb):
        said.add("scheduled")
    when = _when(told, date)
    for status in _ORDER:
        if status in said and not (when == "past" and status in ("scheduled", "under_way")):
            return Standing(status, sure=True)
    if when == "future":
        return Standing("scheduled", sure=True)
    return _by_tense(told, verb, trigger, when=when)


def _future_first_person(told: Scene, verb: Hit) -> bool:
    """Tell whether it is "سأزور": the first person stands whole in the knowledge, its س is no prefix."""
    return verb.feature == "fixed" and told.document.text[verb.start : verb.start + 2] in ("سا", "سن")


def _said(told: Scene, hit: Hit, verb: Hit, trigger: Hit) -> str | None:
    """Return the status that a word gives, where it stands in the same clause as the encounter."""
    if cue(hit.key)["role"] != "status":
        return None
    name = hit.key.split("/")[1]
    text = told.document.text
    if hit.end <= verb.left:
        if name == "proposed" and trigger.prefix.endswith("ل"):
            return name
        between = text[hit.end : verb.left]
        if name == "denied":
            return name if not between.strip() else None
        return name if len(between) <= _BEFORE and not any(mark in between for mark in _BREAKS) else None
    if name in ("scheduled", "under_way") and trigger.end <= hit.start and hit.left - trigger.end <= _AFTER:
        between = text[trigger.end : hit.left]
        return name if not any(mark in between for mark in _BREAKS) else None
    return None


def _when(told: Scene, date: DateMention | None) -> str | None:
    """Return ``past``, ``today`` or ``future`` by date and report's day; None where either is open."""
    published = told.document.published
    if date is None or date.edtf is None or published is None or len(published) < len("2024-01-01"):
        return None
    day = published[:10]
    first, last = date.edtf[:10], date.edtf.split("/")[-1][:10]
    if day.startswith((first, last)) or first <= day <= last:
        return "today" if len(first) == len(day) else None
    return "future" if first > day else "past"


def _by_tense(told: Scene, verb: Hit, trigger: Hit, *, when: str | None) -> Standing:
    if "perfect" not in verb.feature:
        if verb.feature == "fixed" and told.document.text[verb.start] == "ل" and when != "past":
            return Standing("scheduled", sure=False)
        lasting = trigger.key.split("/")[1] in _LASTING and when != "past" and not _over(told, trigger)
        return Standing("under_way" if lasting else "held", sure=False)
    if "imperfect" not in verb.feature:
        arrives = trigger.key.endswith("/arrive") and when == "today"
        return Standing("under_way" if arrives else "held", sure=True)
    if when == "past" or _was(told, verb):
        return Standing("held", sure=True)
    if told.document.surface.in_headline(verb.start):
        return Standing("held", sure=False)
    if cue(trigger.key).get("kind") in _LASTING_VERBS or trigger.key.endswith("/talks"):
        return Standing("under_way", sure=False)
    # "الوزير يلتقي نظيره" is the style of headlines; "ويلتقي الوزير نظيره" announces.
    headline_style = subject_before(told, verb.left, close=True) is not None
    return Standing("held" if headline_style else "scheduled", sure=False)


def _was(told: Scene, verb: Hit) -> bool:
    before = told.document.surface.tokens.before(verb.left)
    return before is not None and before.text in words("clauses", "was")


def _over(told: Scene, trigger: Hit) -> bool:
    """Tell whether it is over: "في ختام زيارته", "بعد زيارة الوزير", "زيارته الأخيرة"."""
    near = told.tokens(trigger.left - _PAST_REACH, trigger.left) + told.tokens(
        trigger.end, trigger.end + _PAST_REACH
    )
    return any(token.text in words("clauses", "over") for token in near)
