"""Encounters told by a verb: "التقى الوزير نظيره", "استقبل الرئيس السفير", "اجتمع مع", "بحث الوزيران"."""

from marsad.extraction.clauses import cue, words
from marsad.extraction.encounter_claims import people_of, tell
from marsad.extraction.encounter_context import hosts
from marsad.extraction.encounter_guests import guest, left_out, other_than
from marsad.extraction.encounter_scene import Scene, company, members, right_at, sides_in
from marsad.extraction.encounter_spans import span_end
from marsad.extraction.encounter_subjects import actors, pair, speaks_of_himself, state_before, subject_before
from marsad.extraction.encounter_telling import Telling
from marsad.extraction.names import is_ordinary
from marsad.extraction.side_leads import AGENT, WITH
from marsad.extraction.sides import Side
from marsad.knowledge.lexicon import Hit
from marsad.model.claims import Participant

#: Which words may govern the partners, by what the verb does; by default as after "اجتمع".
_LEADS = {"meets": ("", WITH, "ب"), "receives": ("", AGENT)}
_GATHERS = ("", WITH, "ب", "الي")

#: "مع" stands among the first words behind a verb of talking.
_PARTNER_WORDS = 3

People = tuple[Participant, ...]


def of_verb(told: Scene, trigger: Hit, role: str) -> list[Telling]:
    """Return the encounter of a verb's subject and its partners; of several met one by one, one each."""
    end = span_end(told, trigger.end)
    after = company(told, trigger.end, end, _LEADS.get(role, _GATHERS), openers=(trigger.end,))
    if "partner" in cue(trigger.key):  # "تتصل بإيران" is said of a matter.
        after = [side for side in after if side.human]
    if "needs" in cue(trigger.key) and not told.roles(trigger.end, end, cue(trigger.key)["needs"]):
        return []
    if "him" in cue(trigger.key):
        return _met_him(told, trigger, after, end)
    if trigger.feature.endswith(("3md", "3fd")) and not after:
        return _of_two(told, trigger, end, named=role == "talks")
    if role in ("gathers", "talks") and not _together(told, trigger, after):
        if _unnamed_partners(told, trigger):
            met = hosts(told, trigger.end, actors(told, trigger, end))
            return tell(told, trigger, people_of(actors(told, trigger, end), met), end) if met else []
        return []
    subject, start = _subject(told, trigger, after, end)
    host = _host(told, trigger, subject, after) if role == "receives" else None
    if role == "meets":
        met = _hosts_met(told, trigger, subject, after)
        if met:
            return tell(told, trigger, people_of((), met), end, start=start)
    if not subject and len(after) > 1 and after[0].free and right_at(told, after[0], trigger.end):
        subject, after = after[0].members, after[1:]
    if not subject:
        subject = left_out(told, trigger, after, end)
    circles = _circles(subject, after) if role == "meets" else [members(after)]
    return [
        telling
        for circle in circles
        for telling in tell(told, trigger, people_of(subject, circle), end, start=start, host=host)
    ]


def _met_him(told: Scene, trigger: Hit, after: list[Side], end: int) -> list[Telling]:
    """Return the meeting of "التقاه", both named before, or of "استقبله الرئيس", whose subject follows."""
    if not after or not right_at(told, after[0], trigger.end):
        host_before = subject_before(told, trigger.left, close=True)
        if host_before is not None and cue(trigger.key)["role"] == "receives":
            return _received(told, trigger, members(host_before[0]), end)
        two = pair(told, trigger.left) if cue(trigger.key)["role"] == "meets" else ()
        return tell(told, trigger, people_of(two, members(after)), end)
    if cue(trigger.key)["role"] == "receives":
        return _received(told, trigger, members(after), end)
    him = guest(told, members(after)) or other_than(told, trigger.left, members(after))
    return tell(told, trigger, people_of(him, members(after)), end)


def _received(told: Scene, trigger: Hit, hosts_: People, end: int) -> list[Telling]:
    """Return the reception of whoever "ه" stands for: "زار الوزير مسقط حيث استقبله السلطان"."""
    him = guest(told, hosts_) or other_than(told, trigger.left, hosts_)
    return tell(told, trigger, people_of(him, hosts_), end, host=hosts_[0])


def _unnamed_partners(told: Scene, trigger: Hit) -> bool:
    """Tell whether "مع" stands behind the verb, so that officials can follow: "يبحث خلالها مع كبار المسؤولين"."""
    near = told.tokens(trigger.end, told.sentence.end)[:_PARTNER_WORDS]
    return any(token.text in words("clauses", "with") for token in near)


