"""Who acts: the subject of a verb of will or of doing, behind the verb or in front of it.

Example: in "ستقدم كندا منحة" and in "إن كندا ستقدم منحة" Canada acts; in "زيارة كندا ستعزز العلاقات" nobody
does who could bind themselves.
"""

import msgspec

from marsad.extraction.clauses import words
from marsad.extraction.document import Document
from marsad.extraction.mentions import Mention
from marsad.knowledge.table import table
from marsad.language.sentences import Sentence
from marsad.language.tokens import Token
from marsad.model.claims import Participant

WORDS = "cues/commitments"
#: How many words may stand between a verb and its subject, either way round.
_MOST_BETWEEN = 4
#: How far behind the noun for a body the nisba of its state may stand, in characters.
_NISBA_WITHIN = 60
_PUNCTUATION = "،,؛:.\"'()-"
_FREE = ("", "و", "ف")


class Actor(msgspec.Struct, frozen=True):
    """Who acts, and where the words for it stand: ``text[start:end]``, folded offsets."""

    start: int
    end: int
    members: tuple[Participant, ...]


def actor_of(document: Document, sentence: Sentence, start: int, end: int, person: str) -> Actor | None:
    """Return the subject of a verb ``text[start:end]``; None if none is told.

    One right in front of the verb comes first: in "إن كندا ستفتح سفارة" the embassy is no actor. ``person``
    is the verb's ("3ms", "3fs", …) or empty; a feminine state takes no masculine verb.
    """
    before = actor_before(document, sentence, start, person)
    if before is not None and not set(document.text[before.end : start]).intersection("،,"):
        return before
    behind = actor_behind(document, sentence, end, person)
    apart = behind is not None and bool(document.text[end : behind.start].strip())
    return before if behind is None or (before is not None and apart) else behind


def actor_behind(document: Document, sentence: Sentence, position: int, person: str) -> Actor | None:
    """Return the subject right behind a verb: "تعتزم اليوم كندا". Adverbs and brackets may stand between."""
    for token in document.surface.tokens.between(position, sentence.end)[:_MOST_BETWEEN]:
        mention = document.cast.at(token.start)
        if mention is not None:
            fits = not mention.prefix and _agrees(document, person, mention)
            return _actor(document, mention) if fits else None
        named = _by_noun(document, token)
        if named is not None:
            return named
        if not _adverbial(token):
            return None
    return None


def _adverbial(token: Token) -> bool:
    adverbs = words("attribution", "between") | words(WORDS, "between_verb_and_subject")
    return token.text in adverbs or token.text in _PUNCTUATION


def actor_before(document: Document, sentence: Sentence, position: int, person: str) -> Actor | None:
    """Return the subject in front of a verb, where a clause begins with it.

    Examples: "إن كندا تعتزم", "مسقط والدوحة تعتزمان", "الشركة التي ستشتري".
    """
    at, relative = position, False
    for _ in range(_MOST_BETWEEN):
        token = document.surface.tokens.before(at)
        if token is None or token.start < sentence.start:
            return None
        mention = _ending_in(document, token)
        named = _by_noun_before(document, token) if mention is None else None
        if mention is not None and _agrees(document, person, mention):
            named = _joined(document, mention) if mention.prefix in _FREE else None
        if mention is not None or named is not None:
            # "زيارة الوزيرة التي ستستمر" is about the visit, "شركة … التي ستشتري" about the firm.
            body = relative and (mention is None or mention.kind == "organisation")
            opens = named is not None and (body or _opens(document, sentence.start, named.start))
            return named if opens else None
        if token.text not in words(WORDS, "between_subject_and_verb") and token.text not in _PUNCTUATION:
            return None
        relative = relative or token.text in words(WORDS, "relatives")
        at = token.start
    return None


def owner_behind(document: Document, position: int) -> Actor | None:
    """Return whose a noun is, by what stands right behind it: "استعداد كندا", "الوعود الكندية"."""
    token = document.surface.tokens.after(position)
    if token is None:
        return None
    mention = document.cast.at(token.start)
    if mention is not None:
        return _actor(document, mention) if not mention.prefix else None
    named = _by_noun(document, token)
    if named is not None:
        return named
    for hit in document.surface.hits_between(token.start, token.end):
        if hit.kind == "nisba" and hit.left == token.start and hit.prefix in ("", "ال"):
            return Actor(token.start, hit.end, (Participant(state=hit.key),))
    return None


def clause_subject(document: Document, start: int, end: int, person: str = "") -> Actor | None:
    """Return the last participant within ``[start, end)`` with whom a clause begins, fitting ``person``."""
    for mention in reversed(document.cast.between(start, end)):
        if mention.prefix not in _FREE or not _agrees(document, person, mention):
            continue
        if _opens(document, start, mention.left):
            return _actor(document, mention)
    return None


def _actor(document: Document, mention: Mention) -> Actor:
    """Return a mention as an actor; a body that knowledge or a nisba gives to a state brings it along."""
    members = tuple(_with_state(document, mention, member) for member in mention.members)
    return Actor(mention.left, mention.end, members)


