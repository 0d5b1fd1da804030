"""Figures: value, unit, what is measured, wanted or reached."""

import pytest

from marsad.extraction import measures


def found(document):
    return [(m.indicator, m.value, m.unit, m.target) for m in measures.find(document)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "بلغ حجم التبادل التجاري بين قطر وعمان 4 مليارات دولار.",
            ("trade_volume", "4000000000", "USD", False),
        ),
        (
            "اتفق الوزيران على رفع حجم التبادل التجاري إلى 9 مليارات دولار.",
            ("trade_volume", "9000000000", "USD", True),
        ),
        (
            "يسعى البلدان إلى زيادة التبادل التجاري ليصل إلى ملياري يورو.",
            ("trade_volume", "2000000000", "EUR", True),
        ),
        (
            "ارتفع التبادل التجاري بين البلدين ليبلغ 700 مليون دولار.",
            ("trade_volume", "700000000", "USD", False),
        ),
        ("سجلت صادرات الأردن نموا بنسبة 12 بالمئة.", ("exports_growth", "12", "percent", False)),
        ("تراجعت واردات تونس بنسبة 8%.", ("imports_decline", "8", "percent", False)),
        ("وقع الجانبان خمس مذكرات تفاهم في مسقط.", ("documents_signed", "5", "count", False)),
        ("تعهدت اليابان بتقديم مساعدات بقيمة 30 مليون دولار.", ("aid", "30000000", "USD", False)),
    ],
)
def test_a_figure_says_what_it_measures_and_whether_it_is_wanted(read, text, expected):
    assert expected in found(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "استمرت المحادثات ثلاثة أيام في الدوحة.",
        "عقدت اللجنة دورتها السابعة في تونس.",
        "يبلغ الوزير من العمر 58 عاما.",
        "وصل مئات المندوبين إلى عمان.",
    ],
)
def test_durations_ordinals_ages_and_round_crowds_are_no_figures(read, text):
    assert found(read(text)) == []


def test_a_base_is_no_target(read):
    document = read("نأمل أن نرفع حجم التبادل التجاري من 200 مليون دولار إلى 500 مليون دولار.")
    assert [(m.value, m.target) for m in measures.find(document)] == [
        ("200000000", False),
        ("500000000", True),
    ]


def test_a_shared_currency_name_is_read_by_the_one_state_in_view(read):
    assert ("budget", "40000000", "SAR", False) in found(read("خصصت السعودية ميزانية قدرها 40 مليون ريال."))


def test_a_shared_currency_name_stays_open_between_two_states(read):
    assert found(read("قدمت السعودية وقطر 40 مليون ريال.")) == []


def test_the_figure_is_put_in_its_speakers_mouth(read):
    document = read("قال وزير الطاقة القطري سعد الكعبي إن إنتاج قطر بلغ 77 مليون طن.")
    measure = measures.find(document)[0]
    assert (measure.by.person, measure.unit) == ("saad-al-kaabi", "t")


def test_a_date_right_behind_the_figure_is_its_period(read):
    document = read("ارتفعت الصادرات من 3 مليارات دولار عام 2019 إلى 5 مليارات دولار عام 2023.")
    assert [m.period for m in measures.find(document)] == ["2019", "2023"]


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("أسفر الهجوم عن مقتل أربعين شخصا في المدينة.", "casualties"),
        ("أدى الانفجار إلى إصابة 12 جنديا.", "injured"),
        ("حضر المؤتمر 40 شخصا.", "people"),
    ],
)
def test_what_befell_those_who_are_counted(read, text, indicator):
    (claim,) = measures.find(read(text))
    assert claim.indicator == indicator


def test_the_number_of_a_section_counts_nothing(read):
    text = "جاء في البيان: 5.2 شدد الجانبان على أهمية الحوار."
    assert measures.find(read(text)) == []
