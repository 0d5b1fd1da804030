"""Finding what the knowledge knows in a folded text.

Every token is looked up, without the proclitics that its kind allows (و ف ب ل ك، ال، لل، س on verbs), among
words and among the first words of phrases. What a token can be is remembered, so that a text costs little
more than one look-up a word.

Example: in ``"وللسعوديه"`` the state SAU is found with the prefix ``"ولل"``.
"""

from collections.abc import Sequence
from functools import cache, lru_cache

import msgspec

from marsad.knowledge.table import Begun, begun, table

_CONJUNCTIONS = ("", "و", "ف")
_PREPOSITIONS = ("", "ب", "ل", "ك")
_BARE = frozenset(c + p for c in _CONJUNCTIONS for p in _PREPOSITIONS)
_WITH_ARTICLE = frozenset(c + p for c in _CONJUNCTIONS for p in ("ال", "بال", "لل", "كال"))
_NOUN = _BARE | _WITH_ARTICLE
_VERB = frozenset(c + s for c in _CONJUNCTIONS for s in ("", "س", "ل"))
_FIXED = frozenset(_CONJUNCTIONS)
_PREFIXES = _NOUN | _VERB
#: Prefixes by their first letter, the shortest first; with any letter a word may begin by itself.
_PREFIXES_BY_LETTER = {
    letter: ("", *sorted((p for p in _PREFIXES if p.startswith(letter)), key=len))
    for letter in {prefix[0] for prefix in _PREFIXES if prefix}
}

#: Kinds that name things in the world; of those that overlap the longest counts.
ENTITY_KINDS = frozenset(
    ("state", "state?", "nisba", "nisba?", "seat", "city", "city?", "venue", "person", "org", "org?", "body", "body?",
     "ministry", "outlet", "outlet?", "source", "office", "counterpart", "dual", "title", "held", "filler", "shadow")
)  # fmt: skip

#: Kind, key, feature, and whether the kind is one of ``ENTITY_KINDS``.
_Sense = tuple[str, str, str, bool]
#: The proclitics with which a form has a sense, and the sense.
_Senses = tuple[tuple[frozenset[str], _Sense], ...]


#: A prefix, the senses of the rest as a word, and the phrases that the rest begins, by the next token.
_Opening = tuple[str, tuple[_Sense, ...], dict[str, Begun]]


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
    words = [token[2] for token in tokens]
    words.append("")
    for index, openings in enumerate(map(_openings, words)):
        for prefix, whole, longer in openings:
            further = longer.get(words[index + 1])
            if further is None and not whole:
                continue
            left, end, _ = tokens[index]
            start = left + len(prefix)
            found = [(end, whole)] if whole else []
            if further is not None:
                found = _phrases(text, words, index, end, prefix, further) + found
            for stop, senses in found:
                for kind, key, feature, entity in senses:
                    if entity:
                        if stop <= longest_end and stop - start < longest_end - longest_start:
                            continue
                        if stop > longest_end:
                            longest_start, longest_end = start, stop
                    hits.append(Hit(start, stop, kind, key, feature, prefix))
    return hits


def _phrases(
    text: str, words: list[str], index: int, end: int, prefix: str, further: Begun
) -> list[tuple[int, tuple[_Sense, ...]]]:  # fmt: skip
    """Return where the phrases end that go on behind the token that ends at ``end``, longest first, with senses."""
    found: list[tuple[int, tuple[_Sense, ...]]] = []
    at = index + 1
    following: Begun | None = further
    while following is not None:
        for rest, senses in following.whole:
            stop = end + len(rest)
            if text.startswith(rest, end) and not text[stop : stop + 1].isalnum():
                fitting = tuple(sense for allowed, sense in _senses(senses) if prefix in allowed)
                if fitting:
                    found.append((stop, fitting))
        at += 1
        following = following.longer.get(words[at]) if at < len(words) else None
    found.reverse()
    return found


# News in one language repeats itself: of the words of a report nearly all were met before.
@lru_cache(maxsize=1 << 16)
def _openings(word: str) -> tuple[_Opening, ...]:
    """Return what a token can be or begin, by its prefixes, the shortest first."""
    words, phrases = table().words, table().phrases
    found = []
    for prefix in _PREFIXES_BY_LETTER.get(word[:1], ("",)):
        rest = word[len(prefix) :]
        if word.startswith(prefix) and (rest in words or rest in phrases):
            senses = _senses(words[rest]) if rest in words else ()
            whole = tuple(sense for allowed, sense in senses if prefix in allowed)
            longer = begun(rest) if rest in phrases else {}
            if whole or longer:
                found.append((prefix, whole, longer))
    return tuple(found)


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
