"""The book of judgements: write one down, tell how each stands, take them out and bring them in."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Literal, TextIO

import msgspec
from sqlalchemy import Connection, select

from marsad.errors import JudgementError
from marsad.model.judgement import Anchor, Judgement, identified
from marsad.register.judgements.checking import check_form, check_present
from marsad.register.judgements.correcting import as_corrected
from marsad.register.judgements.rulings import in_force
from marsad.register.store import Register, rows
from marsad.register.store.bulk import insert, parts
from marsad.register.store.ruling import present_claims, rule
from marsad.register.store.schema import claims, judgements, reports
from marsad.register.store.standing import kept, resolved

State = Literal["in force", "undone", "no longer applies"]

_ENCODER = msgspec.json.Encoder(order="deterministic")
_DECODER = msgspec.json.Decoder(Judgement)


class Recorded(msgspec.Struct, frozen=True):
    """A judgement and how it stands; ``why`` says what of it does not apply, None where all does."""

    judgement: Judgement
    state: State
    why: str | None = None


class BroughtIn(msgspec.Struct, frozen=True):
    """What became of a file's lines: judgements that are new, or were there, and what is wrong with the others."""

    new: int
    known: int
    broken: tuple[str, ...]


def judge(register: Register, judgement: Judgement) -> Judgement:
    """Write a judgement down and let it take effect; return it with its id.

    Raises ``JudgementError`` where it is about nothing in the register, or says what can't be.
    """
    made = identified(judgement)
    check_form(made)
    with register.transaction() as connection:
        check_present(connection, made)
        _enter(connection, [made])
    return made


