"""Making the claim of an undertaking: its evidence, sectors, count, value, term and date."""

import re
from typing import Any

import msgspec

from marsad.extraction.document import Document
from marsad.extraction.sectors import sectors
from marsad.extraction.undertaking_things import Thing
from marsad.extraction.undertaking_words import gap, is_one
from marsad.language.sentences import Sentence
from marsad.model.claims import Amount, Undertaking
from marsad.model.vocabulary import Sector

_PAUSE = re.compile(r"[،,؛\n]|\.(?!\d)")
#: How far behind the thing, in characters, its own sectors, value and term are looked for.
_FAR = 160
_TERM_LEAD = 12
_YEARS = re.compile(r"^P(\d+)Y$")


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """An undertaking in folded offsets: evidence ``text[left:end]``; at ``limit`` the next thing begins.

    ``about`` holds the sectors of the thing that it goes back to, for when its own words show none.
    """

    kind: str
    stage: str
    left: int
    end: int
    limit: int
    at: int
    parties: tuple[str, ...]
    rule: str
    count: int | None = None
    about: tuple[Sector, ...] = ()


def claim_of(document: Document, sentence: Sentence, found: Found) -> Undertaking:
    """Return the claim; its evidence ends with the clause."""
    limit = min(found.limit, sentence.end)
    end = max(found.end, clause_end(document, found.end, limit))
    near = min(limit, end + _FAR)
    date = _date(document, found.left, end)
    return Undertaking(
        evidence=(document.surface.evidence(found.left, end),),
        by=document.speaker(found.at),
        by_also=document.also(found.at),
        date=date[0] if date else None,
        date_basis=date[1] if date else None,
        extractor=f"undertakings/{found.rule}",
        kind=found.kind,  # type: ignore[arg-type]  # the knowledge's linter holds the vocabulary
        stage=found.stage,  # type: ignore[arg-type]  # the knowledge's linter holds the vocabulary
        parties=found.parties,
        sectors=sectors(document, found.left, end) or sectors(document, found.left, near) or found.about,
        count=found.count,
        term_years=_term(document, found.left, near),
        value=_value(document, found.at, near),
    )


def clause_end(document: Document, position: int, limit: int) -> int:
    """Return where the clause ends: at the next comma, full stop or line, or at ``limit``."""
    pause = _PAUSE.search(document.text, position, limit)
    return pause.start() if pause else limit


#: No figure is so long that one begun farther off reaches a word.
_COUNT_REACH = 200


def count_of(document: Document, thing: Thing) -> int | None:
    """Return how many there are: "مذكرتي" 2, "13 اتفاقية" 13; None when it is not said."""
    if thing.count is not None:
        return thing.count
    for quantity in document.quantities_between(thing.left - _COUNT_REACH, thing.end + _COUNT_REACH):
        if quantity.unit != "count" or quantity.value != int(quantity.value):
            continue
        if quantity.start <= thing.left <= quantity.end + 1 or 0 <= quantity.start - thing.end <= len(" ال"):
            return int(quantity.value)
    return None


def _date(document: Document, start: int, end: int) -> tuple[str, Any] | None:
    """Return the one date that stands in the evidence, with its basis."""
    within = [d for d in document.dates_between(start, end) if d.edtf and d.kind in ("date", "range")]
    return (within[0].edtf or "", within[0].basis) if len(within) == 1 else None


def _term(document: Document, start: int, end: int) -> int | None:
    """Return for how many years it runs: "لمدة عشرين عاما" → 20."""
    for date in document.dates_between(start, end):
        years = _YEARS.match(date.duration or "")
        if years is None:
            continue
        around = gap(document, max(start, date.start - _TERM_LEAD), date.end)
        if any(is_one(token.text, "term") for token in around):
            return int(years.group(1))
    return None


def _value(document: Document, start: int, end: int) -> Amount | None:
    """Return the sum of money behind a word for worth: "بقيمة 500 مليون دولار" → 500000000 USD."""
    for quantity in document.quantities_between(start, end):
        if not (quantity.unit or "").isupper() or len(quantity.unit or "") != 3:
            continue
        before = gap(document, max(start, quantity.start - 20), quantity.start)[-2:]
        if any(is_one(token.text, "worth") for token in before):
            return Amount(str(quantity.value), quantity.unit or "")
    return None
