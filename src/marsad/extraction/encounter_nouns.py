"""Encounters told by a noun: "لقائه نظيره", "عقد الوزيران اجتماعا", "قمة بين", "محادثات كويتية قطرية"."""

import msgspec

from marsad.extraction.clauses import cue, place_near, words
from marsad.extraction.encounter_claims import people_of, tell
from marsad.extraction.encounter_context import hosts, hosts_there, talked_of
from marsad.extraction.encounter_guests import guest, left_out, on_arrival, other_than
from marsad.extraction.encounter_partners import (
    HELD_REACH,
    acting_between,
    bystanders,
    nisba_states,
    partners_of,
)
from marsad.extraction.encounter_scene import Scene, company, members, right_at, sides_in
from marsad.extraction.encounter_spans import governs, past_topic, span_end
from marsad.extraction.encounter_subjects import (
    acting_state,
    acting_states,
    actors,
    pair,
    speaks_of_himself,
    state_before,
    subject_before,
)
from marsad.extraction.encounter_telling import Telling
from marsad.extraction.encounter_verbs import People, whoever_acts
from marsad.extraction.side_leads import WITH
from marsad.extraction.sides import Side
from marsad.knowledge.lexicon import Hit
from marsad.model.claims import Participant

#: A verb that makes an event of a noun stands at most this many characters before it.
_REACH = 90
#: "للمشاركة في مؤتمر": a noun of taking part stands right before.
_NEAR = 8
#: "جولة جديدة من" has at most this many words behind the noun.
_PART_WORDS = 4
#: "بين" stands among the first words behind a noun.
_AMONG_REACH, _AMONG_WORDS = 30, 4
#: "جرت بينهما محادثات": the pronoun stands right before the noun.
_BETWEEN_REACH = 7
#: What states hold without anybody in particular acting.
_IMPERSONAL = ("summit", "conference")


def of_noun(told: Scene, trigger: Hit) -> list[Telling]:
    """Return the encounter of those around a noun; of "لقاءات" one for each state."""
    end = span_end(told, trigger.end, nominal=True)
    governor = _governor(told, trigger)
    after = partners_of(told, trigger, end)
    between = acting_between(told, trigger, governor)
    nisbas = nisba_states(told, trigger)
    if not (after or nisbas):
        after = company(told, end, past_topic(told, end), (WITH,))
    if not (after or between or nisbas):
        after = bystanders(told, trigger)
    both = _both(told, trigger) or (governor is not None and _by_two(told, governor))
    if not (after or between or nisbas or both or _alone(trigger, governor)):
        return _left_open(told, trigger, governor, end)
    subject, start = _subject(told, trigger, governor, given=[*between, *after], nisbas=nisbas, end=end)
    first = (*subject, *members(between))
    circles = _by_state(first, after) if cue(trigger.key).get("number") == "several" else [members(after)]
    again = trigger.definite and bool(after) and all(side.group for side in after) and not nisbas
    made = [
        msgspec.structs.replace(telling, again=again)
        for circle in circles
        for telling in tell(
            told, trigger, people_of(first, (*circle, *nisbas)), end, start=start, governor=governor
        )
    ]
    return made or _among_hosts(told, trigger, governor, end)


def _among_hosts(told: Scene, trigger: Hit, governor: Hit | None, end: int) -> list[Telling]:
    """Return a visitor's talks of which only the place is told: "محادثات الوزير في مسقط"."""
    place = place_near(told.document, trigger.end, end)
    if not _of_talks(trigger) or place is None:
        return []
    subject = _whose(told, trigger, governor, end)
    if not subject and trigger.feature == "noun.own":
        subject = guest(told, (Participant(state=place.state),))
    met = hosts_there(told, subject, place)
    return tell(told, trigger, people_of(subject, met), end, governor=governor) if met else []


def _left_open(told: Scene, trigger: Hit, governor: Hit | None, end: int) -> list[Telling]:
    """Return the talks of those told before: "لقاؤه كبار المسؤولين هناك", "المحادثات تناولت التجارة"."""
    subject = _whose(told, trigger, governor, end)
    met = hosts(told, trigger.end, subject)
    if met:
        return tell(told, trigger, people_of(subject, met), end, governor=governor)
    sides = talked_of(told, trigger) if governor is None else ()
    if not sides and governor is not None and governor.feature == "fixed" and _of_talks(trigger):
        states = acting_states(told, governor)
        sides = states if len(states) > 1 else ()
    if not sides and not trigger.definite and _is_purpose(trigger, governor):
        sides = on_arrival(told)
    if sides:
        return tell(told, trigger, list(sides), end)
    return _among_hosts(told, trigger, governor, end)


