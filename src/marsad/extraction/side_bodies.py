"""Bodies of people told by what they are and whose they are: "مسؤولون كويتيون", "وفد من تونس", "السعوديون".

A noun for people (role ``people`` of ``cues/encounters.yml``) takes the nisbas, states or organisations
behind it. All positions are folded offsets.
"""

import msgspec

from marsad.extraction.clauses import words
from marsad.extraction.document import Document
from marsad.extraction.mentions import Mention
from marsad.extraction.side_leads import OF, lead_of
from marsad.knowledge.lexicon import Hit
from marsad.knowledge.table import table
from marsad.language.sentences import Sentence
from marsad.language.tokens import Token
from marsad.model.claims import Participant

#: How many words may stand between the people and whose they are: "مسؤولين كبار في الحكومة الأردنية".
_FARTHEST_OWNER = 4
_CUE = "encounters/people"
#: How many blanks and marks may stand before the next of several owners.
_NEXT = 2


class Body(msgspec.Struct, frozen=True):
    """People at a place: where they begin, with which proclitics, where they end, and whose they are."""

    left: int
    prefix: str
    end: int
    owners: tuple[Participant, ...]


def bodies(document: Document, sentence: Sentence) -> list[Body]:
    """Return the bodies of people of a sentence in reading order, without overlaps.

    Example: "التقى الوزير مسؤولين أردنيين ووفدا من مصر" has two.
    """
    found: list[Body] = []
    end = sentence.start
    for hit in document.surface.hits_between(sentence.start, sentence.end):
        if hit.left < end:
            continue
        body = None
        if hit.kind == "cue" and hit.key == _CUE and hit.feature != "noun.own":
            body = _of_noun(document, hit, sentence)
        elif hit.kind == "nisba" and hit.feature == "mp" and hit.definite:
            body = _nationals(document, hit)
        if body is not None:
            found.append(body)
            end = body.end
    return found


def is_generic(mention: Mention) -> bool:
    """Tell whether a mention is nobody in particular: "مسؤولون", "مصادر"."""
    if mention.participant.state is not None:
        return False
    return mention.participant.organisation in table().files["outlets"]["generic"]


def _of_noun(document: Document, noun: Hit, sentence: Sentence) -> Body | None:
    """Read "مسؤولين أردنيين", "وفد من الأردن", "وزراء خارجية الأردن ومصر"."""
    cast = document.cast.before(noun.start + 1, 1)
    if cast and cast[-1].start <= noun.start < cast[-1].end and not is_generic(cast[-1]):
        return None
    for token in document.surface.tokens.between(noun.end, sentence.end)[: _FARTHEST_OWNER + 1]:
        if not token.is_word:
            return None
        owners, end = _owners(document, token.start, sentence.end)
        if not owners and token.start - noun.end <= _NEXT:
            owners, end = _sender(document, token)
        if owners:
            return Body(noun.left, noun.prefix, end, owners)
        if _breaks(document, token):
            return None
    return None


def _sender(document: Document, token: Token) -> tuple[tuple[Participant, ...], int]:
    """Read "ممثلين للرئيس فلان": whom they stand for."""
    mention = document.cast.at(token.start)
    if mention is None or not mention.prefix.startswith("ل") or mention.kind not in ("person", "role"):
        return (), token.end
    state = mention.participant.state
    return ((Participant(state=state),), mention.end) if state is not None else ((), token.end)


def _breaks(document: Document, token: Token) -> bool:
    if token.text in words("clauses", "stops") or token.text in words("clauses", "ends_people"):
        return True
    return any(
        hit.kind in ("verb", "person", "office", "city") or hit.feature.startswith("verb.")
        for hit in document.surface.hits_between(token.start, token.end)
        if hit.left == token.start
    )


def _nationals(document: Document, hit: Hit) -> Body | None:
    """Read "السعوديون", "مع الأردنيين": a plural nisba without a noun in front."""
    before = document.surface.tokens.before(hit.left)
    adjective = before is not None and before.text.startswith("ال")
    if before is not None and adjective and not document.text[before.end : hit.left].strip():
        return None
    if lead_of(document, hit.left, hit.prefix) == OF:
        return None
    return Body(hit.left, hit.prefix, hit.end, (Participant(state=hit.key),))


def _owners(document: Document, start: int, limit: int) -> tuple[tuple[Participant, ...], int]:
    """Return the owners named from ``start`` on, joined by و or a dash, and where the last one ends."""
    owners: list[Participant] = []
    end, at = start, start
    mention = document.cast.at(start)
    if mention is not None and mention.kind == "organisation" and mention.participant.state is not None:
        return (Participant(state=mention.participant.state),), mention.end  # "مسؤولي الإدارة الأمريكية"
    while at < limit:
        hit = _owner_at(document, at, first=not owners)
        apart = (
            not owners or document.text[end:at].strip() or (hit is not None and hit.prefix.startswith("و"))
        )
        if hit is None or (hit.kind == "state" and not apart):  # "زار وفد تونسي الأردن"
            break
        owner = Participant(organisation=hit.key) if hit.kind == "org" else Participant(state=hit.key)
        owners += [owner] if owner not in owners else []
        end = hit.end
        following = document.surface.tokens.after(end)
        while following is not None and following.text in '-،"' and following.start - end <= _NEXT:
            following = document.surface.tokens.after(following.end)
        if following is None or following.start - end > _NEXT + 2:
            break
        at = following.start
    return tuple(owners), end


def _owner_at(document: Document, at: int, *, first: bool) -> Hit | None:
    for hit in document.surface.entities_at.get(at, ()):
        if hit.kind not in ("nisba", "state", "org") and not (hit.kind == "nisba?" and not first):
            continue
        bare = hit.prefix.removesuffix("ال")
        if bare == "" or (bare == "و" and not first) or (bare == "ب" and first and hit.kind == "state"):
            return hit
    return None
