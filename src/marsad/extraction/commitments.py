"""Commitments: pledges, readiness, hopes, proposals, calls, targets, invitations, refusals.

Within what somebody says, modal words make the act ("يجب", "نأمل", "مستعدون", "سنعمل"); in the report's own
voice, a state's aims and plans do ("تسعى مصر إلى"). Example: "وأكد الوزير ضرورة تفعيل اللجنة" → a call.
"""

import re
from functools import cache

from marsad.extraction.clauses import cue, cues, words
from marsad.extraction.document import Document
from marsad.extraction.sectors import parties, sectors
from marsad.extraction.speech import Utterance
from marsad.knowledge.lexicon import Hit
from marsad.knowledge.table import table
from marsad.language.folding import fold_word
from marsad.language.sentences import Sentence
from marsad.language.tokens import Token
from marsad.model.claims import Claim, Commitment, Participant
from marsad.model.vocabulary import Act

_FUTURE_FIRST = re.compile("^[وف]?س[نا][^\\W\\d]{3,}$")
_FUTURE_THIRD = re.compile("^[وف]?س[يت][^\\W\\d]{2,}$")
_INVITING = ("demand", "invite")


def find(document: Document) -> list[Claim]:
    """Return the commitments of a report; of one act in one utterance only one."""
    found: list[Claim] = []
    for utterance in document.speech.utterances:
        if not utterance.headline:
            found += _of_utterance(document, utterance)
    for sentence in document.surface.sentences:
        if not document.surface.in_headline(sentence.start):
            found += _of_sentence(document, sentence)
    return found


# -- in somebody's mouth -----------------------------------------------------------------------------


def _of_utterance(document: Document, utterance: Utterance) -> list[Commitment]:
    acts: dict[str, tuple[Act, int, str]] = {}
    for act, at, rule in _acts(document, utterance):
        acts.setdefault(act, (act, at, rule))
    return [
        _claim(document, act, start=at, end=utterance.end, by=utterance.speakers, rule=rule)
        for act, at, rule in acts.values()
    ]


def _acts(document: Document, utterance: Utterance) -> list[tuple[Act, int, str]]:
    found: list[tuple[Act, int, str]] = []
    invited = _invitation(document, utterance)
    if utterance.verb in _INVITING and invited is not None:
        found.append(("invitation", utterance.start, "invites"))
    elif utterance.verb in ("demand", "hope", "promise", "propose"):
        act: Act = {"demand": "call", "hope": "hope", "promise": "pledge", "propose": "proposal"}[utterance.verb]  # type: ignore[assignment]
        found.append((act, utterance.start, f"verb-{utterance.verb}"))
    for hit in cues(document, "commitments", utterance.start, utterance.end):
        slots = cue(hit.key)
        if slots["role"] in ("states", "intends", "refuses") or (
            slots["role"] == "importance" and _action_follows(document, hit)
        ):
            found.append((slots["act"], hit.left, hit.key.split("/")[1]))  # type: ignore[arg-type]
    found += _futures(document, utterance)
    return found


def _invitation(document: Document, utterance: Utterance) -> Hit | None:
    hits = cues(document, "commitments", utterance.start, utterance.end)
    return next((hit for hit in hits if cue(hit.key)["role"] == "invites"), None)


@cache
def _action_nouns() -> frozenset[str]:
    return frozenset(map(fold_word, table().files["cues/commitments"]["action_nouns"]))


def _action_follows(document: Document, hit: Hit) -> bool:
    token = document.surface.tokens.after(hit.end)
    return token is not None and token.text in _action_nouns()


def _futures(document: Document, utterance: Utterance) -> list[tuple[Act, int, str]]:
    """"سنعمل", "سوف نواصل", "بلاده ستقدم": a pledge; "لن نتراجع": a refusal."""
    found: list[tuple[Act, int, str]] = []
    tokens = document.surface.tokens.between(utterance.content, utterance.end)
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.text in ("لن", "ولن"):
            found.append(("refusal", token.start, "negated-future"))
        elif _is_future(token, _FUTURE_FIRST) and _first_person(document, token):
            found.append(("pledge", token.start, "future-first-person"))
        elif (_is_future(token, _FUTURE_THIRD) or token.text == "سوف") and _own(document, utterance, token, before):
            found.append(("pledge", token.start, "future-own-country"))
    return found


@cache
def _no_future() -> tuple[str, ...]:
    return tuple(map(fold_word, table().files["cues/commitments"]["no_future"]))


def _is_future(token: Token, pattern: re.Pattern[str]) -> bool:
    bare = token.text[1:] if token.text[0] in "وف" else token.text
    return pattern.match(token.text) is not None and not bare.startswith(_no_future())


def _first_person(document: Document, token: Token) -> bool:
    """س + ن is "we shall"; س + أ only where the hamza is written, since سا begins many nouns."""
    bare = token.text.lstrip("وف")
    if bare.startswith("سن"):
        return True
    span = document.surface.folded.original(token.start, token.end)
    return "سأ" in document.report.text[span.start : span.end]


def _own(document: Document, utterance: Utterance, token: Token, before: Token | None) -> bool:
    """Whether the verb's subject is the speaker's own side: "بلاده ستواصل", "روسيا ستقدم" by a Russian."""
    if before is not None and before.text in words("cues/commitments", "own_country"):
        return True
    near = [m for m in document.cast.between(max(utterance.content, token.start - 40), token.start) if m.end < token.start]
    own = {p.state for p in utterance.speakers}
    return bool(near) and near[-1].participant.state in own and near[-1].prefix in ("", "و", "ف") and (
        token.start - near[-1].end < 20
    )


# -- in the report's own voice -------------------------------------------------------------------------


def _of_sentence(document: Document, sentence: Sentence) -> list[Commitment]:
    found: list[Commitment] = []
    for hit in cues(document, "commitments", sentence.start, sentence.end):
        slots = cue(hit.key)
        if document.said(hit.left) is not None or slots["role"] not in ("intends", "refuses"):
            continue
        by = _actor(document, sentence, hit)
        if by:
            found.append(
                _claim(document, slots["act"], start=hit.left, end=sentence.end, by=by, rule=hit.key.split("/")[1])  # type: ignore[arg-type]
            )
    return found


def _actor(document: Document, sentence: Sentence, hit: Hit) -> tuple[Participant, ...]:
    """The participant right after the word ("تسعى مصر إلى") or, with the verb behind it, right before."""
    after = document.cast.between(hit.end, hit.end + 3)
    if after and not after[0].prefix:
        return after[0].members
    before = [m for m in document.cast.before(hit.left) if m.start >= sentence.start]
    if before and hit.left - before[-1].end < 12:
        return before[-1].members
    return ()


def _claim(
    document: Document, act: Act, *, start: int, end: int, by: tuple[Participant, ...], rule: str
) -> Commitment:
    own = [p.state for p in by if p.state]
    view = list(dict.fromkeys([*own, *parties(document, start, end)]))
    return Commitment(
        evidence=(document.surface.evidence(start, end),),
        by=by[0],
        by_also=by[1:],
        extractor=f"commitments/{rule}",
        act=act,
        parties=tuple(view),
        sectors=sectors(document, start, end),
        deadline=None,
    )
