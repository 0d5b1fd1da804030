"""Finding what the knowledge knows in a folded text.

One Aho–Corasick pass over all forms, then a filter: a form counts where it stands as a word of its own,
with no more in front of it than the proclitics its kind allows (و ف ب ل ك، ال، لل، س on verbs).

Example: in ``"وللسعوديه"`` the state SAU is found with the prefix ``"ولل"``.
"""

from functools import cache

import ahocorasick_rs
import msgspec

from marsad.knowledge.table import table

_CONJUNCTIONS = ("", "و", "ف")
_PREPOSITIONS = ("", "ب", "ل", "ك")
_BARE = frozenset(c + p for c in _CONJUNCTIONS for p in _PREPOSITIONS)
_WITH_ARTICLE = frozenset(c + p for c in _CONJUNCTIONS for p in ("ال", "بال", "لل", "كال"))
_NOUN = _BARE | _WITH_ARTICLE
_VERB = frozenset(c + s for c in _CONJUNCTIONS for s in ("", "س", "ل", "سوف "))
_FIXED = frozenset(_CONJUNCTIONS)
_LONGEST_PREFIX = 4

#: Kinds that name things in the world; of those that overlap the longest counts.
ENTITY_KINDS = frozenset(
    ("state", "state?", "nisba", "nisba?", "seat", "city", "city?", "venue", "person", "org", "org?", "body", "body?",
     "ministry", "outlet", "outlet?", "source", "office", "counterpart", "dual", "title", "held", "filler", "shadow")
)  # fmt: skip


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


@cache
def _machine() -> ahocorasick_rs.AhoCorasick:
    return ahocorasick_rs.AhoCorasick(
        table().forms, implementation=ahocorasick_rs.Implementation.ContiguousNFA
    )


@cache
def _senses(index: int) -> tuple[tuple[str, str, str, frozenset[str]], ...]:
    """Return the senses of the form with a number: kind, key, feature and the proclitics allowed before it."""
    found = []
    for line in table().senses[index].split("\n"):
        kind, key, feature = line.split("\t")
        found.append((kind, key, feature.removesuffix("+art"), _allowed(kind, feature)))
    return tuple(found)


@cache
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


def scan(text: str) -> list[Hit]:
    """Return everything known in a folded text, in reading order; the longest entities win over those inside."""
    hits: list[Hit] = []
    length = len(text)
    for index, start, end in _machine().find_matches_as_indexes(text, overlapping=True):
        if end < length and text[end].isalnum():
            continue
        left = start
        while left > 0 and start - left <= _LONGEST_PREFIX and text[left - 1].isalnum():
            left -= 1
        prefix = text[left:start]
        if len(prefix) > _LONGEST_PREFIX:
            continue
        for kind, key, feature, allowed in _senses(index):
            if prefix in allowed:
                hits.append(Hit(start, end, kind, key, feature, prefix))
    hits.sort(key=_reading_order)
    return _longest(hits)


def _reading_order(hit: Hit) -> tuple[int, int]:
    return (hit.start, -hit.end)


def _longest(hits: list[Hit]) -> list[Hit]:
    """Drop entities that stand inside a longer entity; other kinds (verbs, cues) stay."""
    kept: list[Hit] = []
    start, end = -1, -1
    for hit in hits:
        if hit.kind in ENTITY_KINDS:
            if hit.end <= end and (hit.end - hit.start) < (end - start):
                continue
            if hit.end > end:
                start, end = hit.start, hit.end
        kept.append(hit)
    return kept
