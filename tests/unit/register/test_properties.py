"""What holds of consolidation whatever the reports say."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handmade import extraction
from marsad.model.claims import (
    Commitment,
    Encounter,
    Measure,
    Participant,
    Place,
    Statement,
    Tenure,
    Undertaking,
)
from marsad.register.consolidate import consolidate
from marsad.register.keys import bucket
from marsad.register.sourced import sourced_claims
from marsad.register.store import open_register

DATES = st.sampled_from(
    [
        None,
        "2023",
        "2023-09",
        "2023-09-17",
        "2023-09-18",
        "2023-09-19",
        "2023-09-17/2023-09-20",
        "../2023-09-18",
    ]
)
NAMES = ["قاسم توكاييف", "قاسم جومارت توكايف", "مراد نورتليو", "نورتليو", "أحمد نورتليو"]
OFFICES = st.sampled_from(["head_of_state", "foreign_minister"])
PEOPLE = st.builds(
    lambda state, name: Participant(state=state, name=name, person=name and str(NAMES.index(name))),
    st.sampled_from(["IRN", "KAZ"]),
    st.sampled_from([None, *NAMES]),
)
PLACES = st.sampled_from(
    [None, Place(city="Tehran", state="IRN"), Place(state="IRN"), Place(city="Astana", state="KAZ")]
)
BASES = st.sampled_from([None, "explicit", "relative", "publication"])
PHRASES = ["خبر يتحدث عن لقاء جديد في العاصمة", "لقاء جديد", "اتفاق النقل البري", "اتفاقية السياحة"]


def fields(**own):
    return st.fixed_dictionaries({"date": DATES, "date_basis": BASES, "place": PLACES, **own})


PARTIES = st.sampled_from([("IRN", "KAZ"), ("IRN",), ()])
SECTORS = st.lists(st.sampled_from(["rail", "trade", "tourism", "agreements"]), max_size=2, unique=True).map(
    tuple
)
CLAIMS = st.one_of(
    st.tuples(
        st.just(Encounter),
        fields(
            kind=st.sampled_from(["meeting", "summit", "visit", "call", "press_conference"]),
            status=st.sampled_from(["held", "scheduled", "under_way", "denied", "cancelled"]),
            participants=st.lists(PEOPLE, min_size=1, max_size=3).map(tuple),
        ),
    ),
    st.tuples(
        st.just(Undertaking),
        fields(
            kind=st.sampled_from(["agreement", "treaty", "joint_commission", "rail_link"]),
            stage=st.sampled_from(["proposed", "signed", "in_force", "convened"]),
            parties=PARTIES,
            sectors=SECTORS,
            count=st.sampled_from([None, None, 2]),
        ),
    ),
    st.tuples(
        st.just(Measure),
        fields(
            indicator=st.just("exports"),
            value=st.sampled_from(["1", "1.0", "2"]),
            unit=st.just("USD"),
            parties=PARTIES,
        ),
    ),
    st.tuples(st.just(Commitment), fields(act=st.just("pledge"), by=PEOPLE, sectors=SECTORS)),
    st.tuples(st.just(Statement), fields(by=PEOPLE)),
    st.tuples(
        st.just(Tenure),
        st.sampled_from(NAMES).flatmap(
            lambda name: fields(
                person=st.just(str(NAMES.index(name))),
                name=st.just(name),
                state=st.just("KAZ"),
                office=OFFICES,
                status=st.just("incumbent"),
            )
        ),
    ),
)


@st.composite
def report(draw):
    """A report that says any of these things, in words that other reports may use too."""
    phrase, number = draw(st.sampled_from(PHRASES)), draw(st.integers(0, 10**6))
    claims = [(phrase, record, values) for record, values in draw(st.lists(CLAIMS, min_size=1, max_size=4))]
    return extraction(
        f"خبر {number}\n{phrase}، كما جاء في النشرة رقم {number}.",
        *claims,
        published=draw(st.sampled_from([None, "2023-09-17", "2023-09-18", "2023-09-20", "2023-11-02"])),
        outlet=draw(st.sampled_from([None, "A", "B", "C"])),
    )


REPORTS = st.lists(report(), min_size=1, max_size=8, unique_by=lambda made: made.report.id)


def entries(reports):
    buckets = {}
    for sourced in (claim for made in reports for claim in sourced_claims(made)):
        buckets.setdefault(bucket(sourced), []).append(sourced)
    return [entry for name in sorted(buckets) for entry in consolidate(buckets[name])]


@given(reports=REPORTS, data=st.data())
def test_the_order_of_reports_changes_no_entry(reports, data):
    assert entries(data.draw(st.permutations(reports))) == entries(reports)


@given(reports=REPORTS)
def test_every_claim_stands_in_one_entry(reports):
    claims = Counter(claim.id for made in reports for claim in sourced_claims(made))
    assert Counter(claim for entry in entries(reports) for claim in entry.claims) == claims


@given(reports=REPORTS, more=report())
def test_another_report_loses_no_claim_and_no_thing(reports, more):
    before = {claim for entry in entries(reports) for claim in entry.claims}
    after = {claim for entry in entries([*reports, more]) for claim in entry.claims}
    assert before <= after


@given(reports=REPORTS)
def test_ids_are_unique_and_visits_are_there(reports):
    found = {entry.id: entry for entry in entries(reports)}
    assert len(found) == len(entries(reports))
    for entry in found.values():
        assert entry.within is None or found[entry.within].kind == "visit"


@given(reports=REPORTS)
def test_counts_add_up(reports):
    for entry in entries(reports):
        support = entry.support
        assert support.told + support.from_parties + support.second_hand == entry.reports
        assert 1 <= entry.voices <= max(1, entry.outlets) <= max(1, entry.reports)


@given(
    surname=st.sampled_from(["نورتليو", "الراشد"]),
    given_names=st.lists(
        st.sampled_from(["مراد", "أحمد", "", "سعيد", "يوسف"]), min_size=2, max_size=4, unique=True
    ),
)
def test_people_who_share_a_surname_stay_apart(surname, given_names):
    def tenure(name):
        values = {
            "person": f"p-{name}",
            "name": f"{name} {surname}".strip(),
            "state": "KAZ",
            "office": "foreign_minister",
            "status": "incumbent",
        }
        return extraction(
            f"خبر {name}\nقال الوزير كلاما.", ("قال الوزير", Tenure, values), published="2023-09-18"
        )

    assert len(entries([tenure(name) for name in given_names])) == len(given_names)


@pytest.mark.parametrize("times", [1, 3])
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_a_register_holds_the_same_whatever_the_batches(data, times, tmp_path_factory):
    reports = data.draw(REPORTS)
    shuffled = data.draw(st.permutations(reports))
    folder = tmp_path_factory.mktemp("registers")
    with (
        open_register(folder / "at_once.db", create=True) as one,
        open_register(folder / "parts.db", create=True) as other,
    ):
        one.add(reports)
        for at in range(0, len(shuffled), times):
            other.add(shuffled[at : at + times])
            other.refresh()
        assert _all(other) == _all(one)


def _all(register):
    register.refresh()
    from sqlalchemy import text

    return register.select(text("SELECT id, bucket, json FROM entries ORDER BY id"))
