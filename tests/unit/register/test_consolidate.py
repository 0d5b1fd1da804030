import random

import msgspec
import pytest

from handmade import IRAN, NEW_YORK, RAISI, TOKAYEV, extraction, meeting_report, visit_report
from marsad.model.claims import Commitment, Encounter, Measure, Participant, Place, Statement, Undertaking
from marsad.register.consolidate import consolidate
from marsad.register.keys import actors, bucket
from marsad.register.sourced import sourced_claims

KAZAKHSTAN = Participant(state="KAZ")
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
            encounter(1, date="2023-09-18"),
            encounter(2, date="2023-09-18", people=(RAISI, SENATOR)),
            encounter(3, date="2023-09-18", people=(RAISI, KAZAKHSTAN)),
        )
        assert len(found) == 3

    def test_what_was_told_as_done_is_not_what_came_later(self):
        early = encounter(2, published="2023-09-13")
        assert len(entries(encounter(1, date="2023-09-16"), early)) == 2

    def test_another_person_of_the_same_state_is_another_meeting(self):
        other = encounter(2, date="2023-09-18", people=(RAISI, SENATOR))
        assert len(entries(encounter(1, date="2023-09-18"), other)) == 2

    def test_a_state_without_a_name_fits_any_person_of_it(self):
        vague = encounter(2, date="2023-09-18", people=(IRAN, TOKAYEV))
        assert len(entries(encounter(1, date="2023-09-18"), vague)) == 1

    def test_another_spelling_of_a_name_is_the_same_person(self):
        senator = Participant(name="ماولين أشمباييف", state="KAZ")
        found = entries(
            encounter(1, date="2023-09-18", people=(RAISI, senator)),
            encounter(
                2, date="2023-09-18", people=(RAISI, msgspec.structs.replace(senator, name="مولين أشيمباييف"))
            ),
        )
        assert len(found) == 2  # a short first part that is spelt otherwise is another name

    def test_two_cities_on_one_day_are_two_meetings(self):
        here = encounter(1, date="2023-09-18", place=NEW_YORK)
        there = encounter(2, date="2023-09-18", place=Place(city="Tehran", state="IRN"))
        assert len(entries(here, there)) == 2

    def test_planned_and_held_are_one_with_its_history(self):
        planned = encounter(2, date="2023-09", status="scheduled", published="2023-08-30")
        (entry,) = entries(encounter(1, date="2023-09-18", published="2023-09-19"), planned)
        assert [at.stage for at in entry.stages] == ["scheduled", "held"]
        assert (entry.first, entry.last) == ("2023-09-18", "2023-09-18")

    def test_a_plan_without_a_date_is_the_next_meeting_if_it_comes_soon(self):
        held = encounter(1, date="2023-09-18", published="2023-09-19")
        soon = encounter(2, status="scheduled", published="2023-09-02")
        long_ago = encounter(3, status="scheduled", published="2023-03-02")
        assert sorted(entry.reports for entry in entries(held, soon, long_ago)) == [1, 2]

    def test_a_plan_told_after_the_meeting_is_about_another_one(self):
        held = encounter(1, date="2023-09-18", published="2023-09-19")
        assert len(entries(held, encounter(2, status="scheduled", published="2023-09-20"))) == 2

    def test_a_meeting_that_one_denies_stays_one_thing(self):
        denied = encounter(2, date="2023-09-18", status="denied", published="2023-09-20")
        (entry,) = entries(encounter(1, date="2023-09-18", published="2023-09-19"), denied)
        assert [at.stage for at in entry.stages] == ["held", "denied"]

    def test_what_a_paper_calls_today_may_be_the_day_before_for_the_same_people(self):
        today = {"date": "2023-09-19", "date_basis": "relative", "published": "2023-09-19"}
        assert len(entries(encounter(1, date="2023-09-18"), encounter(2, **today))) == 1
        vague = encounter(2, people=(RAISI, KAZAKHSTAN), **today)
        assert len(entries(encounter(1, date="2023-09-18"), vague)) == 2

    def test_the_one_who_stands_beside_the_host_may_receive_the_guest_himself_later(self):
        beside = encounter(1, date="2023-09-18", people=(RAISI, TOKAYEV, SENATOR))
        himself = encounter(2, date="2023-09-18", people=(RAISI, SENATOR))
        assert len(entries(beside, himself)) == 2
        more_beside = encounter(3, date="2023-09-18", people=(RAISI, TOKAYEV))
        assert len(entries(beside, more_beside)) == 1

    def test_talks_that_name_nobody_are_not_the_meeting_of_that_day(self):
        nobody = encounter(2, date="2023-09-18", people=(IRAN, KAZAKHSTAN), kind="negotiation")
        assert len(entries(encounter(1, date="2023-09-18"), nobody)) == 2
        again = encounter(3, date="2023-09-18", people=(IRAN, KAZAKHSTAN), kind="negotiation")
        assert len(entries(nobody, again)) == 1

    def test_a_meeting_that_names_nobody_is_the_only_one_of_its_day(self):
        nobody = encounter(3, date="2023-09-18", people=(IRAN, KAZAKHSTAN))
        assert len(entries(encounter(1, date="2023-09-18"), nobody)) == 1
        senator = encounter(2, date="2023-09-18", people=(RAISI, SENATOR))
        assert len(entries(encounter(1, date="2023-09-18"), senator, nobody)) == 3

    def test_a_joint_conference_before_the_press_is_one(self):
        press = encounter(1, date="2023-09-18", kind="press_conference")
        assert len(entries(press, encounter(2, date="2023-09-18", kind="conference"))) == 1

    def test_a_year_dates_no_meeting(self):
        assert len(entries(encounter(1, date="2023-09-18"), encounter(2, date="2023"))) == 2

    def test_news_is_not_what_a_year_dates(self):
        vague = encounter(1, date="2023", published="2023-09-20")
        assert len(entries(vague, encounter(2, published="2023-09-19"))) == 2

    def test_a_month_dates_a_meeting_only_of_people_who_are_named(self):
        held = encounter(1, date="2023-09-18")
        assert len(entries(held, encounter(2, date="2023-09"))) == 1
        assert len(entries(held, encounter(2, date="2023-09", people=(IRAN, TOKAYEV)))) == 2

    def test_what_names_no_place_is_the_meeting_that_more_reports_tell(self):
        here = [encounter(number, date="2023-09-18", place=NEW_YORK) for number in (1, 2)]
        there = encounter(3, date="2023-09-18", place=Place(city="Tehran", state="IRN"))
        found = entries(*here, there, encounter(4, date="2023-09-18"))
        assert sorted(entry.reports for entry in found) == [1, 3]

    def test_a_state_that_differs_is_kept_as_a_disagreement_when_people_and_day_agree(self):
        here = encounter(1, date="2023-09-18", place=NEW_YORK)
        there = encounter(2, date="2023-09-18", place=Place(state="IRN"))
        (entry,) = entries(here, there)
        assert entry.support.places_agree is False


