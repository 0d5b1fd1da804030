"""Encounters: who met, called, visited or received whom. Example: "التقى الوزير العماني نظيره القطري في مسقط".

A trigger word (verb or noun, ``cues/encounters.yml``) opens a clause; its subject and its partners are the people
around it. What has no second side is left out, except conferences, ceremonies and the like.
"""

from marsad.extraction.clauses import (
    clause_end,
    cue,
    cues,
    date_near,
    partners,
    place_near,
    subject_before,
    subject_near,
)
from marsad.extraction.document import Document
from marsad.extraction.encounter_merge import merge
from marsad.extraction.encounter_status import status_of
from marsad.extraction.mentions import Mention
from marsad.knowledge.lexicon import Hit
from marsad.language.sentences import Sentence
from marsad.linking.places import place_of
from marsad.model.claims import Claim, Encounter, Participant, Place

_VERB_ROLES = ("meets", "receives", "gathers", "travels")
_ALONE = ("conference", "press_conference", "ceremony", "summit", "reception")
#: A verb that makes an event of a noun stands at most this many characters before it.
_REACH = 90


def find(document: Document) -> list[Claim]:
    """Return one encounter for each that the report tells of, with every place that tells of it as evidence."""
    told = []
    for sentence in document.surface.sentences:
        triggers = cues(document, "encounters", sentence.start, sentence.end)
        for trigger in triggers:
            encounter = _encounter(document, trigger, sentence)
            if encounter is not None:
                told.append(encounter)
    return list(merge(document, told))


def _encounter(document: Document, trigger: Hit, sentence: Sentence) -> Encounter | None:
    role = cue(trigger.key)["role"]
    if role in ("meets", "receives", "gathers"):
        return _of_verb(document, trigger, sentence)
    if role == "travels":
        return _of_travel(document, trigger, sentence)
    if role == "noun":
        if cue(trigger.key)["kind"] == "visit":
            return _of_visit_noun(document, trigger, sentence)
        return _of_noun(document, trigger, sentence)
    return None


# -- verbs -------------------------------------------------------------------------------------------


def _of_verb(document: Document, trigger: Hit, sentence: Sentence) -> Encounter | None:
    end = clause_end(document, trigger.end, sentence)
    after = partners(document, trigger.end, end)
    if cue(trigger.key)["role"] == "gathers" and not _with_partner(document, trigger, end):
        return None
    subject = _subject_of_verb(document, trigger, sentence, after)
    people = _people(subject, after)
    return _build(document, trigger, sentence, people, end)


def _subject_of_verb(
    document: Document, trigger: Hit, sentence: Sentence, after: list[Mention]
) -> tuple[Participant, ...]:
    """SVO: the subject right before; VSO: it comes among those after; one partner alone: whoever acted last."""
    before = subject_before(document, sentence, trigger.left)
    if before is not None and trigger.prefix not in ("و", "ف") and trigger.left - before.end < 25:
        return before.members
    sides = {p.state or p.organisation for m in after for p in m.members}
    if len(sides) >= 2:
        return ()
    return subject_near(document, sentence, trigger.left)


def _with_partner(document: Document, trigger: Hit, end: int) -> bool:
    """"بحث الوزيران" and "ناقش مع نظيره" are encounters; "بحث الملف" is none."""
    tokens = document.surface.tokens.between(trigger.end, end)
    return any(token.text in ("مع", "ومع") for token in tokens) or any(
        m.kind == "group" for m in document.cast.between(trigger.end, trigger.end + 3)
    )


def _of_travel(document: Document, trigger: Hit, sentence: Sentence) -> Encounter | None:
    end = clause_end(document, trigger.end, sentence)
    direct = trigger.key == "encounters/visit"
    target = _destination(document, trigger, end, direct=direct)
    if target is None:
        return None
    place, at = target
    inside = [m for m in partners(document, trigger.end, min(end, at + 1)) if m.start < at and m.prefix in ("", "و")]
    visitors = inside[0].members if inside else subject_near(document, sentence, trigger.left)
    return _visit(document, trigger, sentence, visitors, place, end)


def _destination(document: Document, trigger: Hit, end: int, *, direct: bool) -> tuple[Place, int] | None:
    """Return the place travelled to and where it stands: after إلى or ل, or as the object of زار."""
    for hit in document.surface.hits_between(trigger.end, end):
        if hit.kind not in ("state", "city", "venue"):
            continue
        before = document.surface.tokens.before(hit.left)
        led = before is not None and before.text in ("الي", "لزياره", "العاصمه", "عاصمه", "مدينه", "جمهوريه")
        if led or hit.prefix in ("ل", "لل") or (direct and hit.prefix in ("", "ال")):
            place = place_of(hit.kind, hit.key)
            if place is not None and place.state is not None:
                return place, hit.left
    return None


# -- nouns -------------------------------------------------------------------------------------------


def _of_visit_noun(document: Document, trigger: Hit, sentence: Sentence) -> Encounter | None:
    end = clause_end(document, trigger.end, sentence)
    target = _destination(document, trigger, end, direct=trigger.feature == "noun.own" or trigger.prefix.endswith("ل"))
    if target is None:
        return None
    place, at = target
    owner = [m for m in partners(document, trigger.end, at + 1) if m.start < at and m.prefix in ("", "ل")]
    visitors = owner[0].members if owner else subject_near(document, sentence, trigger.left)
    return _visit(document, trigger, sentence, visitors, place, end, verb=_governor(document, trigger, sentence))


