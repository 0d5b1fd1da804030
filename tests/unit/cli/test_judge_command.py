"""Judgements from the command line."""

import json

import pytest

from marsad.register.store import open_register


@pytest.fixture(autouse=True)
def salma(monkeypatch):
    monkeypatch.setenv("MARSAD_USER", "Salma")


def encounters(register):
    with open_register(register) as opened:
        return [entry for entry in opened.entries_between("IRN", "KAZ") if entry.type == "encounter"]


def judge(marsad, register, *arguments):
    done = marsad("judge", *arguments, "--register", register)
    assert done.exit_code == 0, done.output
    return done.stdout.strip()


def test_an_entry_is_rejected_and_comes_back(marsad, register):
    (entry,) = before = encounters(register)
    made = judge(marsad, register, "reject", entry.id, "--note", "لم يحدث")
    assert encounters(register) == []
    listed = marsad("judgements", "--register", register).stdout
    assert made in listed
    assert "Salma  reject" in listed
    assert "“لم يحدث”  [in force]" in listed
    judge(marsad, register, "undo", made)
    assert encounters(register) == before
    assert "[undone]" in marsad("judgements", "list", "--register", register).stdout


@pytest.mark.parametrize(
    ("slot", "value", "first"),
    [("date", "2023-09-20", "2023-09-20"), ("date", "2023", "2023-01-01"), ("date", "null", None)],
)
def test_a_slot_is_corrected(marsad, register, slot, value, first):
    (entry,) = encounters(register)
    judge(marsad, register, "correct", entry.id, "--slot", slot, "--value", value)
    assert [item.first for item in encounters(register)] == [first]


def test_the_brief_shows_the_corrected_claim(marsad, register):
    (entry,) = encounters(register)
    assert "Geneva" not in marsad("brief", "IRN", "KAZ", "--register", register).stdout
    judge(marsad, register, "correct", entry.id, "--slot", "place.city", "--value", "Geneva")
    assert "Geneva" in marsad("brief", "IRN", "KAZ", "--register", register).stdout


def test_judgements_go_from_one_register_to_another(marsad, register, reports, tmp_path):
    (entry,) = encounters(register)
    judge(marsad, register, "correct", entry.id, "--slot", "date", "--value", "2023-09-20")
    file, fresh = tmp_path / "judgements.jsonl", tmp_path / "fresh.db"
    assert marsad("judgements", "export", file, "--register", register).exit_code == 0
    (line,) = file.read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["by"] == "Salma"
    done = marsad("judgements", "import", file, "--register", fresh)
    assert done.exit_code == 0
    assert "1 new judgements" in done.stdout
    assert "is not in the register" in marsad("judgements", "--register", fresh).stdout
    assert marsad("read", reports, "--register", fresh).exit_code == 0
    assert encounters(fresh) == encounters(register)
    assert "0 new judgements, 1 already" in marsad("judgements", "import", file, "--register", fresh).stdout


def test_a_broken_line_is_named(marsad, register, tmp_path):
    file = tmp_path / "judgements.jsonl"
    file.write_text('{"verdict": "accept"}\n', encoding="utf-8")
    done = marsad("judgements", "import", file, "--register", register)
    assert done.exit_code == 1
    assert "judgements.jsonl, line 1: no judgement" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("accept", "e0"), "e0 is no entry or claim"),
        (("undo", "j0"), "no judgement j0"),
    ],
)
def test_what_is_not_there_is_named(marsad, register, arguments, told):
    done = marsad("judge", *arguments, "--register", register)
    assert done.exit_code == 1
    assert told in done.stderr


def test_a_split_needs_claims_that_stay(marsad, register):
    (entry,) = encounters(register)
    done = marsad("judge", "split", entry.id, "--register", register)
    assert done.exit_code == 1
    assert "stay behind" in done.stderr


def test_without_judgements_the_list_says_how_to_make_some(marsad, register):
    assert "marsad review" in marsad("judgements", "--register", register).stdout


def test_a_review_without_a_terminal_names_the_command_for_scripts(marsad, register):
    done = marsad("review", "--register", register)
    assert done.exit_code == 1
    assert "marsad judge" in done.stderr
