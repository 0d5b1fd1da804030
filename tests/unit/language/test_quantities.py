"""Figures: a table worked out by hand, and properties that hold for any text."""

import sys
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.folding import fold_word
from marsad.language.quantities import Quantity, find_quantities

#: text, value, unit, per
MEASURED = [
    ("بلغ التبادل 400 مليون دولار", "400000000", "USD", None),
    ("3 مليارات دولار أمريكي", "3000000000", "USD", None),
    ("مليوني دولار", "2000000", "USD", None),
    ("16,6 مليار دولار كندي", "16600000000", "CAD", None),
    ("11 مليار يورو", "11000000000", "EUR", None),
    ("900 مليون ريال سعودي", "900000000", "SAR", None),
    ("50 ريالا قطريا", "50", "QAR", None),
    ("خمسة ريالات عمانية", "5", "OMR", None),
    ("20 ألف ريال إيراني", "20000", "IRR", None),
    ("200 مليون درهم إماراتي", "200000000", "AED", None),
    ("30 درهما مغربيا", "30", "MAD", None),
    ("4 ملايين دينار كويتي", "4000000", "KWD", None),
    ("7 دنانير أردنية", "7", "JOD", None),
    ("100 دينار عراقي", "100", "IQD", None),
    ("15 مليار جنيه إسترليني", "15000000000", "GBP", None),
    ("60 جنيها مصريا", "60", "EGP", None),
    ("20 ألف ليرة سورية", "20000", "SYP", None),
    ("18 ليرة تركية", "18", "TRY", None),
    ("500 روبية هندية", "500", "INR", None),
    ("80 روبلا", "80", "RUB", None),
    ("9 مليارات يوان", "9000000000", "CNY", None),
    ("300 مليار ين", "300000000000", "JPY", None),
    ("50 ألف تومان", "500000", "IRR", None),
    ("3 ملايين شيكل", "3000000", "ILS", None),
    ("12 مليون فرنك سويسري", "12000000", "CHF", None),
    ("18.75 هللة", "0.1875", "SAR", None),
    ("25 سنتا أمريكيا", "0.25", "USD", None),
    ("$5 مليارات", "5000000000", "USD", None),
    ("5$", "5", "USD", None),
    ("100 مليون €", "100000000", "EUR", None),
    ("ثلاثة مليارات ونصف مليار دولار", "3500000000", "USD", None),
    ("مليار و200 مليون دولار", "1200000000", "USD", None),
    ("حاجز المليار دولار", "1000000000", "USD", None),
    ("(333.75) مليون دولار", "333750000", "USD", None),
    ("ليتجاوز6 مليارات دولارفي العام 2022", "6000000000", "USD", None),
    ("84 دولارا للبرميل", "84", "USD", "bbl"),
    ("1100 دولار للأوقية", "1100", "USD", "[oz_tr]"),
    ("18.75 هللة لكل كيلو وات/ ساعة", "0.1875", "SAR", "kW.h"),
    ("10 مليارات دولار سنويا", "10000000000", "USD", "a"),
    ("نمو بنسبة 50 %", "50", "percent", None),
    ("77٪", "77", "percent", None),
    ("%50 من السكان", "50", "percent", None),
    ("50 بالمئة", "50", "percent", None),
    ("15 في المئة", "15", "percent", None),
    ("8.5 في المائة", "8.5", "percent", None),
    ("30 بالمائة", "30", "percent", None),
    ("تراجعت بنسبة 12", "12", "percent", None),
    ("7,125 في المئة", "7.125", "percent", None),
    ("1.7 مليون طن", "1700000", "t", None),
    ("ثلاثة أطنان", "3", "t", None),
    ("22 كلغ", "22", "kg", None),
    ("140 كلم", "140", "km", None),
    ("18 كيلومترا", "18", "km", None),
    ("كيلومترين", "2", "km", None),
    ("365 كلم2", "365", "km2", None),
    ("3 آلاف كيلومتر مربع", "3000", "km2", None),
    ("الـ365 كلم2", "365", "km2", None),
    ("2500 متر مربع", "2500", "m2", None),
    ("64 مليار متر مكعب", "64000000000", "m3", None),
    ("30 مليون متر مكعب يوميا", "30000000", "m3", "d"),
    ("500 هكتار", "500", "ha", None),
    ("4 تريليونات قدم مكعبة", "4000000000000", "[cft_i]", None),
    ("50 ميغاوات", "50", "MW", None),
    ("50 ميجاوات", "50", "MW", None),
    ("2 جيجاوات", "2", "GW", None),
    ("5 كيلوواط", "5", "kW", None),
    ("200 ميغاوات ساعة", "200", "MW.h", None),
    ("9 ملايين برميل", "9000000", "bbl", None),
    ("مليون برميل يوميا", "1000000", "bbl", "d"),
    ("400 ألف برميل في اليوم", "400000", "bbl", "d"),
    ("400 ألف برميل من النفط الخام يوميا", "400000", "bbl", "d"),
    ("700 كيلومتر في الساعة", "700", "km", "h"),
    ("60 كم/ساعة", "60", "km", "h"),
    ("عمره 44 عاما", "44", "a", None),
    ("لمدة 20 عاما", "20", "a", None),
    ("ثلاثة أشهر", "3", "mo", None),
    ("72 ساعة", "72", "h", None),
    ("عامين", "2", "a", None),
    ("45 درجة مئوية", "45", "Cel", None),
    ("12.500 دولار", "12500", "USD", None),
    ("1.125 دولار", "1.125", "USD", None),
]

