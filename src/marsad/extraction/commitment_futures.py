"""Futures that bind: "سنعمل", "ستقدم كندا", "بلاده لن تتراجع", and duties laid on a party: "على الأطراف أن".

The subject must be one who can bind themselves: in a mouth the speaker's own side, in the report's own voice
a state, a body or a person. Example: "وستواصل كندا المساعدات" is a pledge; "ستوفر الزيارة فرصا" is none.
"""

import re
from functools import cache

from marsad.extraction.clauses import words
from marsad.extraction.commitment_actors import WORDS, Actor, actor_before
from marsad.extraction.commitment_binding import bound, own_side_before
from marsad.extraction.commitment_plans import meets_only, was
from marsad.extraction.commitment_subjects import doer, own_side
from marsad.extraction.commitment_triggers import Bond, Trigger, is_deed
from marsad.extraction.document import Document
from marsad.extraction.speech import Utterance
from marsad.folding import fold_word
from marsad.knowledge.table import table
from marsad.language.tokens import Token
from marsad.model.claims import Participant
from marsad.model.vocabulary import Act

_FIRST = re.compile("^[وف]?س[نا][^\\W\\d]{3,}$")
#: How many words behind "على" are looked at.
_BEHIND = 7
_DEED_WITHIN = 3


def does(trigger: Trigger) -> Bond | None:
    """Read "ستقدم كندا منحة", "الشركة التي ستشتري", "بلاده سوف تدعم": a pledge by who will do it."""
    if not (trigger.hit.prefix.endswith("س") or trigger.follows("future_particles")):
        return None
    if trigger.name == "passive":
        return _passive(trigger)
    if meets_only(trigger):
        return None
    act: Act = "target" if trigger.name == "achieves" else "pledge"
    actor, by = doer(trigger, told=False, carried=False)
    if trigger.name == "discussed":
        return _suffered(trigger) if actor is None else None
    if trigger.name == "does_deed" and not _deed_behind(trigger, actor):
        return None
    if actor is not None and actor is not trigger.last:
        return None if was(trigger, actor) else trigger.bond(by, actor=actor, act=act)
    own = own_side(trigger, pronoun=trigger.name != "does_too") or by
    if own or trigger.name != "suffers":
        return trigger.bond(own, actor=actor, act=act)
    return _suffered(trigger)


def _deed_behind(trigger: Trigger, actor: Actor | None) -> bool:
    """Whether a deed follows: "ستقوم بشراء" binds, "سيقوم بزيارة" tells of an encounter."""
    tokens = [token.text for token in trigger.after(_DEED_WITHIN, behind=actor)]
    if any(token in words(WORDS, "encounters_to_come") for token in tokens):
        return False
    return any(is_deed(token) or is_deed(token.removeprefix("ب")) for token in tokens)


def _suffered(trigger: Trigger) -> Bond | None:
    """Read "التعرفة ستطبق": a thing before the verb, no object behind, in a mouth that speaks for a state."""
    before, behind = trigger.before(), trigger.after(1)
    passive = words(WORDS, "after_passive") | words("attribution", "prepositions")
    if behind and behind[0].is_word and behind[0].text not in passive:
        return None
    if not before or trigger.follows("openers") or trigger.follows("pronouns"):
        return None
    stated = any(p.state for p in trigger.speakers) and trigger.person in ("3ms", "3fs")
    return trigger.bond(trigger.speakers) if stated else None


def _passive(trigger: Trigger) -> Bond | None:
    """Read "سيتم توسيع الميناء" in a mouth that speaks for a state."""
    done = any(is_deed(token.text) for token in trigger.after(1))
    return trigger.bond(trigger.speakers) if done and any(p.state for p in trigger.speakers) else None


# -- words that no list holds ------------------------------------------------------------------------------


def by_form(document: Document, utterance: Utterance) -> list[Bond]:
    """Return what the form of a word makes in somebody's mouth: first persons, لن, "على الأطراف أن"."""
    found: list[Bond] = []
    tokens = document.surface.tokens.between(utterance.content, utterance.end)
    by = utterance.speakers
    never, upon = words(WORDS, "never"), words(WORDS, "upon")
    depends = words(WORDS, "what") | words(WORDS, "relatives")
    for index, token in enumerate(tokens):
        if token.text in never:
            rest = tokens[index + 1 : index + 2]
            if rest and _will_not(document, token, rest[0]):
                found.append(_of_form("refusal", token, by, "negated-future"))
        elif _first_person(document, token) and not (index and tokens[index - 1].text in depends):
            found.append(_of_form("pledge", token, by, "future-first-person"))
        elif token.text in upon:
            rest = tokens[index + 1 : index + 1 + _BEHIND]
            if not _lays_duty(document, token, tokens[:index], rest):
                continue
            to = _charged(document, rest)
            found.append(Bond(act="call", start=token.start, by=by, rule="duty-of", to=to))
    return found


def _of_form(act: Act, token: Token, by: tuple[Participant, ...], rule: str) -> Bond:
    return Bond(act=act, start=token.start, by=by, rule=rule, finite=True)


def _will_not(document: Document, negation: Token, verb: Token) -> bool:
    """Whether the speaker's own side will not do it: "لن نقبل", "بلاده لن تسمح"; "لن تكون" is no refusal."""
    if verb.text[0] in "نا":
        return verb.text not in words(WORDS, "not_refused")
    stems = words(WORDS, "not_done")
    stem = verb.text[1:].removesuffix("وا").removesuffix("ه").removesuffix("ها")
    if verb.text[0] not in "يت" or (stem not in stems and verb.text[1:] not in stems):
        return False
    return own_side_before(document, negation.start) or _is_own(document, negation) or stem == "تم"


def _is_own(document: Document, token: Token) -> bool:
    """Whether a participant of the speaker's own side is the subject in front of a word."""
    sentence, utterance = document.surface.sentence_at(token.start), document.said(token.start)
    if sentence is None or utterance is None:
        return False
    actor = actor_before(document, sentence, token.start, "")
    return actor is not None and bound(utterance, actor, told=False) == utterance.speakers


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


def _lays_duty(document: Document, token: Token, before: list[Token], rest: list[Token]) -> bool:
    """Whether على opens a clause, with a party behind it and then أن or a deed: "إن على كندا أن"."""
    joined = token.text.startswith(("و", "ف"))
    opens = joined or not before or before[-1].text in words(WORDS, "before_duty")
    if not opens or len(rest) < 2:
        return False
    mention = document.cast.at(rest[0].start)
    if mention is None:
        everybody = rest[0].text in words(WORDS, "everybody")
        return everybody and any(_obliges(token) for token in rest[1:4])
    behind = [token for token in rest[1:] if token.start >= mention.end]
    return bool(behind) and _obliges(behind[0])


def _obliges(token: Token) -> bool:
    return token.text == "ان" or is_deed(token.text)


def _charged(document: Document, rest: list[Token]) -> Participant | None:
    mention = document.cast.at(rest[0].start)
    return mention.participant if mention is not None else None
