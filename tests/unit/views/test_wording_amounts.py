from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.views.wording import phrases
from marsad.views.wording.amounts import amount_phrase, number_phrase


@pytest.mark.parametrize(
    ("value", "unit", "per", "english", "arabic"),
    [
        ("528000000", "USD", None, "USD 528 million", "528 مليون دولار"),
        ("3000000000", "USD", None, "USD 3 billion", "3 مليارات دولار"),
        ("1400000000.00", "EUR", None, "EUR 1.4 billion", "1.4 مليار يورو"),
        ("35", "percent", None, "35%", "35 في المئة"),
        ("12.5", "percent", None, "12.5%", "12.5 في المئة"),
        ("9", "count", None, "9", "9"),
        ("12345", "count", None, "12,345", "12,345"),
        ("1234567", "t", None, "1,234,567 tonnes", "1,234,567 طن"),
        ("450000", "bbl", "d", "450,000 barrels per day", "450,000 برميل لكل يوم"),
        ("5", "furlong", None, "5 furlong", "5 furlong"),
        ("many", "count", None, "many", "many"),
    ],
)
def test_amounts_in_words(value, unit, per, english, arabic):
    assert amount_phrase(value, unit, phrases("en"), per=per) == english
    assert amount_phrase(value, unit, phrases("ar"), per=per) == arabic


@given(st.decimals(min_value=0, max_value=10**14, places=2))
def test_no_digit_is_lost(number):
    words = phrases("en")
    text = number_phrase(str(number), words).replace(",", "")
    digits, _, scale = text.partition(" ")
    power = {"": 0, "million": 6, "billion": 9, "trillion": 12}[scale]
    assert Decimal(digits) * 10**power == number
