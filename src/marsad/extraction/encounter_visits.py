"""Visits: who goes where. A tour is one visit for each state that it leads to.

Examples: "وصل وفد تونسي إلى عمّان", "زيارة الوزير لمسقط", "جولة شملت الكويت وقطر".
"""

from marsad.extraction.clauses import cue, words
from marsad.extraction.encounter_claims import people_of, telling
from marsad.extraction.encounter_destinations import Goal, destinations
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
    """Return the visits that a verb of travelling tells of: "وصل الوزير إلى مسقط", "زار مسقط الوزير"."""
    end = span_end(told, trigger.end)
    direct = cue(trigger.key).get("object") == "place"
    inside = _behind_verb(told, trigger, end)
    start = inside[0].end if inside else trigger.end
    goals = destinations(told, start, end, direct=direct)
    if not goals and inside:
        start, end = _past_relative(told, inside[-1].end)
        goals = destinations(told, start, end, direct=direct)
    if not goals:
        return []
    before = [side for side in inside if side.left < goals[0].left]
    if "sends" in cue(trigger.key):
        return visits_to(told, trigger, before[-1].members, goals, end=end) if len(before) > 1 else []
    visitors = members(before) or _behind_goal(told, goals[-1], end)
    return visits_to(told, trigger, visitors or _traveller(told, trigger, goals[0].left, end), goals, end=end)


def _past_relative(told: Scene, start: int) -> tuple[int, int]:
    """Return the clause behind what describes the subject: "سيزور الوزير الذي ترافقه أسرته، الأحد، مسقط"."""
    first = told.document.surface.tokens.after(start)
    if first is None or first.text not in words("clauses", "relative"):
        return start, start
    comma = next((t.end for t in told.tokens(start, told.sentence.end) if t.text in "،,"), start)
    return comma, span_end(told, comma)


def _behind_verb(told: Scene, trigger: Hit, end: int) -> list[Side]:
    """Return the people right behind a verb, or behind the place that it leaves: "غادر مسقط الوزير"."""
    around = company(told, trigger.end, end, ("",), openers=(trigger.end,))
    people = [side for side in around if side.human]
    if not people:
        return []
    left = [side for side in around if not side.human and right_at(told, side, trigger.end)]
    at = left[0].end if left and "leaves" in cue(trigger.key) else trigger.end
    return people if right_at(told, people[0], trigger.end) or right_at(told, people[0], at) else []


def _behind_goal(told: Scene, goal: Goal, end: int) -> People:
    """Return the subject that stands behind the place: "وصل إلى مسقط اليوم الوزير التونسي"."""
    behind = [side for side in told.sides_between(goal.end, end) if side.human][:1]
    if not behind or any(mark in told.document.text[goal.end : behind[0].left] for mark in "،,"):
        return ()
    if behind[0].free and not behind[0].joined and right_at(told, behind[0], goal.end):
        return members(company(told, goal.end, end, ("",), openers=(goal.end,)))
    return ()


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
    direct = cue(trigger.key).get("object") != "none"
    end, goals = _goals(told, trigger, direct=direct)
    if not goals:
        return []
    governor = _governor(told, trigger)
    visitors = _visitors(told, trigger, governor, goals[0], end=end)
    if not direct:  # "وصول المهاجرين إلى أثينا" is no visit
        visitors = tuple(p for p in visitors if p.person or p.office)
    along = _companions(told, trigger)
    visitors = (*visitors, *(person for person in along if person not in visitors))
    return visits_to(told, trigger, visitors, goals, end=end, governor=governor)


def _goals(told: Scene, trigger: Hit, *, direct: bool) -> tuple[int, list[Goal]]:
    """Return where the clause of a visit ends, and its goals: right in it, behind "شملت" or "يقوم بها"."""
    end = span_end(told, trigger.end)
    goals = destinations(told, trigger.end, end, direct=direct)
    reach = min(told.sentence.end, trigger.end + _REACH)
    for hit in told.roles(trigger.end, reach, "includes", "held"):
        if goals:
            break
        over = cue(hit.key)["role"] == "includes"
        if over or "brings" not in cue(hit.key):
            end = span_end(told, hit.end)
            goals = destinations(told, hit.end, end, direct=over)
    return end, goals


def _governor(told: Scene, trigger: Hit) -> Hit | None:
    if trigger.prefix.endswith("ل"):
        return None
    for hit in reversed(told.hits):
        near = hit.left < trigger.left and trigger.left - hit.end <= _REACH
        if near and cue(hit.key)["role"] in ("holds", "travels"):
            return hit if governs(told, hit, trigger) else None
    return None


def _visitors(told: Scene, trigger: Hit, governor: Hit | None, goal: Goal, *, end: int) -> People:
    """Return who visits: "… يقوم بها الوزير", the noun's owner, the verb's subject, whoever acts."""
    place, at = goal.place, goal.left
    doers = [hit for hit in told.roles(trigger.end, end, "held") if "brings" not in cue(hit.key)]
    if doers:
        behind = company(told, doers[0].end, end, ("",), openers=(doers[0].end,))
        if behind and right_at(told, behind[0], doers[0].end):
            return members(behind[:1])
        if at < doers[0].end or not _leads_straight(told, doers[0].end, at):
            return ()
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


def _leads_straight(told: Scene, start: int, at: int) -> bool:
    """Tell whether "يقوم بها" leads on to the place, with nobody new between."""
    between = told.tokens(start, at)
    return all(token.text in words("clauses", "to_place") or told.is_adverb(token) for token in between)


def _is_owning_body(told: Scene, trigger: Hit, side: Side) -> bool:
    return right_at(told, side, trigger.end) and side.members[0].organisation is not None


def _owner(told: Scene, trigger: Hit, place: Place, end: int) -> People:
    """Return whose visit "زيارته" is; a host is passed over for the guest he speaks with."""
    guests = [
        s for s in told.sides if s.human and s.end <= trigger.left and s.members[0].state != place.state
    ]
    if invited(told, trigger):
        return guests[-1].members if guests else ()
    acting = actors(told, trigger, end)
    if any(p.state != place.state for p in acting) or trigger.feature != "noun.own":
        return acting
    return guests[-1].members if guests else ()


def invited(told: Scene, trigger: Hit) -> bool:
    """Return whether the guest is whoever stands last before the noun: "دعا نظيره لزيارة"."""
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


def visits_to(
    told: Scene, trigger: Hit, visitors: People, goals: list[Goal],
    *, end: int, governor: Hit | None = None,
) -> list[Telling]:  # fmt: skip
    """Return one visit for each goal in a state that is not the visitors' own, with those who come along."""
    made = []
    first = min(trigger.left, governor.left if governor else trigger.left)
    for goal in goals:
        place = goal.place
        going = tuple(p for p in visitors if p.state != place.state and p != Participant())
        if not going:
            continue
        along = members(
            [side for side in company(told, goal.left, end, (WITH,)) if _comes_along(side, going)]
        )
        people = people_of((*going, *along), (Participant(state=place.state),))
        made.append(
            telling(
                told, trigger, kind="visit", people=people, span=(first, end), governor=governor, place=place
            )
        )
    return made


def _comes_along(side: Side, going: People) -> bool:
    return side.human and all(member.state == going[0].state and member.person for member in side.members)
