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


def test_one_state_lists_its_pairs_with_counts(marsad, register):
    made = json.loads(marsad("ledger", "KAZ", "--register", register, "-f", "json").stdout)
    whole = json.loads(marsad("ledger", "KAZ", "IRN", "--register", register, "-f", "json").stdout)["threads"]
    (pair,) = made["pairs"]
    assert pair["states"] == ["KAZ", "IRN"]
    assert sum(pair["threads"].values()) == len(whole)
    assert pair["threads"]["delivered"] == sum(thread["status"] == "delivered" for thread in whole)


def test_all_pairs_in_arabic_and_as_a_table(marsad, register):
    assert "إيران وكازاخستان — " in marsad("ledger", "--register", register, "--lang", "ar").stdout
    (row,) = csv.DictReader(
        io.StringIO(marsad("ledger", "--register", register, "-f", "csv", "--status", "delivered").stdout)
    )
    assert (row["one"], row["other"], row["open"]) == ("IRN", "KAZ", "0")
    assert row["threads"] == row["delivered"] != "0"


def test_a_state_without_promises_says_so(marsad, register):
    assert "no matter of two states" in marsad("ledger", "USA", "--register", register).stdout


def test_filters_of_threads_need_two_states(marsad, register):
    wrong = marsad("ledger", "IRN", "--register", register, "--sector", "transport")
    assert wrong.exit_code == 2
    assert "two states" in wrong.stderr
