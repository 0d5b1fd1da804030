"""Words that a page ran together, set apart: "أعلنلقاءه" is "أعلن لقاءه", "الحكومةالجديدة" two words.

Pages that lose the blanks around links are full of these. Behind ة or ى inside a word a blank is missing for
certain; elsewhere a token that is no word is cut where two known words meet. Nothing else is touched.
"""

import re
from array import array
from bisect import bisect_right
from functools import cache, lru_cache

from marsad.folding import Folded, fold_word
from marsad.knowledge.table import table

#: Only tokens so long can hold two words.
_LONG_TOKEN = re.compile(r"[^\W\d_]{6,}")
#: In the text as written: ة, ى or a nunation with two more letters behind it.
_SURE_LETTER = re.compile("[ةى](?<=[ء-ي]{2}[ةى])(?=[ء-ي]{2})")
_NUNATION = "ً"
_NUNATED = re.compile("(?:[اى]ً|ًا)(?=[ء-ي]{2})")
_PROCLITICS = ("", "و", "ف", "ال", "وال", "ب", "ل", "بال", "لل")
_ENDINGS = ("", "ه", "ها", "هم", "هما", "نا", "ي", "ا", "ات", "ين", "ون", "ان", "ت", "ته", "تها", "تهم", "وا")
_SHORTEST_FIRST, _SHORTEST_SECOND, _SHORTEST_STEM = 4, 4, 3
#: Proclitics by their first letter, each with the fewest letters that a word with it has; more behind an article.
_LEAST = {
    letter: [
        (proclitic, len(proclitic) + _SHORTEST_STEM + ("ل" in proclitic))
        for proclitic in _PROCLITICS
        if proclitic.startswith(letter)
    ]
    for letter in {proclitic[0] for proclitic in _PROCLITICS if proclitic}
}


def set_apart(folded: Folded, raw: str) -> Folded:
    """Return a folded text with a blank wherever two words of ``raw`` run together; offsets still lead to ``raw``.

    Example: in "زارالوزير بيروت" a blank is put before "الوزير".
    """
    cuts = _sure_cuts(folded, raw) | _likely_cuts(folded.text)
    return _with_blanks(folded, sorted(cuts), len(raw)) if cuts else folded


def _sure_cuts(folded: Folded, raw: str) -> set[int]:
    """Folded positions behind letters that end a word."""
    ends = [match.end() for match in _SURE_LETTER.finditer(raw)]
    if _NUNATION in raw:
        ends += [match.end() for match in _NUNATED.finditer(raw)]
    if not ends or folded.offsets is None:
        return set(ends)
    places = (bisect_right(folded.offsets, end) - 1 for end in ends)
    return {at for at, end in zip(places, ends, strict=True) if folded.offsets[at] == end}


def _likely_cuts(text: str) -> set[int]:
    joined = {token for found in map(_joined_in, set(text.split())) for token in found}
    if not joined:
        return set()
    return {
        match.start() + _cut_of(match.group())
        for match in _LONG_TOKEN.finditer(text)
        if match.group() in joined
    }


# News in one language repeats itself: of what stands between two blanks nearly all was met before.
@lru_cache(maxsize=1 << 16)
def _joined_in(chunk: str) -> tuple[str, ...]:
    """Return the tokens of a chunk without blanks that are two words."""
    return tuple(token for token in _LONG_TOKEN.findall(chunk) if _cut_of(token))


def _with_blanks(folded: Folded, cuts: list[int], length: int) -> Folded:
    offsets = folded.offsets if folded.offsets is not None else array("l", range(length + 1))
    pieces: list[str] = []
    places: array[int] = array("l")
    last = 0
    for cut in cuts:
        pieces += [folded.text[last:cut], " "]
        places.extend(offsets[last:cut])
        places.append(offsets[cut])
        last = cut
    pieces.append(folded.text[last:])
    places.extend(offsets[last:])
    return Folded("".join(pieces), places)


# -- where two words meet -------------------------------------------------------------------------------------


@lru_cache(maxsize=1 << 12)
def _cut_of(token: str) -> int:
    """Return how many letters the first of two words in a token has; 0 where it is one word."""
    if token in _words()[1]:
        return 0
    cuts = [at for at in range(2, len(token) - 2) if _ends(token[:at]) and _begins(token[at:], token[:at])]
    if not cuts or _inflected(token):
        return 0
    # "اكدالوزير": the article tells where the second word begins; otherwise the longest first word counts.
    return next((at for at in cuts if token.startswith("ال", at)), cuts[-1])


def _ends(first: str) -> bool:
    if first in _listed("short_firsts"):
        return True
    return len(first) >= _SHORTEST_FIRST and _stem_in(first, _words()[0])


def _begins(second: str, first: str) -> bool:
    if second in _listed("short_seconds"):
        return len(first) >= _SHORTEST_FIRST
    least = _SHORTEST_SECOND + (first in _listed("short_firsts"))
    return len(second) >= least and _stem_in(second, _words()[1])


def _stem_in(word: str, known: frozenset[str]) -> bool:
    """Whether a word is known, with proclitics or without; behind an article only longer stems count."""
    if len(word) >= _SHORTEST_STEM and word in known:
        return True
    for proclitic, least in _LEAST.get(word[:1], ()):
        if len(word) >= least and word.startswith(proclitic) and word[len(proclitic) :] in known:
            return True
    return False


def _inflected(token: str) -> bool:
    """Whether a token is a known word with its proclitics, endings and pronouns."""
    known = _words()[1]
    for proclitic in (*_PROCLITICS, "س", "وس", "ت", "ي", "وب", "ول", "وبال", "ولل", "فال", "كال"):
        if not token.startswith(proclitic):
            continue
        rest = token[len(proclitic) :]
        for ending in _ENDINGS:
            stem = rest[: len(rest) - len(ending)]
            if rest.endswith(ending) and len(stem) > 1 and (stem in known or stem + "ه" in known):
                return True
    return False


@cache
def _listed(name: str) -> frozenset[str]:
    listed: list[str] = table().files["joined_words"][name]
    return frozenset(map(fold_word, listed))


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    """Words that can be the first of two, and those that can be the second: names of people begin only these."""
    return frozenset(table().firsts.split()), frozenset(table().seconds.split())
