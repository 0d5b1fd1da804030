"""Speech without a reporting verb of its own: "X: …", "بحسب X", "كما أعلن X", "نقلت الوكالة عن X قوله".

A source told after the content covers the sentence up to it; told first ("وبحسب البيان، فإن …") what follows.
"""

from marsad.extraction.speech_content import Trigger
from marsad.extraction.speech_floor import Floor, Subject, mark_of
from marsad.extraction.speech_line import Line, words
from marsad.extraction.speech_subjects import indirect, joint, known_at, subject_at
from marsad.knowledge.lexicon import Hit
from marsad.language.tokens import Token
from marsad.model.claims import Participant

#: How many words may stand between a participant and the colon behind it in a headline.
_FARTHEST_COLON = 9
_SHORTEST_HEADLINE_QUOTE = 2
#: How many words may stand between "بحسب" and the source's name.
_FARTHEST_SOURCE = 4
_FARTHEST_FROM = 14


# -- colons -------------------------------------------------------------------------------------------


def colon(line: Line, floor: Floor) -> Trigger | None:
    """Return the speech of "رئيس الوزراء: …", in headlines also "… لنظيره: …", "… مستقبلا الوفد: …"."""
    start = line.skip(line.sentence.start, "colon_openers")
    stop = _colon_after(line, start)
    if stop is None:
        return _quoting_headline(line, floor, start) if line.headline else None
    subject = known_at(line, floor, start, stop.start)
    if subject is None or not (subject.speakers or line.headline):
        return None
    if not subject.speakers:
        subject = subject._replace(speakers=(Participant(organisation="reports"),))
    between = [t for t in line.tokens(subject.end, stop.start) if t.is_word]
    if between and not (line.headline and _leads_to_colon(between[0])):
        return None
    if not (line.headline or subject.speakers[0].person or subject.speakers[0].office):
        return None
    return Trigger(
        start=line.sentence.start,
        key=stop.start,
        content=stop.end,
        speakers=subject.speakers,
        verb="say",
        person=mark_of("", subject.speakers),
    )


def _quoting_headline(line: Line, floor: Floor, start: int) -> Trigger | None:
    """Return the speech of a headline that quotes right behind its speaker: "اليابان "لن تقبل" الرسوم"."""
    subject = known_at(line, floor, start, line.sentence.end)
    quote = next((q for q in line.quotes if subject is not None and 0 < q.start - subject.end <= 2), None)
    if subject is None or not subject.speakers or quote is None:
        return None
    if len(line.tokens(*quote)) < _SHORTEST_HEADLINE_QUOTE:
        return None
    return Trigger(start=start, key=subject.end, content=quote.start, speakers=subject.speakers, verb="say")


def _leads_to_colon(token: Token) -> bool:
    """Whether a word goes on from a speaker to a colon: one addressed or joined, or a word like "مستقبلا"."""
    return token.text in words("to_colon") or token.text.startswith(("ل", "و"))


def _colon_after(line: Line, start: int) -> Token | None:
    """Return the colon among the first words of a sentence, if no other mark stands before it."""
    for token in line.tokens(start, line.sentence.end)[: _FARTHEST_COLON + 4]:
        if token.text == ":":
            return token
        if token.text in "؛;.؟!":
            return None
    return None


# -- according to -----------------------------------------------------------------------------------------


def source(line: Line, floor: Floor, token: Token) -> tuple[Subject, int] | None:
    """Return the source that "بحسب", "وفقا لـ", "على حد قول" introduces at a token, and where it ends."""
    bare = token.text.removeprefix("و") if token.text not in words("according") else token.text
    following = line.after(token.end)
    if following is None:
        return None
    upon = bare in words("upon") and following.text in words("extent")
    stated = bare in words("stated") and following.text in words("stated_in")
    if not (bare in words("according") or upon or stated):
        return _manner(line, floor, token)
    position = token.end
    if upon or stated:
        position, following = following.end, line.after(following.end) or following
    if bare in words("as_reported"):
        return _reported(line, floor, token.end)
    if following.text in words("own_words"):
        return (Subject(floor.current, token.start, following.end), following.end) if floor.current else None
    if following.text in words("of_what"):
        return _reported(line, floor, following.end)
    for _ in range(_FARTHEST_SOURCE):
        found = _named(line, floor, position)
        if found is not None:
            return found, found.end
        following = line.after(position)
        if following is None or _strip(following.text) not in words("source_nouns"):
            return None
        position = following.end
    return None


