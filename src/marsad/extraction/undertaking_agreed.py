"""Agreements without a noun for them: what sides agreed on, and the statements that they put out together.

Examples: "اتفق الوزيران على تكثيف الرحلات الجوية" → agreement, agreed; "وجاء في بيان أردني تونسي مشترك" →
declaration, agreed.
"""

from marsad.extraction.document import Document
from marsad.extraction.undertaking_claims import Found, clause_end
from marsad.extraction.undertaking_parties import last_in_view, parties_within, states_of, with_home_states
from marsad.extraction.undertaking_stages import Told, modality_of
from marsad.extraction.undertaking_things import Thing
from marsad.extraction.undertaking_words import cue_hits, gap, is_one, listed, slots
from marsad.folding import fold_word
from marsad.knowledge.lexicon import Hit
from marsad.language.sentences import Sentence

#: How far behind the verb, in tokens, what was agreed may be led in; its subject stands between.
_FAR = 25
_NEAR = 5
#: The letters that a verb in the imperfect begins with, third person.
_IMPERFECT = "يت"
#: The key of a stage that a joint statement tells by being quoted.
JOINT = "joint"
#: "على" folded: pages that lose blanks glue it to what follows.
_ONTO = fold_word("على")


def agreed_on(
    document: Document, sentence: Sentence, told: list[Found], *, carried: list[str]
) -> list[Found]:
    """Return the agreements that a verb tells: "اتفق البلدان على …", "قررا الارتقاء بعلاقاتهما إلى …"."""
    found: list[Found] = []
    taken = -1
    for hit in cue_hits(document, sentence.start, sentence.end, role="agreeing"):
        if hit.start < taken or modality_of(document, sentence, hit) in (
            "denied",
            "planned",
            "possible",
            "wanted",
            "called",
            "refused",
        ):
            continue
        content = _content(document, sentence, hit)
        if content is None or any(f.left <= hit.left < f.end for f in told):
            continue
        if "witnessed" in slots(hit.key) and not _witnessed(document, sentence, hit):
            continue
        view = _parties(document, sentence, hit, content=content, carried=carried)
        if view:
            taken = content
            found.append(_agreement(hit, sentence, view, content=content))
    return found


def _witnessed(document: Document, sentence: Sentence, hit: Hit) -> bool:
    """Return whether something tells of the accord: "شهدت الزيارة الاتفاق على", not "يمكن الاتفاق على"."""
    following = document.surface.tokens.after(hit.end)
    if following is not None and following.text in listed("onto") and document.text[hit.start] == "ب":
        return True  # "أشاد بالاتفاق على"
    before = gap(document, sentence.start, hit.left)[-_NEAR:]
    if (
        following is None
        or following.text not in listed("onto")
        or any(token.text in "؛." for token in before)
    ):
        return False
    return any(is_one(token.text, "witnessed") for token in before)


def _content(document: Document, sentence: Sentence, hit: Hit) -> int | None:
    """Return where what was agreed is led in by "على".

    None when the verb has no such lead, or when opinions agree rather than sides.
    """
    if "signed" in slots(hit.key):
        partner = document.surface.tokens.after(hit.end)
        return partner.end if partner is not None else None
    if "jointly" in slots(hit.key):
        return _joint_subject(document, hit)
    if "possessed" in slots(hit.key) and not _possessed(document, hit):
        return None
    for token in gap(document, hit.end, sentence.end)[:_FAR]:
        if is_one(token.text, "opinions") or token.text in "؛.":
            return None
        if token.text in listed("onto") or (
            token.text.startswith(_ONTO) and token.text not in listed("onto_it")
        ):
            return None if _is_opinion(document, token.end) else token.end
    return None


def _joint_subject(document: Document, hit: Hit) -> int | None:
    """Return where the sides that decide together end: "قرر البلدان فتح …"; None where one side decides."""
    following = document.surface.tokens.after(hit.end)
    subject = document.cast.at(following.start) if following is not None else None
    if subject is None or len(subject.members) > 1:
        return subject.end if subject is not None else None
    second = document.surface.tokens.after(subject.end)
    other = document.cast.at(second.start) if second is not None else None
    return other.end if other is not None and other.prefix == "و" else None


def _possessed(document: Document, hit: Hit) -> bool:
    """Whether the noun names right behind it who agrees: "اتفاق الرئيسين على …", "اتفاقهما على …"."""
    if hit.definite:
        return False
    following = document.surface.tokens.after(hit.end)
    if following is None or following.text in listed("onto"):
        return hit.feature.startswith("fixed")
    return document.cast.at(following.start) is not None


def _is_opinion(document: Document, position: int) -> bool:
    """Return whether it is an opinion: "اتفقا على أن الوضع خطير", not "اتفقا على أن تجتمع اللجنة"."""
    after = gap(document, position, position + 40)[:2]
    if not after or after[0].text not in listed("that"):
        return False
    return len(after) == 1 or after[1].text[0] not in _IMPERFECT


def _parties(
    document: Document, sentence: Sentence, hit: Hit, *, content: int, carried: list[str]
) -> list[str]:
    """Return those around the verb, else carried or last in view; one state alone makes none."""
    own = with_home_states(parties_within(document, hit.end, content))
    if len(own) >= 2:
        return own
    before = with_home_states(parties_within(document, sentence.start, hit.left))
    both = list(dict.fromkeys([*own, *before]))
    if len(both) >= 2:
        return both
    speaker = document.speaker(hit.left)
    if len(both) == 1 and speaker is not None and speaker.state and speaker.state not in both:
        return [*both, speaker.state]
    told = parties_within(document, content, clause_end(document, content, sentence.end))
    if not both and len(states_of(told)) >= 2:
        return told  # "الاتفاق على توسيع التعاون بين غانا وتوغو"
    behind = carried or last_in_view(document, sentence)
    return behind if len(behind) >= 2 and set(both) <= set(behind) else []


def _agreement(hit: Hit, sentence: Sentence, view: list[str], *, content: int) -> Found:
    return Found(
        kind="agreement",
        stage="signed" if "signed" in slots(hit.key) else "agreed",
        left=hit.left,
        end=content,
        limit=sentence.end,
        at=hit.left,
        parties=tuple(view),
        rule="agreed-on",
    )


def issuers(document: Document, sentence: Sentence, thing: Thing) -> list[str]:
    """Return who puts out a joint statement: those before it and in its name, else those behind "بين"."""
    before = with_home_states(parties_within(document, sentence.start, thing.end))
    following = document.surface.tokens.after(thing.end)
    if len(before) >= 2 or following is None or following.text not in listed("with"):
        return before
    return with_home_states(parties_within(document, thing.left, sentence.end))


def joint_statement(document: Document, sentence: Sentence, thing: Thing) -> list[Told]:
    """Return that a joint statement has been agreed where it is quoted or put out.

    Example: "في بيان مشترك نشرته الوزارة".
    """
    words = gap(document, thing.left, thing.end)
    if not thing.key.endswith("/declaration") or words[-1].text not in listed("common"):
        return []
    before = gap(document, sentence.start, thing.left)[-_NEAR:]
    after = gap(document, thing.end, sentence.end)[: _NEAR + 2]
    if any(is_one(token.text, "denied") or is_one(token.text, "wanted") for token in before):
        return []
    if len(issuers(document, sentence, thing)) < 2:
        return []
    if any(is_one(token.text, "issued") for token in [*before, *after]) or document.text[thing.left] in "بل":
        return [Told("agreed", thing.left, thing.end, JOINT)]
    return []
