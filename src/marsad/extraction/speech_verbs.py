"""A reporting verb in its clause: whether it reports speech here, whose, and where the content begins.

Not speech: verbs that are negated, conditional, governed by "أن" or passive ("أُعلن"), impersonal ("يذكر أن")
and those of which somebody unknown is the subject. Example: "ولم يعلن الوزير" says nothing.
"""

from typing import Any

from marsad.extraction.speech_content import Trigger, lead_in, taken_later, takes
from marsad.extraction.speech_floor import Floor, Speakers, Subject, mark_of
from marsad.extraction.speech_fronted import subject_before
from marsad.extraction.speech_line import Line, row_of, words
from marsad.extraction.speech_masdars import read_masdar
from marsad.extraction.speech_subjects import known_at, subject_at
from marsad.knowledge.lexicon import Hit
from marsad.knowledge.table import table
from marsad.language.tokens import Token

#: How many words behind who refuses the deed may stand: "رفضت اليابان في طوكيو التوقيع".
_DEED_WITHIN = 4
_PLURAL = ("3md", "3fd", "3mp")
_DAMMA, _SHADDA = "\u064f", "\u0651"


def read_verb(line: Line, floor: Floor, hit: Hit, acting: Speakers) -> Trigger | None:
    """Return what a verb hit reports, or None. ``acting`` is who acts in the sentence before it."""
    row = row_of(hit.key)
    tense, person = tense_of(hit)
    speech_class = hit.key.split("/")[0]
    if line.quoted(hit.start) or line.mention_over(hit.start) is not None or _relayed(line, hit):
        return None
    if _negated(line, hit):
        if "negated" not in row:
            return None
        speech_class = row["negated"]
    if _unreal(line, hit, tense) or (row.get("shadda") and _undoubled(line, hit)):
        return None
    if row.get("leads") and tense == "participle" and hit.prefix == "" and not line.opens_clause(hit.left):
        return None
    lead = lead_in(line, hit)
    if tense == "masdar":
        return read_masdar(line, floor, hit, row, lead=lead, acting=acting)
    subject = _subject(line, floor, hit, row, lead=lead, acting=acting)
    back = _points_back(line, hit)
    if back is not None:
        return _of_before(line, hit, speech_class, back=back, subject=subject)
    if _owning(hit) and (subject is None or not subject.speakers) and not line.begins_clause(hit):
        return None
    strange = subject is not None and not subject.speakers
    if strange and (row.get("weak") or tense != "perfect" or not line.begins_clause(hit)):
        return None
    if not _accepts(line, hit, row, lead, subject=subject, tense=tense):
        return None
    if row.get("alone") and len(subject.speakers if subject is not None else floor.current) > 1:
        return None
    if subject is not None:
        return _explicit(line, hit, speech_class, person, subject=subject, lead=lead)
    return _carried(line, floor, hit, speech_class, lead=lead, acting=acting)


def tense_of(hit: Hit) -> tuple[str, str]:
    """Return tense and person of a verb hit: ``("perfect", "3ms")``."""
    tense, person = hit.feature.split(".")
    return tense.removesuffix("+"), person


def _owning(hit: Hit) -> bool:
    """Whether a verb form has its object as a pronoun; many such forms are nouns too: "رفضه"."""
    return "+" in hit.feature


def _points_back(line: Line, hit: Hit) -> int | None:
    """Return where "وهو ما", "هذا ما" in front of a verb begins, by which it reports what stands before."""
    what = line.before(hit.left)
    if what is None or what.text not in words("what"):
        return None
    pronoun = line.before(what.start)
    return pronoun.start if pronoun is not None and pronoun.text in words("this") else None


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
        person="p" if subject.several else mark_of(person, subject.speakers),
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


# -- what speaks against ---------------------------------------------------------------------------------


def _relayed(line: Line, hit: Hit) -> bool:
    """Whether an agency only passes the news on, and is no speaker: "وأفادت وكالة … بأن"."""
    token = line.after(hit.end)
    return token is not None and token.text in words("relays")


def _negated(line: Line, hit: Hit) -> bool:
    before = line.before(hit.left)
    return before is not None and before.text in words("negations")


def _unreal(line: Line, hit: Hit, tense: str) -> bool:
    """Whether a verb tells of no act of speech: conditional, governed by "أن", to come, or passive."""
    before = line.before(hit.left)
    if before is not None and before.text in words("conditions") and _points_back(line, hit) is None:
        return True
    if tense == "perfect" and before is not None and not hit.prefix and before.text in words("before_nouns"):
        return True
    if row_of(hit.key).get("noun") and hit.feature == "perfect.3ms" and _governs_noun(line, before):
        return True
    if tense == "imperfect":
        governed = before is not None and before.text in words("subjunctive")
        return governed or hit.prefix not in ("", "و", "ف")
    if tense == "perfect":
        first = line.surface.folded.original(hit.start, hit.start + 1)
        return _DAMMA in line.surface.report.text[first.start : first.end]
    return False


def _governs_noun(line: Line, before: Token | None) -> bool:
    """Whether a noun must follow a word: "إن رفض البرلمان للقانون", but not "بعد أن رفض البرلمان"."""
    if before is None or before.text not in words("lead_in"):
        return False
    first = line.before(before.start)
    return first is None or first.text not in words("before_that")


def _undoubled(line: Line, hit: Hit) -> bool:
    """Whether a form carries no shadda by which it would be a verb: "بين" is no "بيّن"."""
    span = line.surface.folded.original(hit.start, hit.end)
    return hit.feature == "perfect.3ms" and _SHADDA not in line.surface.report.text[span.start : span.end]


# -- the subject ------------------------------------------------------------------------------------------


def _subject(
    line: Line, floor: Floor, hit: Hit, row: dict[str, Any], *, lead: int | None, acting: Speakers
) -> Subject | None:
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
    if token is not None and token.text in words("inside_it") | words("back_to_it"):
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
    if row.get("whom") and not _owning(hit):
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
    if any(token.text in words(listed) for listed in ("lead_in", "prepositions", "inside_it")):
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


def _accepts(
    line: Line, hit: Hit, row: dict[str, Any], lead: int | None, *, subject: Subject | None, tense: str
) -> bool:
    """Whether the verb reports speech here, by what follows it."""
    if lead is not None and (tense != "participle" or _loose(line, hit, row)):
        return True
    if tense == "participle" and not _loose(line, hit, row):
        return False
    if not row.get("object") or (subject is not None and subject.vague):
        return False
    if row.get("weak") and not _serious(row, subject):
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
    return not row["after"] or takes(row, token) or "أن" in row["after"] or bool(row.get("person_first"))


def _is_deed(line: Line, subject: Subject) -> bool:
    """Whether what a state rejects is something for it to do: "رفضت اليابان التوقيع" is no statement."""
    behind = line.tokens(subject.end, line.sentence.end)[:_DEED_WITHIN]
    return any(token.text.removeprefix("ال") in words("deeds") for token in behind)


def _serious(row: dict[str, Any], subject: Subject | None) -> bool:
    """Whether a verb that often means something else reports speech here, by who its subject is."""
    if subject is None or not subject.speakers:
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
