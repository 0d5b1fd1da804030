"""Organisations spelt out by their states: "تضم …", "المكوّنة من …", a list in brackets or behind a colon."""

from marsad.extraction.document import Document
from marsad.extraction.membership_clubs import clubs, is_club, is_one, known_members
from marsad.extraction.membership_words import Group, Told
from marsad.knowledge.lexicon import Hit
from marsad.language.sentences import Sentence
from marsad.language.tokens import Token
from marsad.model.report import Span

#: How many tokens may stand between the organisation and the word for "comprises".
_REACH = 11
_NEAR = 110
#: How many tokens behind the organisation "بينها" or "هي" may stand.
_NAMING_REACH = 9
#: Tokens behind the organisation within which the bracket or colon stands: "دول المجلس الست (…".
_MARK_REACH = 3
_LIST_MARKS = ("،", ",", "(", '"', "-", ":", "و")


def comprising(document: Document, sentence: Sentence, hit: Hit) -> list[Told]:
    """Return the states of a list behind the word as members of the organisation near it.

    Example: "مجلس التعاون ويضم السعودية وعمان".
    """
    before = clubs(document, max(sentence.start, hit.left - _NEAR), hit.left)
    gap = document.surface.tokens.between(before[-1].end, hit.left) if before else []
    states = row_of_states(document, hit.end, sentence.end)
    if before and len(gap) <= _REACH and len(states) >= 2:
        return _all(states, before[-1].key, Span(before[-1].left, states[-1][1]), rule="comprises")
    after = clubs(document, hit.end, min(sentence.end, hit.end + _NEAR // 4))
    states = row_of_states(document, after[0].end, sentence.end) if after else []
    if len(states) >= 2:
        return _all(states, after[0].key, Span(hit.left, states[-1][1]), rule="comprises")
    return []


def bracketed(document: Document, sentence: Sentence) -> list[Told]:
    """Return the states of a list in brackets, or behind a colon, after the organisation.

    Example: "دول بريكس (البرازيل وروسيا)".
    """
    found: list[Told] = []
    for hit in document.surface.hits_between(sentence.start, sentence.end):
        if hit.kind not in ("org", "org?") or not is_club(hit.key):
            continue
        behind = document.surface.tokens.between(hit.end, min(sentence.end, hit.end + _NEAR))
        marks = [t for t in behind[:_MARK_REACH] if t.text in "(:" or is_one(t.text, "that_is")]
        states = row_of_states(document, marks[0].end, sentence.end) if marks else []
        if len(states) >= 2:
            found += _all(states, hit.key, Span(hit.left, states[-1][1]), rule="bracketed")
    return found


def named_behind(document: Document, sentence: Sentence, group: Group) -> list[tuple[str, int]]:
    """Return the states named behind an organisation whose members were only counted, each with its end.

    Example: "خمس دول أعضاء في الاتحاد الأوروبي بينها إسبانيا وأيرلندا".
    """
    tokens = document.surface.tokens.between(group.end, sentence.end)
    for at, token in enumerate(tokens[:_NAMING_REACH]):
        if is_one(token.text, "namely"):
            return row_of_states(document, token.end, sentence.end)
        if is_one(token.text, "including") and at + 2 < len(tokens):
            return row_of_states(document, tokens[at + 2].end, sentence.end)
    return []


def row_of_states(document: Document, start: int, end: int) -> list[tuple[str, int]]:
    """Return the states that stand in an unbroken list from ``start`` on, each with where it ends.

    Example: "إضافة إلى كندا كلا من إيطاليا واليابان" has three; a closing bracket ends the list.
    """
    row: list[tuple[str, int]] = []
    at = start
    for mention in document.cast.between(start, end):
        gap = document.surface.tokens.between(at, mention.left)
        if mention.kind != "state" or mention.participant.state is None or not all(map(_joins, gap)):
            break
        row.append((mention.participant.state, mention.end))
        at = mention.end
    return row


def _joins(token: Token) -> bool:
    return token.text in _LIST_MARKS or is_one(token.text, "joiners")


def _all(states: list[tuple[str, int]], code: str, span: Span, *, rule: str) -> list[Told]:
    """Return a membership for each state; none when the knowledge has most of them for no members."""
    known = known_members(code)
    if known and 2 * sum(state in known for state, _ in states) < len(states):
        return []
    return [Told(state, code, "member", span, rule) for state, _ in states]
