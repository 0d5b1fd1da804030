"""Acts of will that need somebody who can have one: plans, aims, decisions, refusals, promises, proposals.

In a mouth the speaker is bound by what their own side wants; in the report's own voice the state or person
who wants it is. Example: "تعتزم كندا فتح سفارة" is a pledge by Canada; "الزيارة تهدف إلى" binds nobody.
"""

from itertools import pairwise

from marsad.extraction.clauses import words
from marsad.extraction.commitment_actors import WORDS, Actor, actor_before, actor_behind, owner_behind
from marsad.extraction.commitment_binding import bound, passes_on
from marsad.extraction.commitment_subjects import (
    beginning,
    carried_subject,
    doer,
    own_side,
    owner_of_pronoun,
    speaking,
)
from marsad.extraction.commitment_triggers import Bond, Trigger, is_action, is_deed
from marsad.extraction.sectors import parties
from marsad.model.claims import Participant
from marsad.model.vocabulary import Act

#: How many words behind a verb or its subject its object may stand.
_OBJECT_WITHIN = 5
_PROMISED_WITHIN = 14
_SHORTEST_COMPLEMENT = 4
_WANTED_WITHIN = 3
_OFFERED_WITHIN = 2
_WORKS_BEFORE = 8
_DECIDED_WITHIN = 7


def intends(trigger: Trigger) -> Bond | None:
    """Read "تعتزم كندا فتح سفارة", "بلاده مستعدة"; denied it is a refusal: "لا تعتزم كندا"."""
    if trigger.supposed or (trigger.is_verb and trigger.act != "hope" and meets_only(trigger)):
        return None
    if not trigger.negated:
        return _willed(trigger)
    return _willed(trigger, act="refusal") if trigger.act in ("pledge", "readiness") else None


def weighs(trigger: Trigger) -> Bond | None:
    """Read "تدرس كندا إمكانية فتح سفارة": readiness of who thinks about it."""
    tokens = [token.text for token in trigger.after(7)]
    ways = any(a in words(WORDS, "about") and b in words(WORDS, "ways") for a, b in pairwise(tokens))
    if ways or words(WORDS, "weighed").intersection(tokens):
        return intends(trigger)
    actor = actor_behind(trigger.document, trigger.sentence, trigger.hit.end, trigger.person)
    deed = any(is_deed(token.text) for token in trigger.after(1, behind=actor))
    return intends(trigger) if deed and trigger.name == "weigh_deed" else None


def aims(trigger: Trigger) -> Bond | None:
    """Read "تسعى كندا إلى خفض الرسوم"; of things only the works that states set up have aims of theirs."""
    if trigger.supposed or trigger.negated:
        return None
    if trigger.name == "target_verb" and not _is_targeted(trigger):
        return None
    return _willed(trigger) or _aim_of_works(trigger) or _aim_of_own_works(trigger)


def _is_targeted(trigger: Trigger) -> bool:
    """Whether a deed follows, or works with what they are worth: "تستهدف تعزيز", "تستهدف مشاريع بقيمة"."""
    tokens = trigger.after(_OBJECT_WITHIN)
    worth = any(token.text in words(WORDS, "worth") for token in tokens)
    return worth or any(is_deed(token.text) for token in tokens[:1])


def works(trigger: Trigger) -> Bond | None:
    """Read "بلاده تعمل على تعزيز التعاون", "نعمل على حل الخلاف": a target."""
    actor = actor_behind(trigger.document, trigger.sentence, trigger.hit.end, trigger.person)
    led = trigger.after(2, behind=actor)
    if trigger.utterance is None or trigger.supposed or trigger.negated:
        return None
    if not led or led[0].text not in words(WORDS, "upon"):
        return None
    if not is_action(led[-1].text) or trigger.follows("relatives"):
        return None
    if not trigger.is_verb:
        return trigger.bond(trigger.speakers)
    _, by = doer(trigger, told=False, carried=False)
    return _willed(trigger) if by or own_side(trigger, pronoun=True) else None


def _willed(trigger: Trigger, *, act: Act | None = None) -> Bond | None:
    if trigger.hit.feature.startswith("verb.participle"):
        return trigger.bond(trigger.speakers or beginning(trigger), act=act)
    actor, by = doer(trigger, told=False, carried=False)
    if actor is not None and actor is not trigger.last:
        # What others are ready to do or hope for is told; what they are said to be after is held against them.
        by = by or (actor.members if act is None and trigger.act != "target" else ())
        return None if was(trigger, actor) else trigger.bond(by, actor=actor, act=act)
    own = own_side(trigger, pronoun=not trigger.name.endswith("_too") or _begins_speech(trigger))
    own = own or _we(trigger)
    if own or by:
        return trigger.bond(own, act=act) or trigger.bond(by, actor=actor, act=act)
    return trigger.bond(beginning(trigger), act=act) if trigger.follows("where") else None


