import csv
import io

from handmade import RAISI, extraction, meeting_report, visit_report
from marsad.export.csv import BOM, COLUMNS, csv_lines
from marsad.model.claims import Statement


def rows(*extractions, **options):
    return list(csv.DictReader(io.StringIO("".join(csv_lines(extractions, **options)), newline="")))


def test_one_claim_a_row_in_order():
    found = rows(meeting_report(), visit_report())
    assert [row["type"] for row in found] == [
        "encounter",
        "statement",
        "measure",
        "measure",
        "commitment",
        "undertaking",
        "tenure",
        "undertaking",
        "undertaking",
        "membership",
        "membership",
    ]
    assert tuple(found[0]) == COLUMNS


def test_values_stand_in_their_columns():
    found = rows(meeting_report(), visit_report())
    encounter, _, trade, target = found[:4]
    assert encounter["participants"] == "ebrahim-raisi (IRN); kassym-jomart-tokayev (KAZ)"
    assert (encounter["city"], encounter["date"], encounter["status"]) == ("New York", "2023-09-18", "held")
    assert (trade["kind"], trade["value"], trade["unit"], trade["period"]) == (
        "trade_volume",
        "528000000",
        "USD",
        "2022",
    )
    assert (trade["target"], target["target"]) == ("false", "true")
    assert trade["by_person"] == "kassym-jomart-tokayev"
    memoranda = found[7]
    assert (memoranda["count"], memoranda["value"], memoranda["parties"]) == ("9", "7000000", "IRN; KAZ")
    assert (found[9]["state"], found[9]["organisation"]) == ("IRN", "SCO")


def test_evidence_can_be_found_again():
    made = meeting_report()
    for row in rows(made):
        assert made.report.text[int(row["evidence_start"]) : int(row["evidence_end"])] == row["evidence"]


def test_the_byte_order_mark_comes_only_when_asked_for():
    assert next(csv_lines([], bom=True)).startswith(BOM)
    assert not next(csv_lines([])).startswith(BOM)


def test_rows_are_streamed():
    taken = []

    def reports():
        for number in range(3):
            taken.append(number)
            yield meeting_report()

    lines = csv_lines(reports())
    next(lines)
    next(lines)
    assert taken == [0]


def test_text_that_a_spreadsheet_would_run_is_guarded():
    text = 'عنوان\n=HYPERLINK("x") قال، وأضاف آخر\nسطر'
    (row,) = rows(extraction(text, ('=HYPERLINK("x") قال، وأضاف آخر', Statement, {"by": RAISI})))
    assert row["evidence"] == '\'=HYPERLINK("x") قال، وأضاف آخر'


def test_line_breaks_and_quotes_survive():
    text = 'عنوان\nقال "نعم"\nثم مضى'
    (row,) = rows(extraction(text, ('قال "نعم"\nثم', Statement, {"by": RAISI})))
    assert row["evidence"] == 'قال "نعم"\nثم'
