"""What the form of a word binds to in somebody's mouth, whatever the verb: "سنعمل", "بلاده ستفعل", "لن نقبل".

Besides, duties laid on a party or on all: "على الأطراف أن", "علينا أن". Example: in "قال الوزير العماني إن
بلاده سترعى الحوار وإن على الطرفين أن يهدآ" there are a pledge and a call.
"""

import re
from functools import cache

from marsad.extraction.clauses import words
from marsad.extraction.commitment_actors import WORDS, actor_before, actor_behind
from marsad.extraction.commitment_binding import bound, own_side_before, own_side_behind, passes_on
from marsad.extraction.commitment_triggers import Bond, is_deed
from marsad.extraction.document import Document
from marsad.extraction.speech import Utterance
from marsad.folding import fold_word
from marsad.knowledge.table import table
from marsad.language.tokens import Token
from marsad.model.vocabulary import Act

_FIRST = re.compile("^[وف]?س[نا][^\\W\\d]{3,}$")
_THIRD = re.compile("^[وف]?س[يت]([^\\W\\d]{3,})$")
_OBJECTS = ("هما", "هم", "ها", "ه", "وا", "ون", "ان")
#: How many words behind "على" are looked at.
_BEHIND = 7
#: How many words before a verb one may stand that makes it only likely.
_LIKELY_WITHIN = 2
#: How many words into what is said the pronoun stands that means the speaker: "إنه سيفعل".
_SELF_WITHIN = 2


def by_form(document: Document, utterance: Utterance, read: frozenset[int]) -> list[Bond]:
    """Return what the forms of words make in somebody's mouth.

    ``read`` holds where futures begin that a rule for their verb has read already, folded offsets.
    """
    found: list[Bond] = []
    tokens = document.surface.tokens.between(utterance.content, utterance.end)
    for index, token in enumerate(tokens):
        if token.text in words(WORDS, "never"):
            found += _denied(document, utterance, tokens, index)
        elif token.text in words(WORDS, "not_now"):
            found += _unwilling(document, utterance, tokens, index)
        elif token.text in words(WORDS, "upon"):
            found += _duty_of(document, utterance, tokens, index)
        elif token.text in words(WORDS, "upon_us") or token.text in words(WORDS, "upon_them"):
            found += _duty_on(utterance, tokens, index)
        elif _first_future(document, tokens, index):
            found.append(_bond("pledge", token, utterance, "future-first-person"))
        elif token.start not in read and _own_future(document, utterance, tokens, index):
            found.append(_bond("pledge", token, utterance, "future-own-side"))
    return found


def _bond(act: Act, token: Token, utterance: Utterance, rule: str) -> Bond:
    return Bond(act=act, start=token.start, by=utterance.speakers, rule=rule, finite=True)


# -- denied futures ----------------------------------------------------------------------------------------


def _denied(document: Document, utterance: Utterance, tokens: list[Token], index: int) -> list[Bond]:
    """Read "لن نقبل", "بلاده لن تسمح": a refusal; "لن ندخر جهدا" is a pledge."""
    if index + 1 == len(tokens):
        return []
    negation, verb = tokens[index], tokens[index + 1]
    if verb.text in words(WORDS, "will_not_spare"):
        return [_bond("pledge", negation, utterance, "will-not-spare")]
    if not _will_not(document, utterance, tokens, index):
        return []
    promised = _stem(verb.text[1:]) in words(WORDS, "pledged_not")
    return [_bond("pledge" if promised else "refusal", negation, utterance, "negated-future")]


def _unwilling(document: Document, utterance: Utterance, tokens: list[Token], index: int) -> list[Bond]:
    """Read "لا نقبل", "إن كندا لا تقبل أي قيود": a refusal by the speaker's own side."""
    verb = tokens[index + 1].text if index + 1 < len(tokens) else ""
    if verb not in words(WORDS, "not_accepted"):
        return []
    if verb[0] not in "نا" and not _self(document, utterance, tokens, index):
        return []
    return [_bond("refusal", tokens[index], utterance, "unwilling")]


