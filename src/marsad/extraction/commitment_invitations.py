"""Invitations: who invites whom. Example: "دعا الرئيس الكندي نظيره العماني لزيارة أوتاوا".

"بدعوة من" only tells how a visit came about and is no invitation of its own.
"""

from marsad.extraction.clauses import words
from marsad.extraction.commitment_actors import WORDS, Actor, actor_behind, actor_of
from marsad.extraction.commitment_triggers import Bond, Trigger
from marsad.extraction.mentions import Mention
from marsad.language.tokens import Token
from marsad.linking.places import place_of
from marsad.model.claims import Participant

#: A verb of inviting stands at most this many characters before what one is invited to.
_REACH = 130
#: Within as many characters a noun of inviting belongs to the verb before it, and "لزيارة" to the noun.
_NEAR = 60
#: Within how many words behind the noun "التي وجهها" stands, and behind "لزيارة" what is to be visited.
_BEHIND = 4
_VISITED_WITHIN = 25


def invites(trigger: Trigger) -> Bond | None:
    """Read "دعا الوزير، في اتصال هاتفي، نظيره لزيارة عمان": a verb of inviting before "لزيارة"."""
    document = trigger.document
    start = max(trigger.sentence.start, trigger.hit.left - _REACH)
    hits = document.surface.hits_between(start, trigger.hit.left)
    verbs = [hit for hit in hits if hit.key == "commitments/call_upon"]
    if not verbs:
        return None
    verb = verbs[-1]
    actor = actor_of(document, trigger.sentence, verb.left, verb.end, verb.feature.rpartition(".")[2])
    by = actor.members if actor is not None else trigger.speakers
    mentions = document.cast.between(verb.end, trigger.hit.left)
    guests = [mention for mention in mentions if mention.members != by and not mention.prefix]
    addressed = bool(guests) or not document.text[verb.end : trigger.hit.left].strip()
    if not by or not addressed:
        return None
    start = min(verb.left, actor.start) if actor is not None else verb.left
    to = guests[-1].participant if guests else None
    return Bond(act="invitation", start=start, by=by, rule="invite", to=to)


def invited(trigger: Trigger) -> Bond | None:
    """Read "وجه الوزير دعوة إلى نظيره", "تلقى الوزير دعوة من نظيره", "تلبية لدعوة من نظيره".

    The inviter is the one after من, or who gives; where nobody is named, the state that is to be visited.
    """
    behind = any(token.text in words(WORDS, "inviting_behind") for token in trigger.after(_BEHIND))
    given, taken = _word_before(trigger, "inviting"), _word_before(trigger, "receiving")
    if behind:
        # "تتجلى مجددا في الدعوة التي وجهها": the verb behind tells who invites.
        given = None
    if given is None and taken is None and not behind:
        return None
    word = taken or given
    start = word.start if word is not None else trigger.hit.left
    to = _taker(trigger, taken) if taken is not None else None
    by = _inviters(trigger, given, taken=taken is not None)
    return Bond(act=trigger.act, start=start, by=by, rule=trigger.name, to=to) if by else None


def _inviters(trigger: Trigger, given: Token | None, *, taken: bool) -> tuple[Participant, ...]:
    giver = _giver(trigger)
    if giver is not None:
        return giver.members
    if taken:
        place = _visited(trigger)
        return (place,) if place is not None else ()
    actor = _gives(trigger, given)
    return actor.members if actor is not None else trigger.speakers


def _taker(trigger: Trigger, word: Token) -> Participant | None:
    """Return who receives the invitation: the subject of the verb, else the last person named before."""
    actor = actor_of(trigger.document, trigger.sentence, word.start, word.end, "")
    if actor is not None:
        return actor.members[0]
    before = trigger.document.cast.between(trigger.sentence.start, word.start)
    humans = [mention for mention in before if mention.is_human]
    return humans[-1].participant if humans else None


def _word_before(trigger: Trigger, name: str) -> Token | None:
    """Return the nearest word of a list before the noun, within its clause."""
    start = max(trigger.sentence.start, trigger.hit.left - _NEAR)
    listed = words(WORDS, name)
    for token in reversed(trigger.document.surface.tokens.between(start, trigger.hit.left)):
        if token.text in listed or token.text[1:] in listed:
            return token
    return None


def _giver(trigger: Trigger) -> Mention | None:
    """Return the one right behind من within the next few words."""
    for token in trigger.after(7):
        if token.text in words(WORDS, "from"):
            return trigger.document.cast.at(token.end + 1)
    return None


def _gives(trigger: Trigger, verb: Token | None) -> Actor | None:
    """Return who gives the invitation: the subject of the verb before it, or of "وجهها" behind it."""
    document, sentence = trigger.document, trigger.sentence
    if verb is not None:
        return actor_of(document, sentence, verb.start, verb.end, "")
    for token in trigger.after(_BEHIND):
        if token.text in words(WORDS, "inviting_behind"):
            return actor_behind(document, sentence, token.end, "")
    return None


def _visited(trigger: Trigger) -> Participant | None:
    """Return the state to be visited, behind "لزيارة"."""
    end = min(trigger.end, trigger.hit.end + _NEAR)
    hits = trigger.document.surface.hits_between(trigger.hit.end, end)
    visit = next((hit.end for hit in hits if hit.key == "commitments/invite"), None)
    if visit is None:
        return None
    named = trigger.document.surface.hits_between(visit, min(trigger.sentence.end, visit + _VISITED_WITHIN))
    places = [place_of(hit.kind, hit.key) for hit in named if hit.kind in ("state", "city", "venue")]
    state = next((place.state for place in places if place is not None and place.state), None)
    return Participant(state=state) if state else None
