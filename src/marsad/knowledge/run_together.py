"""Which words of the lexicon can be the first and the second of two that a page ran together.

The compiler calls this; ``language.joined`` cuts by what it found.
"""

from collections.abc import Iterable, Mapping

_SHORTEST_FIRST, SHORTEST_SECOND = 4, 4
#: Kinds of the lexicon whose forms are words that news runs together with others.
_KINDS = frozenset(
    ("verb", "nisba", "state", "city", "office", "cue", "seat", "org", "body", "ministry", "counterpart", "dual",
     "title", "held", "source", "sector")
)  # fmt: skip


def word_sets(
    lexicon: Mapping[str, Iterable[tuple[str, str, str]]], ordinary: str
) -> tuple[set[str], set[str]]:
    """Return the words that can be the first of two, and those that can be the second.

    ``lexicon`` holds the senses (kind, key, feature) of each folded form, ``ordinary`` words set off by blanks.
    Names of people begin only second words: in "قالرامي" a name may stand behind the verb.
    """
    firsts, seconds = set(ordinary.split()), set()
    for form, senses in lexicon.items():
        parts = form.split()
        kinds = {kind for kind, _, _ in senses}
        if not kinds & _KINDS:
            if "person" in kinds and len(parts[0]) >= SHORTEST_SECOND:
                seconds.add(parts[0])
        elif len(parts) == 1:
            firsts.add(form)
        else:
            seconds.add(parts[0])
            if "org" not in kinds and len(parts[-1]) >= _SHORTEST_FIRST:
                firsts.add(parts[-1])
    return firsts, firsts | seconds
