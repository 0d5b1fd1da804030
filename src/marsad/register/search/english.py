"""What English words of a query look for in Arabic.

Names of states, cities, people, organisations and offices, sectors, and the words of ``search.yml``.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Any

from marsad.folding import fold_word
from marsad.knowledge.files import load
from marsad.knowledge.table import table
from marsad.register.search.words import Stems, stems_of

#: Words in small letters, as they follow each other in a name.
Words = tuple[str, ...]
#: The number of a monarch is no name: Harald V.
_NUMERAL = re.compile("[ivx]+")
_WORD = re.compile(r"[^\W_]+")
_PLURALS = (("ies", "y"), ("es", ""), ("s", ""))
_SHORTEST_PLURAL = 4
_SAME_START = 3


class EnglishVocabulary:
    """The English of the knowledge."""

    def forms(self, words: Words) -> tuple[Stems, ...]:
        """Return the Arabic forms that English words in small letters look for; none where they are not known."""
        return _forms(tuple(map(_plain, words)))

    def is_little(self, word: str) -> bool:
        """Whether an English word has no Arabic counterpart of its own (of, the)."""
        return word in _little()


@lru_cache(maxsize=4096)
def _forms(words: Words) -> tuple[Stems, ...]:
    found = _meanings()
    arabic = {form for candidate in (words, *_singulars(words)) for form in found.get(candidate, ())}
    return _shortest(map(stems_of, arabic))


def _singulars(words: Words) -> Iterator[Words]:
    last = words[-1]
    for ending, instead in _PLURALS:
        if last.endswith(ending) and len(last) >= _SHORTEST_PLURAL:
            yield (*words[:-1], last.removesuffix(ending) + instead)


def _shortest(forms: Iterable[Stems]) -> tuple[Stems, ...]:
    """Leave out forms that hold a shorter one: where كازاخستان is looked for, جمهورية كازاخستان adds nothing."""
    different = sorted(set(filter(None, forms)), key=lambda form: (len(form), form))
    kept: list[Stems] = []
    for form in different:
        padded = f" {' '.join(form)} "
        if not any(f" {' '.join(shorter)} " in padded for shorter in kept):
            kept.append(form)
    return tuple(kept)


def _plain(text: str) -> str:
    """Return a text in small letters without accents: Türkiye, turkiye."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in apart if not unicodedata.combining(character))


def english_words(text: str) -> Words:
    """Return the words of an English name as they are looked up: Kassym-Jomart, (kassym, jomart)."""
    return tuple(_WORD.findall(_plain(text).replace("'s ", " ").replace("’s ", " ")))


@cache
def _little() -> frozenset[str]:
    return frozenset(load("search")["little"])


@cache
def _meanings() -> dict[Words, set[str]]:
    """Return the Arabic forms of every English name and word of the knowledge."""
    found: dict[Words, set[str]] = {}
    for source in (_states, _places, _people, _organisations, _offices, _sectors, _listed):
        for english, arabic in source():
            words = english_words(english)
            if words:
                found.setdefault(words, set()).update(arabic)
    return found


Meaning = tuple[str, Iterable[str]]


def _states() -> Iterator[Meaning]:
    listed = load("search")
    for code, state in load("states")["states"].items():
        nisba = [form for forms in state["nisba"].values() for form in forms]
        also = [form for form in state.get("ambiguous", []) if _is_name(form, nisba)]
        forms = [*state["ar"], *also, *nisba]
        for english in (state["en"], *listed["states"].get(code, []), *listed["demonyms"].get(code, [])):
            yield english, forms


def _is_name(form: str, nisba: list[str]) -> bool:
    """Tell a name that other things bear too (مالي) from a description (المملكة): its adjective begins as it does."""
    name = fold_word(form).removeprefix("ال")
    return any(fold_word(adjective).startswith(name[:_SAME_START]) for adjective in nisba)


def _places() -> Iterator[Meaning]:
    cities = load("cities")
    for city in cities["cities"].values():
        former = city.get("names", [])
        forms = [*city["ar"], *(form for name in former for form in name["ar"])]
        for english in (city["en"], *(name["en"] for name in former)):
            yield english, forms
    for venue in cities["venues"].values():
        yield venue["en"], venue["ar"]


def _people() -> Iterator[Meaning]:
    """A person is known by the full name, and by the family's: Tokayev, Wang."""
    first = load("search")["family_name_first"]
    for name, file in table().files.items():
        if not name.startswith("people/"):
            continue
        for person in file["people"].values():
            forms = [*person["ar"], *person.get("short", [])]
            yield person["en"], forms
            words = english_words(person["en"])
            states = {tenure.get("state") for tenure in person["tenures"]}
            family = words[-1] if states.isdisjoint(first) else words[0]
            if not _NUMERAL.fullmatch(words[-1]) or family != words[-1]:
                yield family, forms


def _organisations() -> Iterator[Meaning]:
    file = load("organisations")
    for code, organisation in file["organisations"].items():
        forms = [*organisation["ar"], *organisation.get("short", [])]
        yield organisation["en"], forms
        yield code, forms
    outlets = load("outlets")
    for named in (*file["bodies"].values(), *outlets["outlets"].values()):
        yield named["en"], named["ar"]


def _offices() -> Iterator[Meaning]:
    file = load("offices")
    for code, shown in file["display"].items():
        forms = [form for row in file["offices"] if row["office"] == code for form in row["ar"]]
        yield shown["en"], [shown["ar"], *forms]
    for portfolio, ministry in file["ministries"].items():
        name = portfolio.replace("_", " ")
        yield f"{name} minister", [f"وزير {form}" for form in ministry["ar"]]
        yield f"minister of {name}", [f"وزير {form}" for form in ministry["ar"]]
        yield f"{name} ministry", [f"وزارة {form}" for form in ministry["ar"]]
        yield f"ministry of {name}", [f"وزارة {form}" for form in ministry["ar"]]


def _sectors() -> Iterator[Meaning]:
    listed = {words for row in load("search")["words"] for words in map(english_words, row["en"])}
    for sector in load("sectors")["sectors"].values():
        words = english_words(sector["en"])
        if listed.isdisjoint((words, *_singulars(words))):
            yield sector["en"], sector["cues"]


def _listed() -> Iterator[Meaning]:
    for row in load("search")["words"]:
        forms = [*row.get("ar", []), *(form for name in row.get("cues", []) for form in _cue(name))]
        forms += [
            form for name in row.get("sectors", []) for form in load("sectors")["sectors"][name]["cues"]
        ]
        for english in row["en"]:
            yield english, forms


def _cue(name: str) -> Iterator[str]:
    """Yield the words of a cue: nouns, fixed phrases, the perfect of its verbs."""
    file, _, cue = name.partition("/")
    found: dict[str, Any] = load(f"cues/{file}")["cues"][cue]
    yield from (*found.get("nouns", []), *found.get("fixed", []))
    yield from (row["perfect"] for row in found.get("verbs", []) if "perfect" in row)
