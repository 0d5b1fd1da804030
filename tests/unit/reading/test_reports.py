import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.errors import NotAReport
from marsad.model.ids import report_id
from marsad.model.report import Published, RawReport, Span
from marsad.reading import read

LEAD = "التقى وزير النقل العماني نظيره القطري في الدوحة، وبحثا إنشاء خط ملاحي بين الميناءين."
SECOND = "وقال الوزير إن الخط الجديد سيبدأ العمل قبل نهاية العام."


def test_everything_together() -> None:
    text = f"خط ملاحي جديد يربط صحار بالدوحة\r\n2021-03-12\r\n{LEAD}\r\n{SECOND}\r\nالمصدر: إرنا"
    found = read(RawReport(source="here/a.txt", text=text))
    report = found.report
    assert report.text == text
    assert report.id == report_id(text)
    assert (report.source, report.outlet) == ("here/a.txt", "IRNA")
    assert report.title == "خط ملاحي جديد يربط صحار بالدوحة"
    assert report.published == Published(edtf="2021-03-12", basis="explicit")
    assert report.headline == (Span(0, len(report.title)),)
    assert [text[start:end] for start, end in report.body] == [f"{LEAD}\r\n{SECOND}"]
    assert [date.where for date in found.dates] == ["head"]


def test_the_title_of_the_source_is_kept() -> None:
    raw = RawReport(source="a", text=f"عنوان الخبر\n\n{LEAD}", title="عنوان الخبر", body_start=13)
    assert read(raw).report.title == "عنوان الخبر"


def test_without_headline_there_is_no_title() -> None:
    assert read(RawReport(source="a", text=f"{LEAD}\n{SECOND}")).report.title is None


@pytest.mark.parametrize("text", ["", "\n", "Not in Arabic at all, this one."])
def test_what_is_no_report(text: str) -> None:
    with pytest.raises(NotAReport):
        read(RawReport(source="a", text=text))


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80), st.integers(0, 3))
def test_any_text_gives_a_report_or_is_refused(noise: str, lines: int) -> None:
    text = "\n".join([noise, *[LEAD] * lines, noise])
    try:
        report = read(RawReport(source="a", text=text)).report
    except NotAReport:
        return
    assert report.text == text
    assert report.body
