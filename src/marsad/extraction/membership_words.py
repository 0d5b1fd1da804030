"""What the rules of membership share: the record of one, organisations in a row, lists of single words."""

from functools import cache

import msgspec

from marsad.extraction.document import Document
from marsad.folding import fold_word
from marsad.knowledge.lexicon import Hit
from marsad.knowledge.table import table
from marsad.model.report import Span
from marsad.model.vocabulary import MembershipStatus

_PROCLITICS = "وفلب"
#: Names of organisations in one row stand at most so many tokens apart.
_ROW_GAP = 3
#: The preposition stands at most so many tokens before the name: "في فضاء شنغن".
_LINK_REACH = 3


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


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(map(fold_word, table().files["cues/memberships"]["words"][name]))


def is_one(text: str, name: str) -> bool:
    """Whether a token is a word of the list, alone or behind و، ف، ل or ب."""
    words = _listed(name)
    return text in words or (text[0] in _PROCLITICS and text[1:] in words)


@cache
def is_club(code: str) -> bool:
    """Whether an organisation has states for members: by its kind, or because the knowledge lists some."""
    row = table().files["organisations"]["organisations"].get(code, {})
    return bool(row.get("members")) or (
        row.get("kind") in ("intergovernmental", "agency") and not row.get("state")
    )


@cache
def known_members(code: str) -> frozenset[str]:
    """Return the states that the knowledge has for members, past ones and observers included."""
    rows = table().files["organisations"]["organisations"].get(code, {}).get("members", [])
    return frozenset(row["state"] for row in rows)


def clubs(document: Document, start: int, end: int) -> list[Hit]:
    """Return the names of organisations of states that begin within ``[start, end)``."""
    hits = document.surface.hits_between(start, end)
    return [hit for hit in hits if hit.kind in ("org", "org?") and is_club(hit.key)]


def organisations(
    document: Document, start: int, end: int, *, reach: int, links: str, dative: bool
) -> Group | None:
    """Return the organisations in a row behind a word, led in by a preposition within ``reach`` tokens.

    ``links`` names the list of prepositions that do; ``dative`` says that ل does too: "انضمام مصر للاتحاد".
    Example: "عضوية مصر في الاتحاد الأفريقي والجامعة العربية" has two; other words end the list.
    """
    hits = clubs(document, start, end)
    if not hits or not _led_in(document, start, hits[0], reach=reach, links=links, dative=dative):
        return None
    row = [hits[0]]
    for hit in hits[1:]:
        gap = document.surface.tokens.between(row[-1].end, hit.left)
        if len(gap) > _ROW_GAP or any(t.text in ".؛:" for t in gap):
            break
        row.append(hit)
    return Group(tuple(dict.fromkeys(h.key for h in row)), row[0].left, row[-1].end)


def _led_in(document: Document, start: int, hit: Hit, *, reach: int, links: str, dative: bool) -> bool:
    """Whether a preposition, or words for examples ("مثل شنغهاي"), lead from a word to the organisation."""
    before = [token for token in document.surface.tokens.between(start, hit.left) if token.text != '"']
    if len(before) > reach or any(token.text in ".؛:" for token in before):
        return False
    if hit.prefix.startswith("ب") or (dative and hit.prefix.startswith("ل")):
        return True
    close = before[-_LINK_REACH:]
    return any(is_one(token.text, links) for token in close) or (
        bool(close) and is_one(close[-1].text, "such_as")
    )
