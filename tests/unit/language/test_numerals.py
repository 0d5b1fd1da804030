"""Numbers in digits and in words."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.folding import fold_word
from marsad.language.lexing import Reader
from marsad.language.numerals import Number, digits_value, plain, read_number

NUMBERS = [
    ("7", "7"),
    ("٧٥", "75"),
    ("1,200", "1200"),
    ("1٬200", "1200"),
    ("1,200,500", "1200500"),
    ("1.200.000", "1200000"),
    ("1,200.50", "1200.5"),
    ("1.200,50", "1200.5"),
    ("10 000", "10000"),
    ("7.26", "7.26"),
    ("3٫5", "3.5"),
    ("16,6", "16.6"),
    ("0.125", "0.125"),
    ("400 مليون", "400000000"),
    ("3,5 ملايين", "3500000"),
    ("3.155 مليارات", "3155000000"),
    ("1,1 تريليون", "1100000000000"),
    ("27 ألف", "27000"),
    ("25 ألفا", "25000"),
    ("5 بلايين", "5000000000"),
    ("ثلاثة", "3"),
    ("ثلاث", "3"),
    ("ثماني", "8"),
    ("أحد عشر", "11"),
    ("إحدى عشرة", "11"),
    ("اثنا عشر", "12"),
    ("اثنتي عشرة", "12"),
    ("خمسة عشر", "15"),
    ("عشرون", "20"),
    ("واحد وعشرين", "21"),
    ("خمسة وتسعين", "95"),
    ("مئة", "100"),
    ("مائة", "100"),
    ("مئتي", "200"),
    ("مائتين", "200"),
    ("ثلاثمئة", "300"),
    ("خمس مئة", "500"),
    ("تسعمائة وتسعة وتسعون", "999"),
    ("مئة وواحد", "101"),
    ("مئتين وخمسة عشر", "215"),
    ("أربعمئة وثلاثين", "430"),
    ("خمسة وعشرين ألفا", "25000"),
    ("ثلاثمئة وخمسين ألفا", "350000"),
    ("ثمانية آلاف وخمسمئة", "8500"),
    ("ألفين", "2000"),
    ("ألفي", "2000"),
    ("مليونا", "2000000"),
    ("مليونا و200 ألف", "1200000"),
    ("مليوني", "2000000"),
    ("ملياران", "2000000000"),
    ("مليارين ونصف", "2500000000"),
    ("مليون", "1000000"),
    ("المليار", "1000000000"),
    ("ألف مليار", "1000000000000"),
    ("مئة ألف مليون", "100000000000"),
    ("نصف مليار", "500000000"),
    ("ربع مليون", "250000"),
    ("ثلاثة أرباع المليون", "750000"),
    ("مليار ونصف المليار", "1500000000"),
    ("مليون ونصف مليون", "1500000"),
    ("ثلاثة مليارات ونصف", "3500000000"),
    ("مليار و200 مليون", "1200000000"),
    ("3 آلاف و200", "3200"),
    ("مليون ومئتي ألف", "1200000"),
    ("ثلاثة ملايين و888 ألف", "3888000"),
]

NO_NUMBERS = [
    "واحد", "إحدى", "اثني", "لست", "ألفية", "الفلسطيني", "آلاف", "ملايين", "مئات", "بضعة", "نصف", "ربع ساعة",
    "ثلاثة أرباع السكان", "السابعة", "العشرين", "25.11.2024", "1,2,3", "9" * 19, "", "،",
]  # fmt: skip


def _read(raw: str) -> tuple[str, Number | None]:
    text = fold_word(raw)
    reader = Reader(text)
    return text, read_number(reader, reader.after(0))


@pytest.mark.parametrize(("raw", "value"), NUMBERS)
def test_a_number_is_read_to_its_end(raw, value):
    text, number = _read(raw)
    assert number is not None
    assert (str(number.value), number.end) == (value, len(text))


@pytest.mark.parametrize("raw", NO_NUMBERS)
def test_what_is_no_number_gives_none(raw):
    assert _read(raw)[1] is None


@pytest.mark.parametrize(
    ("raw", "cited"),
    [
        ("بخمسة وعشرين ألفا من", "خمسه وعشرين الفا"),
        ("ومليوني دولار", "مليوني"),
        ("بالمليار دولار", "مليار"),
        ("3 ملايين وثلاث دول", "3 ملايين"),
        ("5 آلاف و7 آلاف", "5 الاف"),
        ("20 و30", "20"),
        ("مئة وعدد", "مئه"),
    ],
)
def test_proclitics_and_what_adds_nothing_are_left_out(raw, cited):
    text, number = _read(raw)
    assert number is not None
    assert text[number.start : number.end] == cited


def test_adding_can_be_left_off():
    reader = Reader(fold_word("مليون و200 ألف"))
    number = read_number(reader, reader.after(0), adding=False)
    assert number is not None
    assert number.value == Decimal(1000000)


def test_one_group_of_three_has_two_readings():
    assert digits_value("1.200") == (Decimal("1.200"), Decimal(1200))
    assert digits_value("1,200") == (Decimal(1200), Decimal("1.200"))
    assert digits_value("0.125") == (Decimal("0.125"), None)


UNITS = ["", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"]
TENS = ["", "عشرة", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"]
HUNDREDS = ["", "مئة", "مئتان", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة"]
TEENS = {11: "أحد عشر", 12: "اثنا عشر"}


def _spell(number: int) -> str:
    hundred, rest = divmod(number, 100)
    ten, unit = divmod(rest, 10)
    if 10 < rest < 20:
        words = [HUNDREDS[hundred], TEENS.get(rest, f"{UNITS[unit]} عشر")]
    else:
        words = [HUNDREDS[hundred], UNITS[unit], TENS[ten]]
    return " و".join(word for word in words if word)


@settings(deadline=None)
@given(st.integers(2, 999))
def test_any_number_in_words_reads_back(number):
    text, read = _read(_spell(number))
    assert read is not None
    assert (read.value, read.end) == (number, len(text))


@settings(deadline=None)
@given(st.integers(0, 10**15))
def test_any_whole_number_with_separators_reads_back(number):
    for raw in (f"{number}", f"{number:,}") if number >= 10**6 or number < 1000 else (f"{number}",):
        _, read = _read(raw)
        assert read is not None
        assert read.value == number


@settings(deadline=None)
@given(st.decimals(0, 10**9, places=2))
def test_any_decimal_reads_back(value):
    for raw in (f"{value:.2f}", f"{value:.2f}".replace(".", ",")):
        _, read = _read(raw)
        assert read is not None
        assert read.value == value


@settings(deadline=None)
@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=0, max_value=10**12, places=4))
def test_a_plain_value_has_neither_exponent_nor_idle_noughts(value):
    written = str(plain(value))
    assert Decimal(written) == value
    assert "E" not in written
    assert not ("." in written and written.endswith("0"))
