import json
import os
import subprocess
import sys

import jsonschema
import pytest

from handmade import MEETING_NEWS, meeting_report
from marsad.model.jsonform import encode, schema


def test_the_schema_is_printed_and_fits(marsad):
    printed = json.loads(marsad("schema").stdout)
    assert printed == json.loads(json.dumps(schema()))
    jsonschema.Draft202012Validator.check_schema(printed)
    jsonschema.validate(json.loads(encode(meeting_report())), printed)


def test_the_version(marsad):
    assert marsad("--version").stdout.startswith("marsad ")


def test_completion_is_offered(marsad):
    assert "--show-completion" in marsad("--help").stdout


def test_misuse_ends_with_two(marsad):
    assert marsad("frobnicate").exit_code == 2
    assert marsad("schema", "--frobnicate").exit_code == 2


@pytest.mark.parametrize("arguments", [["--version"], ["schema"]])
def test_python_dash_m_is_the_same_command(arguments):
    done = subprocess.run(
        [sys.executable, "-m", "marsad", *arguments], capture_output=True, text=True, check=True
    )
    assert done.stdout


def test_a_closed_pipe_is_no_drama():
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run([sys.executable, "-m", "marsad", "schema"], stdout=writer, stderr=subprocess.PIPE)
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


class TestEvaluate:
    @pytest.fixture
    def gold(self, tmp_path):
        """The meeting's claims as annotated: one by another person, and one more that nobody extracts."""
        folder = tmp_path / "gold"
        folder.mkdir()
        claims = json.loads(encode(meeting_report()))["claims"]
        claims[4]["by"]["person"] = claims[4]["by"]["name"] = "somebody-else"
        claims.append(
            {"type": "statement", "by": {"state": "KAZ"}, "evidence": {"start": 0, "end": 5, "text": "رئيسي"}}
        )
        note = {"report": "1-meeting.txt", "published": {"edtf": "2023-09-19"}, "claims": claims}
        (folder / "1.json").write_text(json.dumps(note), encoding="utf-8")
        return folder

    def test_scores_by_type(self, marsad, gold, reports):
        done = marsad("evaluate", gold, reports, "--json")
        assert done.exit_code == 0, done.stderr
        figures = json.loads(done.stdout)
        right = {name: (row["right"], row["wrong"], row["missed"]) for name, row in figures["types"].items()}
        assert right == {
            "encounter": (1, 0, 0),
            "undertaking": (1, 0, 0),
            "commitment": (0, 1, 1),
            "measure": (2, 0, 0),
            "statement": (1, 0, 1),
            "tenure": (1, 0, 0),
        }
        assert figures["published"] == {"right": 1, "of": 1}
        assert figures["macro_f1"] == pytest.approx((4 + 0 + 2 / 3) / 6)

    def test_the_table_and_the_errors(self, marsad, gold, reports):
        done = marsad("evaluate", gold, reports, "--errors")
        assert done.stdout.count("MISSED 1-meeting.txt") == 2
        assert done.stdout.count("FALSE ") == 1
        assert done.stdout.endswith("macro F1 0.778\n")

    def test_an_annotation_without_its_report_is_named(self, marsad, gold, reports):
        done = marsad("evaluate", gold, reports / "2-visit.txt")
        assert done.exit_code == 1
        assert done.stderr.startswith("marsad: 1-meeting.txt: annotated, but not among the reports")

    def test_a_folder_without_annotations_is_named(self, marsad, reports):
        done = marsad("evaluate", reports, reports)
        assert done.exit_code == 1
        assert "holds no annotations" in done.stderr

    def test_reports_beside_the_annotations_are_found(self, marsad, gold):
        (gold / "1-meeting.txt").write_text(MEETING_NEWS, encoding="utf-8")
        assert "macro F1 0.778" in marsad("evaluate", gold).stdout
