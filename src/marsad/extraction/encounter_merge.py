"""One claim for one encounter: tellings of the same meeting, call or visit become evidence of one claim."""

from collections.abc import Iterable, Iterator

import msgspec

from marsad.extraction.encounter_telling import Telling
from marsad.model.claims import Encounter, Participant, Place

#: Kinds apart from all others; the rest news uses for the same thing: a meeting is also called talks.
_APART = {
    "call": "call",
    "video_call": "call",
    "visit": "visit",
    "ceremony": "ceremony",
    "press_conference": "press_conference",
    "conference": "conference",
    "reception": "reception",
}
_MOST_EVIDENCE = 6
#: Words that tell again what was told: "بحث الرئيسان" leaves open whether they met or spoke by telephone.
_AGAIN = ("encounters/talk",)
_TOLD = ("call", "video_call", "meeting", "negotiation", "summit")
_OPEN = ("denied", "proposed", "cancelled", "postponed")


def merge(told: Iterable[Telling]) -> Iterator[Encounter]:
    """Yield the encounters of a report, each once.

    Tellings of the body come before the headline; of several the one with most names gives the slots.
    Example: "التقى الوزير نظيره القطري" and later "بحث الوزيران" are one meeting with two spans of evidence.
    """
    kept: list[Telling] = []
    for telling in sorted(told, key=_order):
        if telling.attendance:
            _attend(kept, telling)
            continue
        index = _index(kept, telling)
        if index is not None:
            kept[index] = _joined(kept[index], telling)
        elif not telling.anaphoric:
            kept.append(telling)
    encounters = [telling.encounter for telling in kept]
    yield from (_placed(encounter, encounters) for encounter in encounters)


def _order(telling: Telling) -> tuple[bool, bool]:
    return telling.headline, telling.encounter.extractor in _AGAIN


def _index(kept: list[Telling], telling: Telling) -> int | None:
    """Return which of those kept tells of the same encounter."""
    for index, other in enumerate(kept):
        if _another_time(other, telling):
            continue
        if _same(other.encounter, telling.encounter) and _may_be_again(other, telling):
            return index
    if telling.encounter.extractor in _AGAIN or telling.definite:
        return _told_before(kept, telling.encounter)
    return None


def _same(one: Encounter, other: Encounter) -> bool:
    if _APART.get(one.kind, "meeting") != _APART.get(other.kind, "meeting"):
        return False
    if (one.status in _OPEN) != (other.status in _OPEN) or _other_day(one.date, other.date):
        return False
    if (one.format == "expanded") != (other.format == "expanded"):
        return False
    if one.kind == "visit" and one.place and other.place and one.place.state != other.place.state:
        return False
    if one.kind == "press_conference" and _within(one.participants, other.participants):
        return True
    return _agree(one.participants, other.participants)


def _another_time(one: Telling, other: Telling) -> bool:
    """Tell whether one was held and the other is to come, or they were in two cities: "التقيا … وسيلتقيان"."""
    if one.headline or other.headline:
        return False
    if one.sure and other.sure and {one.encounter.status, other.encounter.status} == {"held", "scheduled"}:
        return True
    places = (one.encounter.place, other.encounter.place)
    cities = {place.city for place in places if place is not None and place.city is not None}
    return one.encounter.kind != "visit" and len(cities) > 1


def _within(one: tuple[Participant, ...], other: tuple[Participant, ...]) -> bool:
    """Tell whether all who are named in one are named in the other: a joint press conference told of one."""
    few, many = sorted((_people(one), _people(other)), key=len)
    return bool(few) and few <= many


def _may_be_again(other: Telling, telling: Telling) -> bool:
    """Tell whether an unnamed meeting can be one of named people: with "ال", on the same day, or a visit."""
    if bool(other.named) == bool(telling.named):
        return True
    encounter = telling.encounter
    if telling.definite or encounter.extractor in _AGAIN or encounter.kind == "visit":
        return True
    return encounter.date is not None and other.encounter.date == encounter.date


def _told_before(kept: list[Telling], encounter: Encounter) -> int | None:
    """Return the encounter that "بحث الرئيسان" or "المحادثات" points back to, whatever its kind."""
    for index in reversed(range(len(kept))):
        other = kept[index].encounter
        open_ = other.kind not in _TOLD or other.status in _OPEN or _other_day(other.date, encounter.date)
        if not open_ and _sides(other.participants) == _sides(encounter.participants):
            return index
    return None