def _will_not(document: Document, utterance: Utterance, tokens: list[Token], index: int) -> bool:
    """Whether the speaker's own side will not do it; "لن تكون" is no refusal."""
    negation, verb = tokens[index], tokens[index + 1]
    if verb.text[0] in "نا":
        return verb.text not in words(WORDS, "not_refused")
    if verb.text[0] not in "يت" or len(verb.text) < 4:
        return False
    stem = _stem(verb.text[1:])
    if stem == "تم":
        return True
    if stem in words(WORDS, "not_done"):
        return own_side_before(document, negation.start) or _is_own(document, utterance, negation)
    return stem not in words(WORDS, "no_deeds") and _self(document, utterance, tokens, index)


def _stem(verb: str) -> str:
    """Return a verb without first letter and object pronoun: "ستقبلهم" → "ستقبل"."""
    for ending in _OBJECTS:
        if verb.endswith(ending) and len(verb) > len(ending) + 2:
            return verb.removesuffix(ending)
    return verb


# -- futures -----------------------------------------------------------------------------------------------


def _first_future(document: Document, tokens: list[Token], index: int) -> bool:
    """Whether a first person will do it: "سنعمل", "سوف نعمل"; not in "ما سنفعله", "ربما سأنسحب"."""
    led = index > 0 and tokens[index - 1].text in words(WORDS, "future_particles")
    if not led and _FIRST.match(tokens[index].text) is None:
        return False  # Asked of every word of every utterance: nearly all end here.
    before = [token.text for token in tokens[max(0, index - _LIKELY_WITHIN) : index]]
    if before and before[-1] in words(WORDS, "what") | words(WORDS, "relatives"):
        return False
    if words(WORDS, "likely").intersection(before):
        return False
    token = tokens[index]
    if led:
        first = _first_letter(document, token) in ("ن", "أ")
        return first and not ("س" + token.text).startswith(_no_future())
    return _first_person(document, token)


def _first_letter(document: Document, token: Token) -> str:
    span = document.surface.folded.original(token.start, token.start + 1)
    return document.report.text[span.start : span.start + 1]


@cache
def _no_future() -> tuple[str, ...]:
    return tuple(map(fold_word, table().files[WORDS]["no_future"]))


def _first_person(document: Document, token: Token) -> bool:
    """س + ن is "we shall"; س + أ only where the hamza is written, since سا begins many nouns."""
    if _FIRST.match(token.text) is None:
        return False
    bare = token.text[1:] if token.text[0] in "وف" else token.text
    if bare.startswith(_no_future()):
        return False
    if bare.startswith("سن"):
        return True
    span = document.surface.folded.original(token.start, token.end)
    return "سأ" in document.report.text[span.start : span.end]


def _own_future(document: Document, utterance: Utterance, tokens: list[Token], index: int) -> bool:
    """Whether the speaker's own side will do it: "إنه سيستقبلهم", "بلاده سترعى"."""
    match = _THIRD.match(tokens[index].text)
    if match is None or tokens[index].text.lstrip("وف").startswith(_no_third()):
        return False
    before = {token.text for token in tokens[max(0, index - _LIKELY_WITHIN) : index]}
    unbinding = words(WORDS, "no_deeds") | words(WORDS, "meets")
    if words(WORDS, "likely") & before or {match[1], _stem(match[1])} & unbinding:
        return False
    meeting = words(WORDS, "encounters_to_come")
    if any(token.text in meeting for token in tokens[index + 1 : index + 1 + _LIKELY_WITHIN]):
        return False
    return _self(document, utterance, tokens, index)


@cache
def _no_third() -> tuple[str, ...]:
    return tuple(map(fold_word, table().files[WORDS]["no_third_future"]))


