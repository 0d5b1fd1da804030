"""Statements: what somebody is reported to have said. Example: "وأكد الوزير أن المشروع سيكتمل" → stress."""

from functools import cache

from marsad.extraction.document import Document
from marsad.extraction.speech import Utterance
from marsad.folding import fold_word
from marsad.knowledge.table import table
from marsad.model.claims import Claim, Participant, Statement
from marsad.model.vocabulary import SpeechVerb

_SHORTEST = 12
#: Within how many tokens the noun stands that tells the act of speech more finely.
_NEAR_VERB = 18


def find(document: Document) -> list[Claim]:
    """Return a statement for every utterance."""
    return [_statement(document, u) for u in document.speech.utterances if u.end - u.start >= _SHORTEST]


def _statement(document: Document, utterance: Utterance) -> Statement:
    return Statement(
        evidence=(document.surface.evidence(utterance.start, utterance.end),),
        by=utterance.speaker,
        by_also=utterance.speakers[1:],
        extractor=f"statements/{'headline' if utterance.headline else 'verb'}",
        verb=_verb(document, utterance),
        direct=utterance.direct,
        headline=utterance.headline,
        to=_to(document, utterance),
        topic=_topic(document, utterance),
    )


def _to(document: Document, utterance: Utterance) -> Participant | None:
    """Return whom the report names as addressed, between verb and content: "قال الوزير لنظيره إن"."""
    for mention in document.cast.between(utterance.start, utterance.content):
        if mention.prefix in ("ل", "لل") and not any(who in utterance.speakers for who in mention.members):
            return mention.participant
    return None


@cache
def _refinements(verb: str | None) -> dict[str, SpeechVerb]:
    refine: dict[str, dict[SpeechVerb, list[str]]] = table().files["verbs"]["refine"]
    return {fold_word(noun): finer for finer, nouns in refine.get(verb or "", {}).items() for noun in nouns}


def _verb(document: Document, utterance: Utterance) -> SpeechVerb | None:
    """Return the act of speech, told more finely by a noun near the verb: "أعرب عن أمله" is a hope."""
    finer = _refinements(utterance.verb)
    if not finer:
        return utterance.verb
    for token in document.surface.tokens.between(utterance.start, utterance.end)[:_NEAR_VERB]:
        for word in (token.text, token.text[1:]):
            if word in finer:
                return finer[word]
    return utterance.verb


def _topic(document: Document, utterance: Utterance) -> tuple[str, ...]:
    """States and organisations that the content names, other than the speakers' own."""
    own = {code for p in utterance.speakers for code in (p.state, p.organisation)}
    found: list[str] = []
    for mention in document.cast.between(utterance.content, utterance.end):
        for member in mention.members:
            code = member.state if mention.kind != "organisation" else (member.organisation or member.state)
            if code and code not in own and code not in found:
                found.append(code)
    return tuple(found)
