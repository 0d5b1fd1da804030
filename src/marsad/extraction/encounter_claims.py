"""Making the telling of an encounter: its people, kind, date, place, format, host, and who invited."""

from typing import Any

from marsad.extraction.clauses import coming, cue, date_near, place_near, words
from marsad.extraction.encounter_scene import Scene
from marsad.extraction.encounter_spans import clause_start
from marsad.extraction.encounter_status import status_of
from marsad.extraction.encounter_telling import Telling
from marsad.knowledge.lexicon import Hit
from marsad.knowledge.table import table
from marsad.language.dates import DateMention
from marsad.model.claims import Encounter, Participant, Place

_ALONE = ("conference", "ceremony", "summit", "reception")
#: Who speaks by telephone is in no one place.
_APART = ("call", "video_call")
#: How a meeting was held ("عبر الفيديو") stands at most this far behind its noun.
_FORM_REACH = 30


def people_of(first: tuple[Participant, ...], others: tuple[Participant, ...]) -> list[Participant]:
    """Return the participants without repeats; a bare state adds nothing to its own people."""
    people: list[Participant] = []
    for participant in (*first, *others):
        if _nobody(participant):
            continue
        if participant not in people and not any(p.person and p.person == participant.person for p in people):
            people.append(participant)
    return [p for p in people if not _covered(p, people)]


def _nobody(participant: Participant) -> bool:
    """Tell whether it is a body without a state: "الحكومة", "مصادر"."""
    if participant.person or participant.office or participant.state:
        return False
    files = table().files
    return (
        participant.organisation in files["outlets"]["generic"]
        or participant.organisation in files["organisations"]["bodies"]
    )


def _covered(participant: Participant, people: list[Participant]) -> bool:
    if participant.person or participant.office or participant.organisation:
        return False
    return any(p.state == participant.state and p is not participant for p in people)


def tell(
    told: Scene, trigger: Hit, people: list[Participant], end: int,
    *, start: int | None = None, governor: Hit | None = None, host: Participant | None = None,
) -> list[Telling]:  # fmt: skip
    """Return the encounter of these people; none where a side is missing or the other one is a newspaper."""
    kind = _kind(told, trigger, end)
    place = place_near(told.document, trigger.end, end)
    attends = governor is not None and (kind != "summit" or "attends" in cue(governor.key))
    placed = place is not None or _on_sidelines(told, trigger)
    if not _enough(kind, people, placed=placed, attends=attends):
        return []
    if _interview(told, trigger, end, people):
        return []
    if kind == "summit" and place is not None:
        people = [*people, *_host_state(place, people)]
    first = start if start is not None else min(trigger.left, governor.left if governor else trigger.left)
    return [telling(told, trigger, kind=kind, people=people, span=(first, end), governor=governor, host=host)]


def telling(
    told: Scene, trigger: Hit, *, kind: str, people: list[Participant], span: tuple[int, int],
    governor: Hit | None = None, place: Place | None = None, host: Participant | None = None,
) -> Telling:  # fmt: skip
    """Return the telling with the slots that its clause fills; ``span`` is its evidence."""
    document = told.document
    start, end = span
    begin = clause_start(told, trigger.left)
    date = _ahead(told, trigger, governor, _date(told, trigger, begin, end))
    standing = status_of(told, trigger, governor=governor, date=date)
    encounter = Encounter(
        evidence=(document.surface.evidence(start, max(end, trigger.end)),),
        by=document.speaker(trigger.start),
        date=date.edtf if date else None,
        date_basis=date.basis if date else None,
        place=None
        if kind in _APART
        else place or place_near(document, begin, _topic(told, trigger.end, end)),
        extractor=f"encounters/{trigger.key.split('/')[1]}",
        kind=kind,  # type: ignore[arg-type]  # the knowledge's linter holds the vocabulary
        status=standing.status,
        participants=tuple(people),
        invited_by=_inviter(told, trigger),
        host=host,
        format=_format(told, start, end),
    )
    headline = document.surface.in_headline(told.sentence.start)
    return Telling(encounter=encounter, headline=headline, definite=trigger.definite, sure=standing.sure)


# -- whether it is one -------------------------------------------------------------------------------