def _self(document: Document, utterance: Utterance, tokens: list[Token], index: int) -> bool:
    """Whether the speaker or their side is the subject before a verb; a pronoun only where speech begins."""
    if passes_on(utterance):
        return False
    position = tokens[index].start
    if own_side_before(document, position, pronoun=False) or _is_own(document, utterance, tokens[index]):
        return True
    if _is_own_behind(document, utterance, tokens, index):
        return True
    if index > _SELF_WITHIN or not own_side_before(document, position):
        return False
    before = document.surface.tokens.between(utterance.start, position)[-_SELF_WITHIN:]
    feminine = any(token.text.endswith("ها") for token in before)
    return not feminine or _is_feminine(document, utterance)


def _is_own_behind(document: Document, utterance: Utterance, tokens: list[Token], index: int) -> bool:
    """Whether the subject right behind a verb is of the speaker's own side: "سيفي برلماننا", "ستفي كندا"."""
    if own_side_behind(document, tokens[index].end):
        return True
    if tokens[index].text.endswith(("ون", "ان")):
        return False
    actor = actor_behind(document, utterance.sentence, tokens[index].end, "")
    return actor is not None and bound(utterance, actor, told=False) == utterance.speakers


def _is_feminine(document: Document, utterance: Utterance) -> bool:
    """Whether the verb of speaking is feminine: "قالت إنها"."""
    verb = document.surface.tokens.between(utterance.start, utterance.content)[:1]
    return bool(verb) and (verb[0].text.endswith("ت") or verb[0].text.lstrip("وف").startswith("ت"))


def _is_own(document: Document, utterance: Utterance, token: Token) -> bool:
    """Whether a participant of the speaker's own side is the subject in front of a word."""
    actor = actor_before(document, utterance.sentence, token.start, "")
    return actor is not None and bound(utterance, actor, told=False) == utterance.speakers


# -- duties ------------------------------------------------------------------------------------------------


def _duty_of(document: Document, utterance: Utterance, tokens: list[Token], index: int) -> list[Bond]:
    """Read "على الأطراف أن", "على كندا احترام الاتفاق"."""
    rest = tokens[index + 1 : index + 1 + _BEHIND]
    if not _opens(utterance, tokens, index) or not _lays_duty(document, rest):
        return []
    mention = document.cast.at(rest[0].start)
    to = mention.participant if mention is not None else None
    return [Bond(act="call", start=tokens[index].start, by=utterance.speakers, rule="duty-of", to=to)]


def _opens(utterance: Utterance, tokens: list[Token], index: int) -> bool:
    """Whether a clause begins with على: not in "اقترح على كندا"."""
    if tokens[index].text.startswith(("و", "ف")):
        return True
    if index == 0:
        return utterance.verb not in words(WORDS, "asked_of")
    return tokens[index - 1].text in words(WORDS, "before_duty")


def _lays_duty(document: Document, rest: list[Token]) -> bool:
    """Whether a party stands behind على, and then أن or a deed."""
    if len(rest) < 2:
        return False
    mention = document.cast.at(rest[0].start)
    if mention is None:
        everybody = rest[0].text in words(WORDS, "everybody")
        return everybody and any(_obliges(token) for token in rest[1:4])
    behind = [token for token in rest[1:] if token.start >= mention.end]
    return bool(behind) and _obliges(behind[0])


def _obliges(token: Token) -> bool:
    return token.text in words(WORDS, "that_clause") or is_deed(token.text)


def _duty_on(utterance: Utterance, tokens: list[Token], index: int) -> list[Bond]:
    """Read "علينا أن نتحرك", "وعليهم السماح له بالعودة"."""
    token = tokens[index]
    rest = [t for t in tokens[index + 1 : index + 3] if t.text not in words(WORDS, "beside_duty")]
    if not rest or not _obliges(rest[0]):
        return []
    us = token.text in words(WORDS, "upon_us")
    return [_bond("call", token, utterance, "duty-on")] if us or _opens(utterance, tokens, index) else []
