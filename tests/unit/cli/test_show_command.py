import json

import pytest

from marsad.register.store import open_register


@pytest.fixture
def meeting(register):
    """An entry of the register: a meeting."""
    with open_register(register) as opened:
        return next(entry for entry in opened.entries_between("IRN", "KAZ") if entry.kind == "meeting")


def test_every_claim_is_shown_with_its_sentence(marsad, register, meeting):
    shown = json.loads(marsad("show", meeting.id, "--register", register, "-f", "json").stdout)
    assert shown["entry"]["id"] == meeting.id
    (rests_on,) = [part for part in shown["sections"] if part["key"] == "claims"]
    lines = [line for group in rests_on["groups"] for line in group["lines"]]
    assert [line["entry"] for line in lines] == list(meeting.claims)
    assert all(line["sources"] and line["quote"] for line in lines)


def test_a_claim_or_the_first_characters_name_the_entry_too(marsad, register, meeting):
    for name in (meeting.id[:12], meeting.claims[0], meeting.claims[0][:12]):
        assert meeting.id in marsad("show", name, "--register", register).stdout


def test_in_arabic(marsad, register, meeting):
    shown = marsad("show", meeting.id, "--register", register, "--lang", "ar").stdout
    assert "ما يستند إليه" in shown


def test_what_is_not_there_or_not_one_is_named(marsad, register):
    missing = marsad("show", "e0000", "--register", register)
    assert missing.exit_code == 2
    assert "neither an entry nor a claim" in missing.stderr
    several = marsad("show", "e", "--register", register)
    assert several.exit_code == 2
    assert "several entries begin so" in several.stderr
