"""Words that a page ran together: where a blank is put, and that nothing else changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.folding import fold
from marsad.language.joined import set_apart


def apart(text: str) -> str:
    return set_apart(fold(text), text).text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أعلنلقاءه", "اعلن لقاءه"),
        ("أكدالوزير", "اكد الوزير"),
        ("الحكومةالجديدة", "الحكومه الجديده"),
        ("التقىالوفد", "التقي الوفد"),
        ("عنالرئيس", "عن الرئيس"),
        ("البلدينمنذ", "البلدين منذ"),
    ],
)
def test_a_blank_is_put_between_two_words(text: str, expected: str) -> None:
    assert apart(text) == expected


@pytest.mark.parametrize("text", ["الحكومة", "كازاخستان", "مستقبلهما", "وسيتفاوضون", "العربية.نت", "بوتين"])
def test_one_word_stays_one(text: str) -> None:
    assert apart(text) == fold(text).text


def test_offsets_still_lead_to_the_text_as_written() -> None:
    text = "قالَ إن الحكومةالجديدة جاهزة"
    folded = set_apart(fold(text), text)
    at = folded.text.index("الجديده")
    span = folded.original(at, at + len("الجديده"))
    assert text[span.start : span.end] == "الجديدة"


@given(st.text(alphabet="ابةتجدرسعفقلمنهويىء ًً،", max_size=60))
def test_only_blanks_are_added(text: str) -> None:
    folded = fold(text)
    found = set_apart(folded, text)
    assert found.text.replace(" ", "") == folded.text.replace(" ", "")
    if found.offsets is not None:
        assert list(found.offsets) == sorted(found.offsets)
