"""Where a sentence ends."""

from itertools import pairwise

import pytest

from marsad.folding import fold
from marsad.language.sentences import sentences


def cut(text: str) -> list[str]:
    folded = fold(text).text
    return [folded[s.start : s.end] for s in sentences(folded, 0, len(folded))]


@pytest.mark.parametrize(
    "text",
    ["وصل الوفد إلى المطار.واستقبله الوزير.", 'قال الوزير: "السوق واعدة".واستقبل الوفد مساء.'],
)
def test_a_full_stop_ends_a_sentence_without_a_blank_behind_it(text: str) -> None:
    assert len(cut(text)) == 2


@pytest.mark.parametrize(
    "text", ["نشرت العربية.نت الخبر كاملا", "وقال م. عادل ناصيف إن السوق واعدة", "بلغت النسبة 3.5 في المئة"]
)
def test_other_dots_end_none(text: str) -> None:
    assert len(cut(text)) == 1


@pytest.mark.parametrize("text", ["قال الوزير ذلك، " * 2000, "ا" * 20_000])
def test_a_text_without_full_stops_is_cut_into_pieces_without_loss(text: str) -> None:
    pieces = sentences(text, 0, len(text))
    assert len(pieces) > 1
    assert max(piece.end - piece.start for piece in pieces) < len(text) / 2
    texts = [text[piece.start : piece.end] for piece in pieces]
    assert "".join("".join(texts).split()) == "".join(text.split())
    assert all(before.end <= after.start for before, after in pairwise(pieces))
