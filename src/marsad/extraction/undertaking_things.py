"""The things of a sentence that can be undertakings: instruments, bodies, works and what they set up.

Example: in "وقّعتا مذكرتي تفاهم، الأولى بشأن النقل والأخرى بشأن السياحة" there are two: the memoranda and
the other one.
"""

from itertools import pairwise

import msgspec

from marsad.extraction.document import Document
from marsad.extraction.undertaking_words import cue_hits, family, gap, is_one, listed, needs, slots
from marsad.knowledge.lexicon import Hit
from marsad.language.sentences import Sentence

_WITHIN, _VIA = 3, 16
#: Another name of the thing stands in brackets at most so many characters on.
_ALIAS = 40
#: An item of a list names a partner in at most so many tokens; the next item is at most so many sentences on.
_ITEM_MARKS, _ITEM_HEAD, _LIST_AHEAD = 3, 10, 3


class Thing(msgspec.Struct, frozen=True, kw_only=True):
    """A thing in folded offsets, ``left`` with its proclitics; ``kind`` is None for "the other one".

    ``joined`` says that it stands in a list behind another, ``conjoined`` that و stands in front of it,
    ``bare`` that nothing does.
    "اتفاقيات ومذكرات تفاهم" is one thing.
    """

    left: int
    end: int
    kind: str | None
    key: str = ""
    definite: bool = False
    joined: bool = False
    conjoined: bool = False
    bare: bool = False
    count: int | None = None

    @property
    def family(self) -> str:
        """The family of its kind; that of "the other one" is an instrument's."""
        return family(self.kind) if self.kind else "instrument"

    @property
    def object(self) -> bool:
        """Whether it counts only as what a document sets up."""
        return bool(self.key) and "object" in slots(self.key)

    @property
    def home(self) -> bool:
        """Whether it may be what one state does at home, and then is no undertaking."""
        return bool(self.key) and "home" in slots(self.key)

    @property
    def silent(self) -> bool:
        """Whether it parts nothing that stands around it."""
        return bool(self.key) and "silent" in slots(self.key)

    @property
    def paired(self) -> bool:
        """Whether it takes two sides, told in its sentence."""
        return bool(self.key) and "pair" in slots(self.key)

    def may_be(self, stage: str | None) -> bool:
        """Whether it can be at a stage."""
        only: list[str] | None = slots(self.key).get("only") if self.key else None
        return only is None or stage in only

    @property
    def sole(self) -> bool:
        """Whether it counts only with a stage of its own."""
        return bool(self.key) and "sole" in slots(self.key)


def things(document: Document, sentence: Sentence) -> list[Thing]:
    """Return the things of a sentence in reading order, without overlaps."""
    found: list[Thing] = []
    for hit, end in _nouns(document, sentence):
        if found and _paired(document, hit, found[-1]):
            found[-1] = msgspec.structs.replace(found[-1], end=end)
        else:
            found.append(_thing(document, sentence, hit, end=end, first=not found))
    return sorted(found + _others(document, sentence, found), key=lambda thing: thing.left)


def _nouns(document: Document, sentence: Sentence) -> list[tuple[Hit, int]]:
    """Return the nouns that have what they need, and where they end with it; the longest of overlapping."""
    kept: list[tuple[Hit, int]] = []
    for hit in cue_hits(document, sentence.start, sentence.end, role="thing"):
        end = _complete(document, sentence, hit)
        if end is None or _verbal(document, hit) or _any(document, hit):
            continue
        if kept and hit.left < kept[-1][1]:
            if _rank(hit, end) > _rank(*kept[-1]):
                kept[-1] = hit, end
            continue
        kept.append((hit, end))
    return kept


def _rank(hit: Hit, end: int) -> tuple[int, bool, bool]:
    row = slots(hit.key)
    return end - hit.start, "object" not in row, "sole" not in row


def _complete(document: Document, sentence: Sentence, hit: Hit) -> int | None:
    """Return where the noun ends with the word that it needs, if any: لجنة needs مشتركة."""
    if "sides" in slots(hit.key):
        return _with_sides(document, sentence, hit)
    wanted = needs(hit.key)
    if not wanted:
        return hit.end
    after = gap(document, hit.end, sentence.end)
    if "via" in slots(hit.key) and not any(token.text in listed("via") for token in after[:_VIA]):
        return None
    for token in after[: slots(hit.key).get("within", _WITHIN)]:
        if token.text in wanted or token.text.removeprefix("ل") in wanted:
            return hit.end if "itself" in slots(hit.key) else token.end
    return None


