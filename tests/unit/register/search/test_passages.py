from hypothesis import given
from hypothesis import strategies as st

from handmade import extraction
from marsad.model.report import Span
from marsad.register.search.parsing import parse_query
from marsad.register.search.passages import passages

TEXT = """وصول القمح
وصلت سُفُن القمح إلى الميناء. وقال الوزير إنّ القَمْح جيد.
وزار الوزير الميناء. وافتتح الوزراء طريقا.
وصول القمح
"""
REPORT = extraction(TEXT).report


def shown(query, most=3, evidence=()):
    found = passages(REPORT, parse_query(query).terms, most=most, evidence=evidence)
    return [(passage.text, [passage.text[start:end] for start, end in passage.marks]) for passage in found]


def test_marks_keep_what_the_original_writes():
    assert shown("سفينة") == [("وصلت سُفُن القمح إلى الميناء.", ["سُفُن"])]
    assert shown("قمح", most=9)[-1] == ("وقال الوزير إنّ القَمْح جيد.", ["القَمْح"])


def test_sentences_that_show_all_terms_between_them_come_first():
    assert [text for text, _ in shown("القمح طريق", most=2)] == ["وصول القمح", "وافتتح الوزراء طريقا."]


def test_a_sentence_on_which_a_claim_rests_comes_before_its_like():
    start = TEXT.index("وافتتح")
    assert [text for text, _ in shown("وزير", most=1, evidence=[Span(start, start + 6)])] == [
        "وافتتح الوزراء طريقا."
    ]


def test_a_phrase_is_one_mark_and_a_sentence_printed_twice_is_shown_once():
    assert shown('"وصول القمح"') == [("وصول القمح", ["وصول القمح"])]


@given(st.text(alphabet='قمحوزير طريقَّـ.\n"»«', max_size=80))
def test_spans_lead_to_the_original(body):
    report = extraction(f"خبر\n{body}\nقمح").report
    for passage in passages(report, parse_query("قمح OR وزير OR طريق").terms, most=5):
        assert report.text[passage.start : passage.end] == passage.text
        ends = [0, *(place for mark in passage.marks for place in mark), len(passage.text)]
        assert ends == sorted(ends)
        assert all(start < end for start, end in passage.marks)
