"""Compile the YAML files into one table: ``python -m marsad.knowledge.compile`` (``make knowledge``).

The table holds every file as it stands (so that a stage can read its own) and the lexicon: each folded
form with the senses it can have. Reading it back takes milliseconds where YAML takes seconds.
"""

import hashlib
import os
import re
from collections import defaultdict
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import msgspec
import yaml

from marsad.errors import KnowledgeError
from marsad.folding import fold_word
from marsad.knowledge import forms, run_together
from marsad.knowledge.offices import office_rows
from marsad.knowledge.table import DIGEST_DIGITS, TABLE

Row = dict[str, Any]
#: form, kind, key, feature
LexicalRow = tuple[str, str, str, str]
_FIRST_WORD = re.compile(r"[^\W_]+")
#: As ``language.tokens`` cuts a text.
_TOKEN = re.compile(r"[^\W_]+|[^\w\s]")
#: The phrases that end at a token, and what goes on from it by the next.
_Node = tuple[list[tuple[str, str]], dict[str, Any]]


def main() -> None:
    """Write the compiled table beside the YAML files."""
    root = Path(str(resources.files("marsad.knowledge")))
    target = root / TABLE
    target.parent.mkdir(exist_ok=True)
    # Whole or not at all: another process may be reading the table.
    draft = target.with_suffix(f".{os.getpid()}")
    draft.write_bytes(encode(root))
    draft.replace(target)
    print(f"{target.name}: {target.stat().st_size // 1024} kB")


def encode(root: Path) -> bytes:
    """Return the table's bytes; the same files give the same bytes."""
    files = read_files(root)
    lexicon: dict[str, set[tuple[str, str, str]]] = defaultdict(set)
    for form, kind, key, feature in lexical_rows(files):
        if form:
            lexicon[form].add((kind, key, feature))
    words: dict[str, str] = {}
    phrases: dict[str, _Node] = {}
    for form in sorted(lexicon):
        senses = "\n".join("\t".join(sense) for sense in sorted(lexicon[form]))
        first = _FIRST_WORD.match(form)
        if first is None:
            raise KnowledgeError(f"the form {form!r} begins with no letter; correct it where it is listed")
        if first.end() == len(form):
            words[form] = senses
        else:
            _add(phrases.setdefault(first.group(), ([], {})), form[first.end() :], senses)
    firsts, seconds = run_together.word_sets(lexicon, files["ordinary_words"]["words"])
    return _with_digest(
        {
            "files": files,
            "words": words,
            "phrases": {first: longer for first, (_, longer) in phrases.items()},
            "firsts": " ".join(sorted(firsts)),
            "seconds": " ".join(sorted(seconds)),
        }
    )


