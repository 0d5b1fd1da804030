"""Demands on others that stand beside speech, and what is announced to be given or laid on.

Example: "تحض كندا الأطراف على الحوار" is a call by Canada, "أعلنت كندا عن حزمة مساعدات" a pledge of hers.
"""

import msgspec

from marsad.extraction.clauses import words
from marsad.extraction.commitment_actors import WORDS, Actor, actor_of, owner_behind
from marsad.extraction.commitment_binding import bound
from marsad.extraction.commitment_futures import does
from marsad.extraction.commitment_subjects import doer, nearest, speaking
from marsad.extraction.commitment_triggers import Bond, Trigger, is_deed
from marsad.extraction.sectors import parties
from marsad.knowledge.lexicon import Hit
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
        return trigger.bond(trigger.speakers or nearest(trigger))
    if trigger.says_it:
        # Who speaks has been settled already: in "الصين، دعت الولايات المتحدة إلى" it is not the one asked.
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
    tokens = [token.text for token in trigger.after(12)]
    if words(WORDS, "greetings").intersection(tokens) or words(WORDS, "prayed_to").intersection(tokens[:1]):
        return False
    return any(token in leads or token[0] in "بل" or is_deed(token) for token in tokens)


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
    """Read "أعلنت كندا عن حزمة مساعدات", "أعلنت كندا تقديم منحة": a pledge by who announces it."""
    document = trigger.document
    start = max(trigger.sentence.start, trigger.hit.left - _ANNOUNCED_WITHIN)
    hits = document.surface.hits_between(start, trigger.hit.left)
    verbs = [hit for hit in hits if hit.kind == "verb" and hit.key.startswith("announce/")]
    if not verbs or _only_supposed(trigger, verbs[-1]):
        return None
    verb = verbs[-1]
    actor = actor_of(document, trigger.sentence, verb.left, verb.end, verb.feature.rpartition(".")[2])
    if not _is_object(trigger) and not _is_given(trigger, verb, actor):
        return None
    if actor is None:
        return trigger.bond(trigger.speakers)
    actor = msgspec.structs.replace(actor, start=min(actor.start, verb.left))
    return trigger.bond(bound(trigger.utterance, actor, told=True), actor=actor)


def _only_supposed(trigger: Trigger, verb: Hit) -> bool:
    """Whether the announcing is only supposed, or a noun by which it is asked for: "دعا إلى إعلان هدنة"."""
    before = trigger.document.surface.tokens.before(verb.left)
    supposed = words(WORDS, "past_or_supposed") - words(WORDS, "done_already") - words(WORDS, "was")
    return verb.feature == "masdar.bare" or (before is not None and before.text in supposed)


def _is_given(trigger: Trigger, verb: Hit, actor: Actor | None) -> bool:
    """Whether giving is what is announced, right behind the verb or its subject: "أعلنت كندا تقديم منحة"."""
    end = max(verb.end, actor.end) if actor is not None else verb.end
    between = trigger.document.surface.tokens.between(end, trigger.hit.left)
    first = trigger.document.surface.tokens.between(trigger.hit.start, trigger.hit.end)[:1]
    given = bool(first) and first[0].text in words(WORDS, "giving")
    return given and all(
        token.text in "،," or token.text in words("attribution", "between") for token in between
    )


def _is_object(trigger: Trigger) -> bool:
    """Whether the thing is what was announced: it follows "عن" at once, or a noun of doing after it."""
    before = trigger.before(2)
    about = words(WORDS, "about")
    return bool(before) and (before[0] in about or (is_deed(before[0]) and before[-1] in about))
