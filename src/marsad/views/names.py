"""How people, states, organisations and places are called in the language of a view."""

from functools import cache
from typing import Any, Literal, Protocol

from marsad.knowledge.table import table

Lang = Literal["en", "ar"]


class Names(Protocol):
    """What the writers ask. Each method returns None for what it has no name for."""

    def person(self, slug: str, lang: Lang) -> str | None:
        """Return a person's usual name."""

    def state(self, code: str, lang: Lang) -> str | None:
        """Return a state's short name."""

    def organisation(self, code: str, lang: Lang) -> str | None:
        """Return an organisation's or outlet's name."""

    def office(self, code: str, lang: Lang) -> str | None:
        """Return an office's title, in Arabic as it stands before a state's name."""

    def city(self, english: str, lang: Lang) -> str | None:
        """Return a city's name, given its English one."""

    def venue(self, english: str, lang: Lang) -> str | None:
        """Return a venue's name, given its English one."""


class KnowledgeNames:
    """Names as the compiled knowledge has them."""

    def person(self, slug: str, lang: Lang) -> str | None:
        """Return a person's usual name."""
        return _pick(_people().get(slug), lang)

    def state(self, code: str, lang: Lang) -> str | None:
        """Return a state's short name."""
        return _pick(_section("states", "states").get(code), lang)

    def organisation(self, code: str, lang: Lang) -> str | None:
        """Return an organisation's or outlet's name."""
        found = _section("organisations", "organisations").get(code) or _section("outlets", "outlets").get(
            code
        )
        return _pick(found, lang)

    def office(self, code: str, lang: Lang) -> str | None:
        """Return an office's title, in Arabic as it stands before a state's name."""
        return _pick(_section("offices", "display").get(code), lang)

    def city(self, english: str, lang: Lang) -> str | None:
        """Return a city's name, given its English one."""
        return _pick(_by_english("cities").get(english), lang)

    def venue(self, english: str, lang: Lang) -> str | None:
        """Return a venue's name, given its English one."""
        return _pick(_by_english("venues").get(english), lang)


def _pick(record: dict[str, Any] | None, lang: Lang) -> str | None:
    if not record:
        return None
    name = record.get(lang)
    return str(name[0]) if isinstance(name, list) and name else name or None


def _section(file: str, section: str) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = table().files.get(file, {}).get(section, {})
    return found


@cache
def _people() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for name, data in table().files.items():
        if name.startswith("people/"):
            found |= data["people"]
    return found


@cache
def _by_english(section: str) -> dict[str, dict[str, Any]]:
    return {record["en"]: record for record in _section("cities", section).values()}
