"""Nouns of reporting verbs that report speech themselves: "قوله إن", "مع تأكيدها أن", "إعلان الوزارة عن".

Behind another verb such a noun is only its object: in "أعرب عن تأكيده" the verb is the one that reports.
"""

from typing import Any

from marsad.extraction.speech_content import Trigger, led
from marsad.extraction.speech_floor import Floor, Speakers, mark_of
from marsad.extraction.speech_line import Line, words
from marsad.extraction.speech_subjects import subject_at
from marsad.knowledge.lexicon import Hit


def read_masdar(
    line: Line, floor: Floor, hit: Hit, row: dict[str, Any], *, lead: int | None, person: str, acting: Speakers
) -> Trigger | None:
    """"قوله إن", "مع تأكيدها أن", "إعلان الوزارة عن", "وجرى التأكيد على": the noun of a reporting verb."""
    speech_class = hit.key.split("/")[0]
    before = line.before(hit.left)
    if before is not None and line.is_verb(before.start):
        return None
    if before is not None and before.text in words("governs_masdar") and person != "bare":
        return None
    if person == "bare":
        subject = subject_at(line, floor, hit.end, lead) if line.mention_at(_next(line, hit.end)) else None
        if subject is None or not subject.speakers or not led(line, subject.end, lead, row):
            return None
        return Trigger(
            start=hit.left, key=hit.end, content=lead or subject.end, speakers=subject.speakers, verb=speech_class,
            person=mark_of("", subject.speakers), inner=False,
        )  # fmt: skip
    if not led(line, hit.end, lead, row) and not (row.get("masdar_object") and person != "definite"):
        return None
    if person == "definite" and not (before is not None and before.text in words("took_place")):
        return None
    speakers = acting or floor.current if person == "definite" else acting or floor.carried(person)
    if not speakers:
        return None
    start = before.start if person == "definite" and before is not None else hit.left
    return Trigger(
        start=start, key=hit.end, content=lead or hit.end, speakers=speakers, verb=speech_class, explicit=False
    )


def _next(line: Line, position: int) -> int:
    token = line.after(position)
    return token.start if token is not None else line.sentence.end
