"""Whom and which outlet a user means, as the register calls them."""

import difflib
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from sqlalchemy import func, select

from marsad.errors import UnknownCode
from marsad.folding import fold
from marsad.knowledge.files import load
from marsad.knowledge.table import table
from marsad.linking.romanise import slug
from marsad.register.search.english import english_words
from marsad.register.store import Register
from marsad.register.store.schema import claim_speakers, search_reports

_NEAREST = 3


def speaker_keys(register: Register, said: str) -> frozenset[str]:
    """Return the keys under which somebody speaks in the register: given a slug, code, or a name in either language.

    A family name may mean several people. Raises ``UnknownCode`` naming the nearest where nobody of the name speaks.
    """
    asked = {said, said.upper(), said.casefold(), fold(said).text, slug(said), *_people().get(_key(said), ())}
    there = select(claim_speakers.c.speaker).distinct().where(claim_speakers.c.speaker.in_(sorted(asked)))
    found = frozenset(row["speaker"] for row in register.select(there))
    return found or _by_family_name(register, said)


def outlet_names(register: Register, said: str) -> frozenset[str]:
    """Return the names that reports give an outlet which a user calls by slug or name, in either language.

    Raises ``UnknownCode`` naming the nearest where no report is of that outlet.
    """
    asked = {_key(said), *_outlets().get(_key(said), ())}
    query = select(search_reports.c.outlet).distinct().where(search_reports.c.outlet.is_not(None))
    names = [row["outlet"] for row in register.select(query)]
    found = frozenset(name for name in names if _key(name) in asked)
    if not found:
        raise UnknownCode(f"{said}: no report here is of that outlet ({_advice(said, names)})")
    return found


def _by_family_name(register: Register, said: str) -> frozenset[str]:
    """Look for people whom the knowledge doesn't hold by the end of their slug."""
    speakers = select(claim_speakers.c.speaker).distinct()
    end = slug(said) or said.casefold()
    query = speakers.where(func.substr(claim_speakers.c.speaker, -len(end) - 1) == f"-{end}")
    if register.dialect == "postgresql":
        query = speakers.where(func.right(claim_speakers.c.speaker, len(end) + 1) == f"-{end}")
    found = frozenset(row["speaker"] for row in register.select(query))
    if not found:
        names = [row["speaker"] for row in register.select(speakers)]
        raise UnknownCode(f"{said}: nobody of that name speaks in this register ({_advice(end, names)})")
    return found


def _advice(said: str, names: Iterable[str]) -> str:
    near = difflib.get_close_matches(said, list(names), n=_NEAREST, cutoff=0.5)
    return f"nearest: {', '.join(near)}" if near else "give a name as reports have it"


def _key(name: str) -> str:
    return " ".join(english_words(fold(name).text))


@cache
def _people() -> dict[str, set[str]]:
    """Return slugs by every name of a person: full and short ones, and the last word of the English one."""
    found: dict[str, set[str]] = {}
    for file, data in table().files.items():
        if file.startswith("people/"):
            for person, record in data["people"].items():
                for name in _names_of(record):
                    found.setdefault(_key(name), set()).add(person)
    return found


def _names_of(person: dict[str, Any]) -> Iterator[str]:
    yield from (person["en"], *person["ar"], *person.get("short", []))
    yield english_words(person["en"])[-1]


@cache
def _outlets() -> dict[str, set[str]]:
    """Return, by every name of an outlet, all of its names."""
    found: dict[str, set[str]] = {}
    for code, outlet in load("outlets")["outlets"].items():
        names = {_key(name) for name in (code, outlet["en"], *outlet["ar"], *outlet.get("short", []))}
        for name in names:
            found.setdefault(name, set()).update(names)
    return found
