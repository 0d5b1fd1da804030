"""Speakers told only by what they are: "مسؤول ياباني", "خبراء", "عدد من النواب الأردنيين", "السعوديون", "المحكمة".

Whose they are, a nisba, a state or a body in their phrase tells; where none does, the kind of people is all
that is known. Example: in "وقال نائب أردني إن" Jordan speaks, in "وقال محللون إن" analysts do.
"""

from functools import cache

import msgspec

from marsad.extraction.names import name_at
from marsad.extraction.speech_bodies import written
from marsad.extraction.speech_floor import Floor, Subject
from marsad.extraction.speech_line import Line, first_hit, words
from marsad.folding import fold_word
from marsad.knowledge.table import table
from marsad.language.tokens import Token
from marsad.linking.romanise import slug
from marsad.model.claims import Participant

#: How many words a phrase for people may have that tells whose they are.
_MOST_WORDS = 7
#: How many words of a body's name stand for it when the knowledge does not hold it.
_WORDS_OF_NAME = 3
#: How many words may stand between a description and the name of the one described.
_FARTHEST_NAME = 12


@cache
def kinds(number: str) -> dict[str, str]:
    """Return kinds of people by their nouns, without the article; ``number`` is ``one`` or ``many``."""
    listed: dict[str, dict[str, list[str]]] = table().files["attribution"]["unnamed"]
    return {fold_word(noun): kind for kind, nouns in listed.items() for noun in nouns[number]}


def tells_speaker(token: Token) -> bool:
    """Whether a noun by itself tells a speaker: "بيان", "بعض", "مسؤول", "بنك"; no "ب" in front of it is meant."""
    bare = token.text.removeprefix("ال")
    return token.text in _telling() or bare in _telling() or (bare.endswith("و") and bare + "ن" in _telling())


@cache
def _telling() -> frozenset[str]:
    lists = ("collectives", "documents", "quantifiers")
    return frozenset((*kinds("one"), *kinds("many"))).union(*(words(listed) for listed in lists))


def unnamed(line: Line, floor: Floor, token: Token, limit: int) -> Subject | None:
    """Return the people, nationals or body that a token begins to tell of, however many of them."""
    head = token
    if token.text in words("quantifiers"):
        after = line.after(token.end)
        while after is not None and (
            after.text in words("quantifiers") or after.text in words("quantifier_links")
        ):
            after = line.after(after.end)
        if after is None or after.start >= limit:
            return None
        head = after
    found = _people(line, floor, head, limit) or _nationals(line, head) or _collective(line, head, limit)
    return found._replace(start=token.start) if found is not None else None


def _people(line: Line, floor: Floor, token: Token, limit: int) -> Subject | None:
    """Read "مسؤول ياباني", "الجانب السوري", "متحدث باسم الوزارة اليابانية", "خبراء"."""
    bare = token.text.removeprefix("ال")
    if bare.endswith("و") and bare + "ن" in kinds("many"):
        bare += "ن"  # "مسؤولو الوزارة"
    several = bare in kinds("many")
    kind = kinds("many").get(bare) or kinds("one").get(bare)
    if kind is None and token.text not in words("sides"):
        return None
    who, end = owner_of(line, token, limit)
    named = None if several or kind is None else name_behind(line, token, limit)
    if named is not None:
        person, end = named
        return Subject((_of(person, who),), token.start, end, human=True)
    if who is None and floor.unnamed and bare != token.text and token.text in words("same_unnamed"):
        return Subject(floor.unnamed, token.start, token.end, human=True)
    if who is None and kind is None:
        return None
    speaker = who or Participant(organisation=kind)
    floor.unnamed = (speaker,)
    return Subject((speaker,), token.start, end, human=True, several=several)


def _of(person: Participant, owner: Participant | None) -> Participant:
    if owner is None or person.state is not None:
        return person
    return msgspec.structs.replace(
        person, state=owner.state, organisation=person.organisation or owner.organisation
    )


def name_behind(line: Line, token: Token, limit: int) -> tuple[Participant, int] | None:
    """Return the name behind a description, and its end: "الباحث في مركز النخيل عادل ناصيف في مقابلة"."""
    behind = line.tokens(token.end, limit)[:_FARTHEST_NAME]
    for before, candidate in zip([token, *behind], behind, strict=False):
        if candidate.text in words("lead_in"):
            return None
        if not candidate.is_word:
            continue
        known = line.mention_at(candidate.start)
        owned = before is token and not token.text.startswith("ال")  # "محامي ترامب" is somebody else.
        if known is not None and known.kind == "person" and not owned and closed(line, known.end, limit):
            return known.participant, known.end
        span = name_at(line.surface, candidate.start, single=False)
        if span is None or span.start != candidate.start or not closed(line, span.end, limit):
            continue
        if may_introduce(before):
            name = written(line, span)
            return Participant(person=slug(name), name=name), span.end
    return None


