"""What the rules for clauses share: cue words, the end of a clause, the place and the date told in it.

All positions are folded offsets.
"""

import re
from datetime import timedelta
from functools import cache

import msgspec

from marsad.extraction.document import Document, day_of
from marsad.folding import fold_word
from marsad.knowledge.lexicon import Hit
from marsad.knowledge.table import table
from marsad.language.dates import Anchor, DateMention, find_dates
from marsad.language.sentences import Sentence
from marsad.language.tokens import Token
from marsad.linking.places import place_of
from marsad.model.claims import Place

_WEEK = 7
_HARD_STOP = re.compile("[؛;:\n]")


@cache
def words(file: str, name: str) -> frozenset[str]:
    """Return a word list of the knowledge, folded."""
    return frozenset(map(fold_word, table().files[file][name]))


@cache
def cue(key: str) -> dict[str, str]:
    """Return the slots of a cue by its lexicon key, ``group/name``."""
    group, name = key.split("/")
    slots: dict[str, str] = table().files[f"cues/{group}"]["cues"][name]
    return slots


def cues(document: Document, group: str, start: int, end: int) -> list[Hit]:
    """Return the cue hits of a group that begin within ``[start, end)``; of overlapping ones the longest."""
    found: list[Hit] = []
    for hit in document.surface.cues_between(group, start, end):
        if found and hit.start < found[-1].end:
            if hit.end > found[-1].end:
                found[-1] = hit
            continue
        found.append(hit)
    return found


def clause_end(document: Document, start: int, sentence: Sentence) -> int:
    """Return where the clause that begins at ``start`` gives way to content, purpose or a new sentence.

    Example: in "التقى الوزير نظيره لبحث التعاون" the clause ends before "لبحث".
    """
    stop = _HARD_STOP.search(document.text, start, sentence.end)
    end = stop.start() if stop else sentence.end
    stops = words("clauses", "stops")
    for token in document.surface.tokens.between(start, end):
        if token.text in stops:
            return token.start
    return end


def place_near(document: Document, start: int, end: int) -> Place | None:
    """Return the place that "في" or "ب" introduces within ``[start, end)``, the most exact one.

    Example: "في قصر الوادي بمدينة الرباط".
    """
    best: Place | None = None
    for hit in document.surface.hits_between(start, end):
        if (
            hit.kind not in ("city", "venue", "state")
            or not _located(document, hit)
            or _in_title(document, hit)
        ):
            continue
        place = place_of(hit.kind, hit.key)
        if place is not None and (best is None or _fits(best, place)):
            best = _merged(best, place)
    return best


def _in_title(document: Document, hit: Hit) -> bool:
    """Tell whether a place only belongs to somebody's office: "السفير في الرباط", "الوزير بجمهورية مصر"."""
    for mention in document.cast.before(hit.start + 1, 2):
        if mention.kind == "state":
            continue
        if mention.start <= hit.start < mention.end:
            return True
        if mention.kind in ("person", "role") and hit.kind == "state" and hit.prefix.endswith("ب"):
            return not document.text[mention.end : hit.left].strip()
    return False


def _located(document: Document, hit: Hit) -> bool:
    if hit.prefix.endswith("ب") or hit.prefix == "بال":
        return True
    before = document.surface.tokens.before(hit.left)
    if before is None or document.text[before.end : hit.left].strip():
        return False
    if before.text in words("clauses", "located"):
        return True
    if _is_nisba(document, before):  # "في العاصمة القطرية الدوحة"
        noun = document.surface.tokens.before(before.start)
        return noun is not None and noun.text.removeprefix("ب") in words("clauses", "capital")
    if not before.text.startswith("ب") and before.text not in words("clauses", "place_nouns"):
        return False
    second = document.surface.tokens.before(before.start)
    led = second is not None and second.text in words("clauses", "located")
    return before.text in words("clauses", "place_nouns") and (led or before.text.startswith("ب"))


def _is_nisba(document: Document, token: Token) -> bool:
    return any(hit.kind == "nisba" for hit in document.surface.entities_at.get(token.start, ()))


def _fits(best: Place, place: Place) -> bool:
    return best.state in (None, place.state) or best.city is None


def _merged(best: Place | None, place: Place) -> Place:
    if best is None or (best.state and place.state and best.state != place.state):
        return place
    return Place(
        city=best.city or place.city, state=best.state or place.state, venue=best.venue or place.venue
    )


def date_near(document: Document, position: int, start: int, end: int) -> DateMention | None:
    """Return the dated expression of ``[start, end)`` nearest to a position."""
    within = [
        d
        for d in document.dates_between(start, end)
        if d.end <= end and d.edtf and d.kind in ("date", "range")
    ]
    return min(within, key=lambda d: abs(d.start - position), default=None)


def coming(document: Document, date: DateMention) -> DateMention:
    """Return a date as a report means it that speaks of what is to come: "الأحد" is then the next Sunday."""
    day = day_of(document.published)
    if day is None:
        return date
    found = find_dates(document.text[date.start : date.end], Anchor(date=day), future=True)
    edtf = found[0].edtf if len(found) == 1 else None
    near = {(day + timedelta(days=ahead)).isoformat() for ahead in range(_WEEK + 1)}
    return msgspec.structs.replace(date, edtf=edtf) if edtf in near else date
