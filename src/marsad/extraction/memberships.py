"""Memberships: a state belongs to an organisation. Example: "عضوية أوزبكستان في منظمة التعاون الإسلامي".

The words for belonging each have their construction: عضوية with its state behind it, عضو with its state in
front, joining and leaving with either; lists of an organisation's states are in ``membership_lists``.
"""

import msgspec

from marsad.extraction.clauses import cue, cues
from marsad.extraction.document import Document
from marsad.extraction.membership_clubs import is_one, known_members
from marsad.extraction.membership_lists import bracketed, comprising, named_behind
from marsad.extraction.membership_words import Group, Lead, Told, organisations
from marsad.extraction.mentions import Mention
from marsad.knowledge.lexicon import Hit
from marsad.language.sentences import Sentence
from marsad.language.tokens import Token
from marsad.model.claims import Claim, Membership
from marsad.model.report import Span
from marsad.model.vocabulary import MembershipStatus

#: How far behind, in tokens, the organisation may stand; with a word for clubs between it may be farther.
_REACH, _FAR_REACH = 6, 16
#: Tokens between a state and "عضو", and between a wish and what is wished.
_SEAT_GAP, _WISH_GAP = 5, 6
_NEAR = 60
#: Folded characters before the word within which "دائمة" stands.
_SEAT_WORD = 10
#: The roles whose states stand in front of the word, and how each role leads to its organisation.
_SEATED = ("member", "ally")
_LEADS = {
    "membership": Lead(_REACH, bare=True),
    "member": Lead(_REACH),
    "ally": Lead(_REACH),
    "standing": Lead(_REACH),
    "joining": Lead(_REACH, dative=True),
    "return": Lead(_REACH),
    "leaving": Lead(_REACH, links="out"),
    "quitting": Lead(_REACH, links="out", bare=True),
    "present": Lead(_REACH),
}


def find(document: Document) -> list[Claim]:
    """Return one membership for each state and organisation of each place that tells of it."""
    found: list[Claim] = []
    seen: set[tuple[str, str, int]] = set()
    for sentence in document.surface.sentences:
        for told in _of_sentence(document, sentence):
            key = (told.state, told.organisation, told.span.start)
            if key not in seen:
                seen.add(key)
                found.append(_claim(document, told))
    return found


def _of_sentence(document: Document, sentence: Sentence) -> list[Told]:
    found: list[Told] = []
    for hit in cues(document, "memberships", sentence.start, sentence.end):
        role = _role(document, sentence, hit)
        if role == "comprises":
            found += comprising(document, sentence, hit)
        elif role in _LEADS:
            found += _belonging(document, sentence, hit, role=role)
    return found + bracketed(document, sentence)


def _role(document: Document, sentence: Sentence, hit: Hit) -> str:
    """Return the role of a word of belonging.

    "دائمة العضوية" is said of a member: "فرنسا، كدولة دائمة العضوية"; so is "شريك حوار" by itself.
    """
    slots = cue(hit.key)
    if slots["role"] == "membership" and any(
        is_one(t.text, "seats") for t in _tokens(document, sentence, hit, 1)
    ):
        return "member"
    if slots["role"] == "status" and slots.get("standing"):
        return "standing"
    return slots["role"]


def _belonging(document: Document, sentence: Sentence, hit: Hit, *, role: str) -> list[Told]:
    """Return what a word of belonging tells, when an organisation follows through the right preposition."""
    lead = _LEADS[role]
    if any(
        cue(other.key)["role"] == "clubs" for other in cues(document, "memberships", hit.end, sentence.end)
    ):
        lead = msgspec.structs.replace(lead, reach=_FAR_REACH)
    elif role == "present":
        return []
    start = _end_of_row(document, hit, sentence) if lead.bare else hit.end
    group = organisations(document, start, sentence.end, lead)
    if group is None or _denied(document, sentence, hit, role=role):
        return []
    states, start, end = _subject(document, sentence, hit, role=role, group=group)
    status = _status(document, sentence, hit, role=role, group=group)
    return [
        Told(state, code, status, Span(start, end))
        for code in group.codes
        for state in _likely(states, code, role=role)
    ]


def _likely(states: list[str], code: str, *, role: str) -> list[str]:
    """Return the states that the knowledge has for members, if it has any of them.

    "البلدان العضوان" may stand for the wrong two; allies in an organisation are its members.
    """
    known = [state for state in states if state in known_members(code)]
    if role == "ally":
        return known
    return known or states if role == "member" else states


def _denied(document: Document, sentence: Sentence, hit: Hit, *, role: str) -> bool:
    """Return whether it is no belonging after all: "ليست عضوا", "عدم انضمام", "توسيع عضوية".

    "وأعضاء المجلس" speaks of other people.
    """
    if (
        role == "member"
        and hit.prefix.startswith("و")
        and is_one(document.text[hit.start : hit.end], "several")
    ):
        return True
    return any(is_one(token.text, "denied") for token in _tokens(document, sentence, hit, 3))


def _tokens(document: Document, sentence: Sentence, hit: Hit, number: int) -> list[Token]:
    """Return the last tokens of the sentence before a word."""
    return document.surface.tokens.between(sentence.start, hit.left)[-number:]


# -- whose it is ---------------------------------------------------------------------------------


