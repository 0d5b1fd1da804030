"""Finding what the knowledge knows in a folded text.

Every token is looked up, without the proclitics that its kind allows (و ف ب ل ك، ال، لل، س on verbs), among
words and among the first words of phrases. What a token can be is remembered, so that a text costs little
more than one look-up a word.

Example: in ``"وللسعوديه"`` the state SAU is found with the prefix ``"ولل"``.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

import msgspec

from marsad.knowledge.table import table

_CONJUNCTIONS = ("", "و", "ف")
_PREPOSITIONS = ("", "ب", "ل", "ك")
_BARE = frozenset(c + p for c in _CONJUNCTIONS for p in _PREPOSITIONS)
_WITH_ARTICLE = frozenset(c + p for c in _CONJUNCTIONS for p in ("ال", "بال", "لل", "كال"))
_NOUN = _BARE | _WITH_ARTICLE
_VERB = frozenset(c + s for c in _CONJUNCTIONS for s in ("", "س", "ل"))
_FIXED = frozenset(_CONJUNCTIONS)
_PREFIXES = _NOUN | _VERB
_LONGEST_PREFIX = max(map(len, _PREFIXES))
#: What lies between the end of a token and that of the next, the next included.
_NEXT = re.compile(r"\s*(?:[^\W_]+|[^\w\s])")

#: Kinds that name things in the world; of those that overlap the longest counts.
ENTITY_KINDS = frozenset(
    ("state", "state?", "nisba", "nisba?", "seat", "city", "city?", "venue", "person", "org", "org?", "body", "body?",
     "ministry", "outlet", "outlet?", "source", "office", "counterpart", "dual", "title", "held", "filler", "shadow")
)  # fmt: skip

#: Kind, key, feature, and whether the kind is one of ``ENTITY_KINDS``.
_Sense = tuple[str, str, str, bool]
#: The proclitics with which a form has a sense, and the sense.
_Senses = tuple[tuple[frozenset[str], _Sense], ...]


class _Begun:
    """The beginning of phrases: what it means by itself, and what it begins with the next token, blanks included."""

    __slots__ = ("longer", "senses")

    def __init__(self) -> None:
        self.senses: _Senses = ()
        self.longer: dict[str, _Begun] = {}


#: A prefix, the senses of the rest as a word, and the phrases that the rest begins.
_Opening = tuple[str, tuple[_Sense, ...], _Begun | None]


class Hit(msgspec.Struct, frozen=True):
    """A form found: ``text[start:end]`` without its proclitics, which are ``prefix``; folded offsets."""

    start: int
    end: int
    kind: str
    key: str
    feature: str
    prefix: str

    @property
    def left(self) -> int:
        """Where the word begins, proclitics included."""
        return self.start - len(self.prefix)

    @property
    def definite(self) -> bool:
        """Whether the form carries the article."""
        return self.prefix.endswith(("ال", "لل"))


def scan(text: str, tokens: Sequence[tuple[int, int, str]]) -> list[Hit]:
    """Return everything known in a folded text, in reading order; the longest entities win over those inside.

    ``tokens`` are those of ``text``, or of a part of it, each with its half-open offsets and its letters.
    """
    hits: list[Hit] = []
    longest_start, longest_end = -1, -1
    for index, openings in enumerate(map(_openings, [token[2] for token in tokens])):
        for prefix, whole, begun in openings:
            left, end, _ = tokens[index]
            start = left + len(prefix)
            found = _longer(text, tokens, index, prefix, begun) if begun is not None else []
            if whole:
                found.append((end, whole))
            for stop, senses in found:
                for kind, key, feature, entity in senses:
                    if entity:
                        if stop <= longest_end and stop - start < longest_end - longest_start:
                            continue
                        if stop > longest_end:
                            longest_start, longest_end = start, stop
                    hits.append(Hit(start, stop, kind, key, feature, prefix))
    return hits


def _longer(
    text: str, tokens: Sequence[tuple[int, int, str]], index: int, prefix: str, begun: _Begun
) -> list[tuple[int, tuple[_Sense, ...]]]:
    """Return where the phrases end that go on behind a token, the longest first, and what they mean."""
    found: list[tuple[int, tuple[_Sense, ...]]] = []
    end = tokens[index][1]
    for at in range(index + 1, len(tokens)):
        stop = tokens[at][1]
        following = begun.longer.get(text[end:stop])
        if following is None:
            break
        begun, end = following, stop
        if following.senses and not text[end : end + 1].isalnum():
            fitting = tuple(sense for allowed, sense in following.senses if prefix in allowed)
            if fitting:
                found.append((end, fitting))
    found.reverse()
    return found


# News in one language repeats itself: of the words of a report nearly all were met before.
@lru_cache(maxsize=1 << 16)
def _openings(word: str) -> tuple[_Opening, ...]:
    """Return what a token can be or begin, by its prefixes, the shortest first."""
    words, phrases = table().words, table().phrases
    found = []
    for cut in range(min(_LONGEST_PREFIX + 1, len(word))):
        prefix, rest = word[:cut], word[cut:]
        if prefix not in _PREFIXES:
            continue
        senses = _senses(words[rest]) if rest in words else ()
        whole = tuple(sense for allowed, sense in senses if prefix in allowed)
        begun = _begun(rest) if rest in phrases else None
        if whole or begun:
            found.append((prefix, whole, begun))
    return tuple(found)


@cache
def _begun(first: str) -> _Begun:
    """Return the phrases with a first word, as what each next token leads to."""
    begun = _Begun()
    for rest, senses in table().phrases[first].items():
        here = begun
        for token in _NEXT.findall(rest):
            here = here.longer.setdefault(token, _Begun())
        here.senses = _senses(senses)
    return begun


@cache
def _senses(lines: str) -> _Senses:
    """Return the senses of a form as the table has them: lines of kind, key and feature."""
    found = []
    for line in lines.split("\n"):
        kind, key, feature = line.split("\t")
        sense = (kind, key, feature.removesuffix("+art"), kind in ENTITY_KINDS)
        found.append((_allowed(kind, feature), sense))
    return tuple(found)


def _allowed(kind: str, feature: str) -> frozenset[str]:
    if feature.endswith("+art"):
        return _WITH_ARTICLE
    if kind == "verb" or feature.startswith("verb."):
        return _VERB
    if kind == "person" or feature == "noun.own":
        return _BARE
    if feature == "fixed":
        return _FIXED
    return _NOUN
