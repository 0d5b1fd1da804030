"""Who acts at an encounter word: the subject in front of it, the speaker, those just named."""

from marsad.extraction.clauses import cue, words
from marsad.extraction.encounter_scene import Scene, joined, members
from marsad.extraction.side_leads import WITH
from marsad.extraction.sides import Side
from marsad.knowledge.lexicon import Hit
from marsad.model.claims import Participant

#: How far before a word its subject may stand, in words that belong between subject and verb.
_SUBJECT_REACH = 6
#: How many mentions back "لقائهما" may reach.
_PAIR_REACH = 12


def subject_before(told: Scene, position: int, *, close: bool = False) -> tuple[list[Side], int] | None:
    """Return the nearest free human side before a position with those it is joined to, and where they begin.

    ``close`` demands that only words such as "قد" stand between. Example: "الوزير وسفيره قد التقيا".
    """
    before = [side for side in told.sides if side.end <= position]
    while before:
        chain = [before.pop()]
        while chain[0].joined and before and joined(told, before[-1], chain[0]):
            chain.insert(0, before.pop())
        head = chain[0]
        if not any(side.human for side in chain):
            continue
        if close and not _closely(told, chain[-1].end, position):
            return None
        relative = close and _relative(told, chain[-1].end, position)
        if head.lead == "" or relative or _happened_to(told, head):
            return chain, head.left
    return None


def _happened_to(told: Scene, side: Side) -> bool:
    """Tell whether it is "سبق للوزير أن التقى": whoever stands behind ل acts."""
    before = told.document.surface.tokens.before(side.left)
    return side.lead == "ل" and before is not None and before.text in words("clauses", "happened")


def _relative(told: Scene, start: int, position: int) -> bool:
    """Tell whether it is "الوزير الذي زار": whoever stands before الذي acts, whatever governs him."""
    return any(token.text in words("clauses", "relative") for token in told.tokens(start, position))


def _closely(told: Scene, start: int, end: int) -> bool:
    tokens = told.tokens(start, end)
    return len(tokens) <= _SUBJECT_REACH and all(
        token.text in words("clauses", "subject_to_verb") or token.text in '،,"' for token in tokens
    )


def state_before(told: Scene, position: int) -> list[Side]:
    """Return the states or bodies that stand right before a verb: "مصر والأردن تجريان"."""
    before = [side for side in told.sides if side.end <= position]
    chain: list[Side] = []
    while before and (not chain or chain[0].joined):
        side = before.pop()
        edge = chain[0].left if chain else position
        if not _closely(told, side.end, edge):
            break
        chain.insert(0, side)
    return chain if chain and chain[0].lead == "" and not chain[0].joined else []


def acting_state(told: Scene, verb: Hit, given: list[Side]) -> tuple[Participant, ...]:
    """Return the state that acts towards those given: "رفضت طهران التفاوض مع واشنطن"."""
    states = {m.state for side in given for m in side.members}
    if len(states) != 1 or given[0].lead != WITH:
        return ()
    chain = acting_states(told, verb)
    return () if states & {member.state for member in chain} else chain


def acting_states(told: Scene, verb: Hit) -> tuple[Participant, ...]:
    """Return the states at the head of the clause before a word: "اتفقت تونس والجزائر على استئناف"."""
    for side in reversed([side for side in told.sides if side.end <= verb.left]):
        if side.human or side.lead != "" or side.joined or not _heads_clause(told, side):
            continue
        chain = [side]
        for other in told.sides_between(side.end, verb.left):
            if other.joined and joined(told, chain[-1], other):
                chain.append(other)
        return members(chain)
    return ()


def _heads_clause(told: Scene, side: Side) -> bool:
    """Tell whether a side stands first in its clause, or behind one word, its verb."""
    tokens = told.document.surface.tokens
    before = tokens.before(side.left)
    for token in (before, tokens.before(before.start) if before is not None else None):
        if token is None or token.start < told.sentence.start or token.text in words("clauses", "that"):
            return True
    return False


def actors(told: Scene, trigger: Hit, end: int) -> tuple[Participant, ...]:
    """Return who acts at a word: who speaks, the subject before it, or who comes behind its clause."""
    position = trigger.left
    if speaks_of_himself(told, trigger):
        speaker = told.document.speaker(position)
        if speaker is not None:
            return (speaker,)
    before = subject_before(told, position)
    if before is not None:
        return members(before[0])
    for utterance in told.document.speech.utterances:
        if utterance.sentence == told.sentence and utterance.end > position:
            return utterance.speakers
    later = [side for side in told.sides_between(end, told.sentence.end) if side.human and side.free]
    if later:
        return later[0].members
    earlier = [u for u in told.document.speech.utterances if u.start < position]
    if earlier and told.sentence.paragraph - earlier[-1].sentence.paragraph <= 1:
        return earlier[-1].speakers
    return ()


def speaks_of_himself(told: Scene, trigger: Hit) -> bool:
    """Return whether a word is the speaker's own: "أكد أنه التقى", "زيارتي", "سأزور"."""
    token = told.document.surface.tokens.before(trigger.left)
    if token is not None and token.text in words("clauses", "himself"):
        return True
    own = trigger.feature == "noun.own" and told.document.text[trigger.end - 2 : trigger.end] in (
        "تي",
        "نا",
        "ئي",
    )
    return own or cue(trigger.key).get("subject") == "speaker"


def pair(told: Scene, position: int) -> tuple[Participant, ...]:
    """Return the two people of different states last named before a position: "لقائهما", "التقاه"."""
    found: list[Participant] = []
    for mention in reversed(told.document.cast.before(position)[-_PAIR_REACH:]):
        for member in reversed(mention.members):
            other = {p.state or p.organisation for p in found}
            if mention.is_human and (member.state or member.organisation) not in other:
                found.insert(0, member)
        if len(found) >= 2:
            return tuple(found[-2:])
    return ()