def _of_two(told: Scene, trigger: Hit, end: int, *, named: bool) -> list[Telling]:
    """Return the meeting of two who stand in front of a dual verb, or were just named: "عندما التقيا".

    ``named``: only those in front of it count, as in "الوزيران يبحثان التعاون".
    """
    before = subject_before(told, trigger.left, close=True)
    two = members(before[0]) if before is not None else ()
    if len(sides_in(two)) > 1:
        return tell(told, trigger, people_of((), two), end, start=before[1] if before else None)
    return [] if named else tell(told, trigger, people_of((), pair(told, trigger.left)), end)


def _hosts_met(told: Scene, trigger: Hit, subject: People, after: list[Side]) -> People:
    """Return a visitor and the state whose officials he meets: "التقى الوزير عددا من المسؤولين"."""
    if not after:
        met = hosts(told, trigger.end, subject)
        return (*subject, *met) if met else ()
    if len(after) > 1 or subject or not right_at(told, after[0], trigger.end):
        return ()
    met = hosts(told, after[0].end, after[0].members)
    return (*after[0].members, *met) if met else ()


def _host(told: Scene, trigger: Hit, subject: People, after: list[Side]) -> Participant | None:
    """Return who receives: right behind the verb, or the subject in front of it."""
    if after and right_at(told, after[0], trigger.end):
        return after[0].members[0] if _agrees(told, trigger, after[0]) else None
    return subject[0] if subject else None


def _agrees(told: Scene, trigger: Hit, side: Side) -> bool:
    """Tell whether a side can be the subject of a feminine verb: "استقبلت الوزيرة", not "استقبلت الوزير"."""
    if not trigger.feature.endswith("fs") or not side.human:
        return True
    token = told.document.surface.tokens.after(side.left)
    return token is not None and token.text.endswith("ه")


def _circles(subject: People, after: list[Side]) -> list[People]:
    """Return who is met one by one: "التقى الوزير الرئيس ورئيسة الوزراء" tells of two meetings."""
    apart = [side for side in after if side.lead != WITH or side is after[0]]
    states = {member.state for member in members(apart)}
    if len(subject) != 1 or len(apart) < 2 or len(states) != 1 or subject[0].state in states:
        return [members(after)]
    return [side.members for side in apart]


def _subject(told: Scene, trigger: Hit, after: list[Side], end: int) -> tuple[People, int | None]:
    """Return the subject in front of the verb and where it begins; nobody where it is among those behind it.

    With one partner alone whoever acts there is the other one: "… وأضاف الوزير أنه التقى نظيره".
    """
    if trigger.prefix not in ("و", "ف"):
        before = subject_before(told, trigger.left, close=True)
        if before is not None:
            return members(before[0]), before[1]
        states = state_before(told, trigger.left)
        if states:
            return members(states), states[0].left
    if speaks_of_himself(told, trigger):
        return actors(told, trigger, end), None
    if len(sides_in(members(after))) >= 2 or _shares_verb(told, trigger, after):
        return (), None
    return whoever_acts(told, trigger, end), None


def whoever_acts(told: Scene, verb: Hit, end: int) -> People:
    """Return who acts where no side is the verb's subject: nobody if a stranger is ("التقى المفتشون")."""
    token = told.document.surface.tokens.after(verb.end)
    if token is not None and verb.feature.startswith("verb.") and token.start < end:
        if token.text in words("clauses", "the_two"):
            return pair(told, verb.left)
        at_side = any(side.left <= token.start < side.end for side in told.sides)
        known = at_side or token.text in words("clauses", "skipped")
        if not known and (token.text.startswith("ال") or (token.is_word and not is_ordinary(token.text))):
            return ()
    return actors(told, verb, end)


def _shares_verb(told: Scene, trigger: Hit, after: list[Side]) -> bool:
    """Tell whether several of one side are the subject: "اجتمع وزراء الحلف"."""
    if not after or not after[0].free or not right_at(told, after[0], trigger.end):
        return False
    return len(after) == 1 and cue(trigger.key)["role"] == "gathers" and len(after[0].members) > 1


def _go_on(told: Scene, after: list[Side]) -> bool:
    """Tell whether a first side goes on with و, also behind a name: "وزيرا الخارجية العماني فلان ونظيره"."""
    if len(after) < 2:
        return False
    named = len(after) > 2 and not told.document.text[after[0].end : after[1].left].strip(" ،,")
    return after[1].joined or (named and after[2].joined)


def _together(told: Scene, trigger: Hit, after: list[Side]) -> bool:
    """Tell whether they do it together: "بحث الوزيران", "ناقش مع نظيره", but not "بحث الملف"."""
    if any(side.lead in (WITH, "ب", "الي") for side in after):
        return True
    if not after:
        return trigger.feature.endswith(("3md", "3fd")) and cue(trigger.key)["role"] == "gathers"
    several = _go_on(told, after) or len(after[0].members) > 1 or after[0].plural
    return several and right_at(told, after[0], trigger.end)
