import random

import pytest

from handmade import extraction
from marsad.model.claims import Tenure
from marsad.register.office_lines import office_lines
from marsad.register.sourced import sourced_claims


def tenure(person, name, published, **fields):
    text = f"خبر عن {name} في {published}\nقال الوزير كلاما."
    claim = {
        "person": person,
        "name": name,
        "state": "KAZ",
        "office": "foreign_minister",
        "status": "incumbent",
    }
    made = extraction(text, ("قال الوزير", Tenure, claim | fields), published=published, outlet="A")
    return sourced_claims(made)[0]


def nurtleu(published, **fields):
    return tenure("murat-nurtleu", "مراد نورتليو", published, **fields)


def tleuberdi(published, **fields):
    return tenure("mukhtar-tleuberdi", "مختار تليوبردي", published, **fields)


def line(*claims):
    (found,) = office_lines(claims)
    return found


def test_holders_come_in_their_course_with_what_the_knowledge_says():
    found = line(nurtleu("2024-02-01"), tleuberdi("2022-06-10"), nurtleu("2023-09-01"))
    assert [holder.person for holder in found.holders] == ["mukhtar-tleuberdi", "murat-nurtleu"]
    second = found.holders[1]
    assert (second.seen_first, second.seen_last, second.reports) == ("2023-09-01", "2024-02-01", 2)
    assert next(start for start, _ in second.known if start).startswith("2023")
    assert found.disagreements == ()


def test_the_time_between_two_holders_is_a_gap():
    (gap,) = line(tleuberdi("2022-06-10"), nurtleu("2023-09-01")).gaps
    assert (gap.before, gap.after) == ("mukhtar-tleuberdi", "murat-nurtleu")
    assert (gap.first, gap.last) == ("2022-06-11", "2023-08-31")


def test_a_report_after_the_term_is_set_apart():
    found = line(nurtleu("2024-02-01"), tleuberdi("2024-02-02"))
    (set_apart,) = found.disagreements
    assert (set_apart.kind, set_apart.person, set_apart.others) == (
        "out_of_term",
        "mukhtar-tleuberdi",
        ("murat-nurtleu",),
    )
    (holder,) = (holder for holder in found.holders if holder.person == "mukhtar-tleuberdi")
    assert holder.seen_first is None


def test_somebody_whom_the_knowledge_does_not_know_is_told_apart_from_whom_it_has():
    (found,) = line(tenure("aydr-slym", "أيدر سليم", "2024-02-02")).disagreements
    assert (found.kind, found.others) == ("other_known", ("murat-nurtleu",))


def test_two_at_a_time_where_the_knowledge_knows_nobody():
    old = {"published": "1950-01-01"}
    found = line(tenure("a", "أيدر سليم", **old), tenure("b", "بكر نعيم", **old))
    (overlap,) = found.disagreements
    assert (overlap.kind, overlap.first, len(overlap.claims)) == ("overlap", "1950-01-01", 2)


def test_former_holders_are_not_seen_in_office():
    found = line(tleuberdi("2024-02-02", status="former"))
    assert found.holders[0].seen_first is None
    assert found.disagreements == ()


def test_offices_of_many_have_neither_gaps_nor_disagreements():
    many = {"office": "legislator"}
    old = {"published": "1950-01-01"}
    found = line(tenure("a", "أيدر سليم", **old, **many), tenure("b", "بكر نعيم", **old, **many))
    assert (len(found.holders), found.disagreements, found.gaps) == (2, (), ())


def test_spellings_are_one_holder_and_a_surname_is_not():
    found = line(
        tenure("aydr-slymanwf", "أيدر سليمانوف", "1950-01-01"),
        tenure("aydr-slmanwf", "أيدر سليمانف", "1950-01-01"),
        tenure("slymanwf", "سليمانوف", "1950-01-01"),
    )
    assert sorted(holder.reports for holder in found.holders) == [1, 2]


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_claims_does_not_matter(seed):
    claims = [nurtleu("2024-02-01"), tleuberdi("2022-06-10"), tleuberdi("2024-02-02"), nurtleu("2023-09-01")]
    expected = office_lines(claims)
    random.Random(seed).shuffle(claims)  # noqa: S311
    assert office_lines(claims) == expected
