"""Who stands in a sentence, and how each is joined to it: the sides of an encounter before anybody is chosen.

A side is a participant of the cast, a body of people ("مسؤولون كويتيون"), or "بلاده" for the state of whoever
speaks. All positions are folded offsets.
"""

import msgspec

from marsad.extraction.clauses import words
from marsad.extraction.document import Document
from marsad.extraction.mentions import Mention
from marsad.extraction.side_bodies import bodies, is_generic
from marsad.extraction.side_leads import ADDED, lead_of
from marsad.knowledge.table import table
from marsad.language.sentences import Sentence
from marsad.language.tokens import Token
from marsad.model.claims import Participant

#: How many mentions back the three of "الدول الثلاث" may be, who are as many as these.
_TRIO_REACH, _TRIO = 20, range(3)


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One or several participants at a place; ``left`` is where the word begins, proclitics included.

    ``lead`` says what governs them (``side_leads``), ``joined`` that و joins them to what stands before,
    ``added`` that "بالإضافة إلى" does, ``human`` that they are people rather than a state or a body,
    ``plural`` that they are several without names, ``group`` that it points back to those named before
    ("الوزيران", "البلدين").
    """

    left: int
    end: int
    members: tuple[Participant, ...]
    lead: str
    joined: bool
    human: bool
    added: bool = False
    plural: bool = False
    group: bool = False

    @property
    def free(self) -> bool:
        """Whether nothing governs it: subject or object."""
        return self.lead == ""


def sides_of(document: Document, sentence: Sentence) -> tuple[Side, ...]:
    """Return the sides of a sentence in reading order, without overlaps."""
    people = bodies(document, sentence)
    found = [_side(document, body.left, body.prefix, body.owners, body.end, plural=True) for body in people]
    found += [
        _of_mention(document, mention)
        for mention in document.cast.between(sentence.start, sentence.end)
        if not is_generic(mention) and not any(body.left <= mention.left < body.end for body in people)
    ]
    found += _own_states(document, sentence)
    found += trios(document, sentence)
    return tuple(sorted(found, key=lambda side: side.left))


def trios(document: Document, sentence: Sentence) -> list[Side]:
    """Return the three states last named where a number points back to them: "الوزراء الثلاثة", "الدول الثلاث"."""
    found = []
    for token in document.surface.tokens.between(sentence.start, sentence.end):
        if token.text not in words("clauses", "the_three"):
            continue
        noun = document.surface.tokens.before(token.start)
        if noun is None or noun.text not in words("clauses", "in_threes"):
            continue
        three = _last_three(document, noun.start)
        if three:
            found.append(_side(document, noun.start, "", three, token.end))
    return found


def _last_three(document: Document, position: int) -> tuple[Participant, ...]:
    """Return the three people of different states last named before a position; empty for fewer."""
    last: dict[str, Participant] = {}
    for mention in reversed(document.cast.before(position)[-_TRIO_REACH:]):
        for member in mention.members:
            if mention.is_human and member.state is not None:
                last.setdefault(member.state, member)
            if len(last) == len(_TRIO):
                return tuple(reversed(last.values()))
    return ()


def _of_mention(document: Document, mention: Mention) -> Side:
    members = mention.members
    if members[0].organisation in table().files["outlets"]["generic"]:
        members = tuple(Participant(state=member.state) for member in members)
    founders: tuple[Participant, ...] = ()
    if mention.kind == "organisation" and members[0].state is None:
        founders = _founders(document, mention)
    human = mention.is_human or mention.kind == "group" or bool(founders)
    if mention.kind == "person":
        token = document.surface.tokens.before(mention.left)
        state = _joined_nisba(document, token) if token is not None else None
        if token is not None and state is not None:
            first = msgspec.structs.replace(members[0], state=members[0].state or state)
            return _side(document, token.start, "و", (first,), mention.end)
    side = _side(document, mention.left, mention.prefix, (*founders, *members), mention.end, human=human)
    return msgspec.structs.replace(side, group=mention.kind == "group")


def _joined_nisba(document: Document, token: Token) -> str | None:
    """Return the state of an adjective that stands for an office said once: "الرئيسان المصري … والتونسي"."""
    for hit in document.surface.entities_at.get(token.start, ()):
        if hit.kind == "nisba" and hit.prefix == "وال" and hit.feature in ("m", "f"):
            return hit.key
    return None


def _founders(document: Document, mention: Mention) -> tuple[Participant, ...]:
    """Return the states whose body it is by its name: "مجلس الأعمال القطري التركي"."""
    hits = document.surface.hits_between(mention.start, mention.end)
    states = dict.fromkeys(hit.key for hit in hits if hit.kind == "nisba")
    return tuple(Participant(state=state) for state in states) if len(states) > 1 else ()


def _own_states(document: Document, sentence: Sentence) -> list[Side]:
    """Return "بلاده" in somebody's mouth as his state: "محادثات بين بلاده وقطر"."""
    found = []
    for token in document.surface.tokens.between(sentence.start, sentence.end):
        if token.text not in words("clauses", "own_state"):
            continue
        speaker = document.speaker(token.start)
        if speaker is not None and speaker.state is not None:
            prefix = token.text[0] if token.text[0] in "ول" else ""
            state = (Participant(state=speaker.state),)
            found.append(_side(document, token.start, prefix, state, token.end, human=False))
    return found


def _side(
    document: Document, left: int, prefix: str, members: tuple[Participant, ...], end: int,
    *, human: bool = True, plural: bool = False,
) -> Side:  # fmt: skip
    lead = lead_of(document, left, prefix)
    added = lead == ADDED
    return Side(
        left=left,
        end=end,
        members=members,
        lead="" if added else lead,
        joined=prefix.startswith("و") or added,
        human=human,
        added=added,
        plural=plural,
    )
