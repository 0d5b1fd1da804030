import json

import pytest


def test_a_brief_in_each_language_and_form(marsad, register):
    for lang, word in (("en", "Who met"), ("ar", "اللقاءات")):
        for form in ("terminal", "markdown", "html", "json"):
            done = marsad("brief", "IRN", "KAZ", "--register", register, "--lang", lang, "--format", form)
            assert done.exit_code == 0, done.stderr
            assert word in done.stdout


@pytest.mark.parametrize(
    "pair", [("IRN", "KAZ"), ("iran", "kazakhstan"), ("إيران", "كازاخستان"), ("irn", "Kazakhstan")]
)
def test_states_are_given_by_code_or_name(marsad, register, pair):
    done = marsad("brief", *pair, "--register", register, "--format", "json")
    assert json.loads(done.stdout)["states"] == ["IRN", "KAZ"]


@pytest.mark.parametrize(("wrong", "meant"), [("IRM", "IRN"), ("Kazakstan", "KAZ"), ("كازاخستن", "KAZ")])
def test_an_unknown_state_is_named_with_its_nearest(marsad, register, wrong, meant):
    done = marsad("brief", wrong, "RUS", "--register", register)
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1
    assert wrong in done.stderr
    assert meant in done.stderr


def test_one_state_twice_is_no_pair(marsad, register):
    done = marsad("brief", "IRN", "iran", "--register", register)
    assert done.exit_code == 2
    assert "two states" in done.stderr


def test_a_missing_register_says_what_to_do(marsad):
    done = marsad("brief", "IRN", "KAZ")
    assert done.exit_code == 1
    assert done.stderr == (
        "marsad: marsad.db does not exist (make it with: marsad read PATH --register marsad.db)\n"
    )


def test_a_period(marsad, register):
    done = marsad("brief", "IRN", "KAZ", "--register", register, "--from", "2023", "--to", "2023-09")
    assert "met in New York" in done.stdout
    assert "memoranda" not in done.stdout


@pytest.mark.parametrize(
    "period", [("--from", "yesterday"), ("--to", "31/12/2023"), ("--from", "2024", "--to", "2023")]
)
def test_a_period_that_is_none(marsad, register, period):
    done = marsad("brief", "IRN", "KAZ", "--register", register, *period)
    assert done.exit_code == 2
    assert done.stdout == ""


def test_a_brief_goes_to_a_file(marsad, register, tmp_path):
    marsad("brief", "IRN", "KAZ", "--register", register, "--format", "html", "-o", "brief.html")
    assert (tmp_path / "brief.html").read_text(encoding="utf-8").startswith("<!doctype html>")
