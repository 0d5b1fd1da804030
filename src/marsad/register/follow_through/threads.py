"""Make the threads of two states out of their claims. Pure; the order of the claims makes no difference."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple, get_args

import msgspec

from marsad.model.claims import Measure, Undertaking
from marsad.model.vocabulary import Sector, UndertakingKind
from marsad.register.follow_through.days import certainly_before, course, earliest, full_months, latest
from marsad.register.follow_through.figures import figures, reached_target, target_of
from marsad.register.follow_through.promises import promise_group, promises
from marsad.register.follow_through.records import Silence, Status, Thread
from marsad.register.follow_through.rules import rules, shared_with
from marsad.register.follow_through.stages import asked_for, stages
from marsad.register.follow_through.subjects import Pair, Subject, others, specific, subjects, target_marks
from marsad.register.follow_through.tellings import Course, Telling
from marsad.register.sourced import Sourced


class PairFile(msgspec.Struct, frozen=True):
    """All that the threads of a pair are made of.

    ``entry_of`` gives the entry of each undertaking claim, ``tellings`` every report with a claim on both, copies too.
    """

    states: Pair
    claims: tuple[Sourced, ...]
    entry_of: Mapping[str, str]
    tellings: tuple[Telling, ...]


def follow_through(file: PairFile, as_of: date) -> tuple[Thread, ...]:
    """Return the threads of a pair as of a day, those that ask for most attention first.

    Reports that certainly came out after ``as_of`` are left out.
    """
    file = _until(file, as_of)
    topic = subjects(file.claims, file.states, file.entry_of)
    members: dict[Subject, list[Sourced]] = {}
    for item in file.claims:
        if item.id in topic:
            members.setdefault(_lumped(topic[item.id]), []).append(item)
    actual = [item for item in file.claims if _marks(item) and others(item.claim, file.states) == ()]
    desk = _Desk(file, as_of, asked_for(file.claims), actual, Course(file.tellings))
    made = [_thread(subject, found, desk) for subject, found in members.items()]
    return tuple(sorted(_related(made), key=_attention))


def thread_id(states: Pair, subject: Subject) -> str:
    """Return the id of a thread: ``t`` and 20 hexadecimal digits of the states and the subject."""
    key = "\x1f".join((*sorted(states), subject.kind, *subject.marks, *subject.others))
    return "t" + hashlib.blake2b(key.encode(), digest_size=10).hexdigest()


class _Desk(NamedTuple):
    """What every thread of a pair is judged with: the day, what is only asked for, actual figures, all reports."""

    file: PairFile
    as_of: date
    asked: frozenset[str]
    actual: list[Sourced]
    course: Course


def _thread(subject: Subject, members: list[Sourced], desk: _Desk) -> Thread:
    undertakings = [item.claim for item in members if isinstance(item.claim, Undertaking)]
    instrument = _instrument(subject)
    apart = instrument is None or len(subject.marks) > 1 or rules().delivery[instrument].one
    target = target_of(members)
    given = [item for item in desk.actual if _marks(item) == subject.marks[:3]] if target else []
    sectors = _sectors(subject, undertakings)
    asking = (item for item in members if promise_group(item) and item.id not in desk.asked)
    bare = Thread(
        id=thread_id(desk.file.states, subject),
        kind=subject.kind,
        instrument=instrument,
        name=min((claim.name for claim in undertakings if claim.name), default=None),
        count=max((claim.count for claim in undertakings if claim.count), default=None),
        sectors=sectors,
        others=subject.others,
        shared=any(shared_with(party) for party in subject.others),
        apart=apart,
        promises=promises(asking),
        stages=stages(members, desk.asked, apart=apart),
        target=target,
        figures=figures(target, members, given) if target else (),
        status="open",
        silence=_silence([*members, *given], sectors, desk),
    )
    return _judged(bare, desk.as_of)


def _judged(thread: Thread, as_of: date) -> Thread:
    due = _due(thread, as_of)
    return msgspec.structs.replace(
        thread,
        status=_status(thread, due),
        due=due,
        waiting=full_months(_first_promised(thread), as_of),
        repeated=sum(promise.times > 1 for promise in thread.promises) if thread.kind != "general" else 0,
    )


def _status(thread: Thread, due: str | None) -> Status:
    delivered = [at.date or at.reported for at in thread.stages if at.delivery]
    reached = thread.target is not None and reached_target(thread.target, thread.figures)
    if delivered:
        return "renewed" if _promised_since(latest(delivered), thread) else "delivered"
    if reached:
        return "delivered"
    if thread.stage in rules().ended and not _promised_since(_last_stage(thread), thread):
        return "ended"
    if thread.promises and all(promise.group == "refusal" for promise in thread.promises):
        return "refused"
    if thread.kind == "general" or not (thread.apart or thread.promises):
        return "general"
    return "overdue" if due else "open"


def _promised_since(when: str | None, thread: Thread) -> bool:
    return any(
        promise.group != "refusal" and certainly_before(when, promise.date or promise.reported)
        for promise in thread.promises
    )


def _last_stage(thread: Thread) -> str | None:
    at = [at for at in thread.stages if not at.wanted][-1]
    return at.date or at.reported


def _due(thread: Thread, as_of: date) -> str | None:
    """Return the earliest time named for delivery that has passed."""
    named = [promise.deadline for promise in thread.promises if promise.group != "refusal"]
    named.append(thread.target.period if thread.target else None)
    return earliest(when for when in named if when and certainly_before(when, as_of.isoformat()))


def _first_promised(thread: Thread) -> str | None:
    return earliest(promise.date or promise.reported for promise in thread.promises)


def _silence(members: Iterable[Sourced], sectors: tuple[Sector, ...], desk: _Desk) -> Silence:
    last = latest(item.published for item in members)
    months = full_months(last, desk.as_of)
    if months is None:
        return Silence(last=last, months=None, reports=None)
    day = course(last)[1]
    return Silence(
        last=last,
        months=months,
        reports=desk.course.since(day),
        on_sectors=desk.course.on_sectors_since(day, sectors) if sectors else None,
    )


def _until(file: PairFile, as_of: date) -> PairFile:
    """Leave out what came out after the day."""
    day = as_of.isoformat()
    claims = tuple(item for item in file.claims if not certainly_before(day, item.published))
    tellings = tuple(item for item in file.tellings if not certainly_before(day, item.published))
    return msgspec.structs.replace(file, claims=claims, tellings=tellings)


def _lumped(subject: Subject) -> Subject:
    """Put all that names nothing to follow up into one, whoever else it concerns."""
    return Subject("general", (), ()) if subject.kind == "general" else subject


def _instrument(subject: Subject) -> UndertakingKind | None:
    named = (kind for kind in rules().delivery if subject.kind == "undertaking" and kind == subject.marks[0])
    return next(named, None)


def _sectors(subject: Subject, undertakings: list[Undertaking]) -> tuple[Sector, ...]:
    found = set(subject.marks) if subject.kind == "subject" else set()
    found |= {sector for claim in undertakings for sector in specific(claim.sectors)}
    return tuple(sector for sector in get_args(Sector) if sector in found)


def _marks(item: Sourced) -> tuple[str, ...]:
    claim = item.claim
    return target_marks(claim) if isinstance(claim, Measure) and not claim.target else ()


def _related(threads: list[Thread]) -> list[Thread]:
    """Point from promises on a subject to the undertakings of the two that are on just the same sectors."""
    on: dict[tuple[Sector, ...], list[str]] = {}
    for thread in threads:
        if thread.kind == "undertaking" and thread.sectors and not thread.others:
            on.setdefault(thread.sectors, []).append(thread.id)
    return [
        msgspec.structs.replace(thread, related=tuple(sorted(on.get(thread.sectors, ()))))
        if thread.kind == "subject" and not thread.others
        else thread
        for thread in threads
    ]


def _attention(thread: Thread) -> tuple[object, ...]:
    order = get_args(Status).index(thread.status)
    first = course(_first_promised(thread) or thread.silence.last)
    return (order, thread.shared, -thread.repeated, -len(thread.promises), *first, thread.id)
