"""Make entries of claims, bucket by bucket, and write only where something has changed."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, delete, or_, select

from marsad.model.entry import Entry
from marsad.register.consolidate import consolidate
from marsad.register.judgements.rulings import NO_RULINGS, Rulings
from marsad.register.sourced import Sourced
from marsad.register.store import rows
from marsad.register.store.bulk import insert, parts
from marsad.register.store.copying import report_copies
from marsad.register.store.schema import claims, entries, entry_claims, reports, stale
from marsad.register.store.standing import linked_buckets, standing

SOURCED = (
    select(
        claims.c.id,
        claims.c.report,
        claims.c.json,
        claims.c.ruled,
        reports.c.outlet,
        reports.c.published,
        report_copies.c.copy_of,
    )
    .join(reports, reports.c.id == claims.c.report)
    .outerjoin(report_copies, report_copies.c.report == claims.c.report)
)
#: Examples of each kind of change that are kept.
EXAMPLES = 5

Fate = Literal["added", "gone", "changed"]


class Change(msgspec.Struct, frozen=True):
    """One entry before, as it was stored by whatever version, and after; None where it wasn't, or isn't any more."""

    before: dict[str, Any] | None
    after: Entry | None

    @property
    def fate(self) -> Fate:
        """What became of it."""
        if self.before is None:
            return "added"
        return "gone" if self.after is None else "changed"

    @property
    def type(self) -> str:
        """The type of the entry."""
        return self.after.type if self.after else str((self.before or {})["type"])


class Renewal:
    """What making entries anew came to: numbers by fate and type, and a few examples of each fate."""

    def __init__(self) -> None:
        self.kept = 0
        self.joined: set[tuple[str, ...]] = set()
        self.numbers: Counter[tuple[Fate, str]] = Counter()
        self.examples: dict[Fate, list[Change]] = {"added": [], "gone": [], "changed": []}

    def note(self, change: Change) -> None:
        """Count a change, and keep it where examples are few."""
        self.numbers[change.fate, change.type] += 1
        if len(self.examples[change.fate]) < EXAMPLES:
            self.examples[change.fate].append(change)


def renew(connection: Connection, buckets: Sequence[str], into: Renewal) -> None:
    """Make the entries of these buckets anew; they are stale no more."""
    rulings = standing(connection)
    links = linked_buckets(connection, rulings)
    for part in parts(buckets):
        # What people brought together is made together, and once only where many pages name its buckets.
        groups = {links.get(name, (name,)) for name in part} - into.joined
        into.joined |= {group for group in groups if len(group) > 1}
        _renew(connection, sorted(groups), rulings, into)


def _renew(connection: Connection, groups: list[tuple[str, ...]], rulings: Rulings, into: Renewal) -> None:
    names = [name for group in groups for name in group]
    before = _stored(connection, names)
    members = _members(connection, names)
    after = {
        entry.id: (_home(entry, group, members), entry)
        for group in groups
        for entry in _made([members.get(name, []) for name in group], rulings)
    }
    _write(connection, before, after, into)
    for part in parts(names):
        connection.execute(delete(stale).where(stale.c.bucket.in_(part)))


def _made(buckets: Sequence[list[Sourced]], rulings: Rulings) -> tuple[Entry, ...]:
    touched = any(item.id in rulings.regrouped for bucket in buckets for item in bucket)
    return consolidate(*buckets, rulings=rulings if touched else NO_RULINGS)


def _home(entry: Entry, group: tuple[str, ...], members: Mapping[str, list[Sourced]]) -> str:
    """Return the bucket that the entry is named after: that of its first claim."""
    if len(group) == 1:
        return group[0]
    first = entry.claims[0]
    return next(name for name in group if any(item.id == first for item in members.get(name, [])))


def _members(connection: Connection, buckets: list[str]) -> dict[str, list[Sourced]]:
    """Return the claims of each bucket, less those that people rejected."""
    found: dict[str, list[Sourced]] = {}
    stands = or_(claims.c.verdict.is_(None), claims.c.verdict != "rejected")
    for part in parts(buckets):
        query = SOURCED.add_columns(claims.c.bucket).where(claims.c.bucket.in_(part), stands)
        for row in connection.execute(query).mappings():
            found.setdefault(row["bucket"], []).append(rows.sourced_from(row))
    return found


def _stored(connection: Connection, buckets: list[str]) -> dict[str, str]:
    """Return the JSON of the buckets' entries by their ids."""
    found: dict[str, str] = {}
    for part in parts(buckets):
        query = select(entries.c.id, entries.c.json).where(entries.c.bucket.in_(part))
        found |= {row.id: row.json for row in connection.execute(query)}
    return found


def _write(
    connection: Connection, before: dict[str, str], after: dict[str, tuple[str, Entry]], into: Renewal
) -> None:
    changes = [
        (name, Change(_stored_entry(before.get(name)), after[name][1] if name in after else None))
        for name in dict.fromkeys((*before, *after))
        if name not in before or name not in after or rows.text(after[name][1]) != before[name]
    ]
    into.kept += len(before.keys() | after.keys()) - len(changes)
    for _, change in changes:
        into.note(change)
    broken = _broken(connection, before, after)
    for part in parts({name for name, change in changes if change.before is not None} | broken):
        connection.execute(delete(entry_claims).where(entry_claims.c.entry.in_(part)))
        connection.execute(delete(entries).where(entries.c.id.in_(part)))
    named = [name for name, change in changes if change.after is not None]
    made = [after[name] for name in dict.fromkeys((*named, *sorted(broken)))]
    insert(connection, rows.ENTRIES, [rows.entry_row(entry, name) for name, entry in made])
    insert(connection, rows.LINKS, [(entry.id, claim) for _, entry in made for claim in entry.claims])


def _broken(connection: Connection, before: dict[str, str], after: dict[str, tuple[str, Entry]]) -> set[str]:
    """Return the entries that stay but have lost links to their claims, or have others."""
    links: dict[str, set[str]] = {}
    stay = before.keys() & after.keys()
    for part in parts(stay):
        query = select(entry_claims.c.entry, entry_claims.c.claim).where(entry_claims.c.entry.in_(part))
        for entry, claim in connection.execute(query):
            links.setdefault(entry, set()).add(claim)
    return {name for name in stay if links.get(name, set()) != set(after[name][1].claims)}


def _stored_entry(json: str | None) -> dict[str, Any] | None:
    return None if json is None else msgspec.json.decode(json, type=dict[str, Any])