def _enough(kind: str, people: list[Participant], *, placed: bool, attends: bool) -> bool:
    """Tell whether two sides are there, or one of what somebody can hold or attend alone."""
    sides = {_side(p) for p in people} - {None}
    if len(sides) >= 2:
        return True
    if kind == "press_conference" or (kind in _ALONE and attends):
        return any((p.person or p.office) and (p.state or p.organisation) for p in people) or _any_several(
            people
        )
    return (placed or kind == "meeting") and _any_several(people)


def _on_sidelines(told: Scene, trigger: Hit) -> bool:
    """Tell whether something else was on the sidelines of it: "على هامش قمة المجلس"."""
    before = told.document.surface.tokens.before(trigger.left)
    return before is not None and before.text in words("clauses", "sidelines")


def _side(participant: Participant) -> str | None:
    """Return whose side it is on: a movement is one of its own, also against the government of its state."""
    row = table().files["organisations"]["organisations"].get(participant.organisation or "")
    if row is not None and row.get("kind") == "movement":
        return participant.organisation
    return participant.state or participant.organisation


def _any_several(people: list[Participant]) -> bool:
    """Tell whether an organisation of states is there, several by itself: "اجتمع وزراء دول المجلس"."""
    return any(p.person is None and p.office is None and _members(p.organisation) for p in people)


def _members(organisation: str | None) -> list[dict[str, Any]]:
    row = table().files["organisations"]["organisations"].get(organisation or "")
    members: list[dict[str, Any]] = row.get("members", []) if row else []
    return members


def _host_state(place: Place, people: list[Participant]) -> list[Participant]:
    """Return the member in whose state an organisation's summit is: "قمة المجلس في الكويت"."""
    if place.state is None or any(p.state == place.state for p in people):
        return []
    for person in people:
        if any(member["state"] == place.state for member in _members(person.organisation)):
            return [Participant(state=place.state)]
    return []


def _interview(told: Scene, trigger: Hit, end: int, people: list[Participant]) -> bool:
    outlets = table().files["outlets"]["outlets"]
    if any(p.organisation in outlets and p.person is None for p in people):
        return True
    if cue(trigger.key)["kind"] != "meeting":
        return False
    return any(token.text in words("clauses", "of_the_media") for token in told.tokens(trigger.end, end)[:2])


# -- slots -------------------------------------------------------------------------------------------


def _date(told: Scene, trigger: Hit, start: int, end: int) -> DateMention | None:
    """Return the date nearest to the trigger; "منذ عام 2011" and "في الخمسينات" are none of an encounter."""
    date = date_near(told.document, trigger.start, start, end)
    vague = date is not None and date.edtf is not None and (".." in date.edtf or "X" in date.edtf)
    return None if vague else date


def _ahead(told: Scene, trigger: Hit, governor: Hit | None, date: DateMention | None) -> DateMention | None:
    """Return the date, of a weekday that lies behind the one to come where the text says so: "لقاء مرتقب الأحد"."""
    if date is None or date.basis != "relative":
        return date
    standing = status_of(told, trigger, governor=governor)
    return coming(told.document, date) if standing.sure and standing.status == "scheduled" else date


def _topic(told: Scene, start: int, end: int) -> int:
    """Return where what was talked about begins: places behind it are not where the encounter was."""
    return next((t.start for t in told.tokens(start, end) if t.text in words("clauses", "topics")), end)


def _kind(told: Scene, trigger: Hit, end: int) -> str:
    """Return the kind; meeting words tell of a call where their clause says so: "بحثا، في اتصال"."""
    kind = cue(trigger.key)["kind"]
    if kind != "meeting":
        return kind
    reach = end if trigger.feature.startswith("verb") else min(end, trigger.end + _FORM_REACH)
    for hit in told.hits:
        slots = cue(hit.key)
        if "needs" in slots:
            continue
        if trigger.end <= hit.left < reach and slots.get("kind") in ("call", "video_call"):
            return slots["kind"]
    return kind


def _inviter(told: Scene, trigger: Hit) -> Participant | None:
    """Return who stands behind words of invitation in the same sentence: "بدعوة من نظيره"."""
    for hit in told.roles(trigger.end, told.sentence.end, "invitation"):
        for side in told.sides_between(hit.end, told.sentence.end)[:1]:
            return side.members[0]
    return None


def _format(told: Scene, start: int, end: int) -> str | None:
    for hit in told.roles(start, end, "format"):
        return cue(hit.key)["format"]
    return None