class TestVisits:
    def visit(self, number, **fields):
        return encounter(
            number,
            kind="visit",
            people=(TOKAYEV, IRAN),
            place=Place(state="IRN"),
            published="2023-09-19",
            **fields,
        )

    def test_a_visit_holds_its_meetings(self):
        found = entries(self.visit(1, date="2023-09-18"), encounter(2, date="2023-09-19"))
        (visit,) = (entry for entry in found if entry.kind == "visit")
        assert [entry.within for entry in found if entry.kind == "meeting"] == [visit.id]

    @pytest.mark.parametrize(
        "other",
        [
            {"date": "2023-11-19"},
            {"date": "2023-09-19", "people": (RAISI, SENATOR)},
            {"date": "2023-09-19", "place": Place(city="Astana", state="KAZ")},
            {"date": "2023-09-19", "status": "scheduled"},
            {"date": "2023-09-19", "kind": "call"},
        ],
    )
    def test_other_days_people_and_places_are_not_part_of_it(self, other):
        found = entries(self.visit(1, date="2023-09-18"), encounter(2, **other))
        assert [entry.within for entry in found] == [None, None]

    def test_reports_of_its_second_day_tell_of_the_same_visit(self):
        second = self.visit(2, date="2023-09-19", status="under_way")
        assert len(entries(self.visit(1, date="2023-09-18"), second)) == 1

    def test_the_visit_back_is_another_one(self):
        back = encounter(2, kind="visit", people=(RAISI, KAZAKHSTAN), date="2023-09-18")
        assert len(entries(self.visit(1, date="2023-09-18"), back)) == 2


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

    def test_what_is_called_signed_later_on_is_no_new_stage(self):
        (entry,) = entries(
            self.undertaking(1, "signed", name="اتفاق النقل", date="2020"),
            self.undertaking(2, "terminated", name="اتفاق النقل"),
            self.undertaking(3, "signed", name="اتفاق النقل"),
        )
        assert [at.stage for at in entry.stages] == ["signed", "terminated"]

    def test_a_signing_that_one_paper_dates_a_day_later_is_one_stage(self):
        (entry,) = entries(
            self.undertaking(1, "signed", name="اتفاق النقل", date="2023-03-01"),
            self.undertaking(2, "signed", name="اتفاق النقل", date="2023-03-02"),
        )
        assert [at.stage for at in entry.stages] == ["signed"]

    def test_a_commission_called_for_and_convened_years_later_is_one_thread(self):
        (entry,) = entries(
            self.undertaking(1, "dormant", kind="joint_commission", sectors=("joint_commission",)),
            self.undertaking(2, "convened", kind="joint_commission", sectors=("economy", "joint_commission")),
            self.undertaking(4, "convened", kind="joint_commission"),
        )
        assert [at.stage for at in entry.stages] == ["dormant", "convened", "convened"]

    def test_a_commission_with_a_field_of_its_own_is_another_one(self):
        water = self.undertaking(1, "convened", kind="joint_commission", name="لجنة المياه المشتركة")
        joint = self.undertaking(1, "convened", kind="joint_commission", name="اللجنة المشتركة")
        assert len(entries(water, joint)) == 2

    def test_article_ending_and_noun_don_t_part_a_thread(self):
        found = entries(
            self.undertaking(1, "signed", name="اتفاق السياحة"),
            self.undertaking(3, "in_force", name="اتفاقية سياحة جديدة"),
        )
        assert len(found) == 1

    def test_what_one_party_alone_is_said_to_sign_needs_a_name(self):
        found = entries(
            self.undertaking(1, "signed", parties=("IRN",), sectors=("technology",)),
            self.undertaking(1, "agreed", parties=("IRN",), sectors=("technology",)),
        )
        assert len(found) == 2

    def test_what_was_signed_at_another_time_is_another_agreement(self):
        found = entries(
            self.undertaking(1, "signed", name="اتفاق الغاز", date="2020-03-01"),
            self.undertaking(3, "signed", name="اتفاق الغاز", date="2022-03-01"),
        )
        assert len(found) == 2

    def test_several_at_once_are_not_followed(self):
        found = entries(
            self.undertaking(1, "signed", count=9, sectors=("rail",)),
            self.undertaking(2, "signed", count=9, sectors=("rail",)),
        )
        assert len(found) == 2

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


