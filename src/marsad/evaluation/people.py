"""When two mentions mean the same person or the same speaker."""

import re
from functools import cache
from importlib import resources

import yaml

from marsad.evaluation.gold import Who
from marsad.folding import fold

# A word this short in a name tells nobody apart.
_SHORT = 2
_SEATS = str.maketrans("ؤئ", "وي")


def same_person(one: Who, other: Who) -> bool:
    """Tell whether two people share their slug, a word of their names, or a part of their slugs."""
    if one.person and one.person == other.person:
        return True
    if _name_words(one) & _name_words(other):
        return True
    return bool(_slug_parts(one) & _slug_parts(other))


def same_speaker(gold: Who | None, found: Who | None) -> bool:
    """Tell whether the speaker found is the annotated one, as closely as that one is known."""
    if gold is None or found is None:
        return gold is found
    if gold.person or gold.name:
        return same_person(gold, found)
    if gold.state:
        return gold.state == found.state
    return not gold.organisation or not found.person


def words(text: str) -> list[str]:
    """Return the words of a text, folded."""
    return re.findall(r"\w+", fold(text).text.translate(_SEATS))


def _name_words(who: Who) -> set[str]:
    return {word for word in words(who.name or "") if len(word) > _SHORT} - _common()[0]


def _slug_parts(who: Who) -> set[str]:
    return set((who.person or "").split("-")) - _common()[1] - {""}


@cache
def _common() -> tuple[frozenset[str], frozenset[str]]:
    text = resources.files("marsad.evaluation").joinpath("common_names.yml").read_text(encoding="utf-8")
    lists = yaml.safe_load(text)
    arabic = frozenset(word for name in lists["arabic"] for word in words(name))
    return arabic, frozenset(lists["slug"])
