"""What each claim of a pair's file is about, and which undertaking a promise speaks of.

A promise is tied to an undertaking only by firm signs: the words of the one lie within those of the other, in
the same report; or the promise is about nothing but a kind of undertaking ("the existing agreements").
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from marsad.model.claims import BaseClaim, Claim, Commitment, Measure, Undertaking
from marsad.register.follow_through.records import ThreadKind
from marsad.register.follow_through.rules import general_sectors, rules
from marsad.register.sourced import Sourced

Pair = tuple[str, str]


class Subject(NamedTuple):
    """The key of a thread: its kind, what tells it from others of the kind, and parties beside the pair."""

    kind: ThreadKind
    marks: tuple[str, ...]
    others: tuple[str, ...]


def sides(claim: Claim) -> frozenset[str]:
    """Return between whom a matter is: the parties, and of promises who made and who heard them; empty for speech."""
    match claim:
        case Measure():
            return frozenset(claim.parties)
        case Undertaking():
            own = claim.by.state if claim.by and claim.by.state and len(set(claim.parties)) == 1 else None
            return frozenset((*claim.parties, own) if own else claim.parties)
        case Commitment():
            heard = (claim.by, *claim.by_also, claim.to)
            return frozenset((*claim.parties, *(who.state for who in heard if who and who.state)))
        case _:
            return frozenset()


def others(claim: Claim, pair: Pair) -> tuple[str, ...] | None:
    """Return the parties beside ``pair``, in order; None where the claim is no matter between the two."""
    beside = sides(claim) - set(pair)
    if not set(pair) <= sides(claim) or (isinstance(claim, Measure) and beside):
        return None
    if isinstance(claim, Commitment) and claim.by and claim.by.state:
        made = {claim.by.state, *_also(claim)}
        return tuple(sorted(beside)) if made & set(pair) else None
    return tuple(sorted(beside))


def subjects(claims: Iterable[Sourced], pair: Pair, entry_of: Mapping[str, str]) -> dict[str, Subject]:
    """Return the subject of each claim that is a matter between the two, under the claim's id."""
    found: dict[str, Subject] = {}
    by_report: dict[str, list[Sourced]] = {}
    concerned = [(item, beside) for item in claims if (beside := others(item.claim, pair)) is not None]
    named = _named([item for item, _ in concerned], entry_of)
    for item, beside in concerned:
        if isinstance(item.claim, Undertaking):
            found[item.id] = _of_undertaking(item.claim, beside, named.get(entry_of[item.id]))
            by_report.setdefault(item.report, []).append(item)
        elif isinstance(item.claim, Measure) and item.claim.target:
            found[item.id] = Subject("target", (*target_marks(item.claim), *_aim(item.claim)), ())
            by_report.setdefault(item.report, []).append(item)
    for item, beside in concerned:
        if isinstance(item.claim, Commitment):
            spoken = _spoken_of(item, by_report.get(item.report, ()))
            found[item.id] = found[spoken] if spoken else _of_commitment(item.claim, beside)
    return found


def specific(sectors: Iterable[str]) -> tuple[str, ...]:
    """Return the sectors that tell a subject from others, in order."""
    return tuple(sorted(set(sectors) - general_sectors()))


def target_marks(claim: Measure) -> tuple[str, ...]:
    """Return what figures must share to be measured against one another."""
    return (claim.indicator, claim.unit, claim.per or "")


def _aim(claim: Measure) -> tuple[str, str]:
    return (f"{Decimal(claim.value).normalize():f}", claim.period or "")


def overlap(one: BaseClaim, other: BaseClaim) -> int:
    """Return how many code points the evidence of two claims of one report has in common."""
    return sum(
        max(0, min(mine.end, theirs.end) - max(mine.start, theirs.start))
        for mine in one.evidence
        for theirs in other.evidence
    )


def _named(claims: Iterable[Sourced], entry_of: Mapping[str, str]) -> dict[str, str]:
    """Return the entries of undertakings that name, number or sectors tell from others of their kind."""
    return {
        entry_of[item.id]: entry_of[item.id]
        for item in claims
        if isinstance(item.claim, Undertaking) and _told_apart(item.claim)
    }


def _told_apart(claim: Undertaking) -> bool:
    return bool(claim.name or claim.count or specific(claim.sectors))


def _of_undertaking(claim: Undertaking, beside: tuple[str, ...], entry: str | None) -> Subject:
    return Subject("undertaking", (claim.kind, entry) if entry else (claim.kind,), beside)


def _of_commitment(claim: Commitment, beside: tuple[str, ...]) -> Subject:
    sectors = specific(claim.sectors)
    if sectors:
        return Subject("subject", sectors, beside)
    kinds = {rules().names_kind[sector] for sector in claim.sectors if sector in rules().names_kind}
    if len(kinds) == 1 and set(claim.sectors) <= set(rules().names_kind):
        return Subject("undertaking", (kinds.pop(),), beside)
    return Subject("general", (), beside)


def _spoken_of(promise: Sourced, candidates: Iterable[Sourced]) -> str | None:
    """Return the undertaking or target of the same report whose words share most with the promise's."""
    shared = [(overlap(promise.claim, item.claim), item.id) for item in candidates]
    best = max(((size, claim) for size, claim in shared if size), default=None)
    return best[1] if best else None


def _also(claim: Commitment) -> set[str]:
    return {who.state for who in claim.by_also if who.state}
