"""Memberships: a state belongs to an organisation. Example: "عضوية أوزبكستان في منظمة التعاون الإسلامي".

Three constructions: a word of membership between states and organisations; joining (انضمت … إلى …); and an
organisation that is spelt out by its states ("تضم …", "مكون من …", a bracketed list).
"""

from functools import cache

import msgspec

from marsad.extraction.clauses import cue, cues
from marsad.extraction.document import Document
from marsad.knowledge.lexicon import Hit
from marsad.knowledge.table import table
from marsad.language.sentences import Sentence
from marsad.model.claims import Claim, Membership
from marsad.model.report import Span
from marsad.model.vocabulary import MembershipStatus

_FARTHEST = 110
_NEAR = 60


class _Group(msgspec.Struct, frozen=True):
    """Organisations that stand together in the text, and where."""

    codes: tuple[str, ...]
    start: int
    end: int


def find(document: Document) -> list[Claim]:
    """Return one membership for each state and organisation of each place that tells of it."""
    found: list[Claim] = []
    seen: set[tuple[str, str, int]] = set()
    for sentence in document.surface.sentences:
        for claim in _of_sentence(document, sentence):
            key = (claim.state, claim.organisation, claim.evidence[0].start)
            if key not in seen:
                seen.add(key)
                found.append(claim)
    return found


def _of_sentence(document: Document, sentence: Sentence) -> list[Membership]:
    found: list[Membership] = []
    for hit in cues(document, "memberships", sentence.start, sentence.end):
        role = cue(hit.key)["role"]
        if role == "belongs" or (role == "present" and _among_clubs(document, sentence, hit)):
            found += _belonging(document, sentence, hit)
        elif role == "comprises":
            found += _comprising(document, sentence, hit)
    return found + _bracketed(document, sentence)


def _belonging(document: Document, sentence: Sentence, hit: Hit) -> list[Membership]:
    """"عضوية البلدين في …", "إيران عضو في …", "انضمام الصين إلى …", "حضور … في المنظمات مثل …"."""
    group = _organisations(document, hit.end, min(sentence.end, hit.end + _FARTHEST))
    if group is None:
        return []
    states, start = _members(document, sentence, hit, group)
    status: MembershipStatus = _status(document, hit, group)
    return [_claim(document, state, code, status, Span(start, group.end)) for state in states for code in group.codes]


def _among_clubs(document: Document, sentence: Sentence, hit: Hit) -> bool:
    """"حضور البلدين في المنظمات الإقليمية مثل …": being present counts where a word for clubs follows."""
    end = min(sentence.end, hit.end + _FARTHEST)
    return any(cue(other.key)["role"] == "clubs" for other in cues(document, "memberships", hit.end, end))


def _organisations(document: Document, start: int, end: int) -> _Group | None:
    """Return the organisations in a row within ``[start, end)``; a list ends where something else comes between."""
    hits = [h for h in document.surface.hits_between(start, end) if h.kind in ("org", "org?") and _is_club(h.key)]
    if not hits:
        return None
    row = [hits[0]]
    for hit in hits[1:]:
        gap = document.surface.tokens.between(row[-1].end, hit.left)
        if len(gap) > 3 or any(t.text in ".؛:" for t in gap):
            break
        row.append(hit)
    return _Group(tuple(dict.fromkeys(h.key for h in row)), row[0].left, row[-1].end)


@cache
def _is_club(code: str) -> bool:
    """Whether an organisation has states for members."""
    row = table().files["organisations"]["organisations"].get(code, {})
    return row.get("kind") in ("intergovernmental", "agency") and not row.get("state")


def _members(document: Document, sentence: Sentence, hit: Hit, group: _Group) -> tuple[list[str], int]:
    """Return the states said to belong and where the evidence begins: those after the word, else before it."""
    after = [m for m in document.cast.between(hit.end, group.start) if m.kind in ("state", "group")]
    if after:
        return list(dict.fromkeys(p.state for m in after for p in m.members if p.state)), hit.left
    before = [m for m in document.cast.between(max(sentence.start, hit.left - _NEAR), hit.left) if m.kind in ("state", "group")]
    if hit.feature == "noun.own":
        before = before[-1:]
    states = list(dict.fromkeys(p.state for m in before for p in m.members if p.state))
    return states, hit.left if hit.feature == "noun.own" or not before else before[0].left


def _status(document: Document, hit: Hit, group: _Group) -> MembershipStatus:
    for other in cues(document, "memberships", hit.start, group.end + 30):
        slots = cue(other.key)
        if slots["role"] == "status":
            return slots["status"]  # type: ignore[return-value]  # the knowledge's linter holds the vocabulary
    return cue(hit.key).get("status", "member")  # type: ignore[return-value]


def _comprising(document: Document, sentence: Sentence, hit: Hit) -> list[Membership]:
    """"قمة السبع وتضم ألمانيا وكندا …": the states after the word belong to the organisation before it."""
    before = document.surface.hits_between(max(sentence.start, hit.left - _FARTHEST), hit.left)
    clubs = [h for h in before if h.kind in ("org", "org?") and _is_club(h.key)]
    states = _row_of_states(document, hit.end, sentence.end)
    if not clubs or len(states) < 2:
        return []
    span = Span(clubs[-1].left, states[-1][1])
    return [_claim(document, state, clubs[-1].key, "member", span) for state, _ in states]


def _bracketed(document: Document, sentence: Sentence) -> list[Membership]:
    """"دول بريكس (البرازيل وروسيا …)": a list of states in brackets right behind the organisation."""
    found: list[Membership] = []
    for hit in document.surface.hits_between(sentence.start, sentence.end):
        if hit.kind not in ("org", "org?") or not _is_club(hit.key):
            continue
        token = document.surface.tokens.after(hit.end)
        if token is None or token.text != "(":
            continue
        states = _row_of_states(document, token.end, sentence.end)
        if len(states) >= 2:
            span = Span(hit.left, states[-1][1])
            found += [_claim(document, state, hit.key, "member", span) for state, _ in states]
    return found


def _row_of_states(document: Document, start: int, end: int) -> list[tuple[str, int]]:
    """Return the states that stand in an unbroken list from ``start`` on, each with where it ends."""
    row: list[tuple[str, int]] = []
    at = start
    for mention in document.cast.between(start, end):
        gap = document.text[at : mention.left].strip(" ،,و")
        if mention.kind != "state" or len(gap) > 8 or mention.participant.state is None:
            break
        row.append((mention.participant.state, mention.end))
        at = mention.end
    return row


def _claim(document: Document, state: str, code: str, status: MembershipStatus, span: Span) -> Membership:
    return Membership(
        evidence=(document.surface.evidence(span.start, span.end),),
        by=document.speaker(span.start),
        extractor="memberships/belongs",
        state=state,
        organisation=code,
        status=status,
    )
