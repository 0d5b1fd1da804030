import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.model.report import RawReport
from marsad.reading.kinds import Kind
from marsad.reading.zones import Zones, find_zones

LEAD = "التقى وزير النقل العماني نظيره القطري في الدوحة، وبحثا إنشاء خط ملاحي بين ميناءي صحار وحمد."
SECOND = "وقال الوزير إن الخط الجديد سيبدأ العمل قبل نهاية العام، وإن رحلتين ستسيران كل أسبوع."
THIRD = "وأعرب نظيره عن أمله في أن تنمو التجارة بين البلدين بعد افتتاح الخط الملاحي المنتظم."
HEADLINE = "خط ملاحي جديد يربط صحار بالدوحة"


def page(*lines: str, title: str = "") -> RawReport:
    lead = f"{title}\n\n" if title else ""
    return RawReport(source="a", text=lead + "\n".join(lines), title=title or None, body_start=len(lead))


def shown(raw: RawReport) -> tuple[list[str], list[str]]:
    zones = find_zones(raw)
    return ([raw.text[a:b] for a, b in zones.headline], [raw.text[a:b] for a, b in zones.body])


def body(*lines: str, title: str = "") -> list[str]:
    return "\n".join(shown(page(*lines, title=title))[1]).split("\n")


def test_plain_text_is_all_body_in_one_span() -> None:
    raw = page(LEAD, "", SECOND, " ", THIRD)
    assert shown(raw) == ([], [raw.text])


def test_headline_kicker_and_furniture_of_a_printed_page() -> None:
    raw = page(
        "عربي ودولي",
        "خلال زيارة إلى الدوحة؛",
        HEADLINE,
        HEADLINE,
        "",
        LEAD,
        SECOND,
        "اقرأ المزيد في: الاقتصاد",
        "12/03/2021",
    )
    assert shown(raw) == (["خلال زيارة إلى الدوحة؛", HEADLINE], [f"{LEAD}\n{SECOND}"])


def test_a_title_given_apart_is_the_headline() -> None:
    raw = page(LEAD, SECOND, title=HEADLINE)
    assert shown(raw) == ([HEADLINE], [f"{LEAD}\n{SECOND}"])


def test_the_title_printed_again_is_furniture() -> None:
    assert body(HEADLINE, LEAD, SECOND, title=HEADLINE) == [LEAD, SECOND]


def test_standfirst_printed_again_as_the_last_line() -> None:
    raw = page(
        "الوزيران يعلنان خطا ملاحيا بين صحار والدوحة.",
        LEAD,
        SECOND,
        "الوزيران يعلنان خطا ملاحيا بين صحار والدوحة.",
        title=HEADLINE,
    )
    headline, article = shown(raw)
    assert headline == [HEADLINE, "الوزيران يعلنان خطا ملاحيا بين صحار والدوحة."]
    assert article == [f"{LEAD}\n{SECOND}"]


def test_standfirst_set_apart_by_a_date_or_dateline() -> None:
    for between in ("2021-03-12", "مسقط - العمانية"):
        headline, article = shown(page(HEADLINE, LEAD, between, SECOND, THIRD))
        assert headline == [HEADLINE, LEAD]
        assert article == [f"{SECOND}\n{THIRD}"]


def test_standfirst_that_the_article_tells_again() -> None:
    standfirst = "وزير النقل العماني ونظيره القطري يبحثان في الدوحة إنشاء خط ملاحي بين ميناءي صحار وحمد"
    headline, article = shown(page(f"{standfirst}.", LEAD, SECOND, THIRD, title=HEADLINE))
    assert headline == [HEADLINE, f"{standfirst}."]
    assert article == [f"{LEAD}\n{SECOND}\n{THIRD}"]


def test_short_line_under_a_title_given_apart() -> None:
    headline, article = shown(page("رحلتان كل أسبوع", LEAD, SECOND, title=HEADLINE))
    assert headline == [HEADLINE, "رحلتان كل أسبوع"]
    assert article == [f"{LEAD}\n{SECOND}"]


