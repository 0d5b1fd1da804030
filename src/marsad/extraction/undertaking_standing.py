"""Instruments that are only spoken of, with the sides that their own words name, and so stand.

Examples: "أشاد بالاتفاق بين غانا وتوغو", "بموجب اتفاق مع البرازيل", "دافع عن اتفاق مينسك" → agreed. An
agreement without article stands only where something goes by it; whatever is wanted of it, there is none yet.
"""

from marsad.extraction.document import Document
from marsad.extraction.undertaking_parties import parties_within, states_of
from marsad.extraction.undertaking_stages import Told, modality_before
from marsad.extraction.undertaking_things import Thing
from marsad.extraction.undertaking_words import gap, is_one, listed, slots, turned_by
from marsad.language.sentences import Sentence
from marsad.language.tokens import Token

#: The key of a stage that is told by nothing but the thing's being there.
STANDING = "standing"
#: The key where it is told before, and only its noun goes back to it.
AGAIN = "again"
#: The key of the stage of what is negotiated, and how far behind the word, in tokens, it is said about what.
TALKS, _TALKS = "talks", 12
#: In tokens: how far "مع" or "بين" may stand behind the thing, how far its adjectives, and its sides behind them.
_LED_BY, _ADJECTIVES, _SIDES = 6, 4, 12
_MODAL_REACH = 6
#: How far a construct is looked at, in characters.
_CONSTRUCT = 24
_ARTICLE = "ال"


def standing(document: Document, sentence: Sentence, thing: Thing) -> list[Told]:
    """Return that an instrument stands, when it is definite, or led in as one that does, and names its sides."""
    if thing.sole or thing.object or thing.kind in (None, "declaration"):
        return []
    end = _sides_end(document, sentence, thing)
    if end is None or _unreal(document, sentence, thing):
        return []
    before = document.surface.tokens.before(thing.left)
    if thing.conjoined and before is not None and before.text.startswith(_ARTICLE):
        return []  # "اللقاءات والاتفاقات بين البلدين": the sides are those of the meetings
    definite = thing.definite or _is_construct(document, thing)
    named = parties_within(document, thing.left, end)
    if not named:
        return []
    if not definite and (len(states_of(named)) < 2 or not _led_in(document, sentence, thing)):
        return []
    return [Told("agreed", thing.left, end, STANDING)]


def negotiating(document: Document, sentence: Sentence, thing: Thing) -> list[Told]:
    """Return that sides negotiate about something: "المفاوضات بين غانا وتوغو بشأن الحدود"."""
    if not thing.key or "talks" not in slots(thing.key):
        return []
    after = gap(document, thing.end, sentence.end)[:_TALKS]
    end = next((n for n, token in enumerate(after) if token.text in ".؛"), len(after))
    sides_end = _sides_end(document, sentence, thing)
    if sides_end is None:
        return []
    goal = "goal" in slots(thing.key)
    about = any(token.text in listed("talks_goal" if goal else "talks_about") for token in after[:end])
    if goal and not about:
        return []
    if not about and len(states_of(parties_within(document, thing.left, sides_end))) < 2:
        return []
    modality = modality_before(document, sentence, thing.left, reach=2)
    stage = turned_by(modality, "under_negotiation")
    return [Told(stage, thing.left, thing.end, TALKS)] if stage else []


def sides(document: Document, sentence: Sentence, thing: Thing) -> list[str]:
    """Return the parties that the words of a thing name, and those that its name alone tells."""
    end = _sides_end(document, sentence, thing)
    named = parties_within(document, thing.left, end) if end is not None else []
    return list(dict.fromkeys([*named, *known(document, thing, named)]))


def known(document: Document, thing: Thing, named: list[str]) -> list[str]:
    """Return who is party to a thing by its name.

    One that is usual, "الاتفاق النووي" of Iran, only where no other is named and the report speaks of it.
    """
    if not thing.key:
        return []
    row = slots(thing.key)
    parties: list[str] = row.get("parties", [])
    usual: list[str] = row.get("usual", []) if not named else []
    if not usual:
        return parties
    spoken = {member.state for mention in document.cast.mentions for member in mention.members}
    return [party for party in usual if party in spoken]


