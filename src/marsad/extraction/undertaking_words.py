"""The vocabulary of undertakings, as ``cues/undertakings.yml`` holds it, and questions about single words."""

from functools import cache
from typing import Any

from marsad.extraction.document import Document
from marsad.folding import fold_word
from marsad.knowledge.lexicon import Hit
from marsad.knowledge.table import table
from marsad.language.tokens import Token

GROUP = "undertakings"
_PROCLITICS = "وفلب"


@cache
def slots(key: str) -> dict[str, Any]:
    """Return the slots of a cue of undertakings by its lexicon key, ``undertakings/name``."""
    row: dict[str, Any] = table().files[f"cues/{GROUP}"]["cues"][key.split("/")[1]]
    return row


@cache
def row(key: str) -> dict[str, Any]:
    """Return the slots of a cue, or none where a stage was told by no cue."""
    return slots(key) if key.startswith(GROUP) else {}


@cache
def listed(name: str) -> frozenset[str]:
    """Return a list of single words of the knowledge, folded."""
    return frozenset(map(fold_word, table().files[f"cues/{GROUP}"]["words"][name]))


@cache
def needs(key: str) -> frozenset[str]:
    """Return the words of which a thing needs one behind it; empty when it needs none."""
    return frozenset(map(fold_word, slots(key).get("needs", ())))


@cache
def family(kind: str) -> str:
    """Return the family of a kind: instrument, body, works or other."""
    families: dict[str, list[str]] = table().files[f"cues/{GROUP}"]["families"]
    return next(name for name, kinds in families.items() if kind in kinds)


@cache
def phase(stage: str) -> str:
    """Return the phase of a stage: before it is done, done, at work or stalled."""
    phases: dict[str, list[str]] = table().files[f"cues/{GROUP}"]["phases"]
    return next(name for name, stages in phases.items() if stage in stages)


def turned_by(modality: str | None, stage: str) -> str | None:
    """Return what a modality makes of a stage (a refused signing: drafted), None where nothing is told."""
    turned: dict[str, dict[str, str | None]] = table().files[f"cues/{GROUP}"]["turned"]
    return turned.get(modality or "", {}).get(stage, stage)


def is_one(text: str, name: str) -> bool:
    """Whether a token is a word of the list, alone or behind و، ف، ل or ب."""
    words = listed(name)
    return text in words or (text[0] in _PROCLITICS and text[1:] in words)


def cue_hits(document: Document, start: int, end: int, *, role: str) -> list[Hit]:
    """Return the cues of a role that begin within ``[start, end)``, in reading order, overlaps included."""
    return [
        hit
        for hit in document.surface.hits_between(start, end)
        if hit.kind == "cue" and hit.key.startswith(GROUP) and slots(hit.key)["role"] == role
    ]


def gap(document: Document, start: int, end: int) -> list[Token]:
    """Return the tokens of ``[start, end)``."""
    return document.surface.tokens.between(start, end)
