import pytest

from marsad.views.wording import phrases
from marsad.views.wording.dates import date_phrase


@pytest.mark.parametrize(
    ("edtf", "english", "arabic"),
    [
        ("2023-09-18", "18 September 2023", "18 أيلول/سبتمبر 2023"),
        ("2023-09-19T01:58Z", "19 September 2023", "19 أيلول/سبتمبر 2023"),
        ("2023-09", "September 2023", "أيلول/سبتمبر 2023"),
        ("2022", "2022", "2022"),
        ("2022-06~", "about June 2022", "نحو حزيران/يونيو 2022"),
        ("202X", "the 2020s", "عقد 2020"),
        ("2023-33", "first quarter of 2023", "الربع الأول من 2023"),
        (
            "2023-01/2023-06",
            "between January 2023 and June 2023",
            "بين كانون الثاني/يناير 2023 وحزيران/يونيو 2023",
        ),
        ("2024-07-28/..", "28 July 2024 or later", "28 تموز/يوليو 2024 أو بعده"),
        ("../2024-05", "May 2024 or earlier", "أيار/مايو 2024 أو قبله"),
        (None, "undated", "بلا تاريخ"),
        ("../..", "undated", "بلا تاريخ"),
    ],
)
def test_dates_in_words(edtf, english, arabic):
    assert date_phrase(edtf, phrases("en")) == english
    assert date_phrase(edtf, phrases("ar")) == arabic


def test_what_lasts_has_a_beginning_rather_than_a_bound():
    assert date_phrase("2000/..", phrases("en"), lasting=True) == "since 2000"
    assert date_phrase("../2024", phrases("ar"), lasting=True) == "حتى 2024"
