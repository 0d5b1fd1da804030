"""Whether two names can be one person's. Spelling varies, but a surname alone decides nothing."""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from marsad.folding import fold_word
from marsad.knowledge.files import load
from marsad.linking.tenures import people
from marsad.model.claims import Participant

# One sound, several letters: غ, ج and گ all write a foreign g, ث a t or s that few pronounce.
_SOUNDS = str.maketrans("غگطضظصڤپثؤئء", "ججتدزسفبتوي'")
_LONG_VOWELS = str.maketrans("", "", "اوي'")
# Shorter words differ in nothing but a long vowel and are other names: محمد and محمود, حسن and حسين.
_LONG_WORD = 6

Sameness = Literal["same", "possible", "different"]


class Named(NamedTuple):
    """Somebody by name: the slug, the parts of the name, and whether the knowledge holds the person."""

    person: str | None
    parts: tuple[str, ...]
    known: bool


def named(who: Participant) -> Named | None:
    """Return whom a participant names, None where it names nobody."""
    return _named(who.person, who.name) if who.person or who.name else None


@lru_cache(maxsize=65536)
def _named(person: str | None, name: str | None) -> Named:
    return Named(person, name_parts(name or ""), person is not None and person in people())


@lru_cache(maxsize=65536)
def name_parts(name: str) -> tuple[str, ...]:
    """Return the parts of a name that tell people apart, folded; "عبد الله" and "عبدالله" are one part.

    Titles and the words for son and house fall away: "الأمير محمد بن نايف آل سعود" has the parts
    of "محمد نايف سعود".
    """
    parts: list[str] = []
    joined = ""
    for word in fold_word(name).replace("-", " ").split():
        if word in _links() or word in _titles():
            continue
        bare = word.removeprefix("ال") if len(word) > 4 and not joined else word
        if word in _openers():
            joined = word
        else:
            parts.append(joined + bare)
            joined = ""
    return tuple(parts)


def compare(one: Named, other: Named) -> Sameness:
    """Tell whether two names of people of one state can mean the same person.

    ``same`` needs one slug, or two names of at least two parts each that spell the same. A longer form
    with the same first part ("محمد ظريف", "محمد جواد ظريف"), or a single part that the other name has
    too, is ``possible``: it rules nothing out and proves nothing. Two people whom the knowledge holds
    are ``different``.
    """
    if one.person and one.person == other.person:
        return "same"
    if one.known and other.known:
        return "different"
    shorter, longer = sorted((one.parts, other.parts), key=len)
    if not shorter or not _in_order(shorter, longer):
        return "different"
    if len(shorter) == len(longer) > 1:
        return "same"
    return "possible" if len(shorter) == 1 or spelt_alike(shorter[0], longer[0]) else "different"


@lru_cache(maxsize=65536)
def spelt_alike(one: str, other: str) -> bool:
    """Tell whether two parts are spellings of one: "غوتيريش" and "جوتيريش", "توكاييف" and "توكايف"."""
    mine, theirs = one.translate(_SOUNDS), other.translate(_SOUNDS)
    if mine == theirs:
        return True
    if min(len(mine), len(theirs)) < _LONG_WORD or mine[0] != theirs[0]:
        return False
    return mine.translate(_LONG_VOWELS) == theirs.translate(_LONG_VOWELS)


def _in_order(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    rest = iter(longer)
    return all(any(spelt_alike(part, candidate) for candidate in rest) for part in shorter)


@cache
def _titles() -> frozenset[str]:
    return frozenset(fold_word(title) for title in load("names")["titles"])


@cache
def _links() -> frozenset[str]:
    return frozenset(fold_word(word) for word in load("names")["binders"])


@cache
def _openers() -> frozenset[str]:
    """Words that are one name with the next: "عبد", "أبو", "ماك"."""
    return frozenset(fold_word(word) for word in load("names")["joiners"]) - _links()
