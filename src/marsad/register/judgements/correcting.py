"""A claim as somebody corrected it."""

from collections.abc import Iterable
from typing import Any

import msgspec

from marsad.errors import JudgementError
from marsad.model.claims import Claim
from marsad.model.edtf import parse
from marsad.model.judgement import Value

#: What no correction may touch: the words that a claim rests on, and which rule found it.
_FIXED = ("type", "evidence", "extractor")


def corrected(claim: Claim, corrections: Iterable[tuple[str, Value]]) -> Claim:
    """Return the claim with slots set anew, each named with dots: ``date``, ``place.city``, ``by.person``.

    Raises ``JudgementError`` where the claim has no such slot or the slot can't hold the value.
    """
    corrections = tuple(corrections)
    # By way of JSON, so that lists can be set in.
    fields: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(claim))
    for slot, value in corrections:
        _set(fields, slot, value)
    try:
        made = msgspec.convert(fields, type(claim))
        for when in (made.date, getattr(made, "period", None), getattr(made, "deadline", None)):
            if when is not None:
                parse(when)
    except (msgspec.ValidationError, ValueError) as error:
        named = ", ".join(slot for slot, _ in corrections)
        raise JudgementError(f"the correction of {named} cannot be made: {error}") from error
    return made


def as_corrected(claim: Claim, corrections: Iterable[tuple[str, Value]]) -> tuple[Claim, list[str]]:
    """Return the claim with each correction that can be made, and what is wrong with those that can't.

    A report that is read anew may have lost the slot that somebody corrected.
    """
    failed: list[str] = []
    for slot, value in corrections:
        try:
            claim = corrected(claim, [(slot, value)])
        except JudgementError as error:
            failed.append(str(error))
    return claim, failed


def slots(claim: Claim) -> tuple[str, ...]:
    """Return the names of the slots that can be corrected."""
    return tuple(name for name in msgspec.to_builtins(claim) if name not in _FIXED)


def _set(fields: dict[str, Any], slot: str, value: Value) -> None:
    *path, last = slot.split(".")
    at: object = fields
    for name in path:
        at = _step(at, name, slot)
    if slot in _FIXED or path[:1] == ["evidence"] or not _has(at, last):
        there = ", ".join(name for name in fields if name not in _FIXED)
        raise JudgementError(f"no slot {slot!r} that can be corrected (there are: {there})")
    if isinstance(at, list):
        at[int(last)] = value
    elif isinstance(at, dict):
        at[last] = value


def _step(at: object, name: str, slot: str) -> object:
    if not _has(at, name):
        raise JudgementError(f"no slot {slot!r} in this claim")
    inner: object = at[int(name)] if isinstance(at, list) else at[name] if isinstance(at, dict) else None
    if inner is None:
        raise JudgementError(f"{slot!r} cannot be set alone, since {name!r} is empty (give it as a whole)")
    return inner


def _has(at: object, name: str) -> bool:
    if isinstance(at, list):
        return name.isdecimal() and int(name) < len(at)
    return isinstance(at, dict) and name in at
