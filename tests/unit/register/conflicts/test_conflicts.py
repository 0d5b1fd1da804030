"""What counts as a contradiction, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handmade import RAISI, TOKAYEV, extraction
from marsad.model.claims import Encounter, Measure, Participant, Place, Tenure
from marsad.model.report import CounterDate, Published, Report
from marsad.register.conflicts import conflicts_among
from marsad.register.sourced import sourced_claims


def told(number, record, *, outlet="irna", published="2023-05-02", **fields):
    """Return a claim of a report of its own."""
    text = f"خبر رقم {number}\nقال المسؤول إن العمل جار."
    made = extraction(text, ("قال المسؤول", record, fields), published=published, outlet=outlet)
    return sourced_claims(made)[0]


def trade(number, value, *, period="2022", unit="USD", **fields):
    return told(
        number, Measure, indicator="trade_volume", value=value, unit=unit, period=period,
        parties=("IRN", "KAZ"), **fields,
    )  # fmt: skip


def meeting(
    number, *, status="held", date="2023-05-01", city=None, basis="explicit", people=(RAISI, TOKAYEV)
):
    place = Place(city=city) if city else None
    return told(
        number, Encounter, kind="meeting", status=status, participants=people, date=date, date_basis=basis,
        place=place,
    )  # fmt: skip


def holder(number, person, name, *, published, state="XKX", office="foreign_minister"):
    return told(
        number, Tenure, published=published, person=person, name=name, state=state, office=office,
        status="incumbent",
    )  # fmt: skip


class TestFigures:
    def test_two_figures_of_one_year_contradict_each_other(self):
        one, other = trade(1, "528000000"), trade(2, "440000000", published="2023-06-01")
        (found,) = conflicts_among([other, one])
        assert found.kind == "figure"
        assert [side.says for side in found.sides] == ["528000000 USD", "440000000 USD"]
        assert found.sides[0].claims == (one.id,)

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            (trade(1, "528000000"), trade(2, "528000000.0")),
            (trade(1, "528000000"), trade(2, "440000000", period="2021")),
            (trade(1, "528000000"), trade(2, "3000000000", target=True)),
            (trade(1, "528000000"), trade(2, "500000000", at_least=True)),
            (trade(1, "528000000"), trade(2, "530000000", approx=True)),
            (trade(1, "528000000"), trade(2, "440000000", unit="EUR")),
        ],
    )
    def test_what_can_both_be_true_is_no_contradiction(self, one, other):
        assert conflicts_among([one, other]) == []


class TestEncounters:
    def test_one_day_and_two_cities(self):
        (found,) = conflicts_among([meeting(1, city="Tehran"), meeting(2, city="Astana")])
        assert (found.kind, {side.says for side in found.sides}) == ("place", {"Tehran", "Astana"})

    def test_reported_and_denied(self):
        (found,) = conflicts_among([meeting(1), meeting(2, status="denied")])
        assert (found.kind, found.about) == ("denied", ("IRN", "KAZ"))

    def test_the_same_place_a_day_apart(self):
        one, other = meeting(1, city="Tehran"), meeting(2, city="Tehran", date="2023-05-02")
        (found,) = conflicts_among([one, other])
        assert (found.kind, [side.says for side in found.sides]) == ("date", ["2023-05-01", "2023-05-02"])

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            (meeting(1, city="Tehran"), meeting(2, city="Astana", date="2023-05-20")),
            (meeting(1, city="Tehran"), meeting(2)),
            (meeting(1, status="scheduled"), meeting(2, status="denied")),
            (
                meeting(1, city="Tehran"),
                meeting(2, city="Astana", people=(RAISI, Participant(person="x-y", name="س ص", state="KAZ"))),
            ),
            (
                meeting(1, city="Tehran"),
                meeting(2, city="Astana", people=(Participant(state="IRN"), TOKAYEV)),
            ),
        ],
    )
    def test_what_may_be_two_encounters_is_no_contradiction(self, one, other):
        assert conflicts_among([one, other]) == []


class TestOffices:
    def test_two_holders_at_a_time(self):
        claims = [
            holder(1, "one-person", "فلان الأول", published="2023-01-01"),
            holder(2, "other-person", "علان الثاني", published="2023-02-01"),
            holder(4, "other-person", "علان الثاني", published="2023-02-02"),
            holder(3, "one-person", "فلان الأول", published="2023-03-01"),
        ]
        (found,) = conflicts_among(claims)
        assert (found.kind, found.subject) == ("office", "foreign_minister")
        assert [side.says for side in found.sides] == ["one-person", "other-person"]

    def test_a_name_that_one_report_alone_has_is_left_out_unless_it_is_a_slip(self):
        claims = [
            holder(1, "one-person", "فلان الأول", published="2023-01-01"),
            holder(2, "other-person", "علان الثاني", published="2023-02-01"),
            holder(3, "one-person", "فلان الأول", published="2023-03-01"),
        ]
        assert conflicts_among(claims) == []
        slip = holder(4, "third-person", "كمال الأول", published="2023-02-01")
        (found,) = conflicts_among([*claims, slip])
        assert [side.says for side in found.sides] == ["one-person", "third-person"]

    def test_another_spelling_is_no_other_person(self):
        claims = [
            holder(1, "one-person", "فلان الأول", published="2023-01-01"),
            holder(2, "one-persan", "فلان الأولي", published="2023-02-01"),
            holder(3, "one-persan", "فلان الأولي", published="2023-02-02"),
            holder(4, "one-person", "فلان الأول", published="2023-03-01"),
        ]
        assert conflicts_among(claims) == []

    def test_a_successor_is_no_contradiction(self):
        claims = [
            holder(1, "one-person", "فلان الأول", published="2023-01-01"),
            holder(2, "other-person", "علان الثاني", published="2023-02-01"),
        ]
        assert conflicts_among(claims) == []

    def test_against_the_knowledge(self):
        early = holder(
            1,
            "masoud-pezeshkian",
            "مسعود بزشكيان",
            published="2023-01-10",
            state="IRN",
            office="head_of_state",
        )
        (found,) = conflicts_among([early])
        assert found.kind == "knowledge"
        assert [side.says for side in found.sides] == ["masoud-pezeshkian", "ebrahim-raisi"]
        assert found.sides[1].claims == ()

    def test_history_is_no_contradiction(self):
        told = holder(
            1, "mohammad-khatami", "محمد خاتمي", published="2023-01-10", state="IRN", office="head_of_state"
        )
        assert conflicts_among([told]) == []


def test_a_page_date_that_the_text_rules_out():
    report = Report(
        id="r1",
        source="page.txt",
        text="خبر 2025",
        published=Published(edtf="2022/2024", basis="tenure", against=(CounterDate("2025", 4, 8, "2025"),)),
    )
    (found,) = conflicts_among([], [report])
    assert found.kind == "page_date"
    assert [(side.says, side.start, side.end) for side in found.sides] == [
        ("2025", 4, 8),
        ("2022/2024", 0, 0),
    ]


CLAIMS = [
    trade(1, "1"), trade(2, "2"), trade(3, "2", outlet="tass"), meeting(4, city="Tehran"),
    meeting(5, city="Astana"), meeting(6, status="denied"),
    holder(7, "one-person", "فلان الأول", published="2023-01-01"),
    holder(8, "other-person", "علان الثاني", published="2023-01-01"),
    holder(9, "one-person", "فلان الأول", published="2023-01-01"),
    holder(10, "other-person", "علان الثاني", published="2023-01-01"),
]  # fmt: skip


@given(st.permutations(CLAIMS))
def test_order_does_not_matter(claims):
    found = conflicts_among(claims)
    assert found == conflicts_among(CLAIMS)
    assert {conflict.kind for conflict in found} == {"figure", "place", "denied", "office"}
    assert len({conflict.id for conflict in found}) == len(found)
