"""The noun phrase that speaks: who stands behind a reporting verb, or in front of it.

People and bodies of the cast, joint speakers, media ("صحيفة …"), documents ("البيان"), people told only by
their state ("مسؤول ياباني"), and names set behind a description ("قال مدير المركز عادل ناصيف إن").
"""

from functools import cache

from marsad.extraction.mentions import Mention
from marsad.extraction.names import is_joiner, is_ordinary, name_at
from marsad.extraction.speech_bodies import again, body, document_of, medium, written
from marsad.extraction.speech_floor import Floor, Subject
from marsad.extraction.speech_line import Line, words
from marsad.extraction.speech_unnamed import closed, kinds, may_introduce, owner_of, unnamed
from marsad.knowledge.table import table
from marsad.language.tokens import Token
from marsad.linking.romanise import slug
from marsad.model.claims import Participant

#: How many words a description may have before the name comes.
_MOST_WORDS = 12
_SHORTEST_PART = 2
_SHORTEST_SURNAME = 3
#: Within how many words the comma stands that sets off a name from a description.
_MOST_APPOSED = 4


def subject_at(line: Line, floor: Floor, position: int, lead: int | None) -> Subject | None:
    """Return the subject that begins with the word at a position; None when no noun phrase does.

    ``lead`` is where the content begins, if the verb has a lead-in.
    """
    token = line.after(position)
    limit = lead if lead is not None else line.sentence.end
    if token is None or token.start >= limit:
        return None
    found = known_at(line, floor, position, limit) or _described(line, token, limit)
    return found or Subject((), token.start, token.end)


def known_at(line: Line, floor: Floor, position: int, limit: int) -> Subject | None:
    """Return the participant, medium, document or body that begins at a position; None for anything else."""
    token = line.after(position)
    return _people(line, token, limit) or indirect(line, floor, token, limit) if token is not None else None


def indirect(line: Line, floor: Floor, token: Token, limit: int) -> Subject | None:
    """Return who speaks through a noun that the cast does not hold: medium, document, official, body."""
    return (
        medium(line, token, limit)
        or document_of(line, floor, token, limit)
        or again(line, floor, token)
        or body(line, token, limit)
        or _by_part(line, floor, token)
        or unnamed(line, floor, token, limit)
    )


# -- people and bodies of the cast -------------------------------------------------------------------


def _people(line: Line, token: Token, limit: int) -> Subject | None:
    mention = line.mention_at(token.start) or line.mention_at(line.past_titles(token.start))
    if mention is None:
        return None
    if mention.kind == "organisation" and mention.participant.organisation in _generic():
        who = mention.participant
        owner = line.owner_in(mention.start, min(mention.end + 1, limit))
        noun = line.text[token.start : mention.end].split()[0].removeprefix("ال")
        further, end = owner_of(line, Token(mention.start, mention.end, noun), limit)
        owner, end = owner or further, max(mention.end, end)
        return Subject((_merged(who, owner or who),), token.start, end, several=noun in kinds("many"))
    return joint(line, _named_later(line, mention, limit), limit)


@cache
def _generic() -> frozenset[str]:
    return frozenset(table().files["outlets"]["generic"])


def _named_later(line: Line, mention: Mention, limit: int) -> Subject:
    """Return a role with the name that comes only later: "رئيس المجلس في تصريح، المهندس عادل ناصيف، أن"."""
    role = mention.participant
    if mention.kind not in ("role", "organisation", "state") or len(mention.members) > 1:
        return Subject(mention.members, mention.start, mention.end)
    end = min(limit, line.sentence.end)
    for other in line.cast.between(mention.end, end):
        if other.kind != "person" or other.prefix or not closed(line, other.end, limit):
            continue
        gap = line.tokens(mention.end, other.start)
        set_off = bool(gap) and gap[-1].text in "،,"
        if len(gap) > _MOST_WORDS or not (set_off or not any(t.text in words("prepositions") for t in gap)):
            break
        named = other.participant
        if role.state and named.state not in (None, role.state):
            break
        return Subject((_merged(named, role),), mention.start, other.end)
    return Subject(mention.members, mention.start, mention.end)


def _merged(named: Participant, role: Participant) -> Participant:
    return Participant(
        person=named.person,
        name=named.name,
        state=named.state or role.state,
        organisation=named.organisation or role.organisation,
        office=named.office or role.office,
    )


