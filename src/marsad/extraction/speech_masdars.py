"""Nouns of reporting verbs that report speech themselves: "قوله إن", "مع تأكيدها أن", "إعلان الوزارة عن".

Behind another verb such a noun is only its object: in "أعرب عن تأكيده" the verb is the one that reports.
"""

from typing import Any

from marsad.extraction.speech_content import Trigger, led
from marsad.extraction.speech_floor import Floor, Speakers, mark_of
from marsad.extraction.speech_line import Line, words
from marsad.extraction.speech_subjects import subject_at
from marsad.knowledge.lexicon import Hit
from marsad.language.tokens import Token


def read_masdar(
    line: Line, floor: Floor, hit: Hit, row: dict[str, Any], *, lead: int | None, acting: Speakers
) -> Trigger | None:
    """Return what the noun of a reporting verb reports; ``lead`` is where its content begins, if led in."""
    person = hit.feature.split(".")[1]
    before = line.before(hit.left)
    if before is not None and line.is_verb(before.start):
        return None
    if person == "bare":
        return _of_somebody(line, floor, hit, row, lead)
    if before is not None and before.text in words("governs_masdar"):
        return None
    if person == "definite":
        if before is None or not _took_place(before) or not led(line, hit.end, lead, row):
            return None
        return _trigger(hit, before.start, acting or floor.current, lead)
    if not led(line, hit.end, lead, row) and not row.get("masdar_object"):
        return None
    return _trigger(hit, hit.left, acting or floor.carried(person), lead)


def _of_somebody(line: Line, floor: Floor, hit: Hit, row: dict[str, Any], lead: int | None) -> Trigger | None:
    """Return the speech of whoever stands behind the noun: "إعلان الوزارة عن", "تأكيدات الرئيس بأن"."""
    token = line.after(hit.end)
    if token is None or line.mention_at(token.start) is None:
        return None
    subject = subject_at(line, floor, hit.end, lead)
    if subject is None or not subject.speakers or (lead is None and not led(line, subject.end, lead, row)):
        return None
    return Trigger(
        start=hit.left,
        key=hit.end,
        content=lead or subject.end,
        speakers=subject.speakers,
        verb=hit.key.split("/")[0],
        person=mark_of("", subject.speakers),
    )


def _took_place(before: Token | None) -> bool:
    """Whether a noun with the article is told as an act: "وجرى التأكيد على", "مع التأكيد على"."""
    return before is not None and before.text in words("took_place")


def _trigger(hit: Hit, start: int, speakers: Speakers, lead: int | None) -> Trigger | None:
    if not speakers:
        return None
    verb = hit.key.split("/")[0]
    content = lead or hit.end
    return Trigger(start=start, key=hit.end, content=content, speakers=speakers, verb=verb, explicit=False)
