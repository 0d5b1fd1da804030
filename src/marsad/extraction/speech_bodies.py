"""Media, documents and bodies as speakers: "صحيفة "المنارة"", "البيان", "المنظمة", "معهد "النخيل"".

A document speaks for whoever issued it; "الصحيفة" and "المنظمة" are those that were named last.
"""

from marsad.extraction.mentions import Mention
from marsad.extraction.speech_floor import Floor, Speakers, Subject
from marsad.extraction.speech_line import Line, words
from marsad.knowledge.table import table
from marsad.language.tokens import Token
from marsad.linking.romanise import slug
from marsad.model.claims import Participant
from marsad.model.report import Span

#: How many words may stand between a document and the body that it is said to come from.
_FARTHEST_ISSUER = 6
#: How many characters behind a name its nisba may begin.
_NISBA_NEAR = 8


def medium(line: Line, token: Token, limit: int) -> Subject | None:
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
    who = Participant(state=state, organisation=slug(written(line, quote)))
    return Subject((who,), token.start, quote.end + 1)


def document_of(line: Line, floor: Floor, token: Token, limit: int) -> Subject | None:
    """Return for whom a document speaks: "البيان", "بيان صادر عن الرئاسة", "بيان الوزارة"."""
    if token.text not in words("documents"):
        return None
    floor.issuer = _issuer(line, floor, token, limit) or floor.issuer
    speakers = floor.issuer or floor.current
    if token.text in words("reports") and speakers and speakers[0].person:
        speakers = (floor.body,) if floor.body else ()
    return Subject(speakers, token.start, token.end)


def _issuer(line: Line, floor: Floor, token: Token, limit: int) -> Speakers:
    """Return who issued the document named by a token: the participant behind it, as in "صادر عن"."""
    behind = line.after(token.end)
    position = line.skip(token.end, "of_document")
    if behind is not None and behind.text in words("media_again"):
        return (_medium_meant(line, floor, behind),)
    mention = line.mention_at(behind.start) if behind is not None else None
    mention = mention or (line.mention_at(position) if position < limit else None)
    if mention is None:
        mention = next((m for m in line.cast.between(token.end, limit) if _issues(line, token, m)), None)
    return mention.members if mention is not None else ()


def _issues(line: Line, token: Token, mention: Mention) -> bool:
    """Whether a mention further behind is the document's: "البيان الختامي للقمة", "بيان صدر عن مكتب … في الوزارة"."""
    gap = line.tokens(token.end, mention.left)
    if len(gap) > _FARTHEST_ISSUER or any(t.text in '،,:"' for t in gap) or mention.kind == "person":
        return False
    return mention.prefix in ("ل", "لل") or any(t.text in words("issued_by") for t in gap)


def again(line: Line, floor: Floor, token: Token) -> Subject | None:
    """ "الصحيفة", "الوزارة", "المنظمة": the body of that kind that was named last."""
    following = line.after(token.end)
    general = following is not None and following.text in words("again_adjectives") and floor.body is not None
    if following is not None and following.text.startswith("ال") and not general:
        return None  # "اللجنة الأولمبية" is one of its own.
    if token.text in words("media_again"):
        return Subject((_medium_meant(line, floor, token),), token.start, token.end)
    if token.text not in words("bodies_again"):
        return None
    found = _last_called(line, token, token.text.removeprefix("ال"))
    if found is None and token.text in words("bodies_of_any_name"):
        found = floor.body
    return Subject((found,) if found else (), token.start, token.end)


def _medium_meant(line: Line, floor: Floor, token: Token) -> Participant:
    """Return the medium that "الصحيفة" means; a medium, where none was named."""
    return _last_medium(line, token) or floor.body or Participant(organisation="media")


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


def body(line: Line, token: Token, limit: int) -> Subject | None:
    """Return a body that the knowledge does not hold: "معهد "النخيل" للدراسات", also wholly quoted."""
    if token.text not in words("body_nouns"):
        return None
    quote = line.quote_at(token.start)
    if quote is not None and quote.start == token.start and line.speaks(quote):
        return Subject((Participant(organisation=slug(written(line, quote))),), token.start, quote.end + 1)
    return _named_behind(line, token, limit)


def written(line: Line, span: Span) -> str:
    """Return the original characters of a folded span, blanks made single."""
    original = line.surface.folded.original(span.start, span.end)
    return " ".join(line.surface.report.text[original.start : original.end].split())