def joint(line: Line, first: Subject, limit: int) -> Subject:
    """Collect those joined to the first by و: "أكد الرئيس ورئيس الوزراء أن", "أعلنت مصر والأردن"."""
    speakers, end = list(first.speakers), first.end
    for other in line.cast.between(first.end, limit):
        if line.text[end : other.left].strip(' "') or other.prefix not in ("و", "وال"):
            break
        if bool(other.participant.person or other.participant.office) != bool(
            first.speakers[0].person or first.speakers[0].office
        ):
            break
        speakers += [member for member in other.members if member not in speakers]
        end = other.end
    return Subject(tuple(speakers), first.start, end)


# -- names -----------------------------------------------------------------------------------------------


def _by_part(line: Line, floor: Floor, token: Token) -> Subject | None:
    """Return somebody named in full before, now by a part that is an ordinary word too: "وقال الناصر"."""
    if len(token.text) < _SHORTEST_PART:
        return None
    if token.text in floor.people:
        return Subject((floor.people[token.text],), token.start, token.end)
    known = line.cast.called(token.text, token.start)
    if known is not None:
        return Subject(known.members, token.start, token.end)
    return _named_before(line, floor, token)


def _named_before(line: Line, floor: Floor, token: Token) -> Subject | None:
    """Return somebody by the surname alone who stands in full further up, without office or title.

    Example: "اعتقل عادل ناصيف أمس. وقال ناصيف إن …".
    """
    if len(token.text) < _SHORTEST_SURNAME or is_ordinary(token.text):
        return None
    here = line.surface.tokens.index_at(token.start)
    until, at, known = floor.full_names.get(token.text, (1, here, None))
    if known is None:
        at, known = _full_name(line, token.text, until, here)
        floor.full_names[token.text] = (here, at, known)
    return Subject((known,), token.start, token.end) if known is not None and at < here else None


def _full_name(line: Line, surname: str, start: int, end: int) -> tuple[int, Participant | None]:
    """Return the first person named in full by a surname among the tokens from ``start`` to ``end``, and where."""
    tokens = line.surface.tokens.all
    for index in line.surface.tokens.places(surname, start, end):
        # What stands before two parts may be the verb: "فاز عادل ناصيف".
        first = tokens[index - 2 if is_joiner(tokens[index - 1].text) and index > 1 else index - 1]
        span = name_at(line.surface, first.start, single=False)
        if span == (first.start, tokens[index].end):
            name = written(line, span)
            return index, Participant(person=slug(name), name=name)
    return end, None


def _apposed(line: Line, token: Token, limit: int) -> Subject | None:
    """Return the person whose name a comma sets off from a description: "دعا المضيف، الرئيس ناصيف، إلى"."""
    if not token.text.startswith("ال"):
        return None
    behind = line.tokens(token.end, limit)[:_MOST_APPOSED]
    comma = next((t for t in behind if t.text in "،,"), None)
    following = line.after(comma.end) if comma is not None else None
    known = line.mention_at(following.start) if following is not None else None
    if known is None or known.kind != "person" or not closed(line, known.end, limit):
        return None
    return Subject(known.members, token.start, known.end)


def _described(line: Line, token: Token, limit: int) -> Subject | None:
    """Return a full name that begins the phrase or ends it: "عادل ناصيف المحلل في …", "المحلل عادل ناصيف"."""
    if not token.is_word or token.text in words("prepositions"):
        return None
    if limit == line.sentence.end:
        return _apposed(line, token, limit)
    behind = line.tokens(token.start, limit)[:_MOST_WORDS]
    for at, candidate in enumerate(behind):
        if candidate.text in words("lead_in"):
            return None
        known = line.mention_at(candidate.start)
        if at and known is not None and known.kind == "person" and closed(line, known.end, limit):
            return Subject(known.members, token.start, known.end)
        span = name_at(line.surface, candidate.start, single=False) if candidate.is_word else None
        if span is None or span.start != candidate.start:
            continue
        if at == 0 or (closed(line, span.end, limit) and may_introduce(behind[at - 1])):
            name = written(line, span)
            return Subject((Participant(person=slug(name), name=name),), token.start, span.end)
    return None


def state_of(organisation: str | None) -> str | None:
    """Return the state to which a company, agency or movement belongs, if the knowledge says so."""
    known = table().files["organisations"]["organisations"].get(organisation or "", {})
    state: str | None = known.get("state")
    return state