def _other_day(one: str | None, other: str | None) -> bool:
    """Tell whether two dates exclude one another; a month holds its days, a span of days those within it."""
    if one is None or other is None:
        return False
    (first, last), (begin, end) = _span(one), _span(other)
    return last[: len(begin)] < begin[: len(last)] or end[: len(first)] < first[: len(end)]


def _span(date: str) -> tuple[str, str]:
    first, _, last = date.partition("/")
    return first[:10], (last or first)[:10]


def _agree(one: tuple[Participant, ...], other: tuple[Participant, ...]) -> bool:
    """Tell whether the smaller circle lies within the larger one, person by person in each state."""
    if _sides(one) != _sides(other) and not (len(_people(one)) > 1 and _people(one) == _people(other)):
        return False
    for side in _sides(one):
        named = {p.person for p in one if p.state == side and p.person}
        given = {p.person for p in other if p.state == side and p.person}
        if named and given and not (named <= given or given <= named):
            return False
    return True


def _sides(participants: tuple[Participant, ...]) -> set[str | None]:
    return {p.state or p.organisation for p in participants}


def _people(participants: tuple[Participant, ...]) -> set[str]:
    return {p.person for p in participants if p.person}


def _joined(one: Telling, other: Telling) -> Telling:
    first, second = one.encounter, other.encounter
    fuller, poorer = (first, second) if len(one.named) >= len(other.named) else (second, first)
    status = second.status if other.sure and not one.sure else first.status
    joined = msgspec.structs.replace(
        fuller,
        kind=first.kind,
        status=status,
        extractor=first.extractor,
        evidence=(*first.evidence, *(e for e in second.evidence if e not in first.evidence))[:_MOST_EVIDENCE],
        date=first.date or second.date,
        date_basis=first.date_basis or second.date_basis,
        place=fuller.place or poorer.place,
        format=fuller.format or poorer.format,
        host=first.host or second.host,
        invited_by=first.invited_by or second.invited_by,
    )
    return msgspec.structs.replace(one, encounter=joined, sure=one.sure or other.sure)


# -- who was present, and where ----------------------------------------------------------------------


def _attend(kept: list[Telling], telling: Telling) -> None:
    """Add those of "وحضر اللقاء السفير" to the encounter of that kind last told before."""
    kind = _APART.get(telling.encounter.kind, "meeting")
    start = telling.encounter.evidence[0].start
    before = [
        (other.encounter.evidence[0].start, index)
        for index, other in enumerate(kept)
        if _APART.get(other.encounter.kind, "meeting") == kind and other.encounter.evidence[0].start < start
    ]
    if before:
        _, index = max(before)
        kept[index] = _with_guests(kept[index], telling.encounter)
    elif len(_sides(telling.encounter.participants)) > 1:
        kept.append(telling)


def _with_guests(telling: Telling, attendance: Encounter) -> Telling:
    encounter = telling.encounter
    guests = [p for p in attendance.participants if p.person and p.person not in telling.named]
    if not guests:
        return telling
    fuller = msgspec.structs.replace(
        encounter,
        participants=(*encounter.participants, *guests),
        evidence=(*encounter.evidence, *attendance.evidence)[:_MOST_EVIDENCE],
    )
    return msgspec.structs.replace(telling, encounter=fuller)


def _placed(encounter: Encounter, told: list[Encounter]) -> Encounter:
    """Fill a place left open: a guest on a visit meets his hosts in their state."""
    if encounter.place is not None or encounter.kind in ("visit", "call", "video_call", "negotiation"):
        return encounter
    for visit in told:
        if visit.kind == "visit" and visit.place is not None and _during(encounter, visit, visit.place):
            return msgspec.structs.replace(encounter, place=Place(state=visit.place.state))
    return encounter


def _during(encounter: Encounter, visit: Encounter, place: Place) -> bool:
    if (encounter.status == "scheduled") != (visit.status == "scheduled") or encounter.status in _OPEN:
        return False
    guests = _people(visit.participants) & _people(encounter.participants)
    hosts = any(p.state == place.state for p in encounter.participants)
    return bool(guests) and hosts and not _other_day(encounter.date, visit.date)
