import pytest

from marsad.folding import fold_word
from marsad.model.report import Published, RawReport
from marsad.reading.pagedates import read_date_line
from marsad.reading.publication import PageDate, page_dates, published
from marsad.reading.zones import find_zones

LEAD = "التقى وزير النقل العماني نظيره القطري في الدوحة، وبحثا إنشاء خط ملاحي بين الميناءين."
SECOND = "وقال الوزير إن الخط الجديد سيبدأ العمل قبل نهاية العام."
HEADLINE = "خط ملاحي جديد يربط صحار بالدوحة"


def dates(*lines: str, field: str | None = None) -> tuple[PageDate, ...]:
    raw = RawReport(source="a", text="\n".join(lines), published=field)
    return page_dates(raw, find_zones(raw))


@pytest.mark.parametrize(
    ("line", "edtf"),
    [
        ("2021-03-12", "2021-03-12"),
        ("2021-03-12T08:30+0000", "2021-03-12T08:30+00:00"),
        ("12/03/2021", "2021-03-12"),
        ("١٢/٠٣/٢٠٢١، ٢:٣٠ م", "2021-03-12T14:30"),
        ("الجمعة ١٢ مارس ٢٠٢١ - ٠٨:٣٠ بتوقيت غرينتش", "2021-03-12T08:30Z"),
        ("نشر في: 12 مارس 2021 - 8:30 ص", "2021-03-12T08:30"),
        ("تاريخ النشر: الجمعة، 12 آذار 2021", "2021-03-12"),
        ("سلمى الكندي - 12 مارس 2021", "2021-03-12"),
        ("مسقط 12 مارس 2021", "2021-03-12"),
        ("12 مارس 2021 | 12:10 ص", "2021-03-12T00:10"),
        ("28 رجب 1442 هـ الموافق 12 مارس 2021 م", "2021-03-12"),
        ("آخر تحديث: 13 مارس 2021 نشر في: 12 مارس 2021 الساعة 11:00", "2021-03-12T11:00"),
        ("12 مارس 2021 10:00 GMT+3", "2021-03-12T10:00+03:00"),
        ("12 مارس 2021 10:00 بتوقيت مكة المكرمة", "2021-03-12T10:00+03:00"),
    ],
)
def test_date_lines(line: str, edtf: str) -> None:
    found = read_date_line(fold_word(line))
    assert found is not None
    assert found.edtf == edtf


@pytest.mark.parametrize(
    "line",
    [
        "قمة 12 مارس 2021",
        "افتتح الميناء في 12 مارس 2021",
        "قمة مسقط 2021",
        "مارس 2021",
        "12 مارس",
        "10:30",
        "1442",
        "الجمعة",
        "رمز الخبر 481516",
    ],
)
def test_lines_that_date_nothing(line: str) -> None:
    assert read_date_line(fold_word(line)) is None


def test_label() -> None:
    labels = [read_date_line(fold_word(f"{label} 12 مارس 2021")) for label in ("نشر في", "آخر تحديث:", "")]
    assert [found and found.label for found in labels] == ["published", "updated", None]


def test_place_in_the_text() -> None:
    (date,) = dates(HEADLINE, "نُشر في: 12 مارس 2021", LEAD, SECOND)
    assert (date.text, date.where) == ("12 مارس 2021", "head")
    text = f"{HEADLINE}\nنُشر في: 12 مارس 2021"
    assert text[date.start : date.end] == "12 مارس 2021"


def test_field_comes_before_head_and_head_before_foot() -> None:
    found = dates("2021-03-11", HEADLINE, LEAD, SECOND, "13/03/2021", field="2021-03-12")
    assert [(date.edtf, date.where) for date in found] == [
        ("2021-03-12", "field"),
        ("2021-03-11", "head"),
        ("2021-03-13", "foot"),
    ]
    assert published(found) == Published(edtf="2021-03-12", basis="explicit")
    assert published(found[1:]) == Published(edtf="2021-03-11", basis="explicit")


def test_a_bare_date_at_the_foot_is_a_candidate_only() -> None:
    assert published(dates(LEAD, SECOND, "13/03/2021")) == Published()
    assert published(dates(LEAD, SECOND, "تاريخ النشر: 13/03/2021")).edtf == "2021-03-13"


def test_the_day_of_a_change_is_no_day_of_publication() -> None:
    assert published(dates("آخر تحديث: 13 مارس 2021", HEADLINE, LEAD, SECOND)) == Published()


def test_dateline_with_a_full_date() -> None:
    found = dates(f"الدوحة في 12 مارس 2021 /قنا/ {LEAD}", SECOND)
    assert [(date.edtf, date.where, date.text) for date in found] == [
        ("2021-03-12", "dateline", "12 مارس 2021")
    ]
    assert published(found).edtf == "2021-03-12"


@pytest.mark.parametrize("field", ["غير معروف", "", "2021-02-30"])
def test_a_field_that_says_nothing(field: str) -> None:
    assert dates(LEAD, SECOND, field=field) == ()


def test_a_field_in_arabic() -> None:
    (date,) = dates(LEAD, SECOND, field="١٢ مارس ٢٠٢١")
    assert date.edtf == "2021-03-12"


def test_dates_inside_the_article_are_none_of_the_page() -> None:
    assert dates(LEAD, "وكان الاتفاق قد وقع في 12 مارس 2021.", SECOND) == ()
