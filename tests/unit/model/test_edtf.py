from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handmade import meeting_report
from marsad.model.edtf import check_dates, parse


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2023-09-18", date(2023, 9, 18), date(2023, 9, 18)),
        ("2024-07-30T16:00+03:30", date(2024, 7, 30), date(2024, 7, 30)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("2022-06~", date(2022, 6, 1), date(2022, 6, 30)),
        ("202X", date(2020, 1, 1), date(2029, 12, 31)),
        ("2023-XX", date(2023, 1, 1), date(2023, 12, 31)),
        ("2023-34", date(2023, 4, 1), date(2023, 6, 30)),
        ("2024-07-28/..", date(2024, 7, 28), None),
        ("../2024-05-19", None, date(2024, 5, 19)),
        ("2021-08-03/2024-05", date(2021, 8, 3), date(2024, 5, 31)),
    ],
)
def test_bounds_are_the_days_that_the_date_allows(edtf, first, last):
    when = parse(edtf)
    assert (when.first, when.last) == (first, last)


@pytest.mark.parametrize("edtf", ["", "18/09/2023", "2023-13", "2023-02-30", "2024/2023", "Monday", "23-1-1"])
def test_what_is_no_date_is_refused(edtf):
    with pytest.raises(ValueError, match=r"."):
        parse(edtf)


@given(st.dates())
def test_a_day_is_its_own_bounds(day):
    when = parse(day.isoformat())
    assert (when.first, when.last, when.interval) == (day, day, False)


def test_a_claim_with_an_unreadable_date_is_noticed():
    made = meeting_report()
    check_dates(made)
    spoiled = msgspec.structs.replace(made.claims[0], date="18.9.")
    with pytest.raises(ValueError, match=r"18\.9\."):
        check_dates(msgspec.structs.replace(made, claims=(spoiled,)))
