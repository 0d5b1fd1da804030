import csv
import io
import json


def test_the_ledger_of_two_states_by_name_in_arabic(marsad, register):
    shown = marsad("ledger", "إيران", "Kazakhstan", "--register", register, "--lang", "ar")
    assert shown.exit_code == 0
    assert "الوعود وما آلت إليه" in shown.stdout


def test_every_format(marsad, register):
    def output(form):
        return marsad("ledger", "IRN", "KAZ", "--register", register, "--format", form).stdout

    assert output("html").startswith("<!doctype html>")
    assert output("markdown").startswith("# ")
    threads = json.loads(output("json"))["threads"]
    rows = list(csv.DictReader(io.StringIO(output("csv"), newline="")))
    assert [row["thread"] for row in rows] == [thread["id"] for thread in threads]


def test_filters(marsad, register):
    found = marsad(
        "ledger",
        "IRN",
        "KAZ",
        "--register",
        register,
        "--sector",
        "transport",
        "--status",
        "delivered",
        "-f",
        "json",
    )
    (thread,) = json.loads(found.stdout)["threads"]
    assert (thread["sectors"], thread["status"]) == (["transport"], "delivered")


def test_unknown_sector_names_the_nearest(marsad, register):
    wrong = marsad("ledger", "IRN", "KAZ", "--register", register, "--sector", "transprot")
    assert wrong.exit_code == 2
    assert "transport" in wrong.stderr


def test_no_date(marsad, register):
    wrong = marsad("ledger", "IRN", "KAZ", "--register", register, "--as-of", "yesterday")
    assert wrong.exit_code == 2
    assert "yesterday" in wrong.stderr
