"""Where a sentence ends."""

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
