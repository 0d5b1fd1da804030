"""Visits whose place stands elsewhere: "غادر الوزير مسقط بعد زيارة", "دعوة لزيارة بلاده".

All positions are folded offsets.
"""

from marsad.extraction.clauses import cue, words
from marsad.extraction.encounter_destinations import Goal, destinations
from marsad.extraction.encounter_scene import Scene, right_at
from marsad.extraction.encounter_subjects import subject_before
from marsad.extraction.encounter_telling import Telling
from marsad.extraction.encounter_visits import invited, visits_to
from marsad.extraction.side_leads import OF
from marsad.extraction.sides import Side
from marsad.knowledge.lexicon import Hit
from marsad.model.claims import Place

#: "بلاده" stands among the first words behind "لزيارة".
_OWN_WORDS = 2


def of_journey(told: Scene, trigger: Hit) -> list[Telling]:
    """Return the visit that a noun without a place of its own tells of; none where it only points back."""
    return _ended(told, trigger) or _to_the_inviter(told, trigger)


def _ended(told: Scene, trigger: Hit) -> list[Telling]:
    """Read "غادر الوزير مسقط بعد زيارة": the visit was to the place left."""
    before = told.document.surface.tokens.before(trigger.left)
    if before is None or before.text not in words("clauses", "over"):
        return []
    leaving = [hit for hit in told.hits if hit.end <= trigger.left and "leaves" in cue(hit.key)]
    if not leaving:
        return []
    verb = leaving[-1]
    people = [side for side in told.sides_between(verb.end, trigger.left) if side.human and side.free][:1]
    start = people[0].end if people and right_at(told, people[0], verb.end) else verb.end
    places = destinations(told, start, trigger.left, direct=True)[:1]
    ahead = subject_before(told, verb.left) if not people else None
    visitors = people[0].members if people else ahead[0][0].members if ahead else ()
    return visits_to(told, trigger, visitors, places, end=trigger.end)


def _to_the_inviter(told: Scene, trigger: Hit) -> list[Telling]:
    """Read "وجه الرئيس دعوة إلى نظيره لزيارة بلاده", "قبل الرئيس دعوة من نظيره لزيارة بلاده"."""
    near = told.tokens(trigger.end, told.sentence.end)[:_OWN_WORDS]
    own = next((token for token in near if token.text in words("clauses", "own_state")), None)
    people = [side for side in told.sides if side.human and side.end <= trigger.left]
    if own is None or len(people) < 2 or not invited(told, trigger):
        return []
    host, guest = _host_and_guest(told, people)
    state = host.members[0].state
    if state is None:
        return []
    goal = Goal(Place(state=state), own.start, own.end)
    return visits_to(told, trigger, guest.members, [goal], end=own.end)


def _host_and_guest(told: Scene, people: list[Side]) -> tuple[Side, Side]:
    """Return who invites whom: "دعوة من" and "دعوة" lead to the inviter, else he stands first."""
    for side in people:
        before = told.document.surface.tokens.before(side.left)
        owns = side.lead == OF and before is not None and before.text in words("clauses", "invited")
        if side.lead == "من" or owns:
            return side, next(other for other in people if other is not side)
    return people[0], people[-1]
