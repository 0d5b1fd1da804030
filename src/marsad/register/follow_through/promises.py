"""Who promised, and how often: several tellings of one act of promising count once.

Two tellings of a speaker are one act when their reports are copies of each other, when they say it in the same
words, or when nothing makes sure that a week or more lies between them.
"""

from collections.abc import Iterable
from datetime import timedelta

import msgspec

from marsad.folding import fold
from marsad.knowledge.schema import ActGroup
from marsad.model.claims import Claim, Commitment, Measure, Participant, Undertaking
from marsad.model.edtf import cover
from marsad.model.vocabulary import Act
from marsad.register.follow_through.days import course, days, earliest
from marsad.register.follow_through.records import Promise
from marsad.register.follow_through.rules import rules
from marsad.register.keys import speaker
from marsad.register.sourced import Sourced

# What is said once is told as news for so long.
_NEWS = timedelta(days=7)


def promise_group(item: Sourced) -> ActGroup | None:
    """Return the group of a claim that promises, asks or proposes something; None for other claims."""
    match item.claim:
        case Commitment():
            return rules().acts[item.claim.act]
        case Measure() if item.claim.target:
            return rules().acts["target"]
        case Undertaking() if item.claim.by:
            return rules().wanted.get(item.claim.stage)
        case _:
            return None


def promises(claims: Iterable[Sourced]) -> tuple[Promise, ...]:
    """Return the acts of promising in their course."""
    sides: dict[tuple[str, str], _Acts] = {}
    for item in sorted(claims, key=_course):
        key = (side(item.claim.by), str(promise_group(item)))
        sides.setdefault(key, _Acts()).add(item)
    made = [_counted(map(_promise, acts.all)) for acts in sides.values()]
    return tuple(sorted((act for of_side in made for act in of_side), key=_course_of))


class _Acts:
    """The acts of promising of one side and group; tellings are added in their course."""

    def __init__(self) -> None:
        self.all: list[list[Sourced]] = []
        self._told: dict[str, list[Sourced]] = {}
        self._recent: list[list[Sourced]] = []

    def add(self, item: Sourced) -> None:
        """Add a telling to the act that it tells again, or as a new act."""
        signs = (_words(item), item.voice)
        alike = [self._told[sign] for sign in signs if sign in self._told]
        self._recent = [act for act in self._recent if not _surely_later(act[0], item)]
        act = next((act for act in (*alike, *self._recent) if _same_speaker(act[0], item)), None)
        if act is None:
            act = []
            self.all.append(act)
            self._recent.append(act)
        act.append(item)
        for sign in signs:
            self._told.setdefault(sign, act)


def told(item: Sourced) -> str | None:
    """Return when something was said: the claim's own date where it gives one, else the report's (EDTF)."""
    own = item.claim.date if item.claim.date_basis in ("explicit", "relative") else None
    return own or item.published


def side(who: Participant | None) -> str:
    """Return the state or organisation that somebody speaks for, empty when unknown."""
    return (who.state or who.organisation or "") if who else ""


def _course(item: Sourced) -> tuple[object, ...]:
    return (*course(told(item)), item.id)


def _same_speaker(one: Sourced, other: Sourced) -> bool:
    """Tell whether two claims have one speaker; an office or state alone may be anybody of that state."""
    mine, theirs = one.claim.by, other.claim.by
    if speaker(mine) == speaker(theirs):
        return True
    unnamed = any(who is None or not (who.person or who.name) for who in (mine, theirs))
    return unnamed and side(mine) == side(theirs)


def _surely_later(first: Sourced, item: Sourced) -> bool:
    mine, theirs = days(told(first)), days(told(item))
    return mine is not None and theirs is not None and (theirs[0] - mine[1]) >= _NEWS


def _words(item: Sourced) -> str:
    return " ".join(fold(item.claim.evidence[0].text).text.split())


def _promise(act: list[Sourced]) -> Promise:
    group = promise_group(act[0])
    if group is None:
        raise ValueError(f"claim {act[0].id} promises nothing")
    dated = [item.claim.date for item in act if item.claim.date_basis in ("explicit", "relative")]
    commitments = [item.claim for item in act if isinstance(item.claim, Commitment)]
    telling = min(act, key=lambda item: (not _named(item.claim.by), _course(item)))
    return Promise(
        claims=(telling.id, *(item.id for item in act if item is not telling)),
        by=telling.claim.by,
        by_also=telling.claim.by_also,
        act=_act(telling.claim),
        group=group,
        date=earliest(dated),
        reported=cover(item.published for item in act if item.published),
        deadline=earliest(claim.deadline for claim in commitments),
    )


def _act(claim: Claim) -> Act | None:
    if isinstance(claim, Measure):
        return "target"
    return claim.act if isinstance(claim, Commitment) else None


def _named(who: Participant | None) -> bool:
    return bool(who and (who.person or who.name))


def _counted(made: Iterable[Promise]) -> list[Promise]:
    """Number the promises of one side and group in their course."""
    ordered = sorted(made, key=_course_of)
    return [msgspec.structs.replace(promise, times=times) for times, promise in enumerate(ordered, start=1)]


def _course_of(promise: Promise) -> tuple[object, ...]:
    return (*course(promise.date or promise.reported), promise.claims)
