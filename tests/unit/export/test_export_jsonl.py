import json

import jsonschema

from handmade import meeting_report, visit_report
from marsad.export.jsonl import jsonl_lines
from marsad.model.jsonform import decode, schema


def test_a_line_a_report_that_reads_back_and_obeys_the_schema():
    made = [meeting_report(), visit_report()]
    lines = list(jsonl_lines(made))
    assert [decode(line) for line in lines] == made
    for line in lines:
        assert line.count("\n") == 1
        jsonschema.validate(json.loads(line), schema())
        assert "رئيسي" in line or "طهران" in line
