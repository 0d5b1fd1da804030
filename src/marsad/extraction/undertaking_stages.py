"""The stage that a thing is said to be at, by the words before and behind it and by what turns them.

A word of stage in front governs the thing when nothing else stands between; one behind it belongs to it as
participle, relative clause or after a comma. "سوف", "رفض", "لم", "إمكانية" in front turn the stage.
Examples: "رفضت توقيع البيان الختامي" → drafted; "المعاهدة الموقعة عام 1991 ودخلت حيز التنفيذ" → signed and
in_force.
"""

import msgspec

from marsad.extraction.document import Document
from marsad.extraction.undertaking_things import Thing
from marsad.extraction.undertaking_words import cue_hits, gap, is_one, listed, slots, turned_by
from marsad.folding import fold_word
from marsad.knowledge.lexicon import Hit
from marsad.language.sentences import Sentence

_VERB_REACH, _REACH = 30, 6
_MODAL_REACH, _COMING_REACH = 6, 26
#: How far before a word, in tokens, the verb that announces it may stand; its subject is between.
_ANNOUNCED = 9
_MODALITIES = ("denied", "refused", "planned", "called", "possible", "discussed", "wanted", "glad")
#: Stages that a visit's programme puts off.
_COMING = ("signed", "agreed", "opened")


class Told(msgspec.Struct, frozen=True):
    """A stage and the word that tells it, ``text[left:end]`` in folded offsets.

    ``own`` says that it is the subject's doing: "انسحابها", "انسحاب بلاده".
    """

    stage: str
    left: int
    end: int
    key: str
    own: bool = False


def stages(
    document: Document, sentence: Sentence, thing: Thing, *, window: tuple[int, int], founded: bool
) -> list[Told]:
    """Return the stages told of a thing between its neighbours' ends (``window``).

    ``founded`` says that a document before it sets it up.
    """
    before = _before(document, sentence, thing, start=window[0], founded=founded)
    after = [told for told in _after(document, thing, window[1]) if _stands(document, told, before)]
    if before is not None and after and "indefinite" in slots(before.key):
        before = None  # "في إطار مذكرة وقعت" tells no more than the signing
    found = ([before] if before is not None else []) + after
    if not found and thing.key and "itself" in slots(thing.key):
        found = _itself(document, sentence, thing)
    only = slots(thing.key).get("only") if thing.key else None
    return [told for told in found if only is None or told.stage in only]


def _itself(document: Document, sentence: Sentence, thing: Thing) -> list[Told]:
    """Return the stage that the noun itself tells, or that it is only wanted.

    Example: "استئناف العلاقات بين البلدين", "رغبة البلدين في استئناف العلاقات". An instrument that stands
    needs no sides behind it: "موقف لندن من الاتفاق النووي".
    """
    row = slots(thing.key)
    modality = modality_before(document, sentence, thing.left, reach=_MODAL_REACH)
    after = gap(document, thing.end, sentence.end)[:2]
    standing = row.get("standing", False)
    if (
        not standing
        and modality is None
        and (thing.conjoined or not any(is_one(token.text, "with") for token in after))
    ):
        return []
    if standing and (thing.definite or "parties" in row):
        modality = None  # whatever is wanted of it, "الاتفاق النووي" is there
    stage = turned_by(modality, row["itself"])
    return [Told(stage, thing.left, thing.end, thing.key)] if stage else []


# -- before the thing ----------------------------------------------------------------------------