def _whose(told: Scene, trigger: Hit, governor: Hit | None, end: int) -> People:
    """Return who talks where the partners are left open: "محادثاته", "أجرى محادثات", "محادثات الوزير"."""
    if trigger.feature == "noun.own" or (governor is not None and governor.feature.startswith("verb.")):
        return actors(told, governor or trigger, end)
    owner = company(told, trigger.end, end, ("",), openers=(trigger.end,))
    return members(owner[:1]) if owner and owner[0].human and right_at(told, owner[0], trigger.end) else ()


def _is_purpose(trigger: Hit, governor: Hit | None) -> bool:
    """Tell whether it is what a journey is for: "لإجراء محادثات", "حيث يجري محادثات"."""
    if not _of_talks(trigger):
        return False
    if trigger.prefix.endswith("ل"):
        return True
    return governor is not None and ("purpose" in cue(governor.key) or governor.feature.startswith("verb."))


def _of_talks(trigger: Hit) -> bool:
    return cue(trigger.key)["kind"] in ("meeting", "negotiation")


def _by_state(first: People, after: list[Side]) -> list[People]:
    """Return the partners of several meetings: "لقاءات مع الوزير ومسؤولين قطريين" are one for each state."""
    everybody = members(after)
    if not first:
        return [everybody]
    return [
        tuple(p for p in everybody if (p.state or p.organisation) == side) for side in sides_in(everybody)
    ] or [()]


def _alone(trigger: Hit, governor: Hit | None) -> bool:
    kind = cue(trigger.key)["kind"]
    return kind == "press_conference" or (
        kind in ("conference", "ceremony", "summit", "reception") and bool(governor)
    )


def _governor(told: Scene, trigger: Hit) -> Hit | None:
    """Return the verb that makes an event of a noun: "عقد", "أجرى", "سيجري" before "محادثات"."""
    for hit in reversed(told.hits):
        if hit.left >= trigger.left or trigger.left - hit.end > _REACH:
            continue
        role = cue(hit.key)["role"]
        if role == "noun" and (_is_setting(told, hit) or _is_part(told, hit, trigger)):
            continue
        if role == "holds" and (cue(hit.key).get("reach") != "near" or _right_before(told, hit, trigger)):
            return hit if governs(told, hit, trigger) else None
        if role in ("meets", "receives", "gathers", "travels", "noun"):
            return None
    return None


def _right_before(told: Scene, hit: Hit, trigger: Hit) -> bool:
    """Tell whether nothing but words for its sessions stands in front: "للمشاركة في أعمال الدورة الثالثة لمؤتمر"."""
    if trigger.left - hit.end <= _NEAR:
        return True
    between = told.tokens(hit.end, trigger.left)
    return all(token.text in words("clauses", "sessions") or token.text.isdigit() for token in between)


def _is_setting(told: Scene, noun: Hit) -> bool:
    """Tell whether a noun only says on what occasion: "سيجري، خلال زيارته، محادثات"."""
    before = told.document.surface.tokens.before(noun.left)
    return before is not None and before.text in words("clauses", "during")


def _is_part(told: Scene, noun: Hit, whole: Hit) -> bool:
    """Tell whether a noun only counts what follows: "جولة جديدة من المحادثات"."""
    between = told.tokens(noun.end, whole.left)
    return 0 < len(between) <= _PART_WORDS and between[-1].text in words("clauses", "from_place")


# -- the subject -------------------------------------------------------------------------------------


def _subject(
    told: Scene, trigger: Hit, governor: Hit | None, *, given: list[Side], nisbas: People, end: int
) -> tuple[People, int | None]:
    """Return who meets those given, and where they begin if in front of the verb; nobody if all are given."""
    if _both(told, trigger):
        return pair(told, trigger.left), None
    if given and _between_him(told, trigger, given[0]):
        return other_than(told, trigger.left, members(given)), None
    first = governor or trigger
    if trigger.feature == "noun.own" or speaks_of_himself(told, first):
        return actors(told, trigger if trigger.feature == "noun.own" else first, end), None
    before = _before_governor(told, governor, given=given)
    if before is not None:
        return before
    if _is_his(told, trigger) or (governor is not None and _hosted(told, trigger, end)):
        return actors(told, first, end), None
    if nisbas or len(sides_in(members(given))) >= 2 or _impersonal(told, trigger, governor, given=given):
        return (), None
    acting = whoever_acts(told, first, end)
    if acting and sides_in(acting) != sides_in(members(given)):
        return acting, None
    return _host_or_state(told, trigger, first, given=given, end=end) or acting, None


