"""Measures: figures about the world, with what they measure. Example: "بلغ حجم التبادل التجاري 3 مليارات دولار".

The quantity comes from the number grammar; the indicator from the nearest word that names one, or from the noun that
is counted. Durations, ages and ordinals measure nothing here.
"""

from decimal import Decimal
from functools import cache

from marsad.extraction.clauses import cue, cues, date_near
from marsad.extraction.document import Document
from marsad.extraction.sectors import parties
from marsad.folding import fold_word
from marsad.knowledge.lexicon import Hit
from marsad.knowledge.table import table
from marsad.language.quantities import Quantity
from marsad.language.sentences import Sentence
from marsad.linking.romanise import slug
from marsad.model.claims import Claim, Measure

#: Tokens before a number of people within which it is told what befell them.
_TOLL_REACH = 2
_REACH = 90
_RIGHT_BEHIND = 22
_TIME_UNITS = ("a", "mo", "wk", "d", "h", "min", "s")


def find(document: Document) -> list[Claim]:
    """Return a measure for every figure of the body."""
    found: list[Claim] = []
    for quantity in document.quantities:
        sentence = document.surface.sentence_at(quantity.number_start)
        if sentence is None or document.surface.in_headline(sentence.start):
            continue
        unit = quantity.unit or _currency(document, sentence, quantity)
        if _measures(unit, quantity):
            found.append(_measure(document, sentence, quantity, unit or ""))
    return found


@cache
def _not_measures() -> frozenset[str]:
    return frozenset(map(fold_word, table().files["cues/measures"]["not_measures"]))


@cache
def _counted() -> dict[str, str]:
    counted: dict[str, list[str]] = table().files["cues/measures"]["counted"]
    return {fold_word(noun): indicator for indicator, nouns in counted.items() for noun in nouns}


@cache
def _tolls() -> dict[str, frozenset[str]]:
    tolls: dict[str, list[str]] = table().files["cues/measures"]["tolls"]
    return {indicator: frozenset(map(fold_word, words)) for indicator, words in tolls.items()}


@cache
def _currencies() -> dict[str, dict[str, str]]:
    shared: dict[str, dict[str, str]] = table().files["cues/measures"]["currencies"]
    return {fold_word(name): by_state for name, by_state in shared.items()}


def _currency(document: Document, sentence: Sentence, quantity: Quantity) -> str | None:
    """ "ريال" in a report on one state that pays in riyals is that state's; with several in view it stays open."""
    by_state = _currencies().get((quantity.counted or " ").split(" ")[0])
    if by_state is None:
        return None
    in_sentence = [state for state in parties(document, sentence.start, sentence.end) if state in by_state]
    candidates = set(in_sentence) or {
        p.state for m in document.cast.mentions for p in m.members if p.state in by_state
    }
    return by_state[candidates.pop() or ""] if len(candidates) == 1 else None


def _measures(unit: str | None, quantity: Quantity) -> bool:
    if unit is None or unit in _TIME_UNITS:
        return False
    if unit == "count":
        counted = (quantity.counted or "").split()
        # Things are counted in whole numbers: the number of a section, "5.2", counts nothing.
        whole = quantity.value == quantity.value.to_integral_value()
        return whole and bool(counted) and counted[0] not in _not_measures()
    return True


def _measure(document: Document, sentence: Sentence, quantity: Quantity, unit: str) -> Measure:
    indicator, word = _indicator(document, sentence, quantity)
    start = min(word.left, quantity.start) if word is not None else quantity.start
    return Measure(
        evidence=(document.surface.evidence(start, quantity.end),),
        by=document.speaker(quantity.number_start),
        by_also=document.also(quantity.number_start),
        extractor=f"measures/{'indicator' if word else 'counted'}",
        indicator=indicator,
        value=_decimal(quantity.value),
        unit=unit,
        per=quantity.per,
        approx=quantity.approx,
        at_least=quantity.at_least,
        at_most=quantity.at_most,
        target=_is_target(document, sentence, quantity),
        period=_period(document, sentence, quantity),
        parties=tuple(parties(document, sentence.start, sentence.end)),
    )


def _decimal(value: Decimal) -> str:
    """Return a plain decimal string: no exponent, no trailing noughts behind the point."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _indicator(document: Document, sentence: Sentence, quantity: Quantity) -> tuple[str, Hit | None]:
    if quantity.unit == "count":
        noun = (quantity.counted or "").split()[0]
        return _toll(document, sentence, quantity) or _counted().get(noun, _plain(noun)), None
    hits = cues(
        document,
        "measures",
        max(sentence.start, quantity.start - _REACH),
        min(sentence.end, quantity.end + 30),
    )
    named = [h for h in hits if cue(h.key)["role"] == "indicator"]
    nearest = min(named, key=lambda h: _distance(h, quantity), default=None)
    base = (
        cue(nearest.key)["indicator"]
        if nearest is not None
        else "share"
        if quantity.unit == "percent"
        else "amount"
    )
    changes = [h for h in hits if cue(h.key)["role"] == "change"]
    if quantity.unit == "percent" and changes:
        change = cue(min(changes, key=lambda h: _distance(h, quantity)).key)["change"]
        base = f"{base.removesuffix('_volume')}_{change}" if nearest is not None else change
    elif quantity.unit == "percent" and nearest is not None:
        base = f"{base}_share"
    return base, nearest


def _toll(document: Document, sentence: Sentence, quantity: Quantity) -> str | None:
    """What befell those who are counted, by the words right before: "مقتل أربعين شخصا" are casualties."""
    before = document.surface.tokens.between(sentence.start, quantity.start)[-_TOLL_REACH:]
    for token in reversed(before):
        for indicator, befell in _tolls().items():
            if token.text in befell or token.text[1:] in befell:
                return indicator
    return None


def _distance(hit: Hit, quantity: Quantity) -> int:
    """Characters between, those behind the figure counted double: the word mostly stands before."""
    return quantity.start - hit.end if hit.end <= quantity.start else 2 * (hit.start - quantity.end) + 10


def _plain(noun: str) -> str:
    """An indicator for a noun that no list names: its romanised form."""
    return slug(noun).replace("-", "_") or "count"


def _is_target(document: Document, sentence: Sentence, quantity: Quantity) -> bool:
    """Whether the figure is wished for: "رفع التبادل التجاري إلى …", not "ارتفع … ليبلغ", nor the base "من … إلى"."""
    before = cues(document, "measures", max(sentence.start, quantity.start - _REACH), quantity.start)
    told = [hit for hit in before if cue(hit.key)["role"] in ("target", "lift", "reached")]
    role = cue(told[-1].key)["role"] if told else "reached"
    token = document.surface.tokens.before(quantity.start)
    leads = token.text if token is not None else ""
    if role == "lift" and leads != "الي":
        role = cue(told[-2].key)["role"] if len(told) > 1 else "reached"
    return role != "reached" and leads not in ("من", "مقابل")


def _period(document: Document, sentence: Sentence, quantity: Quantity) -> str | None:
    """Return the EDTF date of the figure: one right behind it ("… عام 2022") before any nearer one in front."""
    behind = date_near(document, quantity.end, quantity.end, min(sentence.end, quantity.end + _RIGHT_BEHIND))
    date = behind or date_near(document, quantity.start, sentence.start, sentence.end)
    return date.edtf if date is not None else None
