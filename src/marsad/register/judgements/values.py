"""What somebody types as the value of a slot."""

import contextlib
from collections.abc import Iterable

import msgspec

from marsad.errors import JudgementError
from marsad.model.claims import Claim
from marsad.model.judgement import Value
from marsad.register.judgements.correcting import corrected

# Words that stand for themselves in JSON: an empty slot is typed as null.
_CONSTANTS = ("null", "true", "false")


def value_of(typed: str, slot: str, claims: Iterable[Claim]) -> Value:
    """Return the value that ``typed`` stands for in a slot of these claims: itself, or what it says in JSON.

    ``2023`` is a year where the slot is a date, and a number where it is a count. Raises ``JudgementError`` where
    the slot takes neither.
    """
    claims = tuple(claims)
    readings = _readings(typed)
    for value in readings[:-1]:
        with contextlib.suppress(JudgementError):
            for claim in claims:
                corrected(claim, [(slot, value)])
            return value
    for claim in claims:
        corrected(claim, [(slot, readings[-1])])
    return readings[-1]


def _readings(typed: str) -> list[Value]:
    try:
        decoded: Value = msgspec.json.decode(typed)
    except msgspec.DecodeError:
        return [typed]
    if typed in _CONSTANTS or not isinstance(decoded, int | float):
        return [decoded]
    return [decoded, typed]
