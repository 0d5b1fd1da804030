"""The things of a sentence that can be undertakings: instruments, bodies, works and what they set up.

Example: in "وقّعتا مذكرتي تفاهم، الأولى بشأن النقل والأخرى بشأن السياحة" there are two: the memoranda (first) and
the other one.
"""

import msgspec

from marsad.extraction.document import Document
from marsad.extraction.undertaking_words import cue_hits, family, gap, is_one, listed, needs, slots
from marsad.knowledge.lexicon import Hit
from marsad.language.sentences import Sentence

_WITHIN = 3


class Thing(msgspec.Struct, frozen=True, kw_only=True):
    """A thing in folded offsets, ``left`` with its proclitics; ``kind`` is None for "the other one".

    ``joined`` says that it stands in a list behind another; ``paired`` that it shares all that follows with the
    one before ("اتفاقيات ومذكرات تفاهم").
    """

    left: int
    end: int
    kind: str | None
    key: str = ""
    definite: bool = False
    joined: bool = False
    paired: bool = False
    count: int | None = None

    @property
    def family(self) -> str:
        """The family of its kind; that of "the other one" is an instrument's."""
        return family(self.kind) if self.kind else "instrument"

    @property
    def object(self) -> bool:
        """Whether it counts only as what a document sets up."""
        return bool(self.key) and "object" in slots(self.key)


def things(document: Document, sentence: Sentence) -> list[Thing]:
    """Return the things of a sentence in reading order, without overlaps."""
    found: list[Thing] = []
    for hit in _nouns(document, sentence):
        found.append(_thing(document, sentence, hit, found[-1] if found else None))
    return sorted(found + _others(document, sentence, found), key=lambda thing: thing.left)


def _nouns(document: Document, sentence: Sentence) -> list[Hit]:
    """The nouns for things that have what they need; of overlapping ones the longest, bare objects last."""
    kept: list[Hit] = []
    for hit in cue_hits(document, sentence.start, sentence.end, "thing"):
        if not _complete(document, sentence, hit) or _verbal(document, hit):
            continue
        if kept and hit.left < kept[-1].end:
            if _rank(hit) > _rank(kept[-1]):
                kept[-1] = hit
            continue
        kept.append(hit)
    return kept


def _rank(hit: Hit) -> tuple[int, bool, bool]:
    row = slots(hit.key)
    return hit.end - hit.start, "object" not in row, "sole" not in row


def _complete(document: Document, sentence: Sentence, hit: Hit) -> bool:
    """Whether one of the words that the noun needs follows closely: لجنة needs مشتركة, محطة needs طاقة."""
    wanted = needs(hit.key)
    if not wanted:
        return True
    after = gap(document, hit.end, sentence.end)[: slots(hit.key).get("within", _WITHIN)]
    return any(token.text in wanted or token.text.removeprefix("ل") in wanted for token in after)


def _verbal(document: Document, hit: Hit) -> bool:
    """"الاتفاق على تعزيز التعاون" is the act of agreeing, "الاتفاق على هامش القمة" an agreement."""
    if not hit.definite or hit.key != "undertakings/agreement":
        return False
    after = gap(document, hit.end, hit.end + 30)[:2]
    return len(after) == 2 and after[0].text == "علي" and after[1].text not in listed("aside")


def _thing(document: Document, sentence: Sentence, hit: Hit, before: Thing | None) -> Thing:
    row = slots(hit.key)
    paired = (
        before is not None
        and hit.prefix.startswith("و")
        and not document.text[before.end : hit.left].strip()
        and before.family == family(row["kind"]) == "instrument"
    )
    return Thing(
        left=hit.left,
        end=hit.end,
        kind=row["kind"],
        key=hit.key,
        definite=hit.definite,
        joined=_joined(document, sentence, hit),
        paired=paired,
        count=row.get("count"),
    )


def _joined(document: Document, sentence: Sentence, hit: Hit) -> bool:
    """Whether a noun without article continues a list: "، واتفاقية", "فضلا عن اتفاقيات", "أهمها اتفاقيتان", "X: مذكرة"."""
    if hit.definite:
        return False
    if hit.prefix.startswith("و"):
        return True
    before = [t for t in gap(document, sentence.start, hit.left)[-3:]]
    return bool(before) and (before[-1].text in "،,:-" or any(is_one(token.text, "list") for token in before))


def _others(document: Document, sentence: Sentence, found: list[Thing]) -> list[Thing]:
    """"والأخرى بشأن …", "واحدة مع …", "وثالثة لتطوير …" behind an instrument of the sentence."""
    others: list[Thing] = []
    instruments = [thing for thing in found if thing.family == "instrument"]
    if not instruments:
        return []
    tokens = gap(document, instruments[0].end, sentence.end)
    for token, following in zip(tokens, tokens[1:], strict=False):
        if not is_one(token.text, "another") or any(t.left <= token.start < t.end for t in found):
            continue
        if is_one(following.text, "about") or (following.text.startswith("ل") and len(following.text) > len("لكن")):
            if document.text[token.start - 2 : token.start].strip(" ") or token.text.startswith("و"):
                others.append(Thing(left=token.start, end=token.end, kind=None, joined=True))
    return others
