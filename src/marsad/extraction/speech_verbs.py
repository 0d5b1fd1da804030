"""A reporting verb in its clause: whether it reports speech here, whose, and where the content begins.

Not speech: verbs that are negated, conditional, governed by "أن" or passive ("أُعلن"), impersonal ("يذكر أن")
and those of which somebody unknown is the subject. Example: "ولم يعلن الوزير" says nothing.
"""

from marsad.extraction.speech_content import Trigger, lead_in
from marsad.extraction.speech_floor import SEVERAL, Floor, Speakers, Subject, mark_of
from marsad.extraction.speech_forms import (
    is_negated,
    is_owning,
    is_relayed,
    is_undoubled,
    is_unreal,
    points_back,
    tense_of,
)
from marsad.extraction.speech_line import Line, row_of, words
from marsad.extraction.speech_masdars import read_masdar
from marsad.extraction.speech_sense import accepts, goes_on
from marsad.extraction.speech_whose import subject_of
from marsad.knowledge.lexicon import Hit


def read_verb(line: Line, floor: Floor, hit: Hit, acting: Speakers) -> Trigger | None:
    """Return what a verb hit reports, or None. ``acting`` is who acts in the sentence before it."""
    row = row_of(hit.key)
    tense, person = tense_of(hit)
    speech_class = hit.key.split("/")[0]
    if line.quoted(hit.start) or line.mention_over(hit.start) is not None or is_relayed(line, hit):
        return None
    if is_negated(line, hit):
        if "negated" not in row:
            return None
        speech_class = row["negated"]
    if is_unreal(line, hit, tense) or (row.get("shadda") and is_undoubled(line, hit)):
        return None
    if row.get("leads") and tense == "participle" and hit.prefix == "" and not line.opens_clause(hit.left):
        return None
    lead = lead_in(line, hit)
    if tense == "masdar":
        return read_masdar(line, floor, hit, row, lead=lead, acting=acting)
    subject = subject_of(line, floor, hit, row, lead=lead, acting=acting)
    back = points_back(line, hit)
    if back is not None:
        return _of_before(line, hit, speech_class, back=back, subject=subject)
    if is_owning(hit) and (subject is None or not subject.speakers) and not line.begins_clause(hit):
        return None
    strange = subject is not None and not subject.speakers
    if strange and (row.get("weak") or tense != "perfect" or not line.begins_clause(hit)):
        return None
    carried = subject or Subject(goes_on(line, hit, acting or floor.carried(person)), hit.end, hit.end)
    if not accepts(line, hit, row, lead, subject=subject, tense=tense, carried=carried):
        return None
    if row.get("alone") and len(subject.speakers if subject is not None else floor.current) > 1:
        return None
    if subject is not None:
        return _explicit(line, hit, speech_class, person, subject=subject, lead=lead)
    return _carried(line, floor, hit, speech_class, lead=lead, acting=acting)


def _of_before(
    line: Line, hit: Hit, speech_class: str, *, back: int, subject: Subject | None
) -> Trigger | None:
    """Return the speech of "…، وهو ما نفاه الوزير", "…. هذا ما أكد عليه الوزير"."""
    if subject is None or not subject.speakers or subject.start < hit.end:
        return None
    return Trigger(
        start=line.sentence.start if line.opens_clause(back) and not line.before(back) else back,
        key=hit.end,
        content=subject.end,
        speakers=subject.speakers,
        verb=speech_class,
        person=mark_of(tense_of(hit)[1], subject.speakers),
        until=_leading(line, subject.end),
    )


def _leading(line: Line, position: int) -> int | None:
    """Return where "قائلا" stands behind a position, if it leads on from there: "وهو ما أكده الوزير، قائلا"."""
    token = line.after(line.skip(position, "leads_over"))
    if token is None or token.text not in words("lead_in"):
        return None
    return token.start if line.is_participle(token.start) else None


def _explicit(
    line: Line, hit: Hit, speech_class: str, person: str, *, subject: Subject, lead: int | None
) -> Trigger:
    behind = subject.start >= hit.end
    follows = line.after(hit.end)
    inner = (
        follows is not None and follows.text in words("inside_it") if behind else _inside(line, subject, hit)
    )
    return Trigger(
        start=hit.left if behind else subject.start,
        key=hit.end,
        content=lead or max(hit.end, subject.end if behind else hit.end),
        speakers=subject.speakers,
        verb=speech_class,
        person=SEVERAL if subject.several else mark_of(person, subject.speakers),
        inner=inner,
        until=lead,
    )


def _inside(line: Line, subject: Subject, hit: Hit) -> bool:
    """Whether a subject in front of its verb stands in a content clause or leads to a relative one."""
    before = line.before(subject.start)
    if before is not None and before.text in words("lead_in"):
        return True
    return any(t.text in words("relatives") for t in line.tokens(subject.end, hit.start))


def _carried(
    line: Line, floor: Floor, hit: Hit, speech_class: str, *, lead: int | None, acting: Speakers
) -> Trigger | None:
    """Give a verb without a subject to whoever spoke or acted before, where a clause begins with it."""
    tense, person = tense_of(hit)
    follows = line.after(hit.end)
    inside_document = follows is not None and follows.text in words("inside_it")
    if not (tense == "participle" or inside_document or line.begins_clause(hit)):
        return None
    if tense == "imperfect" and not acting:
        return None
    if tense == "participle" and line.before(hit.left) is None and not line.headline:
        return None
    speakers = acting or floor.carried(person)
    if not speakers:
        return None
    return Trigger(
        start=hit.left,
        key=hit.end,
        content=lead or hit.end,
        speakers=speakers,
        verb=speech_class,
        explicit=False,
    )