def now() -> str:
    """Return the time as judgements note it: ISO 8601 in UTC, to the microsecond."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def recorded(register: Register) -> list[Recorded]:
    """Return all judgements, oldest first, with how each stands."""
    with register.reading() as connection:
        found = kept(connection)
        standing = {item.id for item in in_force(found)}
        undone = _undone(found)
        known = {item.id for item in found}
        present = resolved(connection, found)
        failed = _failed(connection, [item for item in found if item.id in standing], present)
        there = _reports(connection, found)
        made = []
        for item in found:
            if item.id in undone:
                made.append(Recorded(item, "undone"))
            elif item.verdict == "undo":
                why = None if item.undoes in known else f"judgement {item.undoes} is not in the register"
                made.append(Recorded(item, "no longer applies" if why else "in force", why))
            else:
                made.append(_stands(item, present, there, failed.get(item.id)))
    return made


def export(register: Register, file: TextIO) -> int:
    """Write all judgements, oldest first, one to a line, in JSON; return their number."""
    with register.reading() as connection:
        found = kept(connection)
    for item in found:
        file.write(_ENCODER.encode(item).decode() + "\n")
    return len(found)


def bring_in(register: Register, file: Iterable[str], *, name: str) -> BroughtIn:
    """Take judgements from JSON lines; what is there already changes nothing. ``name`` is the file's, for messages.

    They need not be about anything in the register: they take effect once it comes. A line that can't be used is told,
    and the others go in.
    """
    made: dict[str, Judgement] = {}
    broken: list[str] = []
    for number, line in enumerate(file, 1):
        if not line.strip():
            continue
        try:
            item = _from_line(line)
        except JudgementError as error:
            broken.append(f"{name}, line {number}: {error}")
            continue
        made.setdefault(item.id, item)
    with register.transaction() as connection:
        known = {item.id for item in kept(connection)} & made.keys()
        _enter(connection, [item for item in made.values() if item.id not in known])
    return BroughtIn(len(made) - len(known), len(known), tuple(broken))


def _from_line(line: str) -> Judgement:
    try:
        item = _DECODER.decode(line)
    except (msgspec.DecodeError, UnicodeError) as error:
        raise JudgementError(
            f"no judgement: {error} (give lines as marsad judgements export writes them)"
        ) from error
    made = identified(item)
    if item.id not in ("", made.id):
        raise JudgementError(
            f"{item.id} was changed after it was made (leave out its id, and it is taken for a new judgement)"
        )
    check_form(made)
    return made


def _enter(connection: Connection, found: list[Judgement]) -> None:
    there = set(connection.scalars(select(judgements.c.id)))
    new = [item for item in found if item.id not in there]
    insert(
        connection,
        rows.JUDGEMENTS,
        [(item.id, item.at, item.by, _ENCODER.encode(item).decode()) for item in new],
    )
    insert(connection, rows.JUDGED, [row for item in new for row in _judged_rows(item)])
    if new:
        rule(connection, present_claims(connection, _meant(kept(connection), new)))


def _judged_rows(item: Judgement) -> list[tuple[str, str, str]]:
    about: dict[str, Anchor] = {anchor.claim: anchor for anchor in (*item.on, *item.apart)}
    return [(item.id, anchor.claim, anchor.report) for anchor in about.values()]


def _meant(found: Iterable[Judgement], new: Iterable[Judgement]) -> list[Judgement]:
    """Return new judgements with those that they undo, be it by undoing an undoing."""
    by_id = {item.id: item for item in found}
    meant: dict[str, Judgement] = {}
    # Of judgements that came in any order, one may have been undone before it was there.
    ahead = [item.id for item in new]
    while ahead:
        item = by_id.get(ahead.pop())
        if item is not None and item.id not in meant:
            meant[item.id] = item
            if item.undoes:
                ahead.append(item.undoes)
    return list(meant.values())


def _undone(found: list[Judgement]) -> set[str]:
    undone: set[str] = set()
    for item in reversed(found):
        if item.verdict == "undo" and item.undoes and item.id not in undone:
            undone.add(item.undoes)
    return undone


def _stands(
    item: Judgement, present: dict[str, str], reports_there: set[str], failed: str | None
) -> Recorded:
    on = {present[anchor.claim] for anchor in item.on if anchor.claim in present}
    apart = {present[anchor.claim] for anchor in item.apart if anchor.claim in present}
    gone = [anchor for anchor in (*item.on, *item.apart) if anchor.claim not in present]
    enough = len(on) > 1 if item.verdict == "merge" else bool(on) and (item.verdict != "split" or bool(apart))
    why = failed or (_gone(gone, reports_there) if gone else None)
    return Recorded(item, "in force" if enough and not failed else "no longer applies", why)


def _gone(gone: list[Anchor], reports_there: set[str]) -> str:
    first = gone[0]
    more = f", and {len(gone) - 1} more" if len(gone) > 1 else ""
    if first.report not in reports_there:
        return f"report {first.report} with claim {first.claim} is not in the register{more}"
    return f"report {first.report} is no longer read to make claim {first.claim}{more}"


def _reports(connection: Connection, found: Iterable[Judgement]) -> set[str]:
    ids = {anchor.report for item in found for anchor in (*item.on, *item.apart)}
    there: set[str] = set()
    for part in parts(ids):
        there |= set(connection.scalars(select(reports.c.id).where(reports.c.id.in_(part))))
    return there


def _failed(connection: Connection, standing: list[Judgement], present: dict[str, str]) -> dict[str, str]:
    """Return why corrections in force can't be made, by the judgements' ids."""
    by_claim: dict[str, list[Judgement]] = {}
    for item in standing:
        for claim in {present[anchor.claim] for anchor in item.on if anchor.claim in present}:
            if item.verdict == "correct":
                by_claim.setdefault(claim, []).append(item)
    failed: dict[str, str] = {}
    for part in parts(by_claim):
        query = select(claims.c.id, claims.c.json).where(claims.c.id.in_(part))
        for row in connection.execute(query).mappings():
            made = rows.claim_as_read(row)
            for item in by_claim[row["id"]]:
                made, wrong = as_corrected(made, [(item.slot or "", item.value)])
                failed |= dict.fromkeys([item.id] if wrong else [], "; ".join(wrong))
    return failed
