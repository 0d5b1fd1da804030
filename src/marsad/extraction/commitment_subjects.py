"""Whose a clause or a noun is that names nobody: carried on from before, or the owner of a pronoun."""

from marsad.extraction.clauses import words
from marsad.extraction.commitment_actors import WORDS, Actor, actor_of, clause_subject
from marsad.extraction.commitment_binding import bound, own_body_before, own_side_before, passes_on
from marsad.extraction.commitment_triggers import Trigger
from marsad.extraction.mentions import Mention
from marsad.model.claims import Participant


def doer(
    trigger: Trigger, *, told: bool, carried: bool = True
) -> tuple[Actor | None, tuple[Participant, ...]]:
    """Return who does what a verb says, and who is bound by it: named at the verb, else carried on.

    ``told`` is as in ``bound``; without ``carried`` only who acted in the bond before is carried on.
    """
    hit = trigger.hit
    actor = actor_of(trigger.document, trigger.sentence, hit.left, hit.end, trigger.person)
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


def speaking(trigger: Trigger) -> tuple[Participant, ...]:
    """Return the speakers, where the verb is their utterance's own, a participle, or their side's."""
    if trigger.utterance is None:
        return ()
    own = trigger.utterance.start <= trigger.hit.left < trigger.utterance.content
    if own or "participle" in trigger.hit.feature or own_side_before(trigger.document, trigger.hit.left):
        return trigger.speakers
    return ()


def own_side(trigger: Trigger, *, pronoun: bool) -> tuple[Participant, ...]:
    """Return whose own side the subject is, before the verb or behind it: "بلاده تعتزم", "تعتزم بلاده"."""
    document, left = trigger.document, trigger.hit.left
    before = own_side_before(document, left, pronoun=pronoun) or own_body_before(document, left)
    if not before and not any(token.text in words(WORDS, "own_country") for token in trigger.after(1)):
        return ()
    if trigger.utterance is not None:
        return () if passes_on(trigger.utterance) else trigger.speakers
    return _of_whose_country(trigger)


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