def _with_digest(made: Row) -> bytes:
    digest = hashlib.blake2b(msgspec.json.encode(made), digest_size=DIGEST_DIGITS // 2).hexdigest()
    return msgspec.json.encode({"digest": digest, **made})


def _add(node: _Node, rest: str, senses: str) -> None:
    """Put what follows a phrase's first word under its tokens, as ``table.Begun`` has it."""
    for token in _TOKEN.findall(rest):
        node = node[1].setdefault(token, ([], {}))
    node[0].append((rest, senses))


def read_files(root: Path) -> dict[str, Row]:
    """Return every knowledge file by its name without ending; those in folders as ``folder/name``."""
    found = {}
    for path in sorted(root.rglob("*.yml")):
        name = path.relative_to(root).with_suffix("").as_posix()
        try:
            data = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            raise KnowledgeError(
                f"{name}.yml cannot be read as YAML in UTF-8; correct it: {error}"
            ) from error
        if not isinstance(data, dict):
            raise KnowledgeError(f"{name}.yml holds no mapping; it should begin with the key sources:")
        found[name] = data
    return found


def lexical_rows(files: dict[str, Row]) -> Iterator[LexicalRow]:
    """Yield every form of every entry with its sense."""
    yield from _states(files.get("states", {}).get("states", {}))
    yield from _cities(files.get("cities", {}))
    for name, data in files.items():
        if name.startswith("people/"):
            yield from _people(data["people"])
        elif name.startswith("cues/"):
            yield from _cues(name.removeprefix("cues/"), data["cues"])
    yield from _organisations(files.get("organisations", {}))
    yield from _outlets(files.get("outlets", {}))
    yield from _offices(files["offices"])
    for phrase in files["shadows"]["phrases"]:
        yield from _noun(phrase, "shadow", "", "")
    for title in files["names"]["titles"]:
        yield from _noun(title, "title", "", "")
    yield from _verbs(files["verbs"]["verbs"])
    for sector, row in files.get("sectors", {}).get("sectors", {}).items():
        for form in row["cues"]:
            yield forms.stem(form)[0], "sector", sector, ""


def _noun(form: str, kind: str, key: str, feature: str) -> Iterator[LexicalRow]:
    """A noun phrase; ``+art`` in the feature says that it only counts with its article."""
    bare, definite = forms.stem(form)
    yield bare, kind, key, feature + ("+art" if definite else "")


def _states(states: dict[str, Row]) -> Iterator[LexicalRow]:
    for code, state in states.items():
        for form in state["ar"]:
            yield from _noun(form, "state", code, "")
        for form in state.get("ambiguous", []):
            yield from _noun(form, "state?", code, "")
        for form in state.get("seats") or []:
            yield from _noun(form, "seat", code, "")
        for kind, key in (("nisba", "nisba"), ("nisba?", "nisba_ambiguous")):
            for number, nisbas in (state.get(key) or {}).items():
                for form in nisbas:
                    yield from _noun(form, kind, code, number)


def _cities(data: Row) -> Iterator[LexicalRow]:
    for slug, city in (data.get("cities") or {}).items():
        kind = "city?" if city.get("ambiguous") else "city"
        for form in city["ar"]:
            yield from _noun(form, kind, slug, "")
        for period in city.get("names", []):
            for form in period["ar"]:
                yield from _noun(form, kind, slug, "")
    for slug, venue in (data.get("venues") or {}).items():
        for form in venue["ar"]:
            yield from _noun(form, "venue", slug, "")


def _people(people: dict[str, Row]) -> Iterator[LexicalRow]:
    for slug, person in people.items():
        for feature, names in (("full", person["ar"]), ("short", person.get("short", []))):
            for name in names:
                for spelling in forms.spelled_apart(name):
                    yield from _noun(spelling, "person", slug, feature)


def _organisations(data: Row) -> Iterator[LexicalRow]:
    for code, organisation in (data.get("organisations") or {}).items():
        for form in organisation["ar"]:
            yield from _noun(form, "org", code, "")
        for form in organisation.get("short", []):
            yield from _noun(form, "org?", code, "")
    for code, body in (data.get("bodies") or {}).items():
        for form in body["ar"]:
            yield from _noun(form, "body", code, "")
        for form in body.get("short", []):
            yield from _noun(form, "body?", code, "")


def _outlets(data: Row) -> Iterator[LexicalRow]:
    for slug, outlet in (data.get("outlets") or {}).items():
        for form in outlet["ar"]:
            yield from _noun(form, "outlet", slug, "")
        for form in outlet.get("short", []):
            yield from _noun(form, "outlet?", slug, "")
    for slug, source in (data.get("generic") or {}).items():
        for form in source["ar"]:
            yield from _noun(form, "source", slug, "")


def _offices(data: Row) -> Iterator[LexicalRow]:
    for index, row in enumerate(office_rows(data)):
        kind = "ministry" if row["takes"] == "ministry" else "office"
        for form in row["ar"]:
            bare, _ = forms.stem(form)
            yield bare, kind, str(index), ""
    for form in data["counterparts"]:
        yield from _noun(form, "counterpart", "", "")
    for status, words in data["status"].items():
        for form in words:
            yield from _noun(form, "held", status, "")
    for form in data["fillers"]:
        yield from _noun(form, "filler", "", "")
    for group, words in data["duals"].items():
        for form in words:
            yield from _noun(form, "dual", group, "")


def _verbs(verbs: dict[str, list[Row]]) -> Iterator[LexicalRow]:
    for verb_class, rows in verbs.items():
        for index, row in enumerate(rows):
            for form, feature in verb_forms(row):
                yield form, "verb", f"{verb_class}/{index}", feature


def verb_forms(row: Row) -> Iterator[tuple[str, str]]:
    """Yield ``(form, tense.person)`` of a verb row, less the forms that it skips; ``tense+`` has an object pronoun."""
    skipped = set(map(fold_word, row.get("skip", [])))
    yield from ((form, feature) for form, feature in _all_verb_forms(row) if form not in skipped)


def _all_verb_forms(row: Row) -> Iterator[tuple[str, str]]:
    only = row.get("only")
    if "perfect" in row and only != "participle":
        for form, person in forms.perfect_forms(row["perfect"], row.get("forms")):
            yield form, f"perfect.{person}"
            if row.get("owns") and person[-1] != "d":
                yield from ((owning, f"perfect+.{person}") for owning in forms.object_forms(form, person))
    if "imperfect" in row:
        for form, person in forms.imperfect_forms(row["imperfect"]):
            yield form, f"imperfect.{person}"
            if row.get("owns") and person in ("3ms", "3fs"):
                yield from ((owning, f"imperfect+.{person}") for owning in forms.object_forms(form, "3"))
    if "participle" in row:
        for form, person in forms.participle_forms(row["participle"]):
            yield form, f"participle.{person}"
    if "masdar" in row and only != "participle":
        for masdar in [row["masdar"]] if isinstance(row["masdar"], str) else row["masdar"]:
            yield from ((form, f"masdar.{person}") for form, person in forms.masdar_forms(masdar))


def _cues(group: str, cues: dict[str, Row]) -> Iterator[LexicalRow]:
    """Cue words: ``nouns`` take the article and pronouns, ``verbs`` conjugate, ``fixed`` stand as they are."""
    for name, cue in cues.items():
        key = f"{group}/{name}"
        for noun in cue.get("nouns", []):
            bare, definite = forms.stem(noun)
            yield bare, "cue", key, "noun+art" if definite else "noun"
            if not definite and " " not in bare:
                for form in forms.with_pronouns(bare):
                    yield form, "cue", key, "noun.own"
        for row in cue.get("verbs", []):
            for form, feature in verb_forms(row):
                yield form, "cue", key, f"verb.{feature}"
        for phrase in cue.get("fixed", []):
            bare, definite = forms.stem(phrase)
            yield bare, "cue", key, "fixed+art" if definite else "fixed"


if __name__ == "__main__":
    main()