def _begins_speech(trigger: Trigger) -> bool:
    """Whether what is said begins with the verb, so that a pronoun before it means the speaker: "قالت إنها تهدف"."""
    said = trigger.utterance
    between = trigger.document.surface.tokens.between(said.content, trigger.hit.left) if said else []
    return said is not None and len(between) <= 1


def _we(trigger: Trigger) -> tuple[Participant, ...]:
    """Return the speakers where a quotation begins with what they are: "ملتزمون بالاتفاق"."""
    first = trigger.document.text[trigger.hit.start : trigger.hit.end].split()[0]
    return trigger.speakers if first in words(WORDS, "we_are") and trigger.follows("quoted") else ()


def was(trigger: Trigger, actor: Actor) -> bool:
    """Whether the will is a past one: "كانت كندا تعتزم"."""
    before = trigger.document.surface.tokens.before(actor.start)
    return (
        before is not None and before.start >= trigger.sentence.start and before.text in words(WORDS, "was")
    )


def meets_only(trigger: Trigger) -> bool:
    """Whether a visit or meeting is all that is intended, right behind the verb or its subject."""
    actor = actor_behind(trigger.document, trigger.sentence, trigger.hit.end, trigger.person)
    tokens = [token for token in trigger.after(4, behind=actor) if token.is_word]
    return any(token.text in words(WORDS, "encounters_to_come") for token in tokens[:2])


def _aim_of_works(trigger: Trigger) -> Bond | None:
    """Read "وتهدف هذه الاتفاقية إلى …": an aim of the states whose work it is."""
    if trigger.utterance is not None and not passes_on(trigger.utterance):
        return None
    behind = [token.text for token in trigger.after(2) if token.text not in words(WORDS, "demonstratives")]
    works = words(WORDS, "joint_works")
    if (
        behind[:1]
        and behind[0] not in works
        and not (behind[0] in words(WORDS, "to_what") and _of_works(trigger))
    ):
        return None
    if not behind:
        return None
    view = parties(trigger.document, trigger.sentence.start, trigger.sentence.end)
    view = view or parties(trigger.document, trigger.paragraph_start, trigger.sentence.end)
    return trigger.bond(tuple(Participant(state=state) for state in view))


def _of_works(trigger: Trigger) -> bool:
    """Whether works stand before their aim, up to the one clause: "والمذكرة التي وقعها الجانبان تهدف إلى"."""
    return bool(words(WORDS, "joint_works").intersection(trigger.before(_WORKS_BEFORE)))


def _aim_of_own_works(trigger: Trigger) -> Bond | None:
    """Read "قال الوزير إن البرنامج يهدف إلى …": an aim of whoever speaks of their work."""
    if trigger.utterance is None or passes_on(trigger.utterance):
        return None
    near = [*trigger.before(_WORKS_BEFORE), *(token.text for token in trigger.after(1))]
    return trigger.bond(trigger.speakers) if words(WORDS, "joint_works").intersection(near) else None


def wants(trigger: Trigger) -> Bond | None:
    """Read "تريد كندا أن تفتح سفارة", "نود تعزيز التعاون": a wish for something to be done."""
    if trigger.supposed or trigger.negated:
        return None
    if not trigger.is_verb:
        wanted = trigger.utterance is not None and _done_behind(trigger, None)
        return trigger.bond(trigger.speakers) if wanted else None
    actor = actor_behind(trigger.document, trigger.sentence, trigger.hit.end, trigger.person)
    return _willed(trigger) if _done_behind(trigger, actor) else None


def needs(trigger: Trigger) -> Bond | None:
    """Read "نحن بحاجة إلى تعزيز التعاون", "الوضع يتطلب توحيد الجهود": a call, in a mouth only."""
    if trigger.utterance is None or trigger.supposed or trigger.negated or trigger.follows("what"):
        return None
    if trigger.hit.prefix.endswith("س") and trigger.person not in ("3fs", "3ms"):
        return None
    return trigger.bond(trigger.speakers) if _done_behind(trigger, None) else None


def _done_behind(trigger: Trigger, actor: Actor | None) -> bool:
    """Whether أن or a noun of doing follows within a few words, perhaps behind a preposition."""
    for token in trigger.after(_WANTED_WITHIN, behind=actor):
        if token.text in words(WORDS, "that_clause") or is_deed(token.text):
            return True
        if token.text[0] in "بل" and is_deed(token.text[1:].removeprefix("ل")):
            return True
    return False


