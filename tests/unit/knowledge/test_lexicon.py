"""The look-up of tokens against a search for every form at every place, which is slow and plainly right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.folding import fold_word
from marsad.knowledge.lexicon import ENTITY_KINDS, Hit, scan
from marsad.knowledge.table import table
from marsad.language.tokens import Tokens

PREFIXES = ("", "و", "ل", "ال", "وال", "بال", "لل", "ولل", "س", "وس", "ك", "ف", "ا", "م")
GAPS = (" ", "، ", "  ", "\n", " - ", ". ", "-", "")
SENSES = dict(table().lexicon())
FORMS = sorted(SENSES)


def found(text: str) -> list[Hit]:
    folded = fold_word(text)
    return scan(folded, Tokens(folded).all)


def kinds(text: str) -> set[tuple[str, str, str]]:
    return {(hit.kind, hit.key, hit.prefix) for hit in found(text)}


def test_proclitics_come_off() -> None:
    assert ("state", "SAU", "ولل") in kinds("وللسعودية")
    assert ("state", "SAU", "ال") in kinds("السعودية")


def test_a_form_inside_a_word_is_none() -> None:
    assert not [hit for hit in found("مصرف مصري") if hit.kind == "state"]


def test_of_entities_the_longest_counts() -> None:
    hits = [hit for hit in found("زار الولايات المتحدة الأمريكية أمس") if hit.kind in ENTITY_KINDS]
    assert [(hit.key, hit.end - hit.start) for hit in hits if hit.kind == "state"] == [
        ("USA", len("ولايات المتحدة الأمريكية"))
    ]


def test_a_phrase_ends_with_its_word_and_keeps_its_blanks() -> None:
    assert ("state", "USA", "ال") in kinds("الولايات المتحدة")
    for broken in ("الولايات، المتحدة", "الولايات المتحدةء", "الولايات\nالمتحدة"):
        assert not [hit for hit in found(broken) if hit.kind == "state" and hit.key == "USA"]


def test_only_the_given_tokens_are_read() -> None:
    folded = fold_word("السعودية والأردن")
    assert {hit.key for hit in scan(folded, Tokens(folded).all[1:]) if hit.kind == "state"} == {"JOR"}


def _everywhere(text: str, forms: list[str]) -> set[tuple[int, int, str]]:
    """Every place at which a form stands as the rest of a word, with the prefix."""
    places = set()
    for form in forms:
        at = text.find(form)
        while at >= 0:
            left, end = at, at + len(form)
            while left > 0 and text[left - 1].isalnum():
                left -= 1
            if not text[end : end + 1].isalnum():
                places.add((at, end, text[left:at]))
            at = text.find(form, at + 1)
    return places


@given(
    st.lists(st.tuples(st.sampled_from(PREFIXES), st.sampled_from(FORMS), st.sampled_from(GAPS)), max_size=6)
)
def test_what_is_found_stands_there_and_nothing_is_missed(parts: list[tuple[str, str, str]]) -> None:
    text = "".join(prefix + form + gap for prefix, form, gap in parts)
    hits = scan(text, Tokens(text).all)
    standing = _everywhere(text, [form for _, form, _ in parts])
    assert all(text[hit.left : hit.start] == hit.prefix for hit in hits)
    assert hits == sorted(hits, key=lambda hit: (hit.start, -hit.end))
    spans = {(hit.start, hit.end) for hit in hits}
    entities = {(hit.start, hit.end) for hit in hits if hit.kind in ENTITY_KINDS}
    for start, end, prefix in standing:
        # With و or nothing in front every sense counts but those that need their article.
        kinds_there = {
            sense.split("\t")[0]
            for sense in SENSES[text[start:end]].split("\n")
            if not sense.endswith("+art")
        }
        if prefix not in ("", "و") or not kinds_there or (start, end) in spans:
            continue
        assert kinds_there <= ENTITY_KINDS
        assert any(left <= start and end <= right for left, right in entities)


@pytest.mark.parametrize("length", [100, 1000])
def test_hits_grow_with_the_text_alone(length: int) -> None:
    sentence = "أكد وزير الخارجية العماني أن السعودية والأردن ترحبان بالاتفاق. "
    assert len(found(sentence * length)) == length * len(found(sentence))
