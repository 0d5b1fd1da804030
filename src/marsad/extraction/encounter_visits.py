"""Visits: who goes where. A tour is one visit for each state that it leads to.

Examples: "وصل وفد تونسي إلى عمّان", "زيارة الوزير لمسقط", "جولة شملت الكويت وقطر".
"""

from marsad.extraction.clauses import cue, words
from marsad.extraction.encounter_claims import people_of, telling
from marsad.extraction.encounter_destinations import destinations
from marsad.extraction.encounter_scene import Scene, company, members, right_at
from marsad.extraction.encounter_spans import governs, span_end
from marsad.extraction.encounter_subjects import actors, speaks_of_himself, subject_before
from marsad.extraction.encounter_telling import Telling
from marsad.extraction.side_leads import OF, WITH
from marsad.extraction.sides import Side
from marsad.knowledge.lexicon import Hit
from marsad.model.claims import Participant, Place

#: How far before a visit its governing verb may stand, and behind it "شملت".
_REACH = 60

People = tuple[Participant, ...]


def of_travel(told: Scene, trigger: Hit) -> list[Telling]:
    """Return the visits that a verb of travelling tells of: "وصل الوزير إلى مسقط", "زار الوزير مسقط"."""
    end = span_end(told, trigger.end)
    direct = cue(trigger.key).get("object") == "place"
    inside = [side for side in company(told, trigger.end, end, ("",), openers=(trigger.end,)) if side.human]
    if inside and not right_at(told, inside[0], trigger.end):
        inside = []
    goals = destinations(told, inside[0].end if inside else trigger.end, end, direct=direct)
    if not goals:
        return []
    at = goals[0][1]
    visitors = members([side for side in inside if side.left < at]) or _traveller(told, trigger, at, end)
    return _visits(told, trigger, visitors, goals, end=end)


def _traveller(told: Scene, trigger: Hit, at: int, end: int) -> People:
    """Return who travels where the subject is not behind the verb; nobody if a stranger stands there."""
    for token in told.tokens(trigger.end, at):
        known = token.text in words("clauses", "to_place") or told.is_adverb(token)
        if not known and not token.text.startswith(("ال", "ل")):
            return ()
    before = subject_before(told, trigger.left)
    if before is not None:
        return members(before[0])
    return actors(told, trigger, end) if speaks_of_himself(told, trigger) else ()


def of_visit_noun(told: Scene, trigger: Hit) -> list[Telling]:
    """Return the visits that a noun tells of: "زيارة الوزير لمسقط", "جولة تشمل قطر والكويت"."""
    end = span_end(told, trigger.end)
    goals = destinations(told, trigger.end, end, direct=True)
    includes = told.roles(trigger.end, min(told.sentence.end, trigger.end + _REACH), "includes")
    if not goals and includes:
        end = span_end(told, includes[0].end)
        goals = destinations(told, includes[0].end, end, direct=True)
    if not goals:
        return []
    governor = _governor(told, trigger)
    visitors = _visitors(told, trigger, governor, goals[0], end=end)
    along = _companions(told, trigger)
    visitors = (*visitors, *(person for person in along if person not in visitors))
    return _visits(told, trigger, visitors, goals, end=end, governor=governor)


def _governor(told: Scene, trigger: Hit) -> Hit | None:
    if trigger.prefix.endswith("ل"):
        return None
    for hit in reversed(told.hits):
        near = hit.left < trigger.left and trigger.left - hit.end <= _REACH
        if near and cue(hit.key)["role"] in ("holds", "travels"):
            return hit if governs(told, hit, trigger) else None
    return None


def _visitors(
    told: Scene, trigger: Hit, governor: Hit | None, goal: tuple[Place, int], *, end: int
) -> People:
    """Return who visits: "… يقوم بها الوزير", the noun's owner, the verb's subject, whoever acts."""
    place, at = goal
    doers = [hit for hit in told.roles(at, end, "held") if "brings" not in cue(hit.key)]
    if doers:
        behind = company(told, doers[0].end, end, ("",), openers=(doers[0].end,))
        return members(behind[:1]) if behind and right_at(told, behind[0], doers[0].end) else ()
    owners = company(told, trigger.end, at, ("", "ل", OF, "من"), openers=(trigger.end,))
    owners = [side for side in owners if side.human or _is_owning_body(told, trigger, side)]
    if owners:
        return owners[0].members
    if governor is not None:
        between = company(told, governor.end, trigger.left, ("",), openers=(governor.end,))
        people = members([side for side in between if side.human])
        if people:
            return people
    return _owner(told, trigger, place, end)


def _is_owning_body(told: Scene, trigger: Hit, side: Side) -> bool:
    return right_at(told, side, trigger.end) and side.members[0].organisation is not None


def _owner(told: Scene, trigger: Hit, place: Place, end: int) -> People:
    """Return whose visit "زيارته" is; a host is passed over for the guest he speaks with."""
    guests = [
        s for s in told.sides if s.human and s.end <= trigger.left and s.members[0].state != place.state
    ]
    if _invited(told, trigger):
        return guests[-1].members if guests else ()
    acting = actors(told, trigger, end)
    if any(p.state != place.state for p in acting) or trigger.feature != "noun.own":
        return acting
    return guests[-1].members if guests else ()


def _invited(told: Scene, trigger: Hit) -> bool:
    """Tell whether the guest is whoever stands last before the noun: "دعا نظيره لزيارة"."""
    if not trigger.prefix.endswith("ل"):
        return False
    before = told.tokens(told.sentence.start, trigger.left)
    return any(token.text.removeprefix("و") in words("clauses", "invited") for token in before)


def _companions(told: Scene, trigger: Hit) -> People:
    """Return who goes along: "الوزير الذي رافق الرئيس في زيارته"."""
    for hit in told.roles(max(told.sentence.start, trigger.left - _REACH), trigger.left, "accompanies"):
        before = subject_before(told, hit.left, close=True)
        return members(before[0]) if before is not None else ()
    return ()


def _visits(
    told: Scene, trigger: Hit, visitors: People, goals: list[tuple[Place, int]],
    *, end: int, governor: Hit | None = None,
) -> list[Telling]:  # fmt: skip
    made = []
    first = min(trigger.left, governor.left if governor else trigger.left)
    for place, at in goals:
        going = tuple(p for p in visitors if p.state != place.state and p != Participant())
        if not going:
            continue
        along = members([side for side in company(told, at, end, (WITH,)) if _comes_along(side, going)])
        people = people_of((*going, *along), (Participant(state=place.state),))
        made.append(
            telling(
                told, trigger, kind="visit", people=people, span=(first, end), governor=governor, place=place
            )
        )
    return made


def _comes_along(side: Side, going: People) -> bool:
    return side.human and all(member.state == going[0].state and member.person for member in side.members)
