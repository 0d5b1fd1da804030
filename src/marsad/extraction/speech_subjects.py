"""The noun phrase that speaks: who stands behind a reporting verb, or in front of it.

People and bodies of the cast, joint speakers, media ("صحيفة …"), documents ("البيان"), people told only by
their state ("مسؤول ياباني"), and names set behind a description ("قال مدير المركز عادل ناصيف إن").
"""

from functools import lru_cache
from typing import NamedTuple

from marsad.extraction.mentions import Mention
from marsad.extraction.names import name_at
from marsad.extraction.speech_floor import Floor, Speakers
from marsad.extraction.speech_line import Line, words
from marsad.folding import fold_word
from marsad.knowledge.table import table
from marsad.language.tokens import Token
from marsad.linking.romanise import slug
from marsad.model.claims import Participant
from marsad.model.report import Span

#: How many words a description may have before the name comes.
_MOST_WORDS = 12
_SHORTEST_PART = 3
_NISBA_WITHIN = 6
#: How many characters behind a name its nisba may begin.
_NISBA_NEAR = 8


class Subject(NamedTuple):
    """Who speaks, and the stretch of text that says so; no ``speakers`` when it is somebody we can't tell."""

    speakers: Speakers
    start: int
    end: int
    human: bool = False


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
        _medium(line, token, limit)
        or _document(line, floor, token, limit)
        or _unnamed(line, token, limit)
        or _again(line, floor, token)
        or _body(line, token, limit)
        or _by_part(line, floor, token)
    )


# -- people and bodies of the cast -------------------------------------------------------------------


def _people(line: Line, token: Token, limit: int) -> Subject | None:
    mention = line.mention_at(token.start) or line.mention_at(line.past_titles(token.start))
    if mention is None:
        return None
    if mention.kind == "organisation" and mention.participant.organisation in words("unnamed_sources"):
        state = line.nisba_in(mention.start, min(mention.end + 1, limit))
        who = Participant(state=state, organisation=mention.participant.organisation)
        return Subject((who,), token.start, mention.end)
    return joint(line, _named_later(line, mention, limit), limit)


def _named_later(line: Line, mention: Mention, limit: int) -> Subject:
    """Return a role with the name that comes only later: "رئيس المجلس في تصريح، المهندس عادل ناصيف، أن"."""
    role = mention.participant
    if mention.kind not in ("role", "organisation", "state") or len(mention.members) > 1:
        return Subject(mention.members, mention.start, mention.end)
    end = min(limit, line.sentence.end)
    for other in line.cast.between(mention.end, end):
        if other.kind != "person" or other.prefix or not _closed(line, other.end, limit):
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


def _closed(line: Line, end: int, limit: int) -> bool:
    """Whether a name ends where the content or a comma begins."""
    token = line.after(end)
    return token is None or token.start >= limit or token.text in '،,:"' or token.text in words("lead_in")


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


# -- media and documents ----------------------------------------------------------------------------


def _medium(line: Line, token: Token, limit: int) -> Subject | None:
    """Return a newspaper or channel, known or named in quotation marks: "صحيفة "المنارة""."""
    if token.text not in words("media"):
        return None
    return _named_behind(line, token, limit)


def _named_behind(line: Line, token: Token, limit: int) -> Subject | None:
    """Return the body that a generic noun introduces, known or in quotation marks."""
    for mention in line.cast.between(token.end, min(limit, token.end + 4)):
        if mention.kind == "organisation":
            who = mention.participant
            state = who.state or line.nisba_in(mention.end, min(mention.end + _NISBA_NEAR, limit))
            named = Participant(state=state, organisation=who.organisation)
            return Subject((named,), token.start, mention.end)
    quote = next((q for q in line.quotes if 0 <= q.start - token.end <= 3), None)
    if quote is None:
        return None
    state = line.nisba_in(quote.end, min(quote.end + _NISBA_NEAR, limit))
    who = Participant(state=state, organisation=slug(_written(line, quote)))
    return Subject((who,), token.start, quote.end + 1)


def _document(line: Line, floor: Floor, token: Token, limit: int) -> Subject | None:
    """Return for whom a document speaks: "البيان", "بيان صادر عن الرئاسة", "بيان الوزارة"."""
    if token.text not in words("documents"):
        return None
    floor.issuer = _issuer(line, token, limit) or floor.issuer
    speakers = floor.issuer or floor.current
    if token.text in words("reports") and speakers and speakers[0].person:
        speakers = (floor.body,) if floor.body else ()
    return Subject(speakers, token.start, token.end)


def _issuer(line: Line, token: Token, limit: int) -> Speakers:
    """Return who issued the document named by a token: the participant behind it, as in "صادر عن"."""
    behind = line.after(token.end)
    position = line.skip(token.end, "of_document")
    mention = line.mention_at(behind.start) if behind is not None else None
    mention = mention or (line.mention_at(position) if position < limit else None)
    if mention is None:
        near = line.cast.between(position, min(position + 4, limit))
        mention = near[0] if near and near[0].prefix in ("ل", "لل") else None
    return mention.members if mention is not None else ()


