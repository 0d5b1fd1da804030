"""What the rules of membership share: the record of one, and organisations in a row behind a word."""

import msgspec

from marsad.extraction.document import Document
from marsad.extraction.membership_clubs import clubs, is_one, taken_up
from marsad.knowledge.lexicon import Hit
from marsad.model.report import Span
from marsad.model.vocabulary import MembershipStatus

#: Names of organisations in one row stand at most so many tokens apart.
_ROW_GAP = 3
#: The preposition stands at most so many tokens before the name: "في فضاء شنغن".
_LINK_REACH = 3
#: Folded characters behind a word within which "إليها" stands.
_PRONOUN_REACH = 40


class Group(msgspec.Struct, frozen=True):
    """Organisations that stand together in the text, and where, in folded offsets."""

    codes: tuple[str, ...]
    start: int
    end: int


class Told(msgspec.Struct, frozen=True):
    """One state in one organisation, with the folded span that tells it and the rule that found it."""

    state: str
    organisation: str
    status: MembershipStatus
    span: Span
    rule: str = "belongs"


class Lead(msgspec.Struct, frozen=True):
    """How a word of belonging leads to the organisation behind it.

    ``links`` names the list of prepositions that do; ``dative`` says that ل does too: "انضمام مصر للاتحاد";
    ``bare`` that none is needed right behind it: "عضوية الاتحاد".
    """

    reach: int
    links: str = "links"
    dative: bool = False
    bare: bool = False


def organisations(document: Document, start: int, end: int, lead: Lead) -> Group | None:
    """Return the organisations in a row behind a word, led in within ``lead.reach`` tokens.

    Example: "عضوية مصر في الاتحاد الأفريقي والجامعة العربية" has two; other words end the list.
    "انضمام مصر إليها" means the body named before.
    """
    hits = clubs(document, start, end)
    if not hits or not _led_in(document, start, hits[0], lead):
        return _by_pronoun(document, start, min(end, start + _PRONOUN_REACH))
    row = [hits[0]]
    for hit in hits[1:]:
        gap = document.surface.tokens.between(row[-1].end, hit.left)
        if len(gap) > _ROW_GAP or any(t.text in ".؛:" for t in gap):
            break
        row.append(hit)
    return Group(tuple(dict.fromkeys(h.key for h in row)), row[0].left, row[-1].end)


def _by_pronoun(document: Document, start: int, end: int) -> Group | None:
    for token in document.surface.tokens.between(start, end):
        if token.text in ".؛:":
            return None
        if is_one(token.text, "to_it"):
            hit = taken_up(document, start)
            return Group((hit.key,), token.start, token.end) if hit else None
    return None


def _led_in(document: Document, start: int, hit: Hit, lead: Lead) -> bool:
    """Whether a preposition, or words for examples ("مثل شنغهاي"), lead from a word to the organisation."""
    before = [token for token in document.surface.tokens.between(start, hit.left) if token.text != '"']
    if len(before) > lead.reach or any(token.text in ".؛:" for token in before):
        return False
    if hit.prefix.startswith("ب") or (lead.dative and hit.prefix.startswith("ل")):
        return True
    if lead.bare and all(is_one(token.text, "generic") for token in before):
        # In "عضوية الاتحاد الأفريقي في مجموعة العشرين" the Union is who belongs.
        following = document.surface.tokens.after(hit.end)
        return following is None or not is_one(following.text, "links")
    close = before[-_LINK_REACH:]
    return any(is_one(token.text, lead.links) for token in close) or (
        bool(close) and is_one(close[-1].text, "such_as")
    )
