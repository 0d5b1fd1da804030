"""Tokens: words, numbers and single marks, each where it stands."""

from hypothesis import given
from hypothesis import strategies as st

from marsad.language.tokens import Tokens

TEXTS = st.text(alphabet="ابتةو 19\n\t.،\"'-(٪é", max_size=60)


def test_marks_stand_alone() -> None:
    tokens = Tokens('قال الوزير: "نعم"، ثم 3.5% (فقط)').all
    assert [token.text for token in tokens] == [
        "قال", "الوزير", ":", '"', "نعم", '"', "،", "ثم", "3", ".", "5", "%", "(", "فقط", ")",
    ]  # fmt: skip


@given(TEXTS)
def test_tokens_cover_all_but_the_white_space(text: str) -> None:
    tokens = Tokens(text)
    assert all(text[token.start : token.end] == token.text for token in tokens.all)
    assert "".join(token.text for token in tokens.all) == "".join(text.split())
    assert tokens.starts == [token.start for token in tokens.all]


@given(TEXTS)
def test_a_token_is_one_mark_or_a_whole_run_of_letters(text: str) -> None:
    for token in Tokens(text).all:
        assert len(token.text) == 1 or token.text.isalnum()
        around = text[token.start - 1 : token.start] + text[token.end : token.end + 1]
        assert not (token.is_word and any(map(str.isalnum, around)))


@given(TEXTS, st.integers(0, 60), st.integers(0, 60))
def test_of_a_span_only_what_lies_in_it_is_cut(text: str, start: int, length: int) -> None:
    end = min(len(text), start + length)
    inside = Tokens(text, [(min(start, end), end)]).all
    assert [(t.start - min(start, end), t.text) for t in inside] == [
        (t.start, t.text) for t in Tokens(text[min(start, end) : end]).all
    ]
