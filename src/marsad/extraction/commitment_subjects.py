"""Whose a clause or a noun is that names nobody: carried on from before, or the owner of a pronoun."""

from marsad.extraction.clauses import words
from marsad.extraction.commitment_actors import WORDS, Actor, actor_of, clause_subject
from marsad.extraction.commitment_binding import (
    bound,
    own_body_before,
    own_side_before,
    own_side_behind,
    passes_on,
)
from marsad.extraction.commitment_triggers import Trigger
from marsad.extraction.mentions import Mention
from marsad.model.claims import Participant

#: Within how many words what is said begins with the speaker's own side.
_BEGAN_WITHIN = 2


def doer(
    trigger: Trigger, *, told: bool, carried: bool = True
) -> tuple[Actor | None, tuple[Participant, ...]]:
    """Return who does what a verb says, and who is bound by it: named at the verb, else carried on.

    ``told`` is as in ``bound``; without ``carried`` only who acted in the bond before is carried on.
    """
    hit = trigger.hit
    actor = actor_of(trigger.document, trigger.sentence, hit.left, hit.end, trigger.person)
    if actor is None and trigger.utterance is None and trigger.follows("subject_pronouns"):
        actor = clause_subject(trigger.document, trigger.paragraph_start, hit.left, trigger.person)
    if actor is None and trigger.goes_on:
        actor = carried_subject(trigger) if carried else trigger.last or _of_utterance(trigger)
    return actor, bound(trigger.utterance, actor, told=told) if actor is not None else ()


def _of_utterance(trigger: Trigger) -> Actor | None:
    """Return the last subject before in what the same speaker says: "إن كندا تدعم السلام وتسعى إلى …"."""
    if trigger.utterance is None:
        return None
    return clause_subject(trigger.document, trigger.utterance.content, trigger.hit.left, trigger.person)


def carried_subject(trigger: Trigger) -> Actor | None:
    """Return whose a clause without a subject is: of who acted last, else of whom the paragraph speaks of."""
    if not trigger.goes_on or trigger.hit.feature.startswith("verb.participle"):
        return None
    if trigger.last is not None:
        return trigger.last
    return clause_subject(trigger.document, trigger.paragraph_start, trigger.hit.left, trigger.person)


def beginning(trigger: Trigger) -> tuple[Participant, ...]:
    """Return of whom a told sentence speaks from its beginning: "وصل الوزير إلى مسقط حيث يأمل", "آملا أن"."""
    if trigger.utterance is not None:
        return ()
    before = trigger.document.cast.between(trigger.sentence.start, trigger.hit.left)
    fitting = [m for m in before if m.prefix in ("", "و", "ف") and (m.is_human or m.kind == "state")]
    humans = [m for m in fitting if m.is_human]
    first = humans[:1] if trigger.person in ("3ms", "3mp") else fitting[:1]
    return first[0].members if first else ()


def nearest(trigger: Trigger) -> tuple[Participant, ...]:
    """Return of whom a told sentence speaks last before a participle: "صعد الرئيس لهجته مطالبا بـ"."""
    if trigger.utterance is not None:
        return ()
    before = trigger.document.cast.between(trigger.sentence.start, trigger.hit.left)
    fitting = [m for m in before if m.prefix in ("", "و", "ف") and m.is_human == (trigger.person == "3ms")]
    return fitting[-1].members if fitting and not _governed(trigger, fitting[-1]) else ()


def speaking(trigger: Trigger) -> tuple[Participant, ...]:
    """Return the speakers, where the verb is their utterance's own, a participle, or their side's."""
    if trigger.utterance is None:
        return ()
    if trigger.says_it or "participle" in trigger.hit.feature or _is_parallel(trigger):
        return trigger.speakers
    return trigger.speakers if own_side_before(trigger.document, trigger.hit.left) else ()


def _is_parallel(trigger: Trigger) -> bool:
    """Whether the verb goes on beside the verb of speech: "تعتبر الرباط الأمر منتهيا وتقترح", no content clause."""
    said = trigger.utterance
    if said is None or not trigger.hit.prefix.startswith("و"):
        return False
    content = trigger.document.surface.tokens.between(said.content, trigger.hit.left)
    clauses = words(WORDS, "content_clauses")
    return bool(content) and not any(token.text in clauses for token in content[:2])


def own_side(trigger: Trigger, *, pronoun: bool) -> tuple[Participant, ...]:
    """Return whose own side the subject is, before the verb or behind it: "بلاده تعتزم", "تعتزم بلاده"."""
    document, left = trigger.document, trigger.hit.left
    before = own_side_before(document, left, pronoun=pronoun) or own_body_before(document, left)
    before = before or _began_with_own_side(trigger)
    if not before and not own_side_behind(document, trigger.hit.end):
        return ()
    if trigger.utterance is not None:
        return () if passes_on(trigger.utterance) else trigger.speakers
    return _of_whose_country(trigger)


def _began_with_own_side(trigger: Trigger) -> bool:
    """Whether what is said began with the own side, and goes on: "إن بلاده تدعم السلام، وستواصل دعمه"."""
    said = trigger.utterance
    if said is None or not trigger.hit.prefix.startswith(("و", "ف")):
        return False
    began = trigger.document.surface.tokens.between(said.content, trigger.hit.left)[:_BEGAN_WITHIN]
    own = words(WORDS, "own_country") | words(WORDS, "pronouns")
    feminine = any(token.text.endswith("ها") for token in began if token.text in own)
    fits = trigger.person == "3fs" if feminine else True
    return fits and any(token.text in own for token in began)


def _of_whose_country(trigger: Trigger) -> tuple[Participant, ...]:
    """Return the person of whom a told sentence says "بلاده": the last one named before."""
    if not trigger.follows("own_country"):
        return ()
    before = trigger.document.cast.between(trigger.sentence.start, trigger.hit.left)
    humans = [mention for mention in before if mention.is_human and mention.prefix in ("", "و", "ف")]
    return humans[-1].members if humans else ()


def owner_of_pronoun(trigger: Trigger) -> tuple[Participant, ...]:
    """Return whose a noun with a pronoun is.

    In "إن كندا أبدت رغبتها" it is Canada's; else a speaker's, else of whom acted last.
    """
    utterance = trigger.utterance
    feminine = trigger.document.text[: trigger.hit.end].endswith("ها")
    if utterance is not None:
        person = "3fs" if feminine else "3ms"
        subject = clause_subject(trigger.document, utterance.content, trigger.hit.left, person)
        if subject is not None:
            return bound(utterance, subject, told=True)
        if any(p.person or p.state for p in utterance.speakers):
            return utterance.speakers
    if trigger.last is not None:
        return trigger.last.members
    mentions = trigger.document.cast.between(trigger.paragraph_start, trigger.hit.left)
    free = [m for m in mentions if m.is_human != feminine and m.kind != "group" and not _governed(trigger, m)]
    return free[-1].members if free else ()


def _governed(trigger: Trigger, mention: Mention) -> bool:
    """Whether a preposition stands before a mention: "في باريس"."""
    before = trigger.document.surface.tokens.before(mention.left)
    stray = before is not None and before.text in words("attribution", "prepositions")
    return stray or mention.prefix not in ("", "و", "ف")