def _before(
    document: Document, sentence: Sentence, thing: Thing, *, start: int, founded: bool
) -> Told | None:
    """Return the nearest word of stage that governs the thing, turned by what governs it."""
    governing = cue_hits(document, start, thing.left, role="stage")
    for hit in sorted(governing, key=_governing, reverse=True):
        row = slots(hit.key)
        if (
            row["side"] == "after"
            or hit.end > thing.left
            or not _fits(row, thing)
            or not _reaches(document, hit, thing)
        ):
            continue
        if thing.conjoined and hit.feature.startswith("noun"):
            continue
        hit = _over(document, hit)
        row, stage = slots(hit.key), slots(hit.key)["stage"]
        modality = modality_of(document, sentence, hit)
        if "done" in row and modality in (None, "planned") and _announced(document, sentence, hit):
            stage, modality = row["done"], None
        if "weak" in row and modality in (None, "planned"):
            stage, modality = _weak(document, hit, thing, founded=founded, modality=modality)
        if modality == "called" and "truce" in slots(thing.key or hit.key):
            return None
        turned = turned_by(modality, stage)
        own = hit.feature == "noun.own" or any(
            is_one(token.text, "own_country") for token in gap(document, hit.end, thing.left)
        )
        if turned is None:
            return None
        span = (thing.left, thing.end) if "far" in row else (hit.left, hit.end)
        return Told(turned, *span, hit.key, own)
    return None


def _governing(hit: Hit) -> tuple[bool, int, int]:
    """Order words of stage: the nearest last, the longer of those that begin alike, the least of all first."""
    return "least" not in slots(hit.key), hit.start, hit.end


def _fits(row: dict[str, object], thing: Thing) -> bool:
    """Whether the stage can be said of the thing's family; what is announced only of truces."""
    if "truces" in row and (not thing.key or "truce" not in slots(thing.key)):
        return False
    if "indefinite" in row and thing.definite:
        return False
    if "deals" in row and thing.key and "talks" in slots(thing.key):
        return False
    said: list[str] | None = row.get("for")  # type: ignore[assignment]  # a list of the knowledge
    return said is None or thing.family in said or thing.kind in said


def _reaches(document: Document, hit: Hit, thing: Thing) -> bool:
    """Whether only the verb's subject, or a few words of a construct, stand between word and thing."""
    verb = hit.feature.startswith("verb.")
    between = gap(document, hit.end, thing.left)
    if len(between) > slots(hit.key).get("reach", _VERB_REACH if verb else _REACH):
        return False
    if "direct" in slots(hit.key) and any(token.text in listed("indirect") for token in between):
        return False
    led = slots(hit.key).get("led")
    if led is not None and not (between and between[-1].text in map(fold_word, led)):
        return False
    if "about" in slots(hit.key) and not (between and between[-1].text in listed("about_it")):
        return False
    if thing.key and "close" in slots(thing.key) and not verb and len(between) > 1:
        return False
    passable = listed("relative") | listed("passable")
    marks, stops = (";؛.", listed("barriers") - passable) if verb else (";؛.:،", listed("barriers"))
    return not any(token.text in marks or token.text in stops for token in between)


def _over(document: Document, hit: Hit) -> Hit:
    """Return the word for delay right in front of another word of stage, which then counts.

    Example: "تأخر انعقاد اللجنة".
    """
    before = document.surface.tokens.before(hit.left)
    if before is None:
        return hit
    over = [h for h in cue_hits(document, before.start, hit.left, role="stage") if "over" in slots(h.key)]
    return over[0] if over else hit


def _weak(
    document: Document, hit: Hit, thing: Thing, *, founded: bool, modality: str | None
) -> tuple[str, str | None]:
    """Return the stage, and what still turns it, of a verbal noun of making.

    "لإنشاء مركز" in a signed document is agreed, "تم إنشاء" done, else only proposed.
    """
    if founded:
        return "agreed", None
    before = gap(document, max(0, hit.left - 20), hit.left)[-1:]
    done = bool(before) and is_one(before[0].text, "done")
    if done or (modality is None and thing.definite and thing.family == "body"):
        return "opened", None
    return slots(hit.key)["stage"], modality


def _announced(document: Document, sentence: Sentence, hit: Hit) -> bool:
    """Whether somebody announces what the word tells, or it has been done: "أعلن الرئيس تمديد الهدنة"."""
    for token in reversed(gap(document, sentence.start, hit.left)[-_ANNOUNCED:]):
        if token.text in ".؛،:" or token.text in listed("barriers"):
            return False
        if is_one(token.text, "announced"):
            return True
    return False


