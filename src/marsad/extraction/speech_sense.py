"""Whether a verb reports speech in its clause, by what follows it and by who its subject is.

Example: "قدم الوزير الشكر" speaks, "قدم الوزير الخطة" does not.
"""

from typing import Any

from marsad.extraction.speech_content import taken_later, takes
from marsad.extraction.speech_floor import Speakers, Subject
from marsad.extraction.speech_forms import is_owning, tense_of
from marsad.extraction.speech_line import Line, words
from marsad.extraction.speech_unnamed import tells_speaker
from marsad.knowledge.lexicon import Hit
from marsad.language.tokens import Token

#: How many words behind who refuses the deed may stand: "رفضت اليابان في طوكيو التوقيع".
_DEED_WITHIN = 4


def accepts(
    line: Line,
    hit: Hit,
    row: dict[str, Any],
    lead: int | None,
    *,
    subject: Subject | None,
    tense: str,
    carried: Subject,
) -> bool:
    """Whether the verb reports speech here, by what follows it."""
    if row.get("bound") and not taken_later(line, row, subject.end if subject is not None else hit.end):
        return False
    if lead is not None and (tense != "participle" or _loose(line, hit, row)):
        return True
    if tense == "participle" and not _loose(line, hit, row):
        return False
    if not row.get("object") or (subject is not None and subject.vague):
        return False
    if row.get("weak") and not _serious(row, carried):
        return False
    if row.get("noun") and subject is not None and not _human(subject) and _is_deed(line, subject):
        return False
    if row.get("strict") and not taken_later(line, row, subject.end if subject is not None else hit.end):
        return False
    if subject is not None:
        return True
    token = line.after(line.past_brackets(hit.end))
    if token is None or not token.is_word:
        return False
    if row.get("whom") and tense == "perfect" and not is_owning(hit) and not _is_somebody(line, token):
        return False
    return not row["after"] or takes(row, token) or "أن" in row["after"] or bool(row.get("person_first"))


def _is_somebody(line: Line, token: Token) -> bool:
    """Whether somebody begins at a token, who may be thanked: "وشكر الوزير", but not "تقدير وشكر رسمي"."""
    return line.mention_at(line.past_titles(token.start)) is not None or tells_speaker(token)


def _is_deed(line: Line, subject: Subject) -> bool:
    """Whether what a state rejects is something for it to do: "رفضت اليابان التوقيع" is no statement."""
    behind = line.tokens(subject.end, line.sentence.end)[:_DEED_WITHIN]
    return any(token.text.removeprefix("ال") in words("deeds") for token in behind)


def goes_on(line: Line, hit: Hit, speakers: Speakers) -> Speakers:
    """Return a speaker to whom a verb of doubtful meaning may be given without being named.

    That is a person who acted, or anybody who is taken up with a pronoun: "لكنها أصرت على".
    """
    if tense_of(hit)[0] != "perfect" or not speakers:
        return ()
    before = line.before(hit.left)
    again = before is not None and before.text in words("same_again")
    return speakers if again or speakers[0].person else ()


def _serious(row: dict[str, Any], subject: Subject) -> bool:
    """Whether a verb that often means something else reports speech here, by who its subject is."""
    if not subject.speakers:
        return False
    return bool(row.get("party")) or (bool(row.get("human")) and _human(subject))


def _loose(line: Line, hit: Hit, row: dict[str, Any]) -> bool:
    """Whether a participle stands free, not as the adjective of the noun before it: "إجراءات مشددة"."""
    if line.begins_clause(hit) or not (row.get("adjective") or hit.feature.endswith("3fs")):
        return True
    token = line.after(hit.end)
    return token is not None and (token.text in words("lead_in") or token.text in ':"' or takes(row, token))


def _human(subject: Subject) -> bool:
    return subject.human or any(who.person or who.office for who in subject.speakers[:1])
