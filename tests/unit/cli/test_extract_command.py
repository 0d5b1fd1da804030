import csv
import io

import pytest

from handmade import meeting_report, visit_report
from marsad.model.jsonform import decode


def test_one_line_a_report_in_the_order_given(marsad, reports):
    done = marsad("extract", reports / "2-visit.txt", reports / "1-meeting.txt")
    assert done.exit_code == 0
    found = [decode(line) for line in done.stdout.splitlines()]
    assert [item.report.id for item in found] == [visit_report().report.id, meeting_report().report.id]
    assert found[1].claims == meeting_report().claims


def test_csv_has_a_row_for_each_claim(marsad, reports):
    done = marsad("extract", reports, "--format", "csv")
    assert len(list(csv.DictReader(io.StringIO(done.stdout, newline="")))) == 11


def test_output_goes_to_a_file(marsad, reports, tmp_path):
    done = marsad("extract", reports, "--format", "csv", "--bom", "--output", "claims.csv")
    assert (done.exit_code, done.stdout) == (0, "")
    assert (tmp_path / "claims.csv").read_bytes().startswith(b"\xef\xbb\xbfreport,")


def test_a_file_that_cannot_be_written_is_named(marsad, reports):
    done = marsad("extract", reports, "--output", "nowhere/claims.jsonl")
    assert done.exit_code == 1
    assert done.stderr.startswith("marsad: nowhere/claims.jsonl cannot be written")
    assert done.stderr.count("\n") == 1


def test_an_existing_file_survives_a_failure(marsad, reports, tmp_path, monkeypatch):
    (tmp_path / "claims.jsonl").write_text("earlier")
    monkeypatch.setattr("marsad.export.jsonl.encode", _fail)
    with pytest.raises(RuntimeError):
        marsad("extract", reports, "--output", "claims.jsonl", catch_exceptions=False)
    assert (tmp_path / "claims.jsonl").read_text() == "earlier"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["claims.jsonl"]


def _fail(_extraction):
    raise RuntimeError


def test_nothing_read_is_a_failure(marsad, tmp_path):
    (tmp_path / "en.txt").write_text("An English text", encoding="utf-8")
    done = marsad("extract", "en.txt", "nowhere.txt")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 2


def test_an_unknown_format_is_misuse(marsad, reports):
    assert marsad("extract", reports, "--format", "xml").exit_code == 2