def _again(line: Line, floor: Floor, token: Token) -> Subject | None:
    """ "الصحيفة", "الوزارة", "المنظمة": the body of that kind that was named last."""
    if token.text in words("media_again"):
        again = _last_medium(line, token) or floor.body
    elif token.text in words("bodies_again"):
        again = _last_called(line, token, token.text.removeprefix("ال")) or floor.body
    else:
        return None
    return Subject((again,) if again else (), token.start, token.end)


def _last_medium(line: Line, token: Token) -> Participant | None:
    media = table().files["outlets"]["outlets"]
    named = (m for m in reversed(line.cast.before(token.start)) if m.kind == "organisation")
    return next((m.participant for m in named if m.participant.organisation in media), None)


def _last_called(line: Line, token: Token, noun: str) -> Participant | None:
    """Return the last body before a token that has a noun in its name, or right before it."""
    for mention in reversed(line.cast.before(token.start)):
        if mention.kind != "organisation":
            continue
        before = line.surface.tokens.before(mention.left)
        start = before.start if before is not None else mention.start
        if noun in {word.removeprefix("ال") for word in line.text[start : mention.end].split()}:
            return mention.participant
    return None


# -- people and bodies that the cast does not hold --------------------------------------------------------


def _unnamed(line: Line, token: Token, limit: int) -> Subject | None:
    """ "مسؤول ياباني", "الجانب السوري", "متحدث باسم الوزارة اليابانية": the state behind the noun speaks."""
    if token.text not in words("unnamed"):
        return None
    words_behind = [t for t in line.tokens(token.end, limit) if t.is_word][:_NISBA_WITHIN]
    end = words_behind[-1].end if words_behind else token.end
    for stop in line.tokens(token.end, end):
        if stop.text in '،,:"' or stop.text in words("lead_in"):
            end = stop.start
            break
    state = line.nisba_in(token.end, end)
    if state is None:
        states = [m.participant.state for m in line.cast.between(token.end, end) if m.participant.state]
        state = states[0] if states else None
    if state is None and token.text not in words("unnamed_alone"):
        return None
    who = Participant(state=state, organisation=None if state else "officials")
    return Subject((who,), token.start, end, human=True)


def _body(line: Line, token: Token, limit: int) -> Subject | None:
    """Return a body that the knowledge does not hold: "معهد "النخيل" للدراسات", also wholly quoted."""
    if token.text not in words("body_nouns"):
        return None
    quote = line.quote_at(token.start)
    if quote is not None and quote.start == token.start and line.speaks(quote):
        return Subject((Participant(organisation=slug(_written(line, quote))),), token.start, quote.end + 1)
    return _named_behind(line, token, limit)
    return None


def _by_part(line: Line, floor: Floor, token: Token) -> Subject | None:
    """Return somebody named in full before, now by a part that is an ordinary word too: "وقال الناصر"."""
    if len(token.text) < _SHORTEST_PART:
        return None
    if token.text in floor.people:
        return Subject((floor.people[token.text],), token.start, token.end)
    for mention in reversed(line.cast.before(token.start)):
        if mention.kind == "person" and token.text in _later_parts(mention.participant.name or ""):
            return Subject(mention.members, token.start, token.end)
    return None


@lru_cache(maxsize=4096)
def _later_parts(name: str) -> tuple[str, ...]:
    return tuple(fold_word(name).split()[1:])


def _described(line: Line, token: Token, limit: int) -> Subject | None:
    """Return a full name that begins the phrase or ends it: "عادل ناصيف المحلل في …", "المحلل عادل ناصيف"."""
    if limit == line.sentence.end or not token.is_word or token.text in words("prepositions"):
        return None
    behind = line.tokens(token.start, limit)[:_MOST_WORDS]
    for at, candidate in enumerate(behind):
        if candidate.text in words("lead_in"):
            return None
        known = line.mention_at(candidate.start)
        if at and known is not None and known.kind == "person" and _closed(line, known.end, limit):
            return Subject(known.members, token.start, known.end)
        span = name_at(line.surface, candidate.start, single=False) if candidate.is_word else None
        if span is None or span.start != candidate.start:
            continue
        if at == 0 or (_closed(line, span.end, limit) and _may_introduce(behind[at - 1])):
            name = _written(line, span)
            return Subject((Participant(person=slug(name), name=name),), token.start, span.end)
    return None


def _may_introduce(token: Token) -> bool:
    """Whether a name may stand behind a token: a mark, or a word with the article ("المحلل عادل ناصيف")."""
    return token.text in '،,"' or token.text.startswith("ال")


def _written(line: Line, span: Span) -> str:
    original = line.surface.folded.original(span.start, span.end)
    return " ".join(line.surface.report.text[original.start : original.end].split())


def state_of(organisation: str | None) -> str | None:
    """Return the state to which a company, agency or movement belongs, if the knowledge says so."""
    known = table().files["organisations"]["organisations"].get(organisation or "", {})
    state: str | None = known.get("state")
    return state