def _with_sides(document: Document, sentence: Sentence, hit: Hit) -> int | None:
    """Return where two peoples named behind the noun end: "اللجنة القطرية التركية"; None without two."""
    peoples: dict[str, int] = {}
    for token in gap(document, hit.end, sentence.end)[: slots(hit.key)["within"]]:
        if is_one(token.text, "barriers") or token.text in ".؛،:":
            break
        for entity in document.surface.entities_at.get(token.start, ()):
            if entity.kind == "nisba":
                peoples[entity.key] = entity.end
    return max(peoples.values()) if len(peoples) > 1 else None


def _verbal(document: Document, hit: Hit) -> bool:
    """Return whether it is the act of agreeing: "الاتفاق على تعزيز", not "الاتفاق على هامش القمة"."""
    if not hit.definite or hit.key != "undertakings/agreement":
        return False
    after = gap(document, hit.end, hit.end + 30)[:2]
    return len(after) == 2 and after[0].text == "علي" and after[1].text not in listed("aside")


def _paired(document: Document, hit: Hit, before: Thing) -> bool:
    """Return whether a noun shares all that follows with the one before: "اتفاقيات ومذكرات تفاهم"."""
    between = document.text[before.end : hit.left]
    if between.endswith("(") and before.kind == slots(hit.key)["kind"] and len(between) <= _ALIAS:
        return True
    if not hit.prefix.startswith("و") or between.strip():
        return False
    return before.family == family(slots(hit.key)["kind"]) == "instrument"


def _any(document: Document, hit: Hit) -> bool:
    """Return whether the noun is of no agreement that there is: "أي اتفاق"."""
    before = document.surface.tokens.before(hit.left)
    return before is not None and is_one(before.text, "any")


def _thing(document: Document, sentence: Sentence, hit: Hit, *, end: int, first: bool) -> Thing:
    row = slots(hit.key)
    return Thing(
        left=hit.left,
        end=end,
        kind=row["kind"],
        key=hit.key,
        definite=hit.definite or " ال" in document.text[hit.start : end],
        joined=_joined(document, sentence, hit, first=first),
        conjoined=hit.prefix.startswith("و"),
        bare=not hit.prefix,
        count=row.get("count"),
    )


def _joined(document: Document, sentence: Sentence, hit: Hit, *, first: bool) -> bool:
    """Return whether a noun without article continues a list.

    Examples: "، واتفاقية", "فضلا عن اتفاقيات", "أهمها اتفاقيتان", "X: مذكرة".
    """
    if hit.definite:
        return False
    if hit.prefix.startswith("و"):
        return True
    before = gap(document, sentence.start, hit.left)[-3:]
    if not before:
        return True
    listing = any(is_one(token.text, "list") for token in before)
    marks = ":-•–*" if first else "،,:-•–*"
    return before[-1].text in marks or is_one(before[-1].text, "another") or listing


def opens_list(document: Document, number: int, thing: Thing) -> bool:
    """Whether a sentence is the first item of a list, so that one of the next begins likewise.

    Items: "شركة …: مذكرة تفاهم …", "3- مذكرة تفاهم بين …".
    """
    sentences = document.surface.sentences
    if not _is_item(document, sentences[number], thing):
        return False
    return any(
        _is_item(document, later, item)
        for later in sentences[number + 1 : number + 1 + _LIST_AHEAD]
        for item in [t for t in things(document, later) if t.family == "instrument"][:1]
    )


def _is_item(document: Document, sentence: Sentence, thing: Thing) -> bool:
    before = gap(document, sentence.start, thing.left)
    if not thing.joined:
        return False
    if len(before) <= _ITEM_MARKS and not any(t.text.isalpha() for t in before):
        after = gap(document, thing.end, sentence.end)[:1]
        return bool(after) and is_one(after[0].text, "between_only")
    return len(before) <= _ITEM_HEAD and before[-1].text == ":"


def _others(document: Document, sentence: Sentence, found: list[Thing]) -> list[Thing]:
    """Return the others of several: "والأخرى بشأن", "واحدة مع", "وثالثة لتطوير"."""
    others: list[Thing] = []
    instruments = [thing for thing in found if thing.family == "instrument"]
    if not instruments:
        return []
    tokens = gap(document, instruments[0].end, sentence.end)
    for token, following in pairwise(tokens):
        if not is_one(token.text, "another") or any(t.left <= token.start < t.end for t in found):
            continue
        leads = is_one(following.text, "about") or (
            following.text.startswith("ل") and len(following.text) > len("لكن")
        )
        if leads and (token.text.startswith("و") or document.text[token.start - 2] in "،,"):
            others.append(Thing(left=token.start, end=token.end, kind=None, joined=True))
    return others
