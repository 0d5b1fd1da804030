"""Who is left out because the report goes on about him: the guest of a visit, whoever was named last.

Example: "زار الوزير التونسي مسقط. والتقى السلطان" tells that the minister met the sultan. All positions are
folded offsets.
"""

from collections.abc import Collection

from marsad.extraction.clauses import words
from marsad.extraction.encounter_scene import Scene, right_at, sides_in
from marsad.extraction.encounter_telling import Telling
from marsad.extraction.side_leads import WITH
from marsad.extraction.sides import Side
from marsad.knowledge.lexicon import Hit
from marsad.language.tokens import Token
from marsad.model.claims import Participant

#: How many mentions back whoever a pronoun stands for may be.
_REACH = 12


def guest(told: Scene, given: Collection[Participant]) -> tuple[Participant, ...]:
    """Return the guests of the last visit told to the one state of those given; empty for none."""
    states = {p.state for p in given}
    if len(states) != 1 or None in states:
        return ()
    for visit in reversed(told.earlier):
        place = visit.encounter.place
        if visit.encounter.kind == "visit" and place is not None and place.state in states:
            return tuple(p for p in visit.encounter.participants if p.state not in states)
    return ()


def left_out(told: Scene, trigger: Hit, after: list[Side], end: int) -> tuple[Participant, ...]:
    """Return the guest who meets the one side behind a word, where the clause names nobody else.

    In "التقى الرئيس التونسي عددا من الطلاب" the president is the subject: nobody is left out.
    """
    if len(sides_in([member for side in after for member in side.members])) != 1:
        return ()
    if not after[0].human or not (after[0].lead in (WITH, "ب") or right_at(told, after[0], trigger.end)):
        return ()
    if not all(_goes_on(told, token, end) for token in told.tokens(after[-1].end, after[-1].end + 2)[:1]):
        return ()
    return guest(told, [member for side in after for member in side.members])


def _goes_on(told: Scene, token: Token, end: int) -> bool:
    """Tell whether a word behind the partner is no object: a mark, an adverb, a preposition, a purpose."""
    if token.start >= end or not token.is_word or told.is_adverb(token):
        return True
    leads = words("clauses", "governs") | words("clauses", "with") | words("clauses", "turns")
    return token.text in leads or token.text.startswith(("ل", "ب", "و"))


def other_than(told: Scene, position: int, given: Collection[Participant]) -> tuple[Participant, ...]:
    """Return the person of another state last named before a position: whom "استقبله الرئيس" means."""
    sides = sides_in(given)
    for mention in reversed(told.document.cast.before(position)[-_REACH:]):
        for member in mention.members:
            if mention.is_human and (member.state or member.organisation) not in sides:
                return (member,)
    return ()


def on_arrival(told: Scene) -> tuple[Participant, ...]:
    """Return the guest and the state of a visit told in the same sentence: "وصل إلى مسقط لإجراء محادثات"."""
    whole = told.document.surface.evidence(told.sentence.start, told.sentence.end)
    for visit in reversed(told.earlier):
        here = visit.encounter.evidence[0].start >= whole.start
        if here and visit.encounter.kind == "visit" and _has_host(visit):
            return visit.encounter.participants
    return ()


def _has_host(visit: Telling) -> bool:
    return visit.encounter.place is not None and len(sides_in(visit.encounter.participants)) > 1
