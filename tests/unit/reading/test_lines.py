from hypothesis import given
from hypothesis import strategies as st

from marsad.folding import fold
from marsad.reading.lines import fold_lightly, split_lines

TEXTS = st.text(
    st.one_of(
        st.sampled_from('ابتكيىةأإآﻻﷲﷺ \n\r\t.،؛؟:"«»()-/ـًّ\u200f\u200b\ufeff\u00a0123٤٥'),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=120,
)


@given(TEXTS)
def test_light_folding_is_folding(text: str) -> None:
    assert fold_lightly(text) == fold(text).text


@given(TEXTS, st.integers(0, 20))
def test_lines_are_ordered_and_hold_what_is_not_blank(text: str, start: int) -> None:
    lines = split_lines(text, min(start, len(text)))
    ends = [min(start, len(text))]
    for line in lines:
        assert ends[-1] <= line.start < line.end <= len(text)
        assert "\n" not in text[line.start : line.end]
        ends.append(line.end)
    outside = "".join(
        text[end : line.start] for end, line in zip(ends, [*lines, None], strict=True) if line is not None
    )
    assert not any(char.isalnum() for char in outside + text[ends[-1] :])


def test_marks_at_the_edges_are_left_off() -> None:
    text = "\u200fأول\u200b \r\n\n\ufeff  ثانٍ\t"
    assert [text[line.start : line.end] for line in split_lines(text)] == ["أول", "ثانٍ"]
    assert [line.text for line in split_lines(text)] == ["اول", "ثان"]


def test_part_of_a_line_is_found_in_the_original() -> None:
    report = "قبل\nمُقدِّمةٌ: وصلَ الوفدُ"
    line = split_lines(report)[1]
    start = line.text.index("وصل")
    span = line.within(report, start, len(line.text))
    assert report[span.start : span.end] == "وصلَ الوفدُ"


def test_hashtags() -> None:
    report = "#ميناء_صحار يستقبل أول سفينة\n#صحار #ميناء_صحار\n____"
    first, tags, rule = split_lines(report)
    assert [line.is_hashtags for line in (first, tags, rule)] == [False, True, False]
    start = first.text.index("يستقبل")
    span = first.within(report, start, start + 6)
    assert report[span.start : span.end] == "يستقبل"
    assert rule.text == ""


def test_forms() -> None:
    def only(text: str) -> tuple[bool, bool, bool, bool]:
        (line,) = split_lines(text)
        return line.ends_sentence, line.is_paragraph, line.is_title, line.is_tag

    assert only("وصل الوفد إلى صلالة.") == (True, True, False, False)
    assert only("وفد عماني في صلالة") == (False, False, True, True)
    assert only("هل يصل الوفد؟") == (True, False, True, False)
    assert only("صلالة") == (False, False, False, True)
    assert only('قال: "وصل الوفد."') == (True, True, False, False)
    assert only("كلمة " * 40) == (False, True, False, False)
