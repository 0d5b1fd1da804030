import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.reading.timestamps import read_timestamp


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2021", "2021"),
        ("2021-05", "2021-05"),
        ("2021-05-03", "2021-05-03"),
        ("2021-05-03T14:05:00+03:00", "2021-05-03T14:05:00+03:00"),
        ("2021-05-03 14:05", "2021-05-03T14:05"),
        ("2021-05-03T14:05:09.250Z", "2021-05-03T14:05:09Z"),
        ("2021-05-03T14:05+0330", "2021-05-03T14:05+03:30"),
        ("2021-05-03T14:05+03", "2021-05-03T14:05+03:00"),
        (" 2021-05-03T14:05:00 UTC ", "2021-05-03T14:05:00Z"),
        ("1620050700", "2021-05-03T14:05:00Z"),
        ("1620050700123", "2021-05-03T14:05:00Z"),
        ("Mon, 03 May 2021 14:05:00 +0400", "2021-05-03T14:05:00+04:00"),
        ("Mon, 03 May 2021 14:05:00 GMT", "2021-05-03T14:05:00+00:00"),
        ("3 May 2021 14:05", "2021-05-03T14:05:00"),
    ],
)
def test_timestamps(text: str, edtf: str) -> None:
    assert read_timestamp(text) == edtf


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2021-13-01",
        "2021-02-30",
        "2021-05-03T25:00",
        "1442-09-21",
        "1400",
        "05/03/2021",
        "yesterday",
        "3 May 2021",
    ],
)
def test_no_timestamps(text: str) -> None:
    assert read_timestamp(text) is None


@given(st.datetimes())
def test_moments_come_back(moment: "object") -> None:
    text = moment.isoformat(timespec="seconds")  # type: ignore[attr-defined]
    expected = text if 1900 <= int(text[:4]) <= 2199 else None
    assert read_timestamp(text) == expected


@given(st.text(max_size=40))
def test_anything_else_is_refused_quietly(text: str) -> None:
    stamp = read_timestamp(text)
    assert stamp is None or stamp[:4].isdigit()
