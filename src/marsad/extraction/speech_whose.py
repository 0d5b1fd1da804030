"""The subject of a reporting verb: in front of it, behind it, or none of its own.

A noun behind the verb may be its object instead: in "واعتبر إيران شريكا" the state is.
"""

from typing import Any

from marsad.extraction.speech_content import takes
from marsad.extraction.speech_floor import Floor, Speakers, Subject
from marsad.extraction.speech_forms import is_owning, tense_of
from marsad.extraction.speech_fronted import subject_before
from marsad.extraction.speech_line import Line, words
from marsad.extraction.speech_subjects import known_at, subject_at
from marsad.extraction.speech_unnamed import spoken_to, tells_speaker
from marsad.knowledge.lexicon import Hit
from marsad.knowledge.table import table
from marsad.language.tokens import Token

_PLURAL = ("3md", "3fd", "3mp")


def subject_of(
    line: Line, floor: Floor, hit: Hit, row: dict[str, Any], *, lead: int | None, acting: Speakers
) -> Subject | None:
    """Return the subject of a verb; without speakers where it is somebody unknown, None where it has none."""
    tense = tense_of(hit)[0]
    if tense == "participle":
        return _behind_participle(line, floor, hit, row)
    before = subject_before(line, floor, hit)
    if before is not None and not _relative_object(line, hit, row, before):
        return before._replace(speakers=()) if _supposed(line, before) else before
    if hit.feature.endswith(_PLURAL):
        # Before its subject a verb stays singular; behind a plural one stands its object: "اتهموا الوزير".
        return None
    position = line.skip(hit.end, "between")
    token = line.after(position)
    if token is not None and (token.text in words("inside_it") or token.text in words("back_to_it")):
        # "كشف فيه الوزير عن", "أكد عليه السفير": a subject may follow.
        position = line.skip(token.end, "between")
        token = line.after(position)
        if token is None or line.mention_at(token.start) is None:
            return None
    if token is None or not _begins_subject(line, token, row):
        return None
    found = subject_at(line, floor, position, lead)
    if found is None or (not found.speakers and lead is None and not row.get("through")):
        # Without a lead-in an unknown noun is what the verb is about: "واعتبر التأخير عقبة".
        return None
    return None if found.speakers and _is_object(line, floor, hit, row, found, acting) else found


def _relative_object(line: Line, hit: Hit, row: dict[str, Any], before: Subject) -> bool:
    """Whether who stands in front of a relative clause is its object: "الحركة التي تتهمها أنقرة"."""
    if row.get("whom") and not is_owning(hit):
        return False
    if not any(t.text in words("relatives") for t in line.tokens(before.end, hit.start)):
        return False
    token = line.after(hit.end)
    mention = line.mention_at(token.start) if token is not None else None
    return mention is not None and not (mention.kind == "state" and hit.feature.endswith("3ms"))


def _supposed(line: Line, subject: Subject) -> bool:
    """Whether a subject in front of its verb stands in a condition: "إذا كانت اليابان تقول"."""
    before = line.before(subject.start)
    first = line.before(before.start) if before is not None else None
    return any(token is not None and token.text in words("conditions") for token in (before, first))


def _behind_participle(line: Line, floor: Floor, hit: Hit, row: dict[str, Any]) -> Subject | None:
    """Return the subject that some papers put behind a participle: "مؤكدا الوزير حرص بلاده"."""
    if row.get("whom") or row.get("person_first"):
        return None
    token = line.after(hit.end)
    mention = line.mention_at(token.start) if token is not None else None
    if mention is None or not mention.is_human:
        return None
    return known_at(line, floor, hit.end, line.sentence.end)


def _begins_subject(line: Line, token: Token, row: dict[str, Any]) -> bool:
    if not token.is_word:
        return token.text == '"'
    if line.mention_at(token.start) is not None:
        return True
    if tells_speaker(token):
        return True
    if any(token.text in words(listed) for listed in ("lead_in", "prepositions", "inside_it")) or spoken_to(
        token
    ):
        return False
    return not takes(row, token)


def _is_object(
    line: Line, floor: Floor, hit: Hit, row: dict[str, Any], found: Subject, acting: Speakers
) -> bool:
    """Whether what follows the verb is the one spoken to: "وهنأ الرئيس بفوزه" after somebody else spoke."""
    if not _agrees(hit, found, line):
        return True
    speaking = acting or floor.carried(hit.feature.split(".")[1])
    if not row.get("whom") or not speaking or not line.begins_clause(hit):
        return False
    if any(p in speaking for p in found.speakers):
        return False
    following = line.cast.between(found.end, found.end + 3)
    return not (following and not following[0].prefix)


def _agrees(hit: Hit, found: Subject, line: Line) -> bool:
    """Whether verb and state agree: in "واعتبر إيران شريكا" the feminine state is the object."""
    mention = line.mention_at(found.start)
    if mention is None or mention.kind != "state" or not hit.feature.endswith("3ms"):
        return True
    if mention.city is not None:
        return False
    masculine: list[str] = table().files["attribution"]["masculine_states"]
    return mention.participant.state in masculine or mention.seat
