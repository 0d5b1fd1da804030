"""Every code of the claim record has its word in both languages, and the two files hold the same keys."""

from typing import get_args

import pytest

from marsad.knowledge.files import load
from marsad.model import vocabulary
from marsad.register.follow_through.records import Status
from marsad.views.wording import phrases

GROUPS = {
    "encounters": vocabulary.EncounterKind,
    "statuses": vocabulary.EncounterStatus,
    "undertakings": vocabulary.UndertakingKind,
    "stages": vocabulary.Stage,
    "acts": vocabulary.Act,
    "verbs": vocabulary.SpeechVerb,
    "tenure_statuses": vocabulary.TenureStatus,
    "membership_statuses": vocabulary.MembershipStatus,
    "sectors": vocabulary.Sector,
}
TYPES_BY_SECTION = {
    "encounters",
    "undertakings",
    "commitments",
    "measures",
    "people",
    "memberships",
    "statements",
}


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("group", GROUPS)
def test_each_code_has_its_word(lang, group):
    assert set(phrases(lang).get(group)) == set(get_args(GROUPS[group]))


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_each_status_of_the_ledger_has_its_word(lang):
    for group in ("ledger", "ledger_index"):
        assert set(phrases(lang).get(group, "statuses")) == set(get_args(Status))


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_each_kind_of_encounter_has_all_its_lines(lang):
    for kind in get_args(vocabulary.EncounterKind):
        assert {"line", "alone", "planned"} <= set(phrases(lang).get("encounters", kind))


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_offices_apart_are_offices(lang):
    assert set(phrases(lang).get("offices_apart")) <= set(get_args(vocabulary.OfficeCode))


GIVEN_IN_BOTH = ("people", "place", "dates", "numbers", "brief", "bodies", "sections", "flags")


def test_both_languages_say_the_same_things():
    english, arabic = phrases("en"), phrases("ar")
    assert set(english.get()) == set(arabic.get())
    for group in (
        "people",
        "place",
        "dates",
        "numbers",
        "brief",
        "bodies",
        "sections",
        "flags",
        "ledger",
        "ledger_index",
    ):
        assert set(english.get(group)) == set(arabic.get(group)), group
    assert set(english.get("sections")) == TYPES_BY_SECTION
    assert len(arabic.get("dates", "months")) == len(english.get("dates", "months")) == 12


@pytest.mark.parametrize(
    ("lang", "number", "expected"),
    [
        ("en", 1, "memorandum of understanding"),
        ("en", 9, "9 memoranda of understanding"),
        ("ar", 1, "مذكرة تفاهم"),
        ("ar", 2, "مذكرتا تفاهم"),
        ("ar", 9, "9 مذكرات تفاهم"),
        ("ar", 12, "12 مذكرة تفاهم"),
        ("ar", 105, "105 مذكرات تفاهم"),
    ],
)
def test_number_and_noun_agree(lang, number, expected):
    words = phrases(lang)
    assert words.count(words.get("undertakings", "memorandum"), number) == expected


def test_lists():
    assert phrases("en").join(["a", "b", "c"]) == "a, b and c"
    assert phrases("ar").join(["إيران", "الصين", "روسيا"]) == "إيران والصين وروسيا"
    assert phrases("en").join(["a"]) == "a"
    assert phrases("en").join([]) == ""


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_everything_that_the_knowledge_counts_has_a_name(lang):
    counted = load("cues/measures")
    codes = {*counted["counted"], *counted["tolls"]}
    assert {code for code in codes if phrases(lang).label("indicators", code) is None} == set()
