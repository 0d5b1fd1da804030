"""A light stemmer: brings the forms of an Arabic word together for search.

Clitics (و ف ب ك ل س، ال), plural and pronoun endings come off where what is left is a word that the knowledge
holds, else by rule; broken plurals, verbs and the names of states with their adjectives go by table.

Example: ``stem("وللوزراء") == stem("وزيرها") == "وزير"``; ``stem("الكازاخستانية") == "كازاخستان"``.
"""

from collections.abc import Iterator
from functools import lru_cache

from marsad.language.stem_words import StemWords, on_the_line, plain, stem_words

#: Shorter ones come first: in للقاء the first ل is the preposition, the second belongs to the word.
_PREFIXES = (
    "و", "ف", "ب", "ل", "ك", "س", "ال", "لل", "وب", "ول", "وك", "وس", "فب", "فل", "فس",
    "وال", "فال", "بال", "كال", "ولل", "فلل", "وبال", "فبال", "وكال",
)  # fmt: skip
#: The future's س stands before an imperfect only.
_FUTURE = "س"
_IMPERFECT = tuple("يتنا")
#: Taken off a word that nothing knows, the longest first.
_SURE_PREFIXES = ("وبال", "وكال", "وال", "فال", "بال", "كال", "ولل", "ال", "لل", "و")
_SUFFIXES = (
    "تيهما", "تهما", "تيها", "يهما", "تهم", "تها", "تنا", "تين", "تان", "تيه", "يها", "يهم", "هما", "يون", "يين", "يات",
    "ته", "تي", "ها", "هم", "ات", "ون", "ين", "ان", "وا", "يه", "يا", "ه", "ي", "ا", "نا",
)  # fmt: skip
#: Taken off a word that nothing knows.
_SURE_SUFFIXES = ("هما", "يون", "يين", "يات", "ها", "هم", "ات", "ون", "ين", "ان", "وا", "يه", "ه", "ي")
_BY_FIRST = {first: tuple(prefix for prefix in _PREFIXES if prefix[0] == first) for first in "وفبلكسا"}
_BY_LAST = {last: tuple(suffix for suffix in _SUFFIXES if suffix[-1] == last) for last in "اهتمنوي"}
_SURE_BY_LAST = {last: tuple(suffix for suffix in _SURE_SUFFIXES if suffix[-1] == last) for last in "اهتمنوي"}
_FEMININE = "ه"
_SHORTEST = 3
#: Raised by whoever changes what comes out here: stems that are kept were made by it.
RULES = 1
#: Longer "words" are runs of letters that no reader means.
LONGEST = 64


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Return the stem of a word, folded: of the first ``LONGEST`` characters. A stem is its own stem.

    It is empty only where folding leaves nothing of the word.
    """
    words = stem_words()
    found = plain(word[:LONGEST])
    while (shorter := _step(found, words)) != found:
        found = shorter
    return found


def _step(word: str, words: StemWords) -> str:
    if len(word) < _SHORTEST or word in words.whole:
        return word
    for prefix in ("", *_BY_FIRST.get(word[0], ())):
        rest = word[len(prefix) :]
        if not word.startswith(prefix) or len(rest) < _SHORTEST - 1:
            continue
        if prefix.endswith(_FUTURE) and not rest.startswith(_IMPERFECT):
            continue
        if _is_known(rest, words):
            return _without_suffixes(rest, words)
    for prefix in _SURE_PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= _SHORTEST:
            return word[len(prefix) :]
    return _without_suffixes(word, words)


def _is_known(word: str, words: StemWords) -> bool:
    return _stands(word, words) or any(True for _ in _known_rests(word, words))


def _stands(word: str, words: StemWords) -> bool:
    return word in words.known or word in words.leads or word + _FEMININE in words.known


def _without_suffixes(word: str, words: StemWords) -> str:
    led = False
    while True:
        if not led and (lead := words.leads.get(word) or words.leads.get(word + _FEMININE)):
            # Once only: دول leads to دولة, whose stem it is. With ة too: خريطته leaves خريط.
            word, led = lead, True
        if word in words.whole:
            return word
        rest = next(_known_rests(word, words), None)
        if rest is None and not _stands(word, words):
            rest = next(_rests(word, _SURE_BY_LAST), None)
        if rest is None:
            return word
        word = rest


def _known_rests(word: str, words: StemWords) -> Iterator[str]:
    """Yield what is left of a word that is a known one with an ending; those never to be taken apart first."""
    rests = [rest for rest in _rests(word, _BY_LAST) if _stands(rest, words)]
    yield from (rest for rest in rests if rest in words.whole)
    yield from rests


def _rests(word: str, suffixes: dict[str, tuple[str, ...]]) -> Iterator[str]:
    for suffix in suffixes.get(word[-1], ()):
        rest = word[: -len(suffix)]
        if len(rest) < _SHORTEST or not word.endswith(suffix):
            continue
        if suffix == "ي" and rest.endswith("ا"):
            continue  # قضايا and ولاية keep it
        yield on_the_line(rest)