class TestSupport:
    def test_each_report_counts_at_its_best(self):
        ministry = Participant(state="KAZ", organisation="foreign-ministry")
        other = Participant(state="USA", organisation="foreign-ministry")
        sources = Participant(state="IRN", organisation="sources")
        told = [
            encounter(number, date="2023-09-18", by=by)
            for number, by in enumerate((None, ministry, other, sources))
        ]
        (entry,) = entries(*told)
        support = entry.support
        assert (support.told, support.from_parties, support.second_hand) == (1, 1, 2)

    def test_dates_and_places_that_agree(self):
        (entry,) = entries(
            encounter(1, date="2023-09-18", place=NEW_YORK),
            encounter(2, date="2023-09", place=NEW_YORK),
            encounter(3, date="2023-09-18", date_basis="publication"),
        )
        support = entry.support
        assert (support.dated, support.dates_agree) == (2, True)
        assert (support.placed, support.places_agree) == (2, True)

    def test_one_report_agrees_with_nobody(self):
        (entry,) = entries(encounter(1, date="2023-09-18", place=NEW_YORK))
        assert (entry.support.dates_agree, entry.support.places_agree) == (None, None)

    @pytest.mark.parametrize(
        ("reports", "voices"),
        [
            ([("A", "t1"), ("B", "t1"), ("C", "t1")], 1),
            ([("A", "t1"), ("A", "t2"), ("A", "t3")], 1),
            ([("A", "t1"), ("B", "t1"), ("B", "t2")], 2),
            ([("A", "t1"), ("A", "t2"), ("B", "t1"), ("C", "t2")], 2),
            ([("A", "t1"), (None, "t2")], 1),
            ([(None, "t1"), (None, "t2")], 1),
        ],
    )
    def test_voices_share_neither_text_nor_outlet(self, reports, voices):
        made = (encounter(number, date="2023-09-18") for number in range(len(reports)))
        told = [
            msgspec.structs.replace(claim, outlet=outlet, copy_of=text)
            for claim, (outlet, text) in zip(made, reports, strict=True)
        ]
        (entry,) = entries(*told)
        assert (entry.reports, entry.voices) == (len(reports), voices)


def test_the_same_words_in_two_papers_are_one_statement():
    said = "قال المسؤول إن السكك الحديدية تفتح باب التجارة"
    made = [
        sourced_claims(
            extraction(f"خبر {number}\n{said}.", (said, Statement, {"by": RAISI}), published=published)
        )[0]
        for number, published in enumerate(("2023-09-18", "2023-09-20", "2024-09-20"))
    ]
    assert sorted(entry.reports for entry in entries(*made)) == [1, 2]


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
