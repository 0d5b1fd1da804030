"""Whether a judgement can be made: what each verdict needs, and that it is about something in the register."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, select

from marsad.errors import JudgementError
from marsad.model.judgement import Judgement
from marsad.register.judgements.correcting import corrected
from marsad.register.store import rows
from marsad.register.store.bulk import parts
from marsad.register.store.renewal import SOURCED
from marsad.register.store.schema import claims, judgements
from marsad.register.store.standing import resolved


def check_form(item: Judgement) -> None:
    """Raise ``JudgementError`` where a judgement lacks what its verdict needs."""
    _check_time(item.at)
    if not item.by.strip():
        raise JudgementError("nobody is named as its author (set MARSAD_USER, or give --by)")
    if item.verdict == "undo":
        if not item.undoes:
            raise JudgementError("an undo names no judgement (give its id; marsad judgements lists them)")
        return
    if not item.on:
        raise JudgementError("it is about nothing (give ids of entries or claims)")
    _check_claims(item)


def _check_claims(item: Judgement) -> None:
    if item.verdict == "merge" and len({anchor.claim for anchor in item.on}) < 2:
        raise JudgementError("a merge needs two claims or more (name another entry)")
    if item.verdict in ("merge", "split") and len({anchor.type for anchor in (*item.on, *item.apart)}) > 1:
        raise JudgementError("claims of different types can't share an entry (name entries of one type)")
    if item.verdict == "split":
        if not item.apart:
            raise JudgementError(
                "a split needs claims that stay behind (name some claims of the entry, not all)"
            )
        if {anchor.claim for anchor in item.on} & {anchor.claim for anchor in item.apart}:
            raise JudgementError("a split names a claim on both sides (name it on one)")
    if item.verdict == "correct" and not item.slot:
        raise JudgementError("a correction names no slot (give --slot, such as date or place.city)")
    if item.verdict == "note" and not (item.note or "").strip():
        raise JudgementError("the note is empty (give --note)")


def _check_time(at: str) -> None:
    try:
        when = datetime.fromisoformat(at)
    except ValueError as error:
        raise JudgementError(f"{at!r} is no time (give it in ISO 8601, in UTC)") from error
    if when.utcoffset() != timedelta(0):
        raise JudgementError(f"{at!r} is no time in UTC (end it with +00:00)")


def check_present(connection: Connection, item: Judgement) -> None:
    """Raise ``JudgementError`` where a judgement is about what isn't there, or corrects what can't be corrected."""
    if item.verdict == "undo":
        if connection.scalar(select(judgements.c.id).where(judgements.c.id == item.undoes)) is None:
            raise JudgementError(f"no judgement {item.undoes} (marsad judgements lists them)")
        return
    present = resolved(connection, [item])
    for anchor in (*item.on, *item.apart):
        if anchor.claim not in present:
            raise JudgementError(f"no claim {anchor.claim} in the register (read its report first)")
    if item.verdict == "correct":
        for part in parts(set(present.values())):
            for row in connection.execute(SOURCED.where(claims.c.id.in_(part))).mappings():
                corrected(rows.sourced_from(row).claim, [(item.slot or "", item.value)])