def _of_noun(document: Document, trigger: Hit, sentence: Sentence) -> Encounter | None:
    end = clause_end(document, trigger.end, sentence)
    kind = cue(trigger.key)["kind"]
    after = partners(document, trigger.end, end, bodies=kind in ("summit", "negotiation"))
    governor = _governor(document, trigger, sentence)
    subject: tuple[Participant, ...] = ()
    if governor is not None:
        between = partners(document, governor.end, trigger.left)
        subject = tuple(p for m in between for p in m.members)
    if not subject and not _says_between(document, trigger, end):
        subject = subject_near(document, sentence, trigger.left)
    if kind == "meeting" and not (governor or trigger.feature == "noun.own" or _partner_led(document, trigger, end)):
        return None
    return _build(document, trigger, sentence, _people(subject, after), end, verb=governor)


def _governor(document: Document, trigger: Hit, sentence: Sentence) -> Hit | None:
    """Return the verb that makes an event of a noun: "عقد", "أجرى", "سيجري" before "محادثات"."""
    before = cues(document, "encounters", max(sentence.start, trigger.left - _REACH), trigger.left)
    for hit in reversed(before):
        if cue(hit.key)["role"] == "holds":
            return hit
        if cue(hit.key)["role"] in _VERB_ROLES:
            return None
    return None


def _says_between(document: Document, trigger: Hit, end: int) -> bool:
    tokens = document.surface.tokens.between(trigger.end, end)[:5]
    return any(token.text in ("بين", "جمع", "جمعت", "ضم") for token in tokens)


def _partner_led(document: Document, trigger: Hit, end: int) -> bool:
    tokens = document.surface.tokens.between(trigger.end, end)[:6]
    return any(token.text in ("مع", "بين", "جمع", "جمعه", "جمعت") for token in tokens)


# -- building ----------------------------------------------------------------------------------------


def _people(subject: tuple[Participant, ...], after: list[Mention]) -> list[Participant]:
    people: list[Participant] = []
    for participant in (*subject, *(p for m in after for p in m.members)):
        if participant not in people and not _covered(participant, people):
            people.append(participant)
    return people


def _covered(participant: Participant, people: list[Participant]) -> bool:
    """A state adds nothing where one of its people is named."""
    return participant.person is None and participant.office is None and participant.organisation is None and any(
        p.state == participant.state for p in people
    )


def _sides(people: list[Participant]) -> int:
    return len({p.state or p.organisation for p in people})


def _build(
    document: Document, trigger: Hit, sentence: Sentence, people: list[Participant], end: int, *, verb: Hit | None = None
) -> Encounter | None:
    kind = _kind(document, trigger, sentence)
    if _sides(people) < 2 and not (kind in _ALONE and people):
        return None
    return _claim(document, trigger, sentence, kind=kind, people=people, end=end, verb=verb, place=None)


def _kind(document: Document, trigger: Hit, sentence: Sentence) -> str:
    kind = cue(trigger.key)["kind"]
    if kind == "meeting":
        for hit in cues(document, "encounters", sentence.start, sentence.end):
            if cue(hit.key).get("kind") in ("call", "video_call"):
                return cue(hit.key)["kind"]
    return kind


def _visit(
    document: Document, trigger: Hit, sentence: Sentence, visitors: tuple[Participant, ...], place: Place, end: int,
    *, verb: Hit | None = None,
) -> Encounter | None:  # fmt: skip
    visitors = tuple(p for p in visitors if p.state != place.state and (p.person or p.office or p.state or p.organisation))
    if not visitors:
        return None
    people = [*visitors, Participant(state=place.state)]
    return _claim(document, trigger, sentence, kind="visit", people=people, end=end, verb=verb, place=place)


def _claim(
    document: Document, trigger: Hit, sentence: Sentence, *, kind: str, people: list[Participant], end: int,
    verb: Hit | None, place: Place | None,
) -> Encounter:  # fmt: skip
    start = _start(document, trigger, sentence, people, verb)
    date = date_near(document, trigger.start, sentence.start, sentence.end)
    delegations = any(cue(h.key)["role"] == "format" for h in cues(document, "encounters", start, end))
    return Encounter(
        evidence=(document.surface.evidence(start, max(end, trigger.end)),),
        by=document.speaker(trigger.start),
        date=date.edtf if date else None,
        date_basis=date.basis if date else None,
        place=place or place_near(document, sentence.start, sentence.end),
        extractor=f"encounters/{trigger.key.split('/')[1]}",
        kind=kind,  # type: ignore[arg-type]  # the knowledge's linter holds the vocabulary
        status=status_of(document, trigger, sentence, verb=verb),
        participants=tuple(people),
        format="delegations" if delegations else None,
    )


def _start(document: Document, trigger: Hit, sentence: Sentence, people: list[Participant], verb: Hit | None) -> int:
    """Begin the evidence with the subject where it stands right before, else with the governing verb."""
    first = verb.left if verb is not None else trigger.left
    before = subject_before(document, sentence, first)
    if before is not None and first - before.end < 40 and before.participant in people:
        return before.left
    return first
