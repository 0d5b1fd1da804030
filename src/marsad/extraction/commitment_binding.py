"""Who is bound by an act: the speaker for their own side, in the report's own voice whoever acts.

Example: "قال الوزير الكندي إن كندا ستفتح سفارة" binds the minister; that others will do it binds nobody.
"""

from functools import cache

from marsad.extraction.clauses import words
from marsad.extraction.commitment_actors import WORDS, Actor
from marsad.extraction.document import Document
from marsad.extraction.speech import Utterance
from marsad.knowledge.forms import with_pronouns
from marsad.knowledge.table import table
from marsad.language.tokens import Token
from marsad.model.claims import Participant

#: How many words may stand between a body and its verb.
_MOST_BETWEEN = 4


def bound(utterance: Utterance | None, actor: Actor, *, told: bool) -> tuple[Participant, ...]:
    """Return who is bound by what an actor does, none where a speaker tells what others will do.

    ``told`` says that it is told as a fact ("رفضت كندا"), which binds the other, whoever tells it.
    """
    if utterance is None:
        return actor.members
    acting = {code for member in actor.members for code in _codes(member)}
    own = tuple(speaker for speaker in utterance.speakers if _codes(speaker) & acting)
    if own:
        return actor.members if _is_another(actor, utterance) else own
    return actor.members if told or passes_on(utterance) else ()


def _is_another(actor: Actor, utterance: Utterance) -> bool:
    """Whether a body tells what somebody named will do: "قالت الرئاسة إن الرئيس فلان سيدعم"."""
    named = any(member.person for member in actor.members)
    return named and not any(speaker.person or speaker.name for speaker in utterance.speakers)


def _codes(participant: Participant) -> set[str]:
    return {code for code in (participant.state, participant.organisation, participant.person) if code}


def passes_on(utterance: Utterance) -> bool:
    """Whether only a medium or unnamed sources speak, who tell of others and bind themselves to nothing."""
    return all(_only_tells(speaker) or _is_paper(speaker) for speaker in utterance.speakers)


def _is_paper(speaker: Participant) -> bool:
    """Whether it is a body that knowledge doesn't have, and so a paper or a group named once, not a state's."""
    known = table().files["organisations"]
    code = speaker.organisation
    if speaker.person is not None or speaker.office is not None or code is None:
        return False
    return (
        code not in known["organisations"] and code not in known["bodies"] and not code.endswith("ministry")
    )


def _only_tells(speaker: Participant) -> bool:
    return speaker.person is None and speaker.state is None and speaker.organisation in _tellers()


@cache
def _tellers() -> frozenset[str | None]:
    outlets = table().files["outlets"]
    return frozenset((*outlets["outlets"], *outlets["generic"], None))


def own_side_before(document: Document, position: int, *, pronoun: bool = True) -> bool:
    """Whether a word for the speaker's own side stands right before: "بلاده", with ``pronoun`` "أنها" too."""
    token = document.surface.tokens.before(position)
    while token is not None and token.text in words(WORDS, "before_own_verb"):
        token = document.surface.tokens.before(token.start)
    if token is None:
        return False
    own = words(WORDS, "own_country") | words(WORDS, "both_sides")
    return token.text in own or (pronoun and token.text in words(WORDS, "pronouns"))


def own_side_behind(document: Document, position: int) -> bool:
    """Whether a word for the speaker's own side, or a body of theirs, follows: "بلاده", "برلماننا"."""
    token = document.surface.tokens.after(position)
    return token is not None and token.text in words(WORDS, "own_country") | _own_bodies()


@cache
def _own_bodies() -> frozenset[str]:
    """Return nouns of bodies as the speaker's own: "برلماننا", "وزارته"."""
    nouns = words(WORDS, "institutions")
    return frozenset(form for noun in nouns for form in with_pronouns(noun) if form.endswith(("نا", "ه")))


def own_body_before(document: Document, position: int) -> bool:
    """Whether a body of the speaker's own state or firm is the subject before: "إن الوزارة ستنفذ"."""
    passed = False
    token = document.surface.tokens.before(position)
    for _ in range(_MOST_BETWEEN):
        if token is None:
            return False
        bare = token.text.removeprefix("ال")
        if bare != token.text and bare in words(WORDS, "institutions"):
            return _begins_clause(document, token) and not (passed and _of_a_state(document, token))
        if not token.is_word and token.text != '"':
            return False
        passed = True
        token = document.surface.tokens.before(token.start)
    return False


def _begins_clause(document: Document, token: Token) -> bool:
    before = document.surface.tokens.before(token.start)
    return before is not None and (not before.is_word or before.text in words(WORDS, "openers"))


def _of_a_state(document: Document, token: Token) -> bool:
    return any(hit.kind == "nisba" for hit in document.surface.hits_between(token.end, token.end + 4))
