import json
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from handmade import meeting_report
from marsad.errors import MalformedRecord
from marsad.evaluation import read_gold, score
from marsad.evaluation.gold import GoldReport, noted
from marsad.model.claims import Evidence
from marsad.model.jsonform import encode
from marsad.pipeline import process
from marsad.sources import open_sources

SHARED = Path(__file__).parents[4] / "shared"


def gold_of(extraction, **fields):
    claims = tuple(noted(claim) for claim in extraction.claims)
    return GoldReport(report=extraction.report.source, claims=claims, **fields)


def test_what_is_the_same_is_perfect():
    made = meeting_report()
    scores = score([gold_of(made)], [made])
    assert scores.macro_f1 == 1
    assert scores.faults == []
    assert {
        f"{ratio.right}/{ratio.of}" for name, ratio in scores.slots.items() if name.startswith("enc")
    } == {"1/1"}


def test_a_duplicate_of_a_match_is_neither_right_nor_wrong():
    made = meeting_report()
    twice = msgspec.structs.replace(made, claims=made.claims[:1] * 2)
    tally = score([gold_of(msgspec.structs.replace(made, claims=made.claims[:1]))], [twice]).types[
        "encounter"
    ]
    assert (tally.right, tally.wrong, tally.missed) == (1, 0, 0)


def test_what_nobody_annotated_fully_is_never_wrong():
    made = meeting_report()
    nothing = GoldReport(report=made.report.source, claims=(), partial={"measure": True})
    tallies = score([nothing], [made]).types
    assert (tallies["measure"].wrong, tallies["tenure"].wrong) == (0, 1)


def test_types_that_were_not_looked_for_are_not_counted():
    made = meeting_report()
    only = GoldReport(report=made.report.source, claims=(), annotated=("tenure",))
    scores = score([only], [made])
    assert {name for name, tally in scores.types.items() if tally.wrong} == {"tenure"}
    assert scores.published.of == 0


def test_an_annotation_may_leave_the_words_to_the_report():
    made = meeting_report()
    bare = msgspec.to_builtins(gold_of(made))
    for claim in bare["claims"]:
        claim["evidence"] = [{"start": at["start"], "end": at["end"]} for at in claim["evidence"]]
    scores = score([msgspec.convert(bare, GoldReport)], [made])
    assert scores.macro_f1 == 1
    assert scores.faults == []


def test_evidence_that_is_not_in_the_text_is_counted():
    made = meeting_report()
    claim = msgspec.structs.replace(made.claims[0], evidence=(Evidence(0, 4, "كذب"),))
    broken = msgspec.structs.replace(made, claims=(claim,))
    assert score([gold_of(made)], [broken]).broken_evidence == 1


def test_a_broken_annotation_is_named(tmp_path):
    (tmp_path / "1.json").write_text('{"report": "x"', encoding="utf-8")
    with pytest.raises(MalformedRecord, match=r"1\.json"):
        read_gold(tmp_path)


@pytest.mark.shared
@pytest.mark.parametrize(("part", "reports"), [("seeds", "seeds"), ("dev", "dev/reports.jsonl")])
def test_the_numbers_are_those_of_the_shared_scorer(part, reports, tmp_path):
    gold, scorer = SHARED / "gold" / part, SHARED / "tools" / "score.py"
    if not scorer.exists():
        pytest.skip("the annotated reports are not beside the checkout")
    found = [process(raw) for raw in open_sources([str(SHARED / reports)])]
    predicted = tmp_path / "claims.jsonl"
    predicted.write_bytes(b"\n".join(map(encode, found)))
    command = [sys.executable, scorer, "--gold", gold, "--predicted", predicted, "--json"]
    expected = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    scores = score(read_gold(gold), found)
    for name, row in expected["types"].items():
        tally = scores.types[name]
        assert (tally.right, tally.wrong, tally.missed) == (row["tp"], row["fp"], row["fn"]), name
        assert round(tally.f1, 3) == row["f1"]
    assert round(scores.macro_f1, 3) == expected["macro_f1"]
    assert {name: f"{at.right}/{at.of}" for name, at in scores.slots.items()} == expected["slots"]
    assert f"{scores.published.right}/{scores.published.of}" == expected["published_date"]
    assert scores.broken_evidence == expected["broken_evidence"]