def _named(line: Line, floor: Floor, position: int) -> Subject | None:
    """Return the source right behind a position, with "ل" in front or without."""
    token = line.after(position)
    while token is not None and token.text in ('"', "ل"):
        token = line.after(token.end)
    if token is None:
        return None
    near = [m for m in line.cast.between(token.start, token.start + 4) if m.left == token.start]
    if near and near[0].prefix in ("", "ل", "لل", "عن"):
        return joint(line, Subject(near[0].members, near[0].left, near[0].end), line.sentence.end)
    bare = Token(token.start, token.end, _strip(token.text))
    found = indirect(line, floor, bare, line.sentence.end)
    return found if found is not None and found.speakers else None


def _strip(word: str) -> str:
    """Return a noun without the preposition in front: "لصحيفة" → "صحيفة", "للبيان" → "البيان"."""
    if word.startswith("لل") and len(word) > 4:
        return "ال" + word[2:]
    return word[1:] if word.startswith("ل") and len(word) > 4 else word


def _reported(line: Line, floor: Floor, position: int) -> tuple[Subject, int] | None:
    """ "بحسب ما أعلنت الوزارة", "وفق ما نقلته الوكالة": the subject of the verb behind ما."""
    verb = line.after(position)
    if verb is None or not verb.is_word:
        return None
    found = _named(line, floor, line.skip(verb.end, "between"))
    return (found, found.end) if found is not None and found.speakers else None


def _manner(line: Line, floor: Floor, token: Token) -> tuple[Subject, int] | None:
    """ "… كما أعلن الوزير": "as he announced" only where nothing follows that he would have announced."""
    if token.text not in words("as"):
        return None
    verb = line.after(token.end)
    near = line.surface.hits_between(verb.start, verb.start + 3) if verb is not None else ()
    if verb is None or not any(hit.kind == "verb" and hit.left == verb.start for hit in near):
        return None
    found = _named(line, floor, verb.end)
    if found is None or not found.speakers:
        return None
    following = line.after(found.end)
    if following is not None and following.text == '"':
        following = line.after(following.end)
    closed = following is None or following.text in "،,.؛"
    return (found, found.end) if closed and line.before(token.start) is not None else None


# -- handed on --------------------------------------------------------------------------------------------


def handed_on(line: Line, floor: Floor, hit: Hit) -> Trigger | None:
    """ "ونقلت الوكالة عن الوزير قوله إن": the one behind "عن" speaks; none where no speech is handed on."""
    source_word = None
    first = line.after(hit.end)
    of_him = first is not None and first.text in words("handed_on_by") and bool(floor.current)
    for token in line.tokens(hit.end, line.sentence.end)[:_FARTHEST_FROM]:
        if of_him and token.text in words("own_words"):
            return _of_source(line, floor, hit, source_word=None, key=token)
        if source_word is None:
            source_word = token if token.text in words("handed_on") else None
            continue
        if token.text in words("own_words") or token.text in words("lead_in") or token.text == ":":
            return _of_source(line, floor, hit, source_word=source_word, key=token)
    return None


def _of_source(
    line: Line, floor: Floor, hit: Hit, *, source_word: Token | None, key: Token
) -> Trigger | None:
    if source_word is None:
        # "ونقلت عنه الوكالة قوله": whoever has the floor.
        found: Subject | None = Subject(floor.current, hit.end, hit.end)
    else:
        found = subject_at(line, floor, source_word.end, key.start)
    if found is None or not found.speakers:
        return None
    following = line.after(key.end)
    content = following.end if following is not None and following.text in words("lead_in") else key.end
    return Trigger(
        start=hit.left,
        key=key.end,
        content=content,
        speakers=found.speakers,
        verb="say",
        person=mark_of(_person_of(key.text), found.speakers),
        until=content,
    )


def _person_of(word: str) -> str:
    return {"ه": "3ms", "ا": "3fs", "م": "3mp"}.get(word[-1:], "")
