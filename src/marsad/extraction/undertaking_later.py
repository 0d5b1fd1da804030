"""Stages told of a thing named before, by a word that only points back to it.

Example: "أبرمت الدولتان اتفاقية للصيد، لكن البرلمان لم يصادق عليها" → also delayed.
"""

from marsad.extraction.document import Document
from marsad.extraction.undertaking_claims import Found
from marsad.extraction.undertaking_parties import parties_within
from marsad.extraction.undertaking_stages import longest
from marsad.extraction.undertaking_words import cue_hits, family, gap, is_one, slots
from marsad.knowledge.lexicon import Hit
from marsad.language.sentences import Sentence

#: Words in front that belong to the evidence are looked for this far, in characters.
_LEAD = 40


def told_later(
    document: Document, sentence: Sentence, told: list[Found], *, kind: str, carried: list[str]
) -> list[Found]:
    """Return the stages of the last instrument that stand in a sentence apart from any thing."""
    found: list[Found] = []
    for hit in longest(cue_hits(document, sentence.start, sentence.end, role="stage")):
        row = slots(hit.key)
        if not row.get("back") or family(kind) not in row.get("for", [family(kind)]):
            continue
        if any(f.left <= hit.start < f.end or f.stage == row["stage"] for f in told + found):
            continue
        if row["stage"] == "signed" and not _free(document, sentence, hit):
            continue
        left = _clause_start(document, sentence, hit.left)
        view = list(dict.fromkeys([*parties_within(document, left, hit.left), *carried]))
        if view:
            found.append(
                Found(
                    kind=kind,
                    stage=row["stage"],
                    left=left,
                    end=hit.end,
                    limit=sentence.end,
                    at=hit.left,
                    parties=tuple(view),
                    rule=f"later-{row['stage']}",
                )
            )
    return found


def _free(document: Document, sentence: Sentence, hit: Hit) -> bool:
    """Whether no noun stands in front that was signed instead: not "قانون وقعه الرئيس"."""
    before = gap(document, sentence.start, hit.left)[-1:]
    if not before or hit.prefix.startswith("و") or not before[0].text.isalpha():
        return True
    return any(is_one(before[0].text, name) for name in ("relative", "done", "led_on"))


def _clause_start(document: Document, sentence: Sentence, position: int) -> int:
    """Return where the clause of a word begins: behind the last comma, at most a few words back."""
    start = max(sentence.start, position - _LEAD)
    comma = max(document.text.rfind(mark, start, position) for mark in "،,؛")
    return comma + 1 if comma >= 0 else start