def _joined(document: Document, mention: Mention) -> Actor:
    """Return a mention as an actor together with one that it is joined to by و: "مسقط والدوحة"."""
    actor = _actor(document, mention)
    before = document.cast.before(mention.left, 1)
    if mention.prefix != "و" or not before or document.text[before[-1].end : mention.left].strip():
        return actor
    first = _actor(document, before[-1])
    return Actor(first.start, actor.end, (*first.members, *actor.members))


def _with_state(document: Document, mention: Mention, participant: Participant) -> Participant:
    if participant.state or participant.person or not participant.organisation:
        return participant
    row = table().files["organisations"]["organisations"].get(participant.organisation)
    state = row.get("state") if row else None
    for hit in document.surface.hits_between(mention.start, mention.end):
        if hit.kind == "nisba":
            state = hit.key
    return msgspec.structs.replace(participant, state=state)


def _ending_in(document: Document, token: Token) -> Mention | None:
    """Return the mention that ends with a token."""
    before = document.cast.before(token.end, 1)
    fits = bool(before) and before[-1].left <= token.start and before[-1].end == token.end
    return before[-1] if fits else None


def _agrees(document: Document, person: str, mention: Mention) -> bool:
    """Whether a mention can be the subject of a verb: no feminine state of a masculine one, no accusative."""
    if mention.kind == "organisation" and document.text[mention.start : mention.end].endswith("يين"):
        return False
    if mention.kind == "group" or mention.is_human or person in ("", "3md", "3fd"):
        return True
    if mention.kind != "state":
        return person != "3mp"
    masculine: list[str] = table().files["attribution"]["masculine_states"]
    return (mention.participant.state in masculine or mention.seat) != (person == "3fs")


def _opens(document: Document, start: int, position: int) -> bool:
    """Whether a clause begins at a position of the stretch that begins at ``start``."""
    token = document.surface.tokens.before(position)
    if token is not None and token.start >= start and token.text in words(WORDS, "institutions"):
        token = document.surface.tokens.before(token.start)
    if token is None or token.start < start:
        return True
    return token.text in _PUNCTUATION or token.text in words(WORDS, "openers")


# -- actors that are no mentions -------------------------------------------------------------------------


def _by_noun(document: Document, token: Token) -> Actor | None:
    """Return whom a noun makes an actor with what follows it, or as the one named before.

    Examples: "الجانب الكندي" is Canada, "إدارة الرئيس" the president's state, "الشركة" the one named before.
    """
    if token.text in words(WORDS, "sides"):
        return _side(document, token)
    if token.text in words(WORDS, "institutions"):
        return _institution(document, token)
    if token.text not in words(WORDS, "bodies"):
        return _people(document, token)
    return _of_a_nisba(document, token) or _named_before(document, token)


def _people(document: Document, token: Token) -> Actor | None:
    """Return the state of a people: "الكنديون"."""
    for hit in document.surface.hits_between(token.start, token.end):
        if hit.kind == "nisba" and hit.feature == "mp" and hit.prefix in ("ال", "وال"):
            return Actor(token.start, hit.end, (Participant(state=hit.key),))
    return None


def _of_a_nisba(document: Document, token: Token) -> Actor | None:
    """Return the state by whose nisba a body is told apart: "الهيئة العامة للطيران المدني الكندية"."""
    for hit in document.surface.hits_between(token.end, token.end + _NISBA_WITHIN):
        if hit.kind == "nisba" and hit.prefix == "ال":
            between = document.surface.tokens.between(token.end, hit.left)
            named = all(t.text.startswith(("ال", "لل", "وال")) for t in between)
            return Actor(token.start, hit.end, (Participant(state=hit.key),)) if named else None
    return None


def _side(document: Document, token: Token) -> Actor | None:
    for hit in document.surface.hits_between(token.end, token.end + 4):
        if hit.kind == "nisba" and hit.prefix == "ال":
            return Actor(token.start, hit.end, (Participant(state=hit.key),))
    return None


def _institution(document: Document, token: Token) -> Actor | None:
    mention = document.cast.at(token.end + 1) or document.cast.at(token.end + 2)
    if mention is None or mention.prefix:
        return None
    if mention.kind == "organisation":
        return msgspec.structs.replace(_actor(document, mention), start=token.start)
    state = mention.participant.state
    return Actor(token.start, mention.end, (Participant(state=state),)) if state is not None else None


def _named_before(document: Document, token: Token) -> Actor | None:
    bare = token.text.removeprefix("ال")
    for mention in reversed(document.cast.before(token.start)):
        name = document.text[mention.start : mention.end].removeprefix("ال")
        if mention.kind == "organisation" and name.startswith(bare):
            return msgspec.structs.replace(_actor(document, mention), start=token.start, end=token.end)
    return None


def _by_noun_before(document: Document, token: Token) -> Actor | None:
    """Return the same where the noun stands in front of the verb, so that its nisba is the last token."""
    before = document.surface.tokens.before(token.start)
    if before is not None and before.text in words(WORDS, "sides"):
        return _side(document, before)
    return _named_before(document, token) if token.text in words(WORDS, "bodies") else None
