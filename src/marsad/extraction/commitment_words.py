"""Commitments that a single word makes in somebody's mouth, or in the report's own voice with its owner.

Example: "وأكد الوزير ضرورة تفعيل اللجنة" is a call by the minister, "استعداد كندا للحوار" her readiness.
"""

from functools import cache

from marsad.extraction.clauses import words
from marsad.extraction.commitment_actors import WORDS, Actor, owner_behind
from marsad.extraction.commitment_agreed import agreed
from marsad.extraction.commitment_binding import bound, passes_on
from marsad.extraction.commitment_plans import complemented
from marsad.extraction.commitment_subjects import beginning, owner_of_pronoun
from marsad.extraction.commitment_triggers import Bond, Trigger, is_action
from marsad.extraction.speech import Utterance
from marsad.model.claims import Participant
from marsad.model.vocabulary import Act

#: How far behind a word the figure stands that it wants reached, in characters.
_FIGURE_WITHIN = 110
#: How many words behind a promise or its owner stands what is promised.
_GIVEN_WITHIN = 4
#: Within how many words behind "أهمية" the noun of doing begins.
_DONE_WITHIN = 3
#: How many words before a will that is shown, and behind it up to what is willed.
_SHOWN_WITHIN = 2
_WILL_LEADS = 4
#: Within how many words behind a goal stands what it is.
_GOAL_WITHIN = 8
_OF_TIME = ("a", "mo", "wk", "d", "h", "min", "s")


def modal(trigger: Trigger) -> Bond | None:
    """Read "يجب", "نأمل": an act of the speaker; "ينبغي أن يبلغ حجم التبادل 3 مليارات" is a target."""
    if trigger.utterance is None:
        return agreed(trigger)
    if trigger.follows("was") or (trigger.negated and trigger.act != "call"):
        return None
    if trigger.follows("likely"):
        return None
    if trigger.follows("relatives") and not (trigger.act == "target" or _deed_at_once(trigger)):
        return None
    if trigger.follows("what") or any(token.text in words(WORDS, "only_said") for token in trigger.after(2)):
        return None
    target = trigger.act == "call" and _figure_behind(trigger)
    return trigger.bond(trigger.speakers, act="target" if target else None)


def importance(trigger: Trigger) -> Bond | None:
    """Read "أهمية تعزيز التعاون": a call, where a noun of doing follows."""
    if trigger.follows("unneeded"):
        return None
    behind = [token for token in trigger.after(_DONE_WITHIN) if token.text not in words(WORDS, "beside_duty")]
    if behind and behind[0].text in words(WORDS, "is_this"):
        behind = behind[1:]
    first = behind[0].text if behind else ""
    return modal(trigger) if is_action(first) or first in words(WORDS, "that_clause") else None


def _deed_at_once(trigger: Trigger) -> bool:
    return any(is_action(token.text) for token in trigger.after(1))


def goal(trigger: Trigger) -> Bond | None:
    """Read "هدف التجارة البينية بقيمة 7 مليارات يورو", "هدف كندا هو خفض الرسوم": a figure or a deed follows."""
    if _figure_behind(trigger):
        return trigger.bond(trigger.speakers)
    if trigger.follows("was") or trigger.negated or not _is_deed_behind(trigger):
        return None
    owner = owner_behind(trigger.document, trigger.hit.end)
    if owner is not None:
        return trigger.bond(bound(trigger.utterance, owner, told=True))
    if _is_owned(trigger):
        return trigger.bond(owner_of_pronoun(trigger))
    return trigger.bond(trigger.speakers)


def _is_deed_behind(trigger: Trigger) -> bool:
    """Whether "هو" or "يتمثل في" stands behind the goal, and a deed behind that."""
    tokens = trigger.after(_GOAL_WITHIN)
    for index, token in enumerate(tokens[:-1]):
        if token.text in words(WORDS, "is_this"):
            return any(is_action(behind.text) for behind in tokens[index + 1 : index + 3])
    return False


def striving(trigger: Trigger) -> Bond | None:
    """Read "يزور الوزير أوتاوا سعيا لإقناع": a target of the speaker, else of whom the sentence speaks of."""
    behind = trigger.after(2)
    led = behind[-1:] if behind[:1] and behind[0].text in words(WORDS, "to_what") else behind[:1]
    deed = any(is_action(token.text) or is_action(_unled(token.text)) for token in led)
    if trigger.utterance is not None and passes_on(trigger.utterance):
        return None
    return trigger.bond(trigger.speakers or beginning(trigger)) if deed else None


def _unled(word: str) -> str:
    """Return a word without the ل that leads to it: "لإقناع", "للحصول"."""
    return "ال" + word[2:] if word.startswith("لل") else word.removeprefix("ل")


