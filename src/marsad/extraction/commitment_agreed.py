"""Calls that two sides agree on, beside what anybody says.

Example: in "واتفق الجانبان على ضرورة تفعيل اللجنة" both sides call for it.
"""

from marsad.extraction.clauses import words
from marsad.extraction.commitment_actors import WORDS, actor_of
from marsad.extraction.commitment_triggers import Bond, Trigger
from marsad.extraction.mentions import Mention
from marsad.extraction.sectors import parties
from marsad.language.tokens import Token
from marsad.model.claims import Participant

#: How many words before a call the verb of agreeing stands.
_AGREED_WITHIN = 9


def agreed(trigger: Trigger) -> Bond | None:
    """Read "اتفقوا على ضرورة", "جرى التأكيد على أهمية": a call by those who agree, outside speech."""
    if trigger.utterance is not None or trigger.act != "call":
        return None
    verb = _agreeing(trigger)
    return trigger.bond(_who(trigger, verb)) if verb is not None else None


def _agreeing(trigger: Trigger) -> Token | None:
    """Return the nearest word of agreeing before the call in its sentence."""
    tokens = trigger.document.surface.tokens.between(trigger.sentence.start, trigger.hit.left)
    for token in reversed(tokens[-_AGREED_WITHIN:]):
        if token.text.lstrip("وف") in words(WORDS, "agreeing"):
            return token
    return None


def _who(trigger: Trigger, verb: Token) -> tuple[Participant, ...]:
    """Return the subject of the verb, else the people of whom the paragraph speaks, else its states."""
    actor = actor_of(trigger.document, trigger.sentence, verb.start, verb.end, "")
    if actor is not None:
        return actor.members
    humans = [mention for mention in _paragraph(trigger) if mention.is_human]
    if humans:
        members = (member for mention in humans for member in mention.members)
        return tuple(dict.fromkeys(members))
    view = parties(trigger.document, trigger.paragraph_start, trigger.sentence.end)
    return tuple(Participant(state=state) for state in view)


def _paragraph(trigger: Trigger) -> tuple[Mention, ...]:
    return trigger.document.cast.between(trigger.paragraph_start, trigger.hit.left)