def _sides_end(document: Document, sentence: Sentence, thing: Thing) -> int | None:
    """Return where the sides named behind a thing end; None when none are."""
    after = gap(document, thing.end, sentence.end)[: _LED_BY + _SIDES]
    for index, token in enumerate(after):
        if _stops(token):
            return None
        if index < _ADJECTIVES and _is_nisba(document, token) and _agrees(thing, after[:index], token):
            return _run_of_peoples(document, after[index:])
        if index < _LED_BY and is_one(token.text, "with"):
            return _run_of_sides(document, after[index + 1 :])
        if _is_party(document, token):
            return _both_named(document, after[index:])
    return None


def _stops(token: Token) -> bool:
    return token.text in ";؛.:،" or token.text in listed("barriers")


def _agrees(thing: Thing, between: list[Token], token: Token) -> bool:
    """Whether an adjective is the thing's own: "الاتفاق النووي الإيراني", "اتفاق سعودي"."""
    words = [*between, token]
    if thing.definite or words[0].text.startswith(_ARTICLE):
        return all(word.text.startswith(_ARTICLE) or not word.text.isalpha() for word in words)
    return not any(word.text.startswith(_ARTICLE) for word in words)


def _is_nisba(document: Document, token: Token) -> bool:
    return any(hit.kind == "nisba" for hit in document.surface.entities_at.get(token.start, ()))


def _run_of_peoples(document: Document, after: list[Token]) -> int:
    end = after[0].end
    for token in after[1:_SIDES]:
        if token.text.isalpha() and not _is_nisba(document, token):
            break
        end = token.end if token.text.isalpha() else end
    return end


def _run_of_sides(document: Document, after: list[Token]) -> int | None:
    """Return the end of the last side named close behind "مع" or "بين"; None when what follows is none."""
    end: int | None = None
    for index, token in enumerate(after[:_SIDES]):
        if _stops(token):
            break
        here = document.cast.at(token.start)
        if here is not None or _is_nisba(document, token):
            end = max(end or 0, here.end if here is not None else token.end)
        elif end is None and index >= _ADJECTIVES:
            return None
    return end


def _both_named(document: Document, after: list[Token]) -> int | None:
    """Return where the second of two sides is named: "اتفاقية تصدير الغاز الإيراني إلى عمان"."""
    for index, token in enumerate(after[1:_LED_BY], start=1):
        if _stops(token):
            return None
        if _is_party(document, token):
            return _run_of_sides(document, after[index:])
    return None


def _is_party(document: Document, token: Token) -> bool:
    here = document.cast.at(token.start)
    return _is_nisba(document, token) or (here is not None and here.kind in ("state", "group"))


def _is_construct(document: Document, thing: Thing) -> bool:
    """Whether the thing is made definite by what follows: "اتفاق السلام مع", "اتفاقية تصدير الغاز"."""
    following = gap(document, thing.end, thing.end + _CONSTRUCT)[:2]
    return any(token.text.startswith(_ARTICLE) for token in following)


def _led_in(document: Document, sentence: Sentence, thing: Thing) -> bool:
    """Whether something goes by the agreement: "بموجب اتفاق", "باتفاق بين"."""
    if document.text[thing.left] == "ب":
        return True
    before = gap(document, sentence.start, thing.left)[-1:]
    return bool(before) and is_one(before[0].text, "standing_lead")


def again(document: Document, thing: Thing) -> list[Told]:
    """Return that an instrument told before is spoken of again by its noun and article alone: "الاتفاق"."""
    noun = document.text[thing.left : thing.end]
    if not thing.definite or not any(noun.endswith(bare) for bare in listed("bare_again")):
        return []
    return [Told("agreed", thing.left, thing.end, AGAIN)]


def _unreal(document: Document, sentence: Sentence, thing: Thing) -> bool:
    """Whether an agreement without article is only wished for, possible or denied."""
    if thing.definite:
        return False
    return modality_before(document, sentence, thing.left, reach=_MODAL_REACH) is not None