def modality_of(document: Document, sentence: Sentence, hit: Hit) -> str | None:
    """Return what turns the word of stage: planned, wanted, called, refused, denied; None without."""
    verb = hit.feature.startswith("verb.")
    if verb and hit.prefix.endswith("س"):
        return "planned"
    modality = modality_before(document, sentence, hit.left, reach=2 if verb else _MODAL_REACH)
    if modality is not None or verb:
        return modality if modality != "glad" else None
    if hit.prefix.endswith("ل") and not hit.prefix.endswith("ال"):
        return "planned"
    before = gap(document, sentence.start, hit.left)
    if not before or slots(hit.key).get("stage") not in _COMING:
        return None
    for coming in reversed(cue_hits(document, before[-_COMING_REACH:][0].start, hit.left, role="coming")):
        if any(token.text in listed("barriers") for token in gap(document, coming.end, hit.left)):
            return None
        if coming.prefix.endswith("س") or "plain" in slots(coming.key):
            return "planned"
    return None


def modality_before(document: Document, sentence: Sentence, position: int, *, reach: int) -> str | None:
    """Return the modality of the nearest word that has one within ``reach`` tokens before a position."""
    before = gap(document, sentence.start, position)
    for index in range(len(before) - 1, max(-1, len(before) - 1 - reach), -1):
        if before[index].text in "؛.":
            return None
        name = next((name for name in _MODALITIES if is_one(before[index].text, name)), None)
        if name is not None:
            # "فشلت محاولات التوصل": what was only tried is denied by what stands before the try.
            denied = any(is_one(token.text, "denied") for token in before[max(0, index - 2) : index])
            return "denied" if denied else name
    return None


# -- behind the thing ----------------------------------------------------------------------------


def _after(document: Document, thing: Thing, end: int) -> list[Told]:
    found: list[Told] = []
    for hit in longest(cue_hits(document, thing.end, end, role="stage")):
        row = slots(hit.key)
        if row["side"] == "before" or not _fits(row, thing) or not _follows(document, thing, hit):
            continue
        before = document.surface.tokens.before(hit.left)
        turned = before is not None and not row["stage"].startswith("delayed")
        modality = next(
            (m for m in ("denied", "possible") if turned and before and is_one(before.text, m)), None
        )
        stage = turned_by(modality, row["stage"])
        if stage is not None:
            found.append(Told(stage, hit.left, hit.end, hit.key))
    return found


def longest(hits: list[Hit]) -> list[Hit]:
    """Return the hits without those that lie inside a longer one of another side."""
    kept: list[Hit] = []
    for hit in hits:
        if slots(hit.key)["side"] == "before":
            continue
        if kept and hit.start < kept[-1].end:
            if hit.end - hit.start > kept[-1].end - kept[-1].start:
                kept[-1] = hit
            continue
        kept.append(hit)
    return kept


def _follows(document: Document, thing: Thing, hit: Hit) -> bool:
    """Return whether the word stands close behind the thing, in a relative clause or after a comma."""
    row = slots(hit.key)
    between = gap(document, thing.end, hit.left)
    if "relative" in row and not (between and between[-1].text in listed("relative")):
        return False
    if ("passing" not in row and between and between[-1].text in "،,") or hit.prefix.startswith("و"):
        return len(between) <= _VERB_REACH and not any(token.text in ";؛." for token in between)
    reach: int = row.get("reach", _REACH)
    if any(token.text in listed("relative") for token in between):
        reach += 4
    marks = ";؛.:،" if "passing" in row else ";؛.:"
    return len(between) <= reach and not any(token.text in marks for token in between)


def _stands(document: Document, told: Told, before: Told | None) -> bool:
    """Return whether a stage behind the thing counts beside the one before it.

    A signing in passing only when dated: "تنفيذ الاتفاقية الموقعة" is one claim.
    """
    if before is None or "passing" not in slots(told.key):
        return True
    following = document.surface.tokens.after(told.end)
    return following is not None and is_one(following.text, "dated")
