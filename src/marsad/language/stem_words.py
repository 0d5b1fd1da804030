"""The words that the stemmer knows, gathered once a process from the knowledge.

Light stemming errs where a letter only looks like an affix (وزير has no و in front, قانون no ون behind). Words that
the knowledge holds settle that; what it doesn't hold goes by rule.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from marsad.folding import fold_word
from marsad.knowledge.forms import ARTICLE, imperfect_forms, perfect_forms
from marsad.knowledge.forms import stem as bare_form
from marsad.knowledge.table import table

_INITIALS = "وفبلكس"
_SHORTEST = 3
_SEATED_HAMZA = ("ئ", "ؤ")
#: Letters that some print for sounds of foreign names, and what most print.
_FOREIGN = str.maketrans("پڤ", "بف")


def plain(word: str) -> str:
    """Return a word folded, in small letters, a hamza at its end on the line."""
    return on_the_line(fold_word(word).translate(_FOREIGN).casefold())


def on_the_line(word: str) -> str:
    """Return a folded word with the hamza that it ends in by itself: لقائه and لقاؤه leave لقائ and لقاؤ behind."""
    return word[:-1] + "ء" if word.endswith(_SEATED_HAMZA) else word


class StemWords(NamedTuple):
    """All words are ``plain`` and without the article.

    ``leads`` takes an irregular form to the word that stands for it, ``whole`` are words that are never taken apart,
    ``known`` is every word that occurs as it stands.
    """

    leads: dict[str, str]
    whole: frozenset[str]
    known: frozenset[str]


@cache
def stem_words() -> StemWords:
    """Return the words as the compiled knowledge has them."""
    file = table().files["stemming"]
    names = dict(_names())
    leads = {form: verb for form, verb in _verb_forms() if form != verb}
    leads |= {form: name for form, name in names.items() if form != name}
    for word, forms in (*file["plurals"].items(), *file["spellings"].items()):
        leads |= {plain(form): plain(word) for form in forms}
    people, lexicon = _lexicon()
    listed = {plain(word) for word in (*file["plurals"], *file["spellings"], *file["starts"].split())}
    apart = {plain(word) for word in file["whole"]}
    leads = {form: word for form, word in leads.items() if form not in apart}
    whole = (apart | set(names.values()) | people) - leads.keys()
    known = lexicon | listed | whole
    return StemWords(leads, frozenset(whole), frozenset(known | _ordinary(known)))


def _names() -> Iterator[tuple[str, str]]:
    """Yield each form of one word that names a state or its people, with the state's own name: كازاخستاني، كازاخستان.

    A form that two states share (كونغولي) leads to neither.
    """
    owners: dict[str, set[str]] = {}
    for state in table().files["states"]["states"].values():
        name, forms = _family(state)
        for form in forms:
            owners.setdefault(form, set()).add(name)
    yield from ((form, name) for form, names in owners.items() if len(names) == 1 for name in names)
    for city in table().files["cities"]["cities"].values():
        spellings = [bare_form(form)[0] for form in city["ar"] if " " not in form]
        if not city.get("ambiguous"):
            yield from ((form, spellings[0]) for form in spellings if form not in owners)


def _family(state: dict[str, Any]) -> tuple[str, set[str]]:
    names = [bare_form(form)[0] for form in state["ar"] if " " not in form]
    nisbas = [bare_form(form)[0] for forms in state["nisba"].values() for form in forms if " " not in form]
    family = names + nisbas
    return (family[0], set(family)) if family else ("", set())


def _verb_forms() -> Iterator[tuple[str, str]]:
    """Yield finite forms with the perfect that stands for them: يبحثون، بحث.

    Forms with ت in front are left out: too many are nouns or other verbs (تقدم).
    """
    verbs = table().files["verbs"]["verbs"]
    cues = (
        cue
        for name, file in table().files.items()
        if name.startswith("cues/")
        for cue in file["cues"].values()
    )
    rows = [row for rows in verbs.values() for row in rows]
    rows += [row for cue in cues for row in cue.get("verbs", [])]
    for row in rows:
        if "perfect" not in row:
            continue
        verb = fold_word(row["perfect"])
        if len(verb) < _SHORTEST:
            continue
        yield from ((form, verb) for form, _ in perfect_forms(row["perfect"], row.get("forms")))
        if "imperfect" in row:
            forms = (form for form, _ in imperfect_forms(row["imperfect"]))
            yield from ((form, verb) for form in forms if form.startswith("ي"))


def _lexicon() -> tuple[set[str], set[str]]:
    """Return names of people of one word, and all words of the lexicon."""
    people: set[str] = set()
    first: set[str] = set()
    later: set[str] = set()
    for form, senses in table().lexicon():
        words = form.split()
        if len(words) == 1 and senses.startswith("person\t"):
            people.add(form)
        if "\tfixed" in senses:
            later.update(words)
            continue
        if not words[0].startswith(ARTICLE) or "verb" in senses:
            first.add(words[0])
        later.update(words[1:])
    return people, first | _without_clitics(later, first)


def _ordinary(known: set[str]) -> set[str]:
    words = set(map(plain, table().files["ordinary_words"]["words"].split()))
    return _without_clitics(words, words | known)


def _without_clitics(words: set[str], known: set[str]) -> set[str]:
    """Leave out words that are a shorter known word with something in front: والتعاون، بالعمل."""
    return {
        word
        for word in words
        if not word.startswith((ARTICLE, "لل"))
        and not (word[0] in _INITIALS and (word[1:] in known or word[1:].startswith((ARTICLE, "لل"))))
    }
