"""What an undertaking is called, apart from what every such thing is called.

"وقع البلدان مذكرة تفاهم للتعاون السياحي" is about سياحي; "اللجنة المشتركة" bears no name of its own.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from marsad.folding import fold_word
from marsad.knowledge.files import load
from marsad.model.claims import Undertaking

# A name that goes on for longer has run into the rest of the sentence.
_LONGEST = 3
_PARTS = re.compile(r"[^\W\d_]+|[^\w\s]|\d+")
_ARTICLES = ("وال", "بال", "فال", "كال", "لل", "ال")
_BODIES = frozenset(("joint_commission", "working_group"))
# Shorter remains are no words any more.
_STEM = 3


def subject(claim: Undertaking) -> frozenset[str]:
    """Return the bare words that name the thing: those of its name, else those behind its noun in the evidence."""
    if claim.name:
        return frozenset(_telling(claim.name, claim.kind)) or frozenset(_bare(fold_word(claim.name)).split())
    return _subject(claim.evidence[0].text, claim.kind)


def is_body(kind: str) -> bool:
    """Whether a kind is a commission or group, which meets rather than being signed or built."""
    return kind in _BODIES


def names_a_theme(words: frozenset[str]) -> bool:
    """Whether the words say what a thing is about, or bear a city's name, so that it is no other thing.

    Of "الاتفاق السيئ" one can't tell what it is about; "اتفاق الغاز" is not "اتفاق النفط".
    """
    return not words.isdisjoint(_themes())


@lru_cache(maxsize=65536)
def _subject(text: str, kind: str) -> frozenset[str]:
    words = _PARTS.findall(fold_word(text))
    start = next((at for at, word in enumerate(words) if _bare(word) in _heads()), None)
    if start is None:
        return frozenset()
    found: list[str] = []
    for word in words[start:]:
        if word in _ends() or not word[0].isalpha():
            if found or word in _ends():
                break
            continue
        if (bare := _bare(word)) not in _heads() and _tells(bare, kind):
            found.append(bare)
        if len(found) == _LONGEST:
            break
    return frozenset(found)


def _telling(name: str, kind: str) -> Iterator[str]:
    for word in _PARTS.findall(fold_word(name)):
        bare = _bare(word)
        if bare not in _heads() and _tells(bare, kind):
            yield bare


def _tells(bare: str, kind: str) -> bool:
    return bare not in _general(kind in _BODIES) and bare not in _nisbas()


@lru_cache(maxsize=65536)
def _bare(word: str) -> str:
    """Return a folded word without article and feminine ending: "النوويه" and "نووي" are one."""
    for article in _ARTICLES:
        if word.startswith(article) and len(word) - len(article) >= _STEM:
            word = word.removeprefix(article)
            break
    return word.removesuffix("ه") if word.endswith("يه") and len(word) > _STEM else word


@cache
def _heads() -> frozenset[str]:
    """The words of the nouns for undertakings, as the extraction knows them."""
    cues = load("cues/undertakings")["cues"].values()
    things = [cue for cue in cues if cue["role"] == "thing"]
    forms = [form for cue in things for form in (*cue.get("nouns", []), *cue.get("fixed", []))]
    # The first word of a phrase is the noun, what follows may be the name: اتفاق باريس للمناخ.
    return frozenset(_bare(fold_word(form).split()[0]) for form in forms)


@cache
def _ends() -> frozenset[str]:
    return frozenset(fold_word(word) for word in load("threads")["ends"])


@cache
def _general(of_body: bool) -> frozenset[str]:
    general = load("threads")["general"]
    words = [*general["all"], *(general["bodies"] if of_body else [])]
    return frozenset(_bare(fold_word(word)) for word in words)


@cache
def _nisbas() -> frozenset[str]:
    """Whose a thing is says the parties already."""
    found = set()
    for state in load("states")["states"].values():
        forms = [*state["ar"], *(form for forms in state["nisba"].values() for form in forms)]
        found |= {_bare(fold_word(form)) for form in forms}
    return frozenset(found)


@cache
def _themes() -> frozenset[str]:
    cues = [cue for sector in load("sectors")["sectors"].values() for cue in sector["cues"]]
    cities = [form for city in load("cities")["cities"].values() for form in city["ar"]]
    return frozenset(_bare(fold_word(form)) for form in (*cues, *cities) if " " not in form)
