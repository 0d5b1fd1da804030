"""Futures of verbs that knowledge lists: "ستقدم كندا", "بلاده ستدعم", "الشركة التي ستشتري".

The subject must be one who can bind themselves: in a mouth the speaker's own side, in the report's own voice
a state, a body or a person. Example: "وستواصل كندا المساعدات" is a pledge; "ستوفر الزيارة فرصا" is none.
"""

import msgspec

from marsad.extraction.clauses import words
from marsad.extraction.commitment_actors import WORDS, Actor
from marsad.extraction.commitment_plans import meets_only, was, works
from marsad.extraction.commitment_subjects import doer, own_side
from marsad.extraction.commitment_triggers import Bond, Trigger, is_deed
from marsad.model.vocabulary import Act

#: How many words behind a verb or its subject a deed stands, and a word for what is only likely.
_DEED_WITHIN = 3
_LIKELY_WITHIN = 2


def does(trigger: Trigger) -> Bond | None:
    """Read "ستقدم كندا منحة", "الشركة التي ستشتري", "بلاده سوف تدعم": a pledge by who will do it."""
    if not (trigger.hit.prefix.endswith("س") or trigger.follows("future_particles")):
        return None
    if _only_likely(trigger):
        return None
    if trigger.name == "passive":
        return _passive(trigger)
    if meets_only(trigger):
        return None
    act: Act = "target" if trigger.name == "achieves" else "pledge"
    actor, by = doer(trigger, told=False, carried=False)
    if trigger.name == "discussed":
        return _suffered(trigger) if actor is None else None
    if trigger.name == "does_deed" and not _deed_behind(trigger, actor):
        return None
    if actor is not None and actor is not trigger.last:
        by = by or own_side(trigger, pronoun=False)
        return None if was(trigger, actor) else trigger.bond(by, actor=actor, act=act)
    own = own_side(trigger, pronoun=trigger.name != "does_too") or by
    if own or trigger.name != "suffers":
        return trigger.bond(own, actor=actor, act=act)
    return _suffered(trigger)


def works_on(trigger: Trigger) -> Bond | None:
    """Read "ستعمل كندا على", a pledge, and "تعمل كندا على تعزيز", a target."""
    if trigger.hit.prefix.endswith("س") or trigger.follows("future_particles"):
        bond = does(trigger)
        return msgspec.structs.replace(bond, act="pledge") if bond is not None else None
    return works(trigger)


def _only_likely(trigger: Trigger) -> bool:
    """Whether it is only expected: "ربما ستقدم", "ستواصل على الأرجح"."""
    behind = (token.text for token in trigger.after(_LIKELY_WITHIN))
    before = words(WORDS, "likely").intersection(trigger.before(_LIKELY_WITHIN))
    return bool(before) or any(word in words(WORDS, "likely_behind") for word in behind)


def _deed_behind(trigger: Trigger, actor: Actor | None) -> bool:
    """Whether a deed follows: "ستقوم بشراء" binds, "سيقوم بزيارة" tells of an encounter."""
    tokens = [token.text for token in trigger.after(_DEED_WITHIN, behind=actor)]
    if any(token in words(WORDS, "encounters_to_come") for token in tokens):
        return False
    return any(is_deed(token) or is_deed(token.removeprefix("ب")) for token in tokens)


def _suffered(trigger: Trigger) -> Bond | None:
    """Read "التعرفة ستطبق": a thing before the verb, no object behind, in a mouth that speaks for a state."""
    before, behind = trigger.before(), trigger.after(1)
    passive = words(WORDS, "after_passive") | words("attribution", "prepositions")
    if behind and behind[0].is_word and behind[0].text not in passive:
        return None
    if not before or trigger.follows("openers") or trigger.follows("pronouns"):
        return None
    stated = any(p.state for p in trigger.speakers) and trigger.person in ("3ms", "3fs")
    return trigger.bond(trigger.speakers) if stated else None


def _passive(trigger: Trigger) -> Bond | None:
    """Read "سيتم توسيع الميناء" in a mouth that speaks for a state or for a body of its own."""
    stated = any(p.state or p.person for p in trigger.speakers) and not trigger.follows("relatives")
    behind = [token.text for token in trigger.after(1) if token.text not in words(WORDS, "signing")]
    return trigger.bond(trigger.speakers) if stated and any(map(is_deed, behind)) else None
