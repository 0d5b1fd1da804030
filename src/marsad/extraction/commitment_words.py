"""Commitments that a single word makes in somebody's mouth, or in the report's own voice with its owner.

Example: "وأكد الوزير ضرورة تفعيل اللجنة" is a call by the minister, "استعداد كندا للحوار" her readiness.
"""

from functools import cache

from marsad.extraction.clauses import words
from marsad.extraction.commitment_actors import WORDS, owner_behind
from marsad.extraction.commitment_binding import bound
from marsad.extraction.commitment_plans import complemented
from marsad.extraction.commitment_subjects import owner_of_pronoun
from marsad.extraction.commitment_triggers import Bond, Trigger, is_action
from marsad.model.vocabulary import Act

#: How far behind a word the figure stands that it wants reached, in characters.
_FIGURE_WITHIN = 110
#: How many words behind a promise or its owner stands what is promised.
_GIVEN_WITHIN = 4
_OF_TIME = ("a", "mo", "wk", "d", "h", "min", "s")


def modal(trigger: Trigger) -> Bond | None:
    """Read "يجب", "نأمل": an act of the speaker; "ينبغي أن يبلغ حجم التبادل 3 مليارات" is a target."""
    if trigger.utterance is None or trigger.follows("was") or (trigger.negated and trigger.act != "call"):
        return None
    if trigger.follows("relatives") and not (trigger.act == "call" and _deed_at_once(trigger)):
        return None
    if trigger.follows("what") or any(token.text in words(WORDS, "only_said") for token in trigger.after(2)):
        return None
    target = trigger.act == "call" and _figure_behind(trigger)
    return trigger.bond(trigger.speakers, act="target" if target else None)


def importance(trigger: Trigger) -> Bond | None:
    """Read "أهمية تعزيز التعاون": a call, where a noun of doing follows."""
    behind = trigger.after(1)
    done = _deed_at_once(trigger) or any(token.text in words(WORDS, "that_clause") for token in behind)
    return modal(trigger) if done else None


def _deed_at_once(trigger: Trigger) -> bool:
    return any(is_action(token.text) for token in trigger.after(1))


def goal(trigger: Trigger) -> Bond | None:
    """Read "هدف التجارة البينية بقيمة 7 مليارات يورو": a target, where a figure follows."""
    return trigger.bond(trigger.speakers) if _figure_behind(trigger) else None


def _figure_behind(trigger: Trigger) -> bool:
    """Whether a trade or other volume and its figure follow."""
    if not any(token.text in words(WORDS, "wanted_figures") for token in trigger.after(8)):
        return False
    start, end = trigger.hit.end, min(trigger.end, trigger.hit.end + _FIGURE_WITHIN)
    within = (quantity for quantity in trigger.document.quantities if start <= quantity.start < end)
    return any(quantity.unit not in (None, "count", *_OF_TIME) for quantity in within)


@cache
def _owned_endings() -> tuple[str, ...]:
    return tuple(words(WORDS, "owned_endings"))


def willing(trigger: Trigger) -> Bond | None:
    """Read "استعداد كندا للحوار", "رغبتها في": readiness of whose it is; denied a refusal."""
    act: Act | None = "refusal" if trigger.negated else None
    if trigger.negated and trigger.act != "readiness":
        return None
    if _is_owned(trigger):
        return trigger.bond(owner_of_pronoun(trigger), act=act)
    owner = owner_behind(trigger.document, trigger.hit.end)
    if owner is not None:
        return trigger.bond(bound(trigger.utterance, owner, told=False), act=act)
    if any(token.text in words(WORDS, "own_country") for token in trigger.after(1)):
        return trigger.bond(trigger.speakers, act=act)
    return trigger.bond(trigger.speakers, act=act) if trigger.follows("expressing") else None


def _is_owned(trigger: Trigger) -> bool:
    """Whether the noun of a cue has a pronoun ("حرصها على"), or the cue ends with whose it is ("عزم بلاده")."""
    phrase = trigger.document.text[trigger.hit.start : trigger.hit.end]
    if phrase.endswith(tuple(words(WORDS, "own_country"))):
        return True
    first = phrase.split()[0]
    return first not in words(WORDS, "feminine_nouns") and first.endswith(_owned_endings())


def keen(trigger: Trigger) -> Bond | None:
    """Read "أكد حرص كندا على", "أكد عمق العلاقات وحرص كندا على": the noun, and not the verb "حرص الوزير"."""
    if trigger.follows("expressing"):
        return willing(trigger)
    if trigger.utterance is None:
        return None
    owner = owner_behind(trigger.document, trigger.hit.end)
    if owner is None:
        behind = [token.text for token in trigger.after(2)]
        own = behind[:1] and behind[0] in words(WORDS, "own_country")
        return trigger.bond(trigger.speakers) if own and behind[-1] in words(WORDS, "upon") else None
    upon = any(token.text in words(WORDS, "upon") for token in trigger.after(1, behind=owner))
    return willing(trigger) if upon and not any(p.person for p in owner.members) else None


def given(trigger: Trigger) -> Bond | None:
    """Read "الوعود الكندية ببناء": the owner of a promise is bound, whoever tells of it."""
    if trigger.follows("keeping"):
        return None
    behind = trigger.after(1)
    led = behind[0].end if behind and behind[0].text in words(WORDS, "from") else trigger.hit.end
    owner = owner_behind(trigger.document, led)
    if not complemented(trigger, owner, within=_GIVEN_WITHIN):
        return None
    if owner is not None:
        return trigger.bond(bound(trigger.utterance, owner, told=True))
    return trigger.bond(owner_of_pronoun(trigger)) if _is_owned(trigger) else None


def unopposed(trigger: Trigger) -> Bond | None:
    """Read "ليس لدى كندا أي مانع": readiness of the speaker."""
    denied = any(word in words(WORDS, "negations") for word in trigger.before(6))
    return trigger.bond(trigger.speakers) if denied else None


def continues(trigger: Trigger) -> Bond | None:
    """Read "أكد استمرار بلاده في دعم السلام": what one stresses to be going on is promised."""
    utterance = trigger.utterance
    if utterance is None or utterance.verb not in words(WORDS, "assuring") or not _begins_content(trigger):
        return None
    behind = trigger.after(1)
    if _is_owned(trigger) or (behind and behind[0].text in words(WORDS, "own_country")):
        return trigger.bond(trigger.speakers)
    owner = owner_behind(trigger.document, trigger.hit.end)
    if owner is not None:
        return trigger.bond(bound(utterance, owner, told=False))
    kept_up = trigger.name == "go_on" and any(token.text in words(WORDS, "kept_up") for token in behind)
    return trigger.bond(trigger.speakers) if kept_up else None


def _begins_content(trigger: Trigger) -> bool:
    """Whether the utterance's verb, or its speaker, stands right before, perhaps with "على" between."""
    token = trigger.document.surface.tokens.before(trigger.hit.left)
    if token is not None and token.text in words(WORDS, "assured_over"):
        token = trigger.document.surface.tokens.before(token.start)
    if token is None or token.start < trigger.sentence.start:
        return True
    mentions = trigger.document.cast.before(token.end)
    if mentions and mentions[-1].start <= token.end <= mentions[-1].end + 1:
        return True
    hits = trigger.document.surface.hits_between(token.start, token.end)
    return any(hit.kind == "verb" and hit.end == token.end for hit in hits)
