import csv
import io
import json


def test_years_follow_each_other_and_days_within_them(marsad, register):
    made = json.loads(marsad("timeline", "IRN", "KAZ", "--register", register, "-f", "json").stdout)
    years = [section["key"] for section in made["sections"]]
    assert years == sorted(years)
    days = [entry["first"] or entry["reported_first"] for entry in made["entries"]]
    assert days == sorted(days)
    assert len({entry["type"] for entry in made["entries"]}) > 2


def test_types_and_period(marsad, register):
    chosen = marsad(
        "timeline", "IRN", "KAZ", "--register", register, "--type", "encounter", "--to", "1990", "-f", "json"
    )
    assert json.loads(chosen.stdout)["entries"] == []
    rows = marsad("timeline", "IRN", "KAZ", "--register", register, "--type", "encounter", "-f", "csv").stdout
    assert {row["type"] for row in csv.DictReader(io.StringIO(rows, newline=""))} == {"encounter"}


def test_in_arabic(marsad, register):
    assert "مجرى الأحداث" in marsad("timeline", "IRN", "KAZ", "--register", register, "--lang", "ar").stdout


def test_a_type_that_is_none_is_named(marsad, register):
    shown = marsad("timeline", "IRN", "KAZ", "--register", register, "--type", "meeting")
    assert shown.exit_code == 2
    assert "encounter" in shown.stderr