def _between_him(told: Scene, trigger: Hit, partner: Side) -> bool:
    """Tell whether it is "لقاء بينه وبين الوزير": somebody of another state, named before."""
    return any(
        token.text in words("clauses", "between_him") for token in told.tokens(trigger.end, partner.left)
    )


def _host_or_state(told: Scene, trigger: Hit, first: Hit, *, given: list[Side], end: int) -> People:
    """Return who is left out: the guest of a visit told before, or the state that acts."""
    return left_out(told, trigger, given, end) or acting_state(told, first, given)


def _before_governor(
    told: Scene, governor: Hit | None, *, given: list[Side]
) -> tuple[People, int | None] | None:
    """Return the subject in front of the governing verb: "الوزير عقد اجتماعا", "ثم سيعقدان اجتماعا"."""
    if governor is not None and _is_dual(governor) and not given:
        return pair(told, governor.left), None
    if governor is None or governor.prefix in ("و", "ف", "ل") or governor.feature == "fixed":
        return None
    before = subject_before(told, governor.left, close=True)
    if before is not None:
        return members(before[0]), before[1]
    states = state_before(told, governor.left)
    if states:
        return members(states), states[0].left
    return None


def _by_two(told: Scene, verb: Hit) -> bool:
    """Tell whether two or more hold it: "وسيعقدان اجتماعا", "مصر والأردن ستعقدان اجتماعا"."""
    if _is_dual(verb):
        return True
    return verb.prefix not in ("و", "ف") and len(sides_in(members(state_before(told, verb.left)))) > 1


def _is_dual(verb: Hit) -> bool:
    """Tell whether two do it, who were named before: "وسيعقدان اجتماعا"."""
    return verb.feature.endswith(("3md", "3fd"))


def _impersonal(told: Scene, trigger: Hit, governor: Hit | None, *, given: list[Side]) -> bool:
    """Tell whether nobody acts: "لقاء بين", a bare "اجتماع", "قمة المجلس"."""
    kind = cue(trigger.key)["kind"]
    tokens = told.tokens(trigger.end, trigger.end + _AMONG_REACH)[:_AMONG_WORDS]
    if any(token.text in words("clauses", "among") for token in tokens):
        return True
    if not (governor or given) and kind != "press_conference":
        return True
    return governor is None and kind in _IMPERSONAL and not any(side.lead == WITH for side in given)


def _is_his(told: Scene, trigger: Hit) -> bool:
    """Tell whether a pronoun stands for the subject: "مؤتمر جمعه بنظيره"."""
    return any("object" in cue(hit.key) for hit in told.roles(trigger.end, trigger.end + HELD_REACH, "held"))


def _hosted(told: Scene, trigger: Hit, end: int) -> bool:
    """Tell whether others take part in what the subject organises: "تنظيم قمة بمشاركة"."""
    return any(token.text in words("clauses", "hosted") for token in told.tokens(trigger.end, end))


def _both(told: Scene, trigger: Hit) -> bool:
    """Tell whether it is of the two who were just named: "لقائهما", "اتصال أجرياه", "لقاء بينهما"."""
    near = told.tokens(trigger.end, min(told.sentence.end, trigger.end + _AMONG_REACH))[:_AMONG_WORDS]
    if near and near[0].text in words("clauses", "the_two"):
        return True
    near += told.tokens(max(told.sentence.start, trigger.left - _BETWEEN_REACH), trigger.left)
    if trigger.feature == "noun.own" and near and near[0].text in words("clauses", "with_him"):
        return True
    if any(token.text in words("clauses", "between_them") for token in near):
        return True
    if any("number" in cue(hit.key) for hit in told.roles(trigger.end, trigger.end + HELD_REACH, "held")):
        return True
    return trigger.feature == "noun.own" and told.document.text[trigger.start : trigger.end].endswith("هما")