#: text, value, the noun
COUNTED = [
    ("14 شركة أمريكية", "14", "شركه"),
    ("وقع البلدان 9 مذكرات", "9", "مذكرات"),
    ("104 ملايين نسمة", "104000000", "نسمه"),
    ("مقتل 17 قتيلا", "17", "قتيلا"),
    ("33,500 عامل", "33500", "عامل"),
    ("12.500 شخص", "12500", "شخص"),
    ("ستة آلاف وظيفة", "6000", "وظيفه"),
    ("ألفي سلاح نووي", "2000", "سلاح"),
    ("مليوني فلبيني", "2000000", "فلبيني"),
    ("ألف طفل", "1000", "طفل"),
    ("13 اتفاقية ومذكرة تفاهم", "13", "اتفاقيه"),
    ("عشرين دولة", "20", "دوله"),
    ("وقعا مذكرتي تفاهم", "2", "مذكرتي"),
    ("ومذكرتي تفاهم", "2", "مذكرتي"),
    ("اتفاقيتين", "2", "اتفاقيتين"),
    ("شاركت دولتان", "2", "دولتان"),
    ("وثيقتان", "2", "وثيقتان"),
    ("مذكرات التفاهم الـ15 الموقعة", "15", "مذكرات"),
    ("المشاركين الـ1648", "1648", "المشاركين"),
    ("بحضور الـ1500 مشاهد", "1500", "مشاهد"),
    ("(1083) معتقلا", "1083", "معتقلا"),
    ("في 2000 قرية", "2000", "قريه"),
    ("10 000 شخص", "10000", "شخص"),
    ("3 وحدات", "3", "وحدات"),
    ("8 آليات", "8", "اليات"),
    ("بنسبة 5 أضعاف", "5", "اضعاف"),
]

#: text, bounds
BOUNDED = [
    ("أكثر من 50 %", {"at_least"}),
    ("بأكثر من 10 مليارات دولار", {"at_least"}),
    ("ما يزيد على 4 ملايين برميل", {"at_least"}),
    ("ما يزيد عن 4 ملايين برميل", {"at_least"}),
    ("يتجاوز 7 مليارات يورو", {"at_least"}),
    ("استثمارات تجاوزت 15 مليار دولار", {"at_least"}),
    ("تجاوزت قيمته 5 مليارات دولار", {"at_least"}),
    ("فوق 30 درجة", {"at_least"}),
    ("ما لا يقل عن 27 ألف وظيفة", {"at_least"}),
    ("لا يقل عن 5 سنوات", {"at_least"}),
    ("9 شهداء على الأقل", {"at_least"}),
    ("مقتل 5 أشخاص مدنيين على الأقل", {"at_least"}),
    ("5 دول أو أكثر", {"at_least"}),
    ("نحو 70 بالمئة", {"approx"}),
    ("حوالي 400 مليون دولار", {"approx"}),
    ("حوالى 400 مليون دولار", {"approx"}),
    ("قرابة ستة آلاف وظيفة", {"approx"}),
    ("ما يقارب 900 منتج", {"approx"}),
    ("ما يقارب من 240 مليون دولار", {"approx"}),
    ("زهاء ألف شخص", {"approx"}),
    ("يناهز 800 ألف دينار", {"approx"}),
    ("ما يقرب من 3 آلاف شخص", {"approx"}),
    ("60% تقريبا", {"approx"}),
    ("أقل من 72 ساعة", {"at_most"}),
    ("لا يتجاوز 10 آلاف شخص", {"at_most"}),
    ("ما لا يزيد عن 1550 رأسا", {"at_most"}),
    ("تصل إلى 200 متر", {"at_most"}),
    ("حتى 50 شخصا", {"at_most"}),
    ("42 ألف جنيه كحد أقصى", {"at_most"}),
    ("ليتجاوز6 مليارات دولار", {"at_least"}),
    ("نحو 5 دول على الأقل", {"approx", "at_least"}),
    ("400 مليون دولار", set()),
]

