import random

import pytest

from handmade import IRAN, RAISI, TOKAYEV, extraction, meeting_report, visit_report
from marsad.model.claims import Commitment, Encounter, Measure, Participant, Statement, Undertaking
from marsad.register.consolidate import consolidate
from marsad.register.keys import actors, bucket
from marsad.register.sourced import sourced_claims

SENATOR = Participant(person="maulen-ashimbayev", name="ماولين أشيمبايف", state="KAZ")


def entries(*claims):
    """Consolidate bucket by bucket, as the store does."""
    buckets = {}
    for sourced in claims:
        buckets.setdefault(bucket(sourced), []).append(sourced)
    return [entry for name in sorted(buckets) for entry in consolidate(buckets[name])]


def encounter(number, *, people=(RAISI, TOKAYEV), status="held", published=None, **fields):
    text = f"خبر رقم {number}\nالتقى المسؤولان وتحدثا عن العلاقات."
    claim = {"kind": "meeting", "status": status, "participants": people, **fields}
    return sourced_claims(extraction(text, ("التقى المسؤولان", Encounter, claim), published=published))[0]


def of_type(number, record, *, published=None, **fields):
    text = f"خبر رقم {number}\nقال المسؤول إن العمل جار."
    return sourced_claims(extraction(text, ("قال المسؤول", record, fields), published=published))[0]


class TestEncounters:
    def test_same_people_on_the_same_day_in_two_reports_are_one(self):
        (entry,) = entries(encounter(1, date="2023-09-18"), encounter(2, date="2023-09-18"))
        assert entry.reports == 2
        assert (entry.first, entry.last) == ("2023-09-18", "2023-09-18")

    def test_other_days_are_other_encounters(self):
        assert len(entries(encounter(1, date="2023-09-18"), encounter(2, date="2023-11-09"))) == 2

    def test_a_report_of_the_next_morning_means_the_evening_before(self):
        morrow = encounter(2, date="2023-09-19", date_basis="publication")
        assert len(entries(encounter(1, date="2023-09-18"), morrow)) == 1

    def test_an_explicit_next_day_is_another_day(self):
        assert len(entries(encounter(1, date="2023-09-18"), encounter(2, date="2023-09-19"))) == 2

    def test_an_undated_report_of_the_same_week_joins(self):
        undated = encounter(2, published="2023-09-21")
        assert len(entries(encounter(1, date="2023-09-18", published="2023-09-19"), undated)) == 1

    def test_an_undated_report_of_a_later_month_stays_apart(self):
        undated = encounter(2, published="2023-10-21")
        assert len(entries(encounter(1, date="2023-09-18"), undated)) == 2

    def test_without_any_date_nothing_is_brought_together(self):
        assert len(entries(encounter(1), encounter(2))) == 2

    def test_between_two_equally_near_ones_nothing_is_guessed(self):
        found = entries(
            encounter(1, date="2023-09-10"),
            encounter(2, date="2023-09-16"),
            encounter(3, published="2023-09-13"),
        )
        assert len(found) == 3

    def test_another_person_of_the_same_state_is_another_meeting(self):
        other = encounter(2, date="2023-09-18", people=(RAISI, SENATOR))
        assert len(entries(encounter(1, date="2023-09-18"), other)) == 2

    def test_a_state_without_a_name_fits_any_person_of_it(self):
        vague = encounter(2, date="2023-09-18", people=(IRAN, TOKAYEV))
        assert len(entries(encounter(1, date="2023-09-18"), vague)) == 1

    def test_planned_and_held_are_kept_apart(self):
        planned = encounter(2, date="2023-09-18", status="scheduled")
        assert len(entries(encounter(1, date="2023-09-18"), planned)) == 2


class TestUndertakings:
    BOTH = ("IRN", "KAZ")

    def undertaking(self, number, stage, **fields):
        claim = {"kind": "agreement", "parties": self.BOTH, "stage": stage, **fields}
        return sourced_claims(
            extraction(
                f"خبر رقم {number}\nقال المسؤول إن العمل جار.",
                ("العمل جار", Undertaking, claim),
                published=f"202{number}-01-01",
            )
        )[0]

    def test_stages_over_time_make_a_thread(self):
        (entry,) = entries(
            self.undertaking(3, "in_force", name="اتفاق النقل"),
            self.undertaking(1, "signed", name="اتفاق النَّقل", date="2021-01-01"),
            self.undertaking(2, "signed", name="اتفاق النقل"),
        )
        assert [(at.stage, at.date) for at in entry.stages] == [("signed", "2021-01-01"), ("in_force", None)]

    def test_names_tell_agreements_apart(self):
        assert (
            len(entries(self.undertaking(1, "signed", name="أ"), self.undertaking(2, "signed", name="ب")))
            == 2
        )

    def test_what_all_agreements_are_about_does_not_make_them_one(self):
        general = {"sectors": ("bilateral_relations", "agreements")}
        assert (
            len(entries(self.undertaking(1, "signed", **general), self.undertaking(2, "signed", **general)))
            == 2
        )

    def test_nothing_but_kind_and_parties_is_not_enough_years_later(self):
        assert len(entries(self.undertaking(1, "signed"), self.undertaking(2, "signed"))) == 2


def test_a_figure_told_twice_is_one_and_decimals_do_not_matter():
    figure = {"indicator": "trade_volume", "unit": "USD", "parties": ("IRN", "KAZ"), "period": "2022"}
    one = of_type(1, Measure, value="500.0", **figure)
    two = of_type(2, Measure, value="500", **figure)
    three = of_type(3, Measure, value="501", **figure)
    assert sorted(entry.reports for entry in entries(one, two, three)) == [1, 2]


def test_promises_repeat_only_with_the_same_sectors():
    promise = {"act": "pledge", "by": RAISI, "parties": ("IRN", "KAZ")}
    repeated = [of_type(number, Commitment, sectors=("rail",), **promise) for number in (1, 2)]
    vague = [of_type(number, Commitment, **promise) for number in (3, 4)]
    assert sorted(entry.reports for entry in entries(*repeated, *vague)) == [1, 1, 2]


def test_every_statement_is_an_entry_of_its_own():
    assert len(entries(*(of_type(number, Statement, by=RAISI) for number in (1, 2)))) == 2


def test_actors_are_all_that_a_claim_is_about():
    statement = of_type(1, Statement, by=RAISI, topic=("SCO",), to=TOKAYEV).claim
    assert actors(statement) == {"IRN", "KAZ", "SCO"}


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_reading_does_not_matter(seed):
    claims = [
        encounter(1, date="2023-09-18", published="2023-09-19"),
        encounter(2, published="2023-09-21"),
        encounter(3, date="2023"),
        encounter(4, date="2023-11", people=(RAISI, SENATOR)),
        encounter(5, published="2023-09-23", people=(IRAN, TOKAYEV)),
        *sourced_claims(meeting_report()),
        *sourced_claims(visit_report()),
    ]
    expected = entries(*claims)
    random.Random(seed).shuffle(claims)  # noqa: S311
    assert entries(*claims) == expected


def test_ids_of_entries_differ_and_stay():
    claims = [encounter(number) for number in range(4)] + list(sourced_claims(meeting_report()))
    ids = [entry.id for entry in entries(*claims)]
    assert len(set(ids)) == len(ids)
    more = entries(*claims, encounter(9, date="2020-01-01"))
    assert set(ids) < {entry.id for entry in more}
