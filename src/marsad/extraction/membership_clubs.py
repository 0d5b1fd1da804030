"""The organisations of states in a stretch of text, by name or taken up again: "تضم المنظمة الصين والهند"."""

from functools import cache

import msgspec

from marsad.extraction.document import Document
from marsad.folding import fold_word
from marsad.knowledge.lexicon import Hit
from marsad.knowledge.table import table
from marsad.language.tokens import Token

_PROCLITICS = "وفلب"
#: How far back, in folded characters, the name may stand that a common noun takes up again.
_MEMORY = 600


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(map(fold_word, table().files["cues/memberships"]["words"][name]))


@cache
def _heads() -> dict[str, tuple[str, ...]]:
    """Return the common nouns that take a body up again, each with the words that its name may begin with."""
    heads: dict[str, list[str]] = table().files["cues/memberships"]["heads"]
    return {fold_word(noun): tuple(map(fold_word, begins)) for noun, begins in heads.items()}


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
    """Return the organisations of states that begin within ``[start, end)``, in the order of the text.

    Example: "تضم المنظمة الصين والهند" has the one named before; "هيئة تابعة للأمم المتحدة" has none.
    """
    named = _named(document, start, end)
    found = [*named, *(hit for hit in _again(document, start, end) if not _covered(hit, named))]
    return sorted(found, key=lambda hit: hit.start)


def taken_up(document: Document, position: int) -> Hit | None:
    """Return the organisation of states named last before a position: "انضمام جنوب أفريقيا إليها"."""
    named = _named(document, max(0, position - _MEMORY), position)
    return named[-1] if named else None


def _named(document: Document, start: int, end: int) -> list[Hit]:
    hits = document.surface.hits_between(start, end)
    found = [hit for hit in hits if hit.kind in ("org", "org?") and is_club(hit.key)]
    return [hit for hit in found if not _dependent(document, hit)]


def _dependent(document: Document, hit: Hit) -> bool:
    """Whether the name only says what another body belongs to: "لجنة تابعة للأمم المتحدة"."""
    before = document.surface.tokens.before(hit.left)
    return before is not None and is_one(before.text, "dependent")


def _again(document: Document, start: int, end: int) -> list[Hit]:
    """Return hits for common nouns that stand for an organisation named before: "المجموعة", "التكتل"."""
    found = []
    for token in document.surface.tokens.between(start, end):
        noun = token.text[1:] if token.text[1:] in _heads() and token.text[0] in _PROCLITICS else token.text
        if noun not in _heads():
            continue
        antecedent = _antecedent(document, token, _heads()[noun])
        if antecedent is not None:
            at = token.end - len(noun)
            prefix = token.text[: len(token.text) - len(noun)]
            found.append(msgspec.structs.replace(antecedent, start=at, end=token.end, prefix=prefix))
    return found


def _antecedent(document: Document, noun: Token, begins: tuple[str, ...]) -> Hit | None:
    """Return the name that a common noun takes up: the last that begins with its word, or has it in front."""
    following = document.surface.tokens.after(noun.end)
    if following is not None and following.text in '"«':
        return None
    for hit in reversed(_named(document, max(0, noun.start - _MEMORY), noun.start)):
        before = document.surface.tokens.before(hit.left)
        while before is not None and before.text == '"':
            before = document.surface.tokens.before(before.start)
        name = document.text[hit.start : hit.end]
        if name.startswith(begins) or (before is not None and before.text.endswith(begins)):
            return hit
    return None


def _covered(hit: Hit, named: list[Hit]) -> bool:
    return any(other.left <= hit.start < other.end for other in named)
