import json

from marsad.register.store import open_register


def test_each_holder_is_shown_with_what_the_knowledge_has(marsad, register):
    made = json.loads(marsad("people", "Iran", "--register", register, "-f", "json").stdout)
    (line,) = [line for line in made["lines"] if line["office"] == "head_of_state"]
    assert "ebrahim-raisi" in {holder["person"] for holder in line["holders"]}
    shown = marsad("people", "IRN", "--register", register, "--office", "head_of_state").stdout
    assert "Ebrahim Raisi" in shown
    assert "in the knowledge" in shown


def test_on_a_day_only_who_held_it_then(marsad, register):
    shown = marsad("people", "IRN", "--register", register, "--office", "head_of_state", "--at", "1950-01-01")
    assert "No report names" in shown.stdout


def test_in_arabic(marsad, register):
    assert "في قاعدة المعرفة" in marsad("people", "IRN", "--register", register, "--lang", "ar").stdout


def test_an_office_that_is_none_is_named(marsad, register):
    assert marsad("people", "IRN", "--register", register, "--office", "president").exit_code == 2


def test_an_empty_register_says_so(marsad, tmp_path):
    with open_register(tmp_path / "empty.db", create=True):
        pass
    assert "No report names" in marsad("people", "IRN", "--register", tmp_path / "empty.db").stdout
