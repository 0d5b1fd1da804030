"""What a sentence leaves to those before it: whose talks "المحادثات" are, whose officials "المسؤولون" are.

Both are read off the encounters that the report told earlier. All positions are folded offsets.
"""

from marsad.extraction.clauses import cue, words
from marsad.extraction.encounter_scene import Scene, sides_in
from marsad.extraction.encounter_telling import Telling
from marsad.extraction.side_leads import lead_of
from marsad.knowledge.lexicon import Hit
from marsad.model.claims import Participant, Place

#: "التقى عددا من كبار المسؤولين": the people stand among the first words behind the verb or noun.
_HOSTS_REACH = 6


def hosts(told: Scene, start: int, subject: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """Return the state whose officials a visitor meets where the text leaves it open.

    Example: "وصل الوزير التونسي إلى عمّان حيث التقى عددا من المسؤولين" gives Jordan.
    """
    if not subject or not _unnamed(told, start):
        return ()
    return _visited(told, subject[0])


def hosts_there(
    told: Scene, subject: tuple[Participant, ...], place: Place | None
) -> tuple[Participant, ...]:
    """Return the state that a visitor talks in, where nothing but the place is said of his partners.

    Example: "زار الوزير التونسي الأردن. وتناولت محادثات الوزير في عمّان ملف النقل" gives Jordan.
    """
    if not subject or place is None or place.state is None:
        return ()
    met = _visited(told, subject[0])
    return met if met and met[0].state == place.state else ()


def _visited(told: Scene, person: Participant) -> tuple[Participant, ...]:
    """Return the state of the last visit told whose guest somebody is; empty for none."""
    for visit in reversed(told.earlier):
        encounter = visit.encounter
        if encounter.kind != "visit" or encounter.place is None or encounter.place.state is None:
            continue
        if _is_guest(person, visit, encounter.place.state):
            return (Participant(state=encounter.place.state),)
    return ()


def _is_guest(person: Participant, visit: Telling, host: str) -> bool:
    guests = [p for p in visit.encounter.participants if p.state != host]
    if person.person is not None and any(p.person for p in guests):
        return any(p.person == person.person for p in guests)
    return any(p.state == person.state and p.state is not None for p in guests)


def _unnamed(told: Scene, start: int) -> bool:
    """Tell whether officials follow of whom it is not said whose they are: "كبار المسؤولين هناك"."""
    for token in told.tokens(start, told.sentence.end)[:_HOSTS_REACH]:
        if any(side.left <= token.start < side.end for side in told.sides):
            return False
        if token.text.removeprefix("ب") in words("clauses", "hosts"):
            return True
        led = token.text in words("clauses", "with") or told.is_adverb(token)
        if not led and token.text not in words("clauses", "through"):
            return False
    return False


def talked_of(told: Scene, trigger: Hit) -> tuple[Participant, ...]:
    """Return the two sides of talks that stand alone as the subject of a clause; empty where they are open.

    Example: "زار الوزير التونسي الأردن. وقال إن المحادثات تناولت التجارة" gives Tunisia and Jordan.
    """
    if not trigger.definite or "bare" not in cue(trigger.key) or not _is_subject(told, trigger):
        return ()
    for earlier in reversed(told.earlier):
        participants = earlier.encounter.participants
        sides = sides_in(participants)
        if len(sides) == 2 and None not in sides:
            return tuple(Participant(state=p.state, organisation=None if p.state else p.organisation)
                         for p in _one_a_side(participants))  # fmt: skip
        if len(sides) > 2:
            return ()
    return _speakers_partner(told, trigger)


def _one_a_side(participants: tuple[Participant, ...]) -> list[Participant]:
    return list({p.state or p.organisation: p for p in participants}.values())


def _is_subject(told: Scene, trigger: Hit) -> bool:
    """Tell whether nothing governs the noun and a clause about it follows: "المفاوضات انتقلت إلى"."""
    following = told.document.surface.tokens.after(trigger.end)
    if following is not None and following.text == '"':
        following = told.document.surface.tokens.after(following.end)
    if following is None or not following.is_word or following.start >= told.sentence.end:
        return False
    return lead_of(told.document, trigger.left, trigger.prefix) == ""


def _speakers_partner(told: Scene, trigger: Hit) -> tuple[Participant, ...]:
    """Return the speaker's state and the only other one of the sentence before: "وقال: المباحثات مستمرة"."""
    speaker = told.document.speaker(trigger.start)
    if speaker is None or speaker.state is None:
        return ()
    start = told.sentence.start
    near = [
        m for m in told.document.cast.before(start)[-_HOSTS_REACH:] if m.kind in ("state", "person", "role")
    ]
    others = {p.state for m in near for p in m.members if p.state} - {speaker.state}
    if len(others) != 1:
        return ()
    return (Participant(state=speaker.state), Participant(state=others.pop()))