def closed(line: Line, end: int, limit: int) -> bool:
    """Whether a name ends where the content, a comma or an adverbial begins."""
    token = line.after(end)
    if token is None or token.start >= limit or token.text in '،,:"(' or token.text in words("between"):
        return True
    return token.text in words("lead_in") or token.text in words("prepositions") or spoken_to(token)


def spoken_to(token: Token) -> bool:
    """Whether a word names the medium that is spoken to: "للصحيفة", "لقناة"."""
    return token.text.startswith("لل") or (token.text[:1] == "ل" and token.text[1:] in words("media"))


def may_introduce(token: Token) -> bool:
    """Whether a name may stand behind a token: a mark, or a word with the article ("المحلل عادل ناصيف")."""
    return token.text in '،,"' or token.text.startswith("ال")


def owner_of(line: Line, token: Token, limit: int) -> tuple[Participant | None, int]:
    """Return whose the people at a token are, and where the words that tell it end."""
    phrase: list[Token] = []
    for word in line.tokens(token.end, limit)[:_MOST_WORDS]:
        if _ends_phrase(line, word):
            break
        phrase.append(word)
    owner, end = None, token.end
    for word in phrase:
        if owner is None:
            owner = _owner_at(line, word)
        elif not word.text.startswith("ال"):
            break
        end = word.end
    return owner, end if owner is not None else token.end


def _owner_at(line: Line, word: Token) -> Participant | None:
    owner = line.owner_in(word.start, word.end)
    if owner is not None:
        return owner
    for mention in line.cast.between(word.start, word.end):
        if mention.kind in ("state", "organisation") and mention.prefix in ("", "ل", "لل"):
            who = mention.participant
            return Participant(state=who.state) if who.state else who
    return None


def _ends_phrase(line: Line, word: Token) -> bool:
    """Whether a word no longer tells who somebody is: a mark, a verb, the medium spoken to, "خلال"."""
    if not word.is_word or word.text in words("lead_in") or word.text in words("relatives"):
        return True
    if word.text in words("prepositions"):
        return word.text not in words("of_people")
    if spoken_to(word):
        return word.text[1:] in words("media") or line.mention_over(word.start + 2) is None
    return line.is_verb(word.start)


def _nationals(line: Line, token: Token) -> Subject | None:
    """Read "السعوديون", "الأوروبيون": a plural nisba with the article and nothing in front."""
    hit = first_hit(line.surface.hits_between(token.start, token.start + 3), "nisba")
    if hit is not None and hit.feature == "mp" and hit.definite and hit.left == token.start:
        return Subject((Participant(state=hit.key),), token.start, token.end, human=True)
    if token.text.startswith("ال") and token.text.endswith("ون"):
        who = line.owner_in(token.start, token.end)
        return Subject((who,), token.start, token.end, human=True) if who is not None else None
    return None


def _collective(line: Line, token: Token, limit: int) -> Subject | None:
    """Return a body that the knowledge does not hold, by the state or body it belongs to, else by its words."""
    if token.text.removeprefix("ال") not in words("collectives"):
        return None
    who, end = owner_of(line, token, limit)
    holder = line.mention_at(token.end + 1) if who is None else None
    if holder is not None and holder.is_human and holder.participant.state:
        # "مكتب الوزيرة": an office speaks for the state of whoever holds it.
        who, end = Participant(state=holder.participant.state), holder.end
    if who is None:
        called = [token]
        for word in line.tokens(token.end, limit)[: _WORDS_OF_NAME - 1]:
            definite = token.text.startswith("ال") or word.text.startswith("ال")
            if _ends_phrase(line, word) or (definite and not word.text.startswith("ال")):
                break
            called.append(word)
        if len(called) == 1:
            return None  # "وقالت محكمة إن": nothing tells which.
        end = called[-1].end
        who = Participant(organisation=slug(" ".join(word.text for word in called)))
        return Subject((who,), token.start, end, vague=True)
    return Subject((who,), token.start, end)
