"""Agreements without a noun for them: what sides agreed on, and the statements that they put out together.

Examples: "اتفق الوزيران على تكثيف الرحلات الجوية" → agreement, agreed; "وجاء في بيان أردني تونسي مشترك" →
declaration, agreed.
"""

from marsad.extraction.document import Document
from marsad.extraction.undertaking_claims import Found
from marsad.extraction.undertaking_parties import last_in_view, parties_within, with_home_states
from marsad.extraction.undertaking_stages import Told, modality_of
from marsad.extraction.undertaking_things import Thing
from marsad.extraction.undertaking_words import cue_hits, gap, is_one, listed, slots
from marsad.knowledge.lexicon import Hit
from marsad.language.sentences import Sentence

#: How far behind the verb, in tokens, what was agreed may be led in; its subject stands between.
_FAR = 25
_NEAR = 5


def agreed_on(document: Document, sentence: Sentence, told: list[Found], carried: list[str]) -> list[Found]:
    """Return the agreements that a verb tells: "اتفق البلدان على …", "قررا الارتقاء بعلاقاتهما إلى …"."""
    found: list[Found] = []
    taken = -1
    for hit in cue_hits(document, sentence.start, sentence.end, "agreeing"):
        if hit.start < taken or modality_of(document, sentence, hit) in ("denied", "planned", "possible", "wanted", "called", "refused"):
            continue
        content = _content(document, sentence, hit)
        if content is None or any(f.left <= hit.left < f.end for f in told):
            continue
        if "witnessed" in slots(hit.key) and not _witnessed(document, sentence, hit):
            continue
        view = _parties(document, sentence, hit, content) or carried or last_in_view(document, sentence)
        if view:
            taken = content
            found.append(_agreement(hit, content, sentence, view))
    return found


def _witnessed(document: Document, sentence: Sentence, hit: Hit) -> bool:
    """"شهدت الزيارة الاتفاق على …" tells of an agreement, "يمكن الاتفاق على …" does not."""
    before = gap(document, sentence.start, hit.left)[-_NEAR:]
    return any(is_one(token.text, "witnessed") for token in before) and not any(t.text in "؛." for t in before)


def _content(document: Document, sentence: Sentence, hit: Hit) -> int | None:
    """Return where what was agreed is led in by "على"; None when the verb has none."""
    for token in gap(document, hit.end, sentence.end)[:_FAR]:
        if token.text in listed("onto") or token.text.removeprefix("علي") != token.text:
            return token.end
        if token.text in "؛.":
            return None
    return None


def _parties(document: Document, sentence: Sentence, hit: Hit, content: int) -> list[str]:
    """Those between verb and content, else those before it in the sentence, else the states last in view."""
    own = with_home_states(parties_within(document, hit.end, content))
    if len(own) >= 2:
        return own
    before = with_home_states(parties_within(document, sentence.start, hit.left))
    both = list(dict.fromkeys([*own, *before]))
    if len(both) >= 2:
        return both
    behind = with_home_states(parties_within(document, content, sentence.end))
    return list(dict.fromkeys([*both, *behind])) if both else behind


def _agreement(hit: Hit, content: int, sentence: Sentence, view: list[str]) -> Found:
    return Found(
        kind="agreement",
        stage="agreed",
        left=hit.left,
        end=content,
        limit=sentence.end,
        at=hit.left,
        parties=tuple(view),
        rule="agreed-on",
    )


def joint_statement(document: Document, sentence: Sentence, thing: Thing) -> list[Told]:
    """"في بيان مشترك نشرته …": a joint statement that is quoted or put out has been agreed."""
    if not thing.key.endswith("/declaration"):
        return []
    before = gap(document, sentence.start, thing.left)[-_NEAR:]
    after = gap(document, thing.end, sentence.end)[: _NEAR + 2]
    if any(is_one(token.text, "denied") or is_one(token.text, "wanted") for token in before):
        return []
    if any(is_one(token.text, "issued") for token in [*before, *after]) or document.text[thing.left] in "بل":
        return [Told("agreed", thing.left, thing.end, "joint")]
    return []
