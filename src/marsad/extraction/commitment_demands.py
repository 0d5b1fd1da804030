"""Demands on others that stand beside speech, and what is announced to be given or laid on.

Example: "تحض كندا الأطراف على الحوار" is a call by Canada, "أعلنت كندا عن حزمة مساعدات" a pledge of hers.
"""

import msgspec

from marsad.extraction.clauses import words
from marsad.extraction.commitment_actors import WORDS, actor_of, owner_behind
from marsad.extraction.commitment_binding import bound
from marsad.extraction.commitment_futures import does
from marsad.extraction.commitment_subjects import doer, speaking
from marsad.extraction.commitment_triggers import Bond, Trigger, is_deed
from marsad.extraction.sectors import parties
from marsad.model.claims import Participant

#: How far behind a verb of demanding "لزيارة" makes an invitation of it, in characters.
_INVITES_WITHIN = 130
#: How far before a thing the verb that announces it stands.
_ANNOUNCED_WITHIN = 90


def demands(trigger: Trigger) -> Bond | None:
    """Read "وتحض كندا الأطراف على الحوار", "مطالبا بوقف النار": who demands it, whoever tells it."""
    if trigger.negated or trigger.supposed or trigger.governed or not _demand_follows(trigger):
        return None
    if trigger.hit.prefix.endswith("س"):
        return does(trigger)
    if trigger.hit.feature.startswith("verb.participle"):
        return trigger.bond(trigger.speakers)
    actor, by = doer(trigger, told=True)
    return trigger.bond(by or speaking(trigger), actor=actor)


def _demand_follows(trigger: Trigger) -> bool:
    """Whether an addressee or a thing demanded follows (إلى، على، أن), and no visit that one is asked to."""
    end = min(trigger.end, trigger.hit.end + _INVITES_WITHIN)
    hits = trigger.document.surface.hits_between(trigger.hit.end, end)
    if any(hit.key == "commitments/invite" for hit in hits):
        return False
    leads = words(WORDS, "demand_leads")
    return any(token.text in leads or token.text[0] in "بل" for token in trigger.after(12))


def requested(trigger: Trigger) -> Bond | None:
    """Read "بناء على طلب الوزير": a call by the one who asked."""
    owner = owner_behind(trigger.document, trigger.hit.end)
    return trigger.bond(owner.members) if owner is not None else None


def duty(trigger: Trigger) -> Bond | None:
    """Read "القانون الكندي ينص على إلزام المصارف": a call by the state whose law it is."""
    if trigger.utterance is not None:
        return None
    view = parties(trigger.document, trigger.sentence.start, trigger.hit.end)
    return trigger.bond((Participant(state=view[0]),)) if view else None


def announced(trigger: Trigger) -> Bond | None:
    """Read "أعلنت كندا عن حزمة مساعدات": a pledge by who announces it."""
    document = trigger.document
    start = max(trigger.sentence.start, trigger.hit.left - _ANNOUNCED_WITHIN)
    hits = document.surface.hits_between(start, trigger.hit.left)
    verbs = [hit for hit in hits if hit.kind == "verb" and hit.key.startswith("announce/")]
    if not verbs or not _is_object(trigger):
        return None
    verb = verbs[-1]
    actor = actor_of(document, trigger.sentence, verb.left, verb.end, verb.feature.rpartition(".")[2])
    if actor is None:
        return trigger.bond(trigger.speakers)
    actor = msgspec.structs.replace(actor, start=min(actor.start, verb.left))
    return trigger.bond(bound(trigger.utterance, actor, told=True), actor=actor)


def _is_object(trigger: Trigger) -> bool:
    """Whether the thing is what was announced: it follows "عن" at once, or a noun of doing after it."""
    before = trigger.before(2)
    about = words(WORDS, "about")
    return bool(before) and (before[0] in about or (is_deed(before[0]) and before[-1] in about))