def refuses(trigger: Trigger) -> Bond | None:
    """Read "رفضت كندا التوقيع"; a noun's owner follows it or is who acts: "رفض كندا", "رفضها التفاوض"."""
    if trigger.supposed or trigger.negated:
        return None
    if trigger.is_verb:
        actor, by = doer(trigger, told=True)
        by = by or speaking(trigger)
        if by:
            return trigger.bond(by, actor=actor) if _refused(trigger, actor) else None
    # The form of the verb may be the noun: "رفض كندا التوقيع".
    owner = owner_behind(trigger.document, trigger.hit.end)
    if (owner is None and trigger.is_verb) or not _refused(trigger, owner):
        return None
    by = owner_of_pronoun(trigger) if owner is None else bound(trigger.utterance, owner, told=True)
    return trigger.bond(by)


def _refused(trigger: Trigger, actor: Actor | None) -> bool:
    """Whether something that one can refuse to do follows within a few words of verb or subject."""
    tokens = trigger.after(_OBJECT_WITHIN, behind=actor)
    return any(token.text in words(WORDS, "refused") for token in tokens)


def decides(trigger: Trigger) -> Bond | None:
    """Read "قررت كندا فتح سفارة", "وافقت الحكومة على فتح المرفأ", "موافقة الحكومة على فتح المرفأ"."""
    if trigger.supposed or trigger.negated:
        return None
    if trigger.is_verb:
        actor, by = doer(trigger, told=True, carried=False)
        by = by or speaking(trigger)
    else:
        actor = owner_behind(trigger.document, trigger.hit.end)
        by = bound(trigger.utterance, actor, told=True) if actor is not None else ()
    tokens = trigger.after(_DECIDED_WITHIN if trigger.is_verb else _OBJECT_WITHIN - 1, behind=actor)
    decided = any(is_deed(token.text) or token.text in words(WORDS, "that_clause") for token in tokens)
    return trigger.bond(by, actor=actor) if decided else None


def to_begin(trigger: Trigger) -> Bond | None:
    """Read "من المقرر بدء حظر أقرته كندا": a pledge or threat by the state named for it."""
    if trigger.utterance is not None or not any(is_deed(token.text) for token in trigger.after(1)):
        return None
    for mention in trigger.document.cast.between(trigger.hit.end, trigger.sentence.end):
        if mention.kind == "state" and not mention.prefix:
            return trigger.bond(mention.members)
    return None


def promises(trigger: Trigger) -> Bond | None:
    """Read "وعد الوزير بأن", "كندا تعهدت بـ": who promises is bound, whoever tells it."""
    document, hit = trigger.document, trigger.hit
    actor = actor_before(document, trigger.sentence, hit.left, trigger.person) if not hit.prefix else None
    actor = actor or actor_behind(document, trigger.sentence, hit.end, trigger.person)
    if trigger.supposed or trigger.negated or not complemented(trigger, actor):
        return None
    actor = actor or carried_subject(trigger)
    if actor is not None:
        return trigger.bond(bound(trigger.utterance, actor, told=True), actor=actor)
    return trigger.bond(speaking(trigger))


def complemented(trigger: Trigger, actor: Actor | None, *, within: int = _PROMISED_WITHIN) -> bool:
    """Whether what is promised follows: "بأن", "بنقل", "أن", or words in quotation marks."""
    for token in trigger.after(within, behind=actor):
        if token.text in words(WORDS, "that") or is_deed(token.text):
            return True
        if token.text[0] != "ب" or token.text in words(WORDS, "not_complements"):
            continue
        if len(token.text) >= _SHORTEST_COMPLEMENT:
            return trigger.document.cast.at(token.start) is None
    return False


def offers(trigger: Trigger) -> Bond | None:
    """Read "عرضت كندا الوساطة", "عرض على نظيره تقديم مساعدة"."""
    actor = actor_behind(trigger.document, trigger.sentence, trigger.hit.end, trigger.person)
    tokens = trigger.after(_OFFERED_WITHIN, behind=actor)
    offered = any(token.text in words(WORDS, "offered") for token in tokens)
    return proposes(trigger) if offered and not trigger.governed else None


def proposes(trigger: Trigger) -> Bond | None:
    """Read "اقترحت كندا تأجيل اللقاء"."""
    if trigger.supposed or trigger.negated:
        return None
    actor, by = doer(trigger, told=True)
    return trigger.bond(by or speaking(trigger), actor=actor)
