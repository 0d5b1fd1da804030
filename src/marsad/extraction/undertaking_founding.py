"""What a document, or a list of joint projects, sets up without the name of anything known.

Examples: "وقعت غانا وتوغو اتفاقية لإنشاء سوق للماشية" → also other, agreed; "من المبادرات المشتركة بين البلدين:
إنشاء مكتبة رقمية، وإقامة معرض" → two, agreed.
"""

from marsad.extraction.document import Document
from marsad.extraction.undertaking_claims import Found
from marsad.extraction.undertaking_parties import parties, states_of
from marsad.extraction.undertaking_words import cue_hits, family, gap, is_one, listed, slots
from marsad.language.sentences import Sentence
from marsad.language.tokens import Token

#: Stages of a document that sets something up, and the stage of what it sets up.
_FOUNDING = {"signed": "agreed", "agreed": "agreed", "signing_scheduled": "proposed"}
#: How far behind a document, in characters, what it sets up may stand; in tokens, where a list says what it lists.
_FAR, _HEAD = 160, 8


def founded(document: Document, sentence: Sentence, told: list[Found], *, carried: list[str]) -> list[Found]:
    """Return what the documents told of, or the list of joint projects, of a sentence set up."""
    found: list[Found] = []
    listing = _list_start(document, sentence)
    shared = _list_parties(document, sentence, listing, carried) if listing is not None else []
    for token in gap(document, sentence.start, sentence.end):
        if token.text.lstrip("ول") not in listed("setting_up") or any(_covers(f, token) for f in told):
            continue
        founder = _founder(document, told, token, again=bool(found))
        stage = _FOUNDING[founder.stage] if founder is not None else "agreed"
        view = founder.parties if founder is not None else tuple(shared)
        if founder is None and (listing is None or token.start < listing or not shared):
            continue
        thing = document.surface.tokens.after(token.end)
        if thing is None or not thing.text.isalpha() or is_one(thing.text, "not_founded") or len(view) < 2:
            continue
        known = cue_hits(document, thing.start, thing.end, role="thing")
        kind = slots(known[0].key)["kind"] if known else "other"
        found.append(_thing(sentence, (token, thing), kind=kind, stage=stage, view=view))
    return found


def _covers(found: Found, token: Token) -> bool:
    return found.left <= token.start < found.at or token.start == found.left


def _founder(document: Document, told: list[Found], token: Token, *, again: bool) -> Found | None:
    """Return the document that sets up what a verbal noun governs: "اتفاقية لإنشاء"; "وإنشاء" only goes on."""
    if not token.text.startswith("ل") and not again:
        return None
    before = [
        f for f in told if f.at < token.start and family(f.kind) == "instrument" and f.stage in _FOUNDING
    ]
    if not before:
        return None
    nearest = max(before, key=lambda f: f.at)
    between = document.text[nearest.at : token.start]
    return nearest if len(between) <= _FAR and not any(mark in between for mark in ".؛\n") else None


def _list_start(document: Document, sentence: Sentence) -> int | None:
    """Return where a sentence begins to list joint projects: "ومن المبادرات المشتركة للمجلس إنشاء"."""
    tokens = gap(document, sentence.start, sentence.end)
    for index, token in enumerate(tokens):
        if not is_one(token.text, "projects"):
            continue
        around = tokens[max(0, index - 3) : index + _HEAD]
        if any(is_one(other.text, "list") or is_one(other.text, "among") for other in around):
            return token.end
    return None


def _list_parties(document: Document, sentence: Sentence, start: int, carried: list[str]) -> list[str]:
    """Return the two sides whose projects are listed; none where nothing says that they are joint."""
    if not any(is_one(token.text, "joint") for token in gap(document, sentence.start, sentence.end)):
        return []
    view = parties(document, sentence, (start, sentence.end), carried=carried, near_only=False, again=False)
    return view if len(states_of(view)) > 1 else []


def _thing(
    sentence: Sentence, words: tuple[Token, Token], *, kind: str, stage: str, view: tuple[str, ...]
) -> Found:
    return Found(
        kind=kind,
        stage=stage,
        left=words[0].start,
        end=words[1].end,
        limit=sentence.end,
        at=words[0].start,
        parties=view,
        rule=f"founded-{stage}",
    )
