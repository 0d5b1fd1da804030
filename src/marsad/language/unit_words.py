"""The words of units, money and counted nouns, from ``knowledge/units.yml``."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from marsad.folding import fold_word
from marsad.knowledge.files import load
from marsad.language.number_words import accusative
from marsad.language.phrases import Phrases

_DUAL_ENDINGS = ("ان", "ين")


class Unit(NamedTuple):
    """A unit: its code (None for money of a state unsaid), its factor, and its derived codes."""

    code: str | None
    factor: Decimal = Decimal(1)
    square: str | None = None
    cubic: str | None = None
    hour: str | None = None
    span: bool = False


class UnitWords(NamedTuple):
    """Units by spelling. ``duals`` mean two by themselves; their value is None for a counted noun."""

    units: Phrases[Unit]
    each: Phrases[Unit]
    signs: dict[str, str | None]
    duals: Phrases[Unit | None]
    square: frozenset[str]
    cubic: frozenset[str]
    hour: frozenset[str]
    per_each: frozenset[str]
    per_in: frozenset[str]
    per_of: frozenset[str]
    per_adverbs: dict[str, str]
    glued_after: tuple[str, ...]
    nouns: frozenset[str]
    plurals: frozenset[str]
    triggers: tuple[str, ...]


@cache
def unit_words() -> UnitWords:
    """Return the units. Raises KnowledgeError where a file is missing."""
    data = load("units")
    # عقد is a contract as often as a decade; only an expression of time tells.
    spans = [row for row in load("calendar")["spans"] if row["code"] != "decade"]
    units = [*_money(data["money"]), *_measures(data["units"], span=False), *_measures(spans, span=True)]
    units += [(form, Unit(code)) for form, code in data["latin_units"].items()]
    duals = list(_duals(data, spans))
    per = data["per"]
    each = list(_each(data, spans))
    return UnitWords(
        units=Phrases(units),
        each=Phrases(each),
        signs=dict(data["signs"]),
        duals=Phrases(duals),
        square=_adjective(data["square"]),
        cubic=_adjective(data["cubic"]),
        hour=frozenset(map(fold_word, data["hour"])),
        per_each=frozenset(map(fold_word, per["each"])),
        per_in=frozenset(map(fold_word, per["in"])),
        per_of=frozenset(map(fold_word, per["of"])),
        glued_after=tuple(map(fold_word, data["glued_after"])),
        per_adverbs={fold_word(form): code for code, forms in per["adverbs"].items() for form in forms},
        nouns=frozenset(map(fold_word, _nouns(data))),
        plurals=frozenset(fold_word(form) for row in data["countable"] for form in row["many"]),
        triggers=tuple(form for form, _ in duals),
    )


def _money(rows: list[dict[str, Any]]) -> Iterator[tuple[str, Unit]]:
    for row in rows:
        factor = Decimal(row.get("factor", 1))
        forms = [form for one in row["one"] for form in (one, accusative(one))] + row.get("many", [])
        for form in forms:
            yield form, Unit(row.get("alone"), factor)
            for code, adjectives in row.get("with", {}).items():
                for adjective in adjectives:
                    for agreed in _agreed(adjective):
                        yield f"{form} {agreed}", Unit(code, factor)


def _agreed(adjective: str) -> tuple[str, ...]:
    """Return the adjective as it follows a noun of any gender, number and case: سعودي, سعوديا, سعودية."""
    folded = fold_word(adjective)
    return folded, folded + "ا", folded + "ه"


def _measures(rows: list[dict[str, Any]], *, span: bool) -> Iterator[tuple[str, Unit]]:
    for row in rows:
        unit = Unit(row["code"], Decimal(1), row.get("square"), row.get("cubic"), row.get("hour"), span)
        for one in row["one"]:
            yield one, unit
            if accusative(one) != one:
                yield accusative(one), unit
        for form in row.get("many", ()):
            yield form, unit


def _duals(data: dict[str, Any], spans: list[dict[str, Any]]) -> Iterator[tuple[str, Unit | None]]:
    for row in data["countable"]:
        for form in row["two"]:
            yield form, None
    for row in spans:
        for form in row["two"]:
            yield form, Unit(row["code"], span=True)
    for row in data["units"]:
        for one in row["one"]:
            if len(fold_word(one)) > len("غرا") and " " not in one:
                for form in _dual(fold_word(one)):
                    yield form, Unit(row["code"], square=row.get("square"), cubic=row.get("cubic"))


def _dual(noun: str) -> Iterator[str]:
    base = noun[:-1] + "ت" if noun.endswith("ه") else noun
    for ending in _DUAL_ENDINGS:
        yield base + ending


def _each(data: dict[str, Any], spans: list[dict[str, Any]]) -> Iterator[tuple[str, Unit]]:
    """Yield what a rate is for, in the singular: للبرميل, لكل طن, في الساعة, كم/س."""
    for rows, span in ((data["units"], False), (spans, True)):
        for row in rows:
            for one in row["one"]:
                yield (
                    one,
                    Unit(row["code"], Decimal(1), row.get("square"), row.get("cubic"), row.get("hour"), span),
                )
    for code, forms in data["per"]["short"].items():
        for form in forms:
            yield form, Unit(code)


def _adjective(forms: list[str]) -> frozenset[str]:
    folded = [fold_word(form) for form in forms]
    return frozenset(form + ending for form in folded for ending in ("", "ا", "ه"))


def _nouns(data: dict[str, Any]) -> Iterator[str]:
    for row in data["countable"]:
        for one in row["one"], *row["many"]:
            yield one
            yield accusative(one)
    yield from data["nouns"]
