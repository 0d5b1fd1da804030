import pytest

from marsad.register.store import open_register


def counts(path):
    with open_register(path) as register:
        return register.counts()


def test_says_what_was_read(marsad, reports):
    done = marsad("read", reports, "--register", "made.db")
    assert done.exit_code == 0
    assert done.stdout == "made.db: 2 new reports with 11 claims, 0 already there, 0 skipped\n"
    assert done.stderr == ""


def test_reading_twice_changes_nothing(marsad, reports, register):
    before = counts(register)
    done = marsad("read", reports, reports / "1-meeting.txt", "--register", register)
    assert done.exit_code == 0
    assert "0 new reports with 0 claims, 3 already there" in done.stdout
    assert counts(register) == before


def test_a_report_given_twice_is_read_once(marsad, reports):
    done = marsad("read", reports, reports, "--register", "made.db")
    assert "2 new reports with 11 claims, 2 already there" in done.stdout


def test_what_cannot_be_used_is_named_and_counted_and_the_rest_goes_on(marsad, reports, tmp_path):
    (tmp_path / "en.txt").write_text("An English text", encoding="utf-8")
    done = marsad("read", "nowhere.txt", tmp_path / "en.txt", reports, "--register", "made.db")
    assert done.exit_code == 0
    assert "2 new reports" in done.stdout
    assert "2 skipped" in done.stdout
    assert "  1 × is not Arabic" in done.stdout
    complaints = done.stderr.splitlines()
    assert len(complaints) == 2
    assert "nowhere.txt" in complaints[0]
    assert complaints[1].endswith("en.txt: is not Arabic (marsad reads Arabic only)")


def test_when_nothing_can_be_read_no_register_is_made(marsad, tmp_path):
    done = marsad("read", "nowhere.txt", "--register", "made.db")
    assert done.exit_code == 1
    assert not (tmp_path / "made.db").exists()


def test_standard_input_is_a_source(marsad, reports):
    text = (reports / "1-meeting.txt").read_text(encoding="utf-8")
    assert "1 new reports" in marsad("read", "-", "--register", "made.db", stdin=text).stdout


@pytest.mark.parametrize("name", ["reports", "text.db"])
def test_a_register_that_is_none_is_left_alone(marsad, reports, tmp_path, name):
    (tmp_path / "text.db").write_text("ليس سجلا", encoding="utf-8")
    done = marsad("read", reports, "--register", name)
    assert done.exit_code == 1
    assert done.stderr.startswith(f"marsad: {name} is ")
    assert (tmp_path / "text.db").read_text(encoding="utf-8") == "ليس سجلا"


def test_the_register_of_the_environment_is_used(marsad, reports, tmp_path, monkeypatch):
    monkeypatch.setenv("MARSAD_REGISTER", str(tmp_path / "other.db"))
    assert marsad("read", reports).exit_code == 0
    assert counts(tmp_path / "other.db")["reports"] == 2


def test_misuse_is_told_apart(marsad, reports, monkeypatch):
    assert marsad("read").exit_code == 2
    assert marsad("read", reports, "--jobs", "0").exit_code == 2
    monkeypatch.setenv("MARSAD_JOBS", "some")
    assert "MARSAD_JOBS" in marsad("read", reports).stderr


def test_reading_again_replaces_what_other_rules_have_read(marsad, reports, register):
    before = counts(register)
    with open_register(register) as opened, opened.transaction() as connection:
        connection.exec_driver_sql("UPDATE reports SET rules = '0.0.1'")
    done = marsad("read", "--again", "--register", register)
    assert done.exit_code == 0
    assert f"2 reports read again: {before['claims']} claims kept, 0 new, 0 gone" in done.stdout
    assert counts(register) == before
    assert "0 reports read again" in marsad("read", "--again", "--register", register).stdout


def test_reading_again_needs_a_register(marsad):
    done = marsad("read", "--again", "--register", "nowhere.db")
    assert done.exit_code == 1
    assert "nowhere.db does not exist" in done.stderr
