"""Who is on the other side of an encounter noun: led by "مع" or "بين", its owner, told by two adjectives.

Example: "محادثات مع نظيره", "لقاء وزير الخارجية", "قمة كويتية قطرية". All positions are folded offsets.
"""

from marsad.extraction.clauses import cue, words
from marsad.extraction.encounter_scene import Scene, company, members, right_at, sides_in
from marsad.extraction.encounter_subjects import state_before, subject_before
from marsad.extraction.encounter_verbs import People
from marsad.extraction.side_leads import WITH
from marsad.extraction.sides import Side
from marsad.knowledge.lexicon import Hit
from marsad.model.claims import Participant

#: "لقاء ثنائي جمع": who held it stands at most this far behind the noun.
HELD_REACH = 25
#: Adjectives of states stand among the first words behind a noun.
_NISBA_REACH = 6
#: Behind these one city or state is where they are: "قمة الرياض".
_PLACED = ("meeting", "summit", "conference", "ceremony", "press_conference")
#: Of these somebody can be a witness: "شهد الوزيران مراسم التوقيع".
_ATTENDED = ("ceremony", "conference", "reception", "press_conference")
#: Subject and object of the verb that tells what was said stand next to one another.
_ADJACENT = 3
#: Which words may govern the partners.
_NOUN = (WITH, "ب")
_LEADS = {
    "call": (WITH, "ب", "من", "الي"),
    "ceremony": (WITH, "برعايه", "ل", "الي"),
    "reception": (WITH, "ل"),
}


def partners_of(told: Scene, trigger: Hit, end: int) -> list[Side]:
    """Return those led by "مع" or "بين", the owner or object right behind, those behind "جمع"."""
    kind = cue(trigger.key)["kind"]
    leads = _LEADS.get(kind, _NOUN)
    reach = end if kind == "summit" else min(end, trigger.end + HELD_REACH)
    held = [hit.end for hit in told.roles(trigger.end, reach, "held")]
    openers = [trigger.end, past_qualities(told, trigger.end), *held]
    if trigger.feature == "noun.own":
        return company(told, trigger.end, end, ("", *leads), openers=openers)
    taken = company(told, trigger.end, end, leads, openers=openers)
    if trigger.definite and not held:
        return taken or _owned_by(told, openers[1], end)
    free = company(told, trigger.end, end, ("", "ل", *leads), openers=openers)
    if not free or free[0].lead not in ("", "ل") or not any(right_at(told, free[0], at) for at in openers):
        return taken
    place = not free[0].human and free[0].members[0].organisation is None
    return taken if place and len(free) == 1 and kind in _PLACED else free


def past_qualities(told: Scene, start: int) -> int:
    """Return where the adjectives behind a noun end: "اجتماع وزاري طارئ لدول المجلس"."""
    end = start
    for token in told.tokens(start, told.sentence.end):
        if token.text.removeprefix("ال") not in words("clauses", "qualities"):
            break
        end = token.end
    return end


def _owned_by(told: Scene, start: int, end: int) -> list[Side]:
    """Return several sides that ل makes the owners: "القمة الثلاثية لرؤساء الأردن ومصر والعراق"."""
    owners = company(told, start, end, ("ل",))
    several = len(sides_in(members(owners))) > 1
    return owners if several and right_at(told, owners[0], start) else []


def acting_between(told: Scene, trigger: Hit, governor: Hit | None) -> list[Side]:
    """Return the subject between the verb and its noun: "أجرى الوزيران محادثات", "تستضيف الكويت قمة"."""
    if governor is None:
        return []
    if cue(governor.key).get("subject") != "place":
        return company(told, governor.end, trigger.left, ("", WITH), openers=(governor.end,))
    if cue(trigger.key)["kind"] in _ATTENDED:
        people = company(told, governor.end, trigger.left, ("",), openers=(governor.end,))
        if people and people[0].human:  # "شهد الوزيران مراسم التوقيع"
            return people
    if cue(trigger.key)["kind"] != "summit":
        return []
    after = told.sides_between(governor.end, trigger.left)[:1]
    if after and not after[0].human and right_at(told, after[0], governor.end):
        return after
    return state_before(told, governor.left)[:1]


def bystanders(told: Scene, trigger: Hit) -> list[Side]:
    """Return the object of the main verb, whom the subject speaks with: "هنأ الرئيس، خلال اتصال، نظيره"."""
    token = told.document.surface.tokens.before(trigger.left)
    if trigger.definite or token is None or token.text not in words("clauses", "during"):
        return []
    before = subject_before(told, trigger.left)
    if before is None:
        return []
    subject = sides_in(members(before[0]))
    if len(subject) > 1:
        return before[0]
    end = next(
        (t.start for t in told.tokens(trigger.end, told.sentence.end) if t.text in words("clauses", "that")),
        told.sentence.end,
    )
    around = [
        side
        for side in told.sides_between(before[1], end)
        if side.human and side.lead in ("", "ل", "الي", WITH)
    ]
    others = [side for side in around if subject.keys().isdisjoint(sides_in(side.members))]
    return others[:1] or _subject_of(told, before[0][0])


def _subject_of(told: Scene, spoken_to: Side) -> list[Side]:
    """Return the subject right before its object: "هنأ الوزير نظيره في اتصال"."""
    before = [side for side in told.sides if side.end <= spoken_to.left][-1:]
    if not before or not (before[0].human and before[0].free) or spoken_to.joined:
        return []
    if not sides_in(before[0].members).keys().isdisjoint(sides_in(spoken_to.members)):
        return []
    return before if len(told.tokens(before[0].end, spoken_to.left)) <= _ADJACENT else []


def nisba_states(told: Scene, trigger: Hit) -> People:
    """Return the states that two or more adjectives behind a noun name: "محادثات كويتية قطرية"."""
    found: list[Participant] = []
    for token in told.tokens(trigger.end, told.sentence.end)[:_NISBA_REACH]:
        if token.text == "-":
            continue
        hits = told.document.surface.entities_at.get(token.start, ())
        states = [hit.key for hit in hits if hit.kind == "nisba" and hit.prefix in ("", "ال")]
        if states:
            found.append(Participant(state=states[0]))
        elif (
            found or not token.is_word or token.text in words("clauses", "governs") | words("clauses", "with")
        ):
            break
    return tuple(found) if len({p.state for p in found}) >= 2 else ()