def _figure_behind(trigger: Trigger) -> bool:
    """Whether a trade or other volume and its figure follow."""
    if not any(token.text in words(WORDS, "wanted_figures") for token in trigger.after(8)):
        return False
    start, end = trigger.hit.end, min(trigger.end, trigger.hit.end + _FIGURE_WITHIN)
    within = trigger.document.quantities_between(start, end)
    return any(quantity.unit not in (None, "count", *_OF_TIME) for quantity in within)


@cache
def _owned_endings() -> tuple[str, ...]:
    return tuple(words(WORDS, "owned_endings"))


def willing(trigger: Trigger) -> Bond | None:
    """Read "استعداد كندا للحوار", "رغبتها في": readiness of whose it is; denied a refusal."""
    act: Act | None = "refusal" if trigger.negated else None
    if trigger.negated and trigger.act != "readiness":
        return None
    if trigger.name == "promise_noun" and trigger.utterance is None and not trigger.follows("expressing"):
        return None
    if _is_owned(trigger):
        return trigger.bond(owner_of_pronoun(trigger), act=act)
    owner = owner_behind(trigger.document, trigger.hit.end)
    if owner is not None:
        return trigger.bond(_owning(trigger, owner), act=act)
    if any(token.text in words(WORDS, "own_country") for token in trigger.after(1)):
        return trigger.bond(trigger.speakers, act=act)
    return trigger.bond(trigger.speakers, act=act) if trigger.follows("expressing") else None


def _owning(trigger: Trigger, owner: Actor) -> tuple[Participant, ...]:
    """Return whose will it is; that others keep to what they owe ("التزام كندا بالاتفاق") binds nobody."""
    said = trigger.utterance
    if trigger.name == "promise_noun":
        return () if said is not None and passes_on(said) else bound(said, owner, told=False)
    if said is None or trigger.follows("expressing") or _begins_content(trigger, said):
        return bound(said, owner, told=True)
    return bound(said, owner, told=False)


def _is_owned(trigger: Trigger) -> bool:
    """Whether the noun of a cue has a pronoun ("حرصها على"), or the cue ends with whose it is ("عزم بلاده")."""
    phrase = trigger.document.text[trigger.hit.start : trigger.hit.end]
    if phrase.endswith(tuple(words(WORDS, "own_country"))):
        return True
    first = phrase.split()[0]
    return first not in words(WORDS, "feminine_nouns") and first.endswith(_owned_endings())


def shown(trigger: Trigger) -> Bond | None:
    """Read "أبدت كندا رغبة في التعاون": a will that a verb of showing says somebody has, no one having it."""
    said = trigger.utterance
    if said is None or said.verb not in words(WORDS, "showing") or trigger.negated:
        return None
    between = trigger.document.surface.tokens.between(said.content, trigger.hit.left)
    behind = [token.text for token in trigger.after(_WILL_LEADS)]
    led = any(word[0] in "بل" or word in words(WORDS, "will_leads") for word in behind)
    return trigger.bond(said.speakers) if led and len(between) <= _SHOWN_WITHIN else None


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
    if utterance is None or utterance.verb not in words(WORDS, "assuring"):
        return None
    if not _begins_content(trigger, utterance):
        return None
    behind = trigger.after(1)
    if _is_owned(trigger) or (behind and behind[0].text in words(WORDS, "own_country")):
        return trigger.bond(trigger.speakers)
    owner = owner_behind(trigger.document, _behind_its_kind(trigger))
    if owner is not None:
        return trigger.bond(bound(utterance, owner, told=False))
    kept_up = trigger.name == "go_on" and any(token.text in words(WORDS, "kept_up") for token in behind)
    return trigger.bond(trigger.speakers) if kept_up else None


def _behind_its_kind(trigger: Trigger) -> int:
    """Return where a noun of the kind ends that is joined on: "دعم ووقوف كندا"."""
    behind = trigger.after(1)
    joined = bool(behind) and behind[0].text in words(WORDS, "assured_too")
    return behind[0].end if joined else trigger.hit.end


def _begins_content(trigger: Trigger, utterance: Utterance) -> bool:
    """Whether what is said begins with it, perhaps behind "على" or another noun of its kind.

    Examples: "أكد السفير دعم ووقوف بلاده", "أكد على مواصلة بلاده"; not "أشاد بالمواقف ووقوفها".
    """
    lead = words(WORDS, "assured_over") | words(WORDS, "assured_too")
    between = trigger.document.surface.tokens.between(utterance.content, trigger.hit.left)
    return all(token.text in lead or not token.is_word for token in between)