def _subject(
    document: Document, sentence: Sentence, hit: Hit, *, role: str, group: Group
) -> tuple[list[str], int, int]:
    """Return the states said to belong, and where the evidence begins and ends."""
    behind = _row(document, hit.end, group.start) if role not in _SEATED else []
    if behind or role in ("return", "quitting"):
        return _states(behind), hit.left, group.end
    named = named_behind(document, sentence, group) if _counted(document, sentence, hit, group) else []
    if named:
        return [state for state, _ in named], hit.left, named[-1][1]
    states, start = _in_front(document, sentence, hit, role=role, bare=_is_bare(document, hit, group))
    return states, start, group.end


def _counted(document: Document, sentence: Sentence, hit: Hit, group: Group) -> bool:
    """Whether the states are only counted at the word: "انضمت ثلاث دول إلى", "خمس دول أعضاء في"."""
    around = _tokens(document, sentence, hit, 2) + document.surface.tokens.between(hit.end, group.start)
    return any(is_one(token.text, "counted") for token in around)


def _is_bare(document: Document, hit: Hit, group: Group) -> bool:
    between = document.surface.tokens.between(hit.end, group.start)
    return all(is_one(token.text, "generic") for token in between)


def _in_front(
    document: Document, sentence: Sentence, hit: Hit, *, role: str, bare: bool
) -> tuple[list[str], int]:
    """Return the states that stand in front of the word, and where the evidence begins."""
    if hit.feature == "noun.own":
        return _states(_before(document, sentence, hit.left, far=True)[-1:]), hit.left
    if role in _SEATED:
        return _seated(document, sentence, hit)
    before = _before(
        document, sentence, hit.left, far=role == "present" or (role == "membership" and not bare)
    )
    if role in ("joining", "leaving") and hit.feature.startswith("noun"):
        wished = _tokens(document, sentence, hit, _WISH_GAP)
        before = before[-1:] if any(is_one(token.text, "wished") for token in wished) else []
    return _states(before), before[0].left if before else hit.left


def _end_of_row(document: Document, hit: Hit, sentence: Sentence) -> int:
    """Return where the states right behind a word end: "مغادرة بريطانيا الاتحاد"."""
    row = _row(document, hit.end, sentence.end)
    return row[-1].end if row else hit.end


def _row(document: Document, start: int, end: int) -> list[Mention]:
    """Return the states right behind a word, one or several joined: "انضمام السويد وفنلندا"."""
    row: list[Mention] = []
    at = start
    for mention in document.cast.between(start, end):
        gap = document.surface.tokens.between(at, mention.left)
        if mention.kind not in ("state", "group") or len(gap) > (2 if not row else 1):
            break
        row.append(mention)
        at = mention.end
    return row


def _before(document: Document, sentence: Sentence, position: int, *, far: bool) -> list[Mention]:
    """Return the states before a word: all near it with ``far``, else the last ones, if close."""
    start = max(sentence.start, position - _NEAR)
    before = [m for m in document.cast.between(start, position) if m.kind in ("state", "group")]
    if far or not before:
        return before
    gap = document.surface.tokens.between(before[-1].end, position)
    return _joined(document, before) if len(gap) <= _SEAT_GAP else []


def _seated(document: Document, sentence: Sentence, hit: Hit) -> tuple[list[str], int]:
    """Return the states in front of "عضو" and where they begin: "قطر، وهي عضو".

    "وجميع تلك الدول أعضاء" means those of the sentence before.
    """
    before = _before(document, sentence, hit.left, far=False)
    gap = document.surface.tokens.between(before[-1].end if before else sentence.start, hit.left)
    if before and all(token.text in '،,()"' or is_one(token.text, "seated") for token in gap):
        return _states(before), before[0].left
    if not any(is_one(token.text, "those") for token in gap[-_SEAT_GAP:]):
        return [], hit.left
    number = document.surface.sentences.index(sentence)
    earlier = document.surface.sentences[number - 1] if number else sentence
    named = [m for m in document.cast.between(earlier.start, sentence.start) if m.kind == "state"]
    return _states(named), sentence.start


def _joined(document: Document, mentions: list[Mention]) -> list[Mention]:
    """Of a run of mentions the last and those joined to it by و or a comma."""
    kept = [mentions[-1]]
    for mention in reversed(mentions[:-1]):
        if document.text[mention.end : kept[0].left].strip(" ،,") or not kept[0].prefix.startswith("و"):
            break
        kept.insert(0, mention)
    return kept


def _states(mentions: list[Mention]) -> list[str]:
    return list(dict.fromkeys(p.state for m in mentions for p in m.members if p.state))


# -- in what way ---------------------------------------------------------------------------------


def _status(document: Document, sentence: Sentence, hit: Hit, *, role: str, group: Group) -> MembershipStatus:
    """Return the status by the words around; a wish to join makes an applicant, support a candidate."""
    for other in cues(document, "memberships", max(sentence.start, hit.left - _SEAT_WORD), group.end + 30):
        slots = cue(other.key)
        if slots["role"] == "status":
            return slots["status"]  # type: ignore[return-value]  # the knowledge's linter holds the vocabulary
    before = _tokens(document, sentence, hit, _WISH_GAP)
    if role in ("joining", "membership") and any(is_one(token.text, "wished") for token in before):
        return "applicant"
    future = hit.prefix.endswith("س") or any(is_one(token.text, "welcomed") for token in before)
    if role == "joining" and future:
        return "candidate"
    return cue(hit.key).get("status", "member")  # type: ignore[return-value]


def _claim(document: Document, told: Told) -> Membership:
    return Membership(
        evidence=(document.surface.evidence(told.span.start, told.span.end),),
        extractor=f"memberships/{told.rule}",
        state=told.state,
        organisation=told.organisation,
        status=told.status,
    )
