"""Who is party to an undertaking: states by name, by their people or by nisba, and bodies named as parties.

Example: "وقّعت أدنوك مذكرة مع شركة سيمنز" → ARE, adnoc, DEU, siemens.
"""

from functools import cache
from typing import Any

from marsad.extraction.document import Document
from marsad.extraction.mentions import Mention
from marsad.extraction.undertaking_words import cue_hits, is_one
from marsad.knowledge.table import table
from marsad.language.sentences import Sentence
from marsad.model.claims import Participant

#: Kinds of organisations that are parties wherever they are named, and those only between sides.
_ACTING = ("company", "agency", "bank", "movement")
_SIDES = ("intergovernmental", "other")
_NEAR = 24


@cache
def _row(code: str) -> dict[str, Any]:
    row: dict[str, Any] = table().files["organisations"]["organisations"].get(code, {})
    return row


def parties_within(document: Document, start: int, end: int) -> list[str]:
    """Return the parties named within ``[start, end)``: states and codes of organisations, in order."""
    found: list[str] = []
    for mention in document.cast.between(start, end):
        if _is_place(document, mention) or _mediates(document, mention):
            continue
        for member in mention.members:
            _add(found, member.state)
            _add(found, _organisation(document, mention, member))
    for hit in document.surface.hits_between(start, end):
        if hit.kind == "nisba" and not _of_medium(document, hit.left):
            _add(found, hit.key)
    return found


def _add(found: list[str], party: str | None) -> None:
    if party is not None and party not in found:
        found.append(party)


def _organisation(document: Document, mention: Mention, member: Participant) -> str | None:
    """Return the organisation when it is a party: a company always, a club of states only as a side."""
    code = member.organisation
    if code is None:
        return None
    kind = _row(code).get("kind")
    if kind in _ACTING:
        return code
    return code if kind in _SIDES and mention.kind == "organisation" and _is_side(document, mention) else None


def _is_side(document: Document, mention: Mention) -> bool:
    """Return whether a club of states stands as a side: near بين or مع, joined, or subject of the verb."""
    if mention.prefix.startswith("و"):
        return True
    before = document.surface.tokens.between(max(0, mention.left - _NEAR), mention.left)[-3:]
    if any(is_one(token.text, "between") for token in before):
        return True
    roles = ("stage", "agreeing")
    return bool(before) and any(
        cue_hits(document, before[-1].start, mention.left, role=role) for role in roles
    )


def _is_place(document: Document, mention: Mention) -> bool:
    """Return whether a capital is only where it happened: "وقعت في باريس"."""
    if mention.kind != "state" or (mention.city is None and not mention.prefix.endswith("ب")):
        return False
    if mention.prefix.endswith("ب"):
        return True
    before = document.surface.tokens.before(mention.left)
    return before is not None and is_one(before.text, "located")


def _mediates(document: Document, mention: Mention) -> bool:
    """Return whether a state only sponsors or mediates: "برعاية الصين"."""
    before = document.surface.tokens.before(mention.left)
    return before is not None and is_one(before.text, "not_party")


def _of_medium(document: Document, position: int) -> bool:
    """Return whether a nisba belongs to a newspaper, channel or agency, and so names no party."""
    before = document.surface.tokens.before(position)
    return before is not None and is_one(before.text, "media")


def states_of(parties: list[str]) -> list[str]:
    """Return those parties that are states."""
    return [party for party in parties if party in table().files["states"]["states"]]


def with_home_states(parties: list[str]) -> list[str]:
    """Add the state of each company, after the states named: a contract of companies binds both states."""
    found = list(parties)
    for party in parties:
        _add(found, _row(party).get("state"))
    return found


def last_in_view(document: Document, sentence: Sentence) -> list[str]:
    """Return the two states last in view before a sentence, in its own or the paragraph before."""
    found: list[str] = []
    for mention in reversed(document.cast.before(sentence.start)):
        near = document.surface.sentence_at(mention.start)
        if near is None or sentence.paragraph - near.paragraph > 1:
            break
        for member in mention.members:
            if member.state is not None and member.state not in found and not _is_place(document, mention):
                found.insert(0, member.state)
        if len(found) >= 2:
            return found[-2:]
    return found


def parties(
    document: Document,
    sentence: Sentence,
    own: tuple[int, int],
    *,
    carried: list[str],
    near_only: bool,
    again: bool,
) -> list[str]:
    """Return the parties of a thing: of its own stretch, else of its sentence, else carried or last in view.

    With ``near_only`` they must stand in the sentence; with ``again`` the thing was named before ("الاتفاق").
    """
    near = with_home_states(parties_within(document, *own))
    if len(states_of(near)) >= 2:
        return near
    whole = _merged(
        near, with_home_states(parties_within(document, _content(document, sentence, own[0]), sentence.end))
    )
    if len(states_of(whole)) >= 2 or near_only:
        return whole
    if again and carried and not near:
        return carried
    if whole:
        return _merged(whole, states_of(carried)) if set(whole) & set(carried) else whole
    speaker = document.speaker(own[0])
    states = [speaker.state] if speaker is not None and speaker.state else []
    return carried or last_in_view(document, sentence) or states


def _content(document: Document, sentence: Sentence, position: int) -> int:
    """Where to look for parties from: not among the speakers when there is something said."""
    utterance = document.said(position)
    if utterance is None or not sentence.start <= utterance.content <= position:
        return sentence.start
    return utterance.content


def _merged(first: list[str], second: list[str]) -> list[str]:
    return list(dict.fromkeys([*first, *second]))


def with_subject(document: Document, view: list[str], position: int) -> list[str]:
    """Return the parties with the state last named before "انسحابها", "توقيعه", whose doing it is."""
    for mention in reversed(document.cast.before(position)):
        if not _is_place(document, mention):
            return _merged(view, states_of([member.state for member in mention.members if member.state])[:1])
    return view
