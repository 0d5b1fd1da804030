"""The words of numerals, from ``knowledge/numerals.yml``."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any, Literal, NamedTuple

from marsad.folding import fold_word
from marsad.knowledge.files import load
from marsad.language.phrases import Phrases

Bound = Literal["at_least", "approx", "at_most"]


class NumberWords(NamedTuple):
    """Numerals by their folded spelling. ``scales`` follow a number, ``standing`` ones stand alone."""

    units: dict[str, int]
    tens: dict[str, int]
    hundreds: dict[str, int]
    only_before_teen: frozenset[str]
    teen: frozenset[str]
    hundred: frozenset[str]
    scales: dict[str, Decimal]
    standing: Phrases[Decimal]
    fractions: Phrases[Decimal]
    never: frozenset[str]
    triggers: tuple[str, ...]


class FigureWords(NamedTuple):
    """Words around a number: bounds, percent, ranges, and what makes it no figure."""

    bounds: dict[str, Bound]
    spanning: frozenset[str]
    bounds_after: Phrases[Bound]
    percent: Phrases[bool]
    percent_signs: frozenset[str]
    percent_before: Phrases[bool]
    between: Phrases[bool]
    from_: frozenset[str]
    to: frozenset[str]
    change: Phrases[bool]
    labels: Phrases[bool]
    not_counted: frozenset[str]


@cache
def number_words() -> NumberWords:
    """Return the numerals. Raises KnowledgeError where the file is missing."""
    data = load("numerals")
    units, tens, hundreds = (_spelled(data[key]) for key in ("units", "tens", "hundreds"))
    standing = list(_standing(data["scales"]))
    fractions = [(form, Decimal(value)) for value, forms in data["fractions"].items() for form in forms]
    return NumberWords(
        units=units,
        tens=tens,
        hundreds=hundreds,
        only_before_teen=_folded(data["only_before_teen"]),
        teen=_folded(data["teen"]),
        hundred=_folded(data["hundred"]),
        scales=_following(data["scales"]),
        standing=Phrases(standing),
        fractions=Phrases(fractions),
        never=_folded(data["never"]),
        triggers=(
            *_ones(data),
            *(form for form, value in (*units.items(), *tens.items(), *hundreds.items()) if value > 1),
            *(form for form, _ in (*standing, *fractions)),
            *(f"ال{form}" for forms in data["scales"].values() for form in forms["one"]),
        ),
    )


@cache
def figure_words() -> FigureWords:
    """Return what stands around numbers. Raises KnowledgeError where the file is missing."""
    data = load("numerals")
    bounds: dict[str, Bound] = {
        fold_word(form): kind for kind, forms in data["bounds"].items() for form in forms
    }
    after = [(form, kind) for kind, forms in data["bounds_after"].items() for form in forms]
    return FigureWords(
        bounds=bounds,
        spanning=_folded(data["bounds_with_noun"]),
        bounds_after=Phrases(after),
        percent=_set(data["percent"]["after"]),
        percent_signs=_folded(data["percent"]["signs"]),
        percent_before=_set(data["percent"]["before"]),
        between=_set(data["range"]["between"]),
        from_=_folded(data["range"]["from"]),
        to=_folded(data["range"]["to"]),
        change=_set(data["change_verbs"]),
        labels=_set(data["labels"]),
        not_counted=_folded(data["not_counted"]),
    )


def accusative(noun: str) -> str:
    """Return an unfolded singular with the ending of the indefinite accusative: دولار → دولارا."""
    return noun if noun.endswith(("ة", "ا", "ء")) else noun + "ا"


def _spelled(rows: dict[str, list[str]]) -> dict[str, int]:
    return {fold_word(form): int(value) for value, forms in rows.items() for form in forms}


def _ones(data: dict[str, Any]) -> Iterator[str]:
    """Yield what a compound begins with one by: احد عشر, واحد وعشرون. Alone واحد is no number."""
    for one in data["units"]["1"]:
        yield from (f"{one} {teen}" for teen in data["teen"])
        yield from (f"{one} و{ten}" for value, tens in data["tens"].items() for ten in tens if value != "10")


def _standing(scales: dict[str, Any]) -> list[tuple[str, Decimal]]:
    """Scales alone: مليون is one of them, مليونا and مليوني two."""
    return [
        (form, Decimal(value) * factor)
        for value, forms in scales.items()
        for factor, key in ((1, "one"), (2, "two"))
        for form in forms[key]
    ]


def _following(scales: dict[str, Any]) -> dict[str, Decimal]:
    """Scales after a number: 25 ألفا, 3 ملايين, 400 مليون."""
    found = {}
    for value, forms in scales.items():
        for form in (*forms["one"], *forms["many"]):
            found[fold_word(form)] = found[fold_word(accusative(form))] = Decimal(value)
    return found


def _folded(forms: list[str]) -> frozenset[str]:
    return frozenset(fold_word(form) for form in forms)


def _set(forms: list[str]) -> Phrases[bool]:
    return Phrases((form, True) for form in forms)