RANGES = [
    ("بين 5 و7 مليارات دولار", "5000000000", "7000000000", "USD"),
    ("ما بين 500 مليون و1.2 مليار دولار", "500000000", "1200000000", "USD"),
    ("بين ثلاثة وخمسة مليارات يورو", "3000000000", "5000000000", "EUR"),
    ("بين 5.25% و5.5%", "5.25", "5.5", "percent"),
    ("من 5 إلى 7 مليارات دولار", "5000000000", "7000000000", "USD"),
    ("من 3 حتى 5 دول", "3", "5", "count"),
    ("5-7 مليارات يورو", "5000000000", "7000000000", "EUR"),
    ("15 - 35 كم/ساعة", "15", "35", "km"),
    ("5.25-5.50 %", "5.25", "5.5", "percent"),
]

NO_FIGURES = [
    # ordinals and names
    "الدورة السابعة", "للحكومة الـ14، لافتا", "الدورة الـ77 للجمعية", "القناة 12 الإسرائيلية",
    "المادة 50 تفترض", "القرار 2254",
    "طائرة F-16", "كوفيد-19", "مجموعة 5+1", "الجيل 5G", "الدول الخمس", "مشروع فوسفات3 بقيمة", "iPhone 14 Pro",
    # years, dates, times
    "عام 2016", "في 2014 شاركت", "2015-2020", "عام 2015-2020", "19 سبتمبر 2023", "5 و6 مايو",
    "29 فبراير 2023", "31/6/2023",
    "الساعة 08:05 بتوقيت غرينتش", "الساعة الرابعة عصرا", "قبل 19 عاما", "7 / 10 / 1436 هـ", "منذ عامين",
    "مونديال 2018", "بطولة 2018",
    # telephone, list and page numbers, scores, ratios
    "هاتف 0555123456", "00966112345678", "966-11-4567890", "1- وقع", "2. أكد", "(3)", "بنتيجة 3-1",
    "6-4، 4-6، و7-5", "قاعدة 51/49",
    # no numbers at all
    "المئات", "آلاف", "عشرات", "مئات الآلاف", "عشرات الملايين من الدولارات", "بضعة آلاف", "مذكرة",
    "المذكرتين", "البلدين", "أثنى عليه",
    "ألف كتابه", "نصف الساعة", "اتفاقيتي 1929 و1959", "", "%",
]  # fmt: skip


def _one(raw: str) -> Quantity:
    (found,) = find_quantities(fold_word(raw))
    return found


@pytest.mark.parametrize(("raw", "value", "unit", "per"), MEASURED)
def test_a_figure_has_its_value_unit_and_rate(raw, value, unit, per):
    found = _one(raw)
    assert (str(found.value), found.unit, found.per, found.high) == (value, unit, per, None)


@pytest.mark.parametrize(("raw", "value", "noun"), COUNTED)
def test_a_count_names_what_is_counted(raw, value, noun):
    found = _one(raw)
    assert (str(found.value), found.unit, found.counted) == (value, "count", noun)


@pytest.mark.parametrize(("raw", "bounds"), BOUNDED)
def test_bounds_are_told(raw, bounds):
    found = _one(raw)
    assert {name for name in ("approx", "at_least", "at_most") if getattr(found, name)} == bounds