@pytest.mark.parametrize("end", ["/انتهى/", "رمز الخبر 481516", "تعليقك", "الوسوم: صحار، الدوحة"])
def test_nothing_follows_the_end(end: str) -> None:
    teaser = "وزير الطاقة يفتتح محطة جديدة في صلالة بقدرة كبيرة، ويعلن عن محطة أخرى."
    assert body(LEAD, SECOND, end, teaser, "اسم المعلق") == [LEAD, SECOND]


def test_an_end_mark_above_the_article_ends_nothing() -> None:
    assert body(HEADLINE, "التعليقات (0)", LEAD, SECOND) == [LEAD, SECOND]


def test_links_inside_the_article() -> None:
    assert body(LEAD, "اقرأ أيضا:", "ميناء صحار في أرقام", "الدوحة تستعد للمعرض", SECOND, THIRD) == [
        LEAD,
        SECOND,
        THIRD,
    ]


def test_tags_and_teasers_below_the_article() -> None:
    teaser = "دخل ميناء صلالة الخدمة قبل سنوات طويلة، ويعد اليوم من أكبر الموانئ في المنطقة كلها."
    assert body(LEAD, SECOND, "صحار", "قطر", "الموانئ", teaser, "اليوم 06:42", "19 آب") == [LEAD, SECOND]


def test_a_list_that_belongs_to_the_article_stays() -> None:
    assert body(LEAD, "ويخدم الخط الموانئ التالية:", "صحار", "صلالة", "حمد")[2:] == ["صحار", "صلالة", "حمد"]


def test_heading_between_paragraphs_is_left_out_but_no_sentence() -> None:
    assert body(LEAD, "رحلتان كل أسبوع", SECOND, THIRD) == [LEAD, SECOND, THIRD]
    unstopped = "وأكد الوزيران متابعة المشروع خطوة خطوة حتى يدخل الخدمة في موعده"
    assert body(LEAD, unstopped, SECOND, THIRD)[1] == unstopped


def test_furniture_at_the_ends_of_paragraphs_is_cut_off() -> None:
    raw = page(f"مسقط - العمانية: {LEAD}", f"{SECOND} سمات صحار الدوحة")
    assert shown(raw)[1] == [f"{LEAD}\n{SECOND}"]


def test_one_line_is_an_article() -> None:
    assert shown(page(HEADLINE))[1] == [HEADLINE]
    assert shown(page(HEADLINE, title="عنوان آخر لهذا الخبر"))[1] == [HEADLINE]


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [LEAD, SECOND, THIRD, HEADLINE, "", "صحار", "/انتهى/", "اقرأ أيضا:", "2021-03-12", "12/03/2021"]
        ),
        st.sampled_from(
            ["مسقط - العمانية", "شارك الخبر", f"واس - جدة: {LEAD}", f"{SECOND} سمات صحار", "___", "#صحار"]
        ),
        st.text('ابوم َ\u200f.:؛"-/#_\r 1', max_size=30),
    ),
    max_size=14,
)


@settings(max_examples=300)
@given(lines=LINES, title=st.sampled_from(["", HEADLINE, " "]))
def test_zones_are_ordered_disjoint_and_without_furniture(lines: list[str], title: str) -> None:
    raw = page(*lines, title=title)
    zones = find_zones(raw)
    spans = [*zones.headline, *zones.body]
    ends = 0
    for start, end in spans:
        assert ends <= start < end <= len(raw.text)
        ends = end
    for line, kind in zip(zones.lines, zones.kinds, strict=True):
        inside = any(start < line.end and line.start < end for start, end in spans)
        if kind in {Kind.FURNITURE, Kind.DATE, Kind.DATELINE, Kind.HEADING}:
            assert not inside
        elif kind is not Kind.TEXT:
            assert inside
    _spans_are_maximal(raw, zones)


def _spans_are_maximal(raw: RawReport, zones: Zones) -> None:
    for (_, end), (start, _) in zip(zones.body, zones.body[1:], strict=False):
        assert raw.text[end:start].strip()


def test_long_texts_are_read_in_linear_time() -> None:
    raw = page(*[f"{number} {LEAD}" for number in range(20_000)], *["صحار"] * 5_000)
    assert len(find_zones(raw).body) == 1
