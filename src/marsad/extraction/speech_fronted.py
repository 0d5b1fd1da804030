"""The subject in front of its verb: "الرئيس يؤكد", "وكان الوزير قد أعلن", "الوزير الذي أسف".

It must begin its clause, or lead to the verb through a relative pronoun: in "مع نظيره أكد" the man before the
verb is not its subject.
"""

from marsad.extraction.mentions import Mention
from marsad.extraction.names import name_at
from marsad.extraction.speech_bodies import written
from marsad.extraction.speech_floor import Floor, Subject
from marsad.extraction.speech_line import Line, first_hit, words
from marsad.extraction.speech_subjects import known_at
from marsad.knowledge.lexicon import Hit
from marsad.language.tokens import Token
from marsad.linking.romanise import slug
from marsad.model.claims import Participant

#: How many tokens may stand between a subject and the verb behind it.
_MOST_BETWEEN = 5
#: How far before the verb its clause may begin.
_FARTHEST_START = 14
#: How many characters before the verb a name may begin.
_LONGEST_NAME = 40
#: How many joined parts of a subject are gone through backwards.
_MOST_PARTS = 5


def subject_before(line: Line, floor: Floor, hit: Hit) -> Subject | None:
    """Return the subject in front of a verb; None where the clause has none there."""
    if hit.prefix in ("و", "ف"):
        return None
    return _nearest(line, hit) or _from_start(line, floor, hit) or _unknown_name(line, hit)


def _nearest(line: Line, hit: Hit) -> Subject | None:
    """Return the last mention before the verb, with all that is joined to it in front."""
    mention = _before(line, hit.left)
    if mention is None:
        return None
    gap = line.tokens(mention.end, hit.left)
    if not _leads_on(line, gap):
        return None
    if any(token.text in words("relatives") for token in gap):
        return Subject(mention.members, mention.left, mention.end) if mention.is_human else None
    whole = _whole(line, mention)
    return whole if _anchored(line, whole.start, mention) else None


def _unknown_name(line: Line, hit: Hit) -> Subject | None:
    """Return a full name that nothing else tells, set off in front of the verb: "…، عادل ناصيف أكد أن"."""
    tokens = line.tokens(max(line.sentence.start, hit.left - _LONGEST_NAME), hit.left)
    for first, token in enumerate(tokens[:-1]):
        before = line.before(token.start)
        if not token.is_word or (before is not None and before.text not in "،,"):
            continue
        span = name_at(line.surface, token.start, single=False)
        if span == (token.start, tokens[-1].end) and first < len(tokens) - 1:
            name = written(line, span)
            return Subject((Participant(person=slug(name), name=name),), span.start, span.end)
    return None


def _before(line: Line, position: int) -> Mention | None:
    before = line.cast.before(position, 1)
    return before[-1] if before and before[-1].start >= line.sentence.start else None


def _leads_on(line: Line, gap: list[Token]) -> bool:
    """Whether only commas, nisbas and small words stand between a subject and its verb."""
    return len(gap) <= _MOST_BETWEEN and all(_may_stand_between(line, token) for token in gap)


def _may_stand_between(line: Line, token: Token) -> bool:
    if token.text in words("subject_to_verb") or token.text in words("negations") or token.text in '،,"()':
        return True
    return first_hit(line.surface.hits_between(token.start, token.start + 3), "nisba") is not None


def _whole(line: Line, mention: Mention) -> Subject:
    """Return a mention with what stands before it in its phrase: "مصر والأردن", "الهيئة التابعة للوزارة"."""
    found = Subject(mention.members, mention.left, mention.end)
    for _ in range(_MOST_PARTS):
        wider = _wider(line, found, mention)
        if wider is None:
            return found
        found, mention = wider
    return found


def _wider(line: Line, found: Subject, mention: Mention) -> tuple[Subject, Mention] | None:
    token = line.before(found.start)
    if token is None:
        return None
    earlier = _before(line, token.end if mention.prefix in ("و", "وال") else token.start)
    if earlier is not None and earlier.start != mention.start:
        if mention.prefix in ("و", "وال") and earlier.end >= token.end:
            return found._replace(speakers=(*earlier.members, *found.speakers), start=earlier.left), earlier
        belongs = mention.prefix in ("ل", "لل") and token.text in words("belonging")
        if belongs and _touches(line, earlier, token):
            return found._replace(speakers=earlier.members, start=earlier.left), earlier
        nisba = first_hit(line.surface.hits_between(token.start, token.start + 4), "nisba")
        if nisba is not None and nisba.prefix == "وال" and _touches(line, earlier, token):
            return found._replace(speakers=(*earlier.members, *found.speakers), start=earlier.left), earlier
    if token.text == '"' or token.text in words("media") or token.text in words("body_nouns"):
        return found._replace(start=token.start), mention
    return None


def _touches(line: Line, earlier: Mention, token: Token) -> bool:
    return not line.text[earlier.end : token.start].strip(' "،')


def _anchored(line: Line, start: int, mention: Mention) -> bool:
    """Whether a clause begins where the subject does: after a mark, "كان", "أن" …; after "سبق لـ" as well."""
    before = line.before(start)
    if mention.prefix in ("ل", "لل", "ب"):
        return mention.prefix != "ب" and before is not None and before.text in words("after_it_to")
    return before is None or before.text in "،,؛;:.!-" or before.text in words("before_subject")


def _from_start(line: Line, floor: Floor, hit: Hit) -> Subject | None:
    """Return the subject read from where the clause begins: "أن الجانب السوري اقترح"."""
    tokens = line.tokens(line.sentence.start, hit.left)[-_FARTHEST_START:]
    start = line.sentence.start if not tokens or tokens[0].start == line.sentence.start else None
    for token in tokens:
        if token.text in words("before_subject"):
            start = token.end
    if start is None:
        return None
    found = known_at(line, floor, start, hit.left)
    if found is None or not found.speakers or not _leads_on(line, line.tokens(found.end, hit.left)):
        return None
    return found