@pytest.mark.parametrize(("raw", "low", "high", "unit"), RANGES)
def test_a_range_has_both_ends(raw, low, high, unit):
    found = _one(raw)
    assert (str(found.value), str(found.high), found.unit) == (low, high, unit)
    assert (found.start, found.end) == (0, len(fold_word(raw)))


@pytest.mark.parametrize("raw", NO_FIGURES)
def test_what_is_no_figure_gives_none(raw):
    assert find_quantities(fold_word(raw)) == []


@pytest.mark.parametrize("raw", ["900 مليون ريال", "30 جنيها", "5 دنانير", "100 ليرة", "20 درهما"])
def test_money_of_a_state_unsaid_names_the_word_only(raw):
    found = _one(raw)
    assert found.unit is None
    assert found.counted in {"ريال", "جنيها", "دنانير", "ليره", "درهما"}


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("ارتفع من 5 إلى 7 مليارات دولار", [("5000000000", "USD"), ("7000000000", "USD")]),
        ("خفضت الدين من 200 مليون دولار إلى 160 مليون دولار", [("200000000", "USD"), ("160000000", "USD")]),
        (
            "من 12 مليار دولار عام 2000 إلى 495 مليار دولار عام 2022",
            [("12000000000", "USD"), ("495000000000", "USD")],
        ),
        ("وفود من 80 دولة و600 مراسل", [("80", "count"), ("600", "count")]),
        ("نحو 30 دولارا مقابل 15.6 سابقا", [("30", "USD"), ("15.6", None)]),
        ("دولتان ووثيقتان", [("2", "count"), ("2", "count")]),
        ("11 قتيلا و5 جرحى", [("11", "count"), ("5", "count")]),
        ("قتل ثلاثة في", [("3", None)]),
    ],
)
def test_figures_are_told_apart(raw, expected):
    assert [(str(found.value), found.unit) for found in find_quantities(fold_word(raw))] == expected


@pytest.mark.parametrize("raw", ["أكثر من نصف المنتجات", "نحو ربع الصادرات", "أقل من ثلاثة أرباع السكان"])
def test_a_bounded_share_is_a_percentage(raw):
    assert _one(raw).unit == "percent"


def test_the_spans_are_the_expression_and_the_number_in_it():
    text = fold_word("قالت إنها ستستثمر بأكثر من 400 مليون دولار سنويا هناك")
    (found,) = find_quantities(text)
    assert text[found.start : found.end] == "اكثر من 400 مليون دولار سنويا"
    assert text[found.number_start : found.number_end] == "400 مليون"


PIECES = [fold_word(raw) for raw, *_ in (*MEASURED, *COUNTED, *BOUNDED, *RANGES)] + [
    fold_word(raw) for raw in NO_FIGURES
]
PIECES += [
    "من",
    "الي",
    "و",
    "-",
    "(",
    ")",
    "،",
    "\n",
    "بين",
    "الف",
    "مليون",
    "نصف",
    "99999999999999999999",
    "%",
    "$",
    "ونصف",
    "ال",
]
ARABIC = st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويءئؤ 0123456789،.:/-()\n%$", max_size=80)
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), ARABIC), max_size=8).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_figures_lie_in_the_text_in_order(text):
    position = 0
    for found in find_quantities(text):
        assert 0 <= found.start <= found.number_start < found.number_end <= len(text)
        assert found.start < found.end <= len(text)
        assert found.number_start >= position
        position = found.number_end
        assert found.value >= 0
        assert found.high is None or found.high > found.value
        assert "E" not in str(found.value)


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_at_all_is_read(text):
    for found in find_quantities(fold_word(text)):
        assert found.start < found.end


@settings(deadline=None)
@given(st.integers(2, 999_999), st.sampled_from(["دولة", "شركة", "وظيفة", "شخصا"]))
def test_any_count_reads_back(number, noun):
    found = _one(f"{number} {noun}")
    assert (found.value, found.unit) == (Decimal(number), "count")


def _calls(text: str) -> int:
    count = 0

    def counting(*_: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(counting)
    try:
        find_quantities(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "piece", [*PIECES[::9], "1,", "ا1", "123 456 ", "مليون و", "بين 5 و", "5-", "من 5 الي"]
)
def test_the_work_grows_with_the_length_of_the_text(piece):
    short, long = (_calls(f"{piece} " * count) for count in (150, 300))
    assert long < 2.3 * short + 500
