"""A sentence seen as a scene: its encounter words and its sides, and what belongs to one word of them.

All positions are folded offsets.
"""

from collections.abc import Collection
from itertools import pairwise

import msgspec

from marsad.extraction.clauses import cue, cues, words
from marsad.extraction.document import Document
from marsad.extraction.encounter_telling import Telling
from marsad.extraction.side_leads import WITH
from marsad.extraction.sides import Side, sides_of
from marsad.knowledge.lexicon import Hit
from marsad.language.sentences import Sentence
from marsad.language.tokens import Token
from marsad.model.claims import Participant

_VERBS = ("meets", "receives", "gathers", "talks", "travels", "holds", "accompanies", "signs")
#: A joined state stands right behind the one before; joined people may have titles and commas between.
_JOINED_REACH = 90
_COMMAS = "،,"
#: "، بحسب بيان لمكتب الوزير،" is at most this long.
_ASIDE_REACH = 90


class Scene(msgspec.Struct, frozen=True):
    """One sentence, its encounter cues and its sides, both in reading order; what was told before it."""

    document: Document
    sentence: Sentence
    hits: tuple[Hit, ...]
    sides: tuple[Side, ...]
    earlier: tuple[Telling, ...] = ()
    asides: tuple[tuple[int, int], ...] = ()

    def tokens(self, start: int, end: int) -> list[Token]:
        """Return the tokens that start within ``[start, end)``."""
        return self.document.surface.tokens.between(start, end)

    def is_adverb(self, token: Token) -> bool:
        """Tell whether a token only says when, or belongs between a verb and its objects: "أمس", "كل من"."""
        if token.text in words("clauses", "skipped"):
            return True
        if self.document.date_at(token.start) is not None:
            return True
        if _within(token.start, self.asides):
            return True
        before = self.document.surface.tokens.before(token.start)
        if before is None or before.text not in words("clauses", "where"):
            return False
        places = self.document.surface.entities_at.get(token.start, ())
        return any(hit.kind in ("city", "venue", "state") for hit in places)

    def roles(self, start: int, end: int, *roles: str) -> list[Hit]:
        """Return the cues of these roles that start within ``[start, end)``."""
        return [hit for hit in self.hits if start <= hit.start < end and cue(hit.key)["role"] in roles]

    def sides_between(self, start: int, end: int) -> list[Side]:
        """Return the sides that begin within ``[start, end)``."""
        return [side for side in self.sides if start <= side.left < end]


def scene(document: Document, sentence: Sentence) -> Scene | None:
    """Return the scene of a sentence; None where no word tells of an encounter."""
    hits = [
        hit
        for hit in cues(document, "encounters", sentence.start, sentence.end)
        if not _in_name(document, hit)
    ]
    if not any(cue(hit.key)["role"] in (*_VERBS, "noun") for hit in hits):
        return None
    asides = _asides(document, sentence)
    sides = [side for side in sides_of(document, sentence) if not _within(side.left, asides)]
    return Scene(document, sentence, tuple(hits), tuple(sides), asides=tuple(asides))


def _asides(document: Document, sentence: Sentence) -> list[tuple[int, int]]:
    """Return the stretches between commas that say who reports it: "، بحسب مكتب الوزير،"."""
    found = []
    tokens = document.surface.tokens.between(sentence.start, sentence.end)
    for comma, first in pairwise(tokens):
        if comma.text in _COMMAS and first.text in words("clauses", "sources"):
            end = next((t.start for t in tokens if t.start > first.start and t.text in _COMMAS), None)
            if end is not None and end - first.start <= _ASIDE_REACH:
                found.append((first.start, end))
    return found


def _within(position: int, stretches: Collection[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in stretches)


def _in_name(document: Document, hit: Hit) -> bool:
    """Tell whether a word belongs to somebody's name: يصل in "فيصل"."""
    before = document.cast.before(hit.end, 1)
    if not before or not before[-1].is_human:
        return False
    return before[-1].start <= hit.left and hit.end <= before[-1].end and cue(hit.key)["role"] != "people"


def company(
    told: Scene, start: int, end: int, leads: Collection[str], *, openers: Collection[int] = ()
) -> list[Side]:
    """Return the sides within ``[start, end)`` that ``leads`` let in, and those joined to them by و.

    A state or body without "مع" or "بين" only counts right at an opener (the end of the verb or noun).
    """
    taken: list[Side] = []
    last: Side | None = None
    going = False
    for side in told.sides_between(start, end):
        if side.group and taken:  # "الجانبان" adds nobody to those named.
            going = False
        elif side.added:
            going = bool(taken)
        elif side.joined and side.lead == "":
            going = last is not None and going and joined(told, last, side)
        elif taken and going and last is not None and _spells_out(told, last, side):
            going = True
        else:
            going = side.lead in leads and (side.human or side.lead == WITH or _opened(told, side, openers))
        if going:
            taken.append(side)
        last = side
    return taken


def joined(told: Scene, last: Side, side: Side) -> bool:
    """Return whether a side with و goes on from the one before it: "الوزير وسفيره"."""
    gap = told.document.text[last.end : side.left]
    if side.human:
        return len(gap) <= _JOINED_REACH
    return not gap.strip(' "،,)(')


def _spells_out(told: Scene, last: Side, side: Side) -> bool:
    """Tell whether a side names those before it: "دول المجلس (الكويت وقطر …)", "الرئيسين المصري فلان"."""
    gap = told.document.text[last.end : side.left].strip()
    return gap == "(" or (last.group and gap.strip("،,") == "")


def _opened(told: Scene, side: Side, openers: Collection[int]) -> bool:
    return any(right_at(told, side, opener) for opener in openers)


def right_at(told: Scene, side: Side, opener: int) -> bool:
    """Return whether nothing but adverbs stands between ``opener`` and a side."""
    if side.left < opener:
        return False
    return all(told.is_adverb(token) for token in told.tokens(opener, side.left))


def members(sides: Collection[Side]) -> tuple[Participant, ...]:
    """Return all that these sides stand for."""
    return tuple(member for side in sides for member in side.members)


def sides_in(participants: Collection[Participant]) -> dict[str | None, None]:
    """Return the states and organisations of participants, each once, in order."""
    return dict.fromkeys(p.state or p.organisation for p in participants)
