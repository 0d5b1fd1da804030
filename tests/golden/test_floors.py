"""Extraction doesn't get worse: for each type of claim F1 stays at or above its pinned floor."""

import pytest

from tests.golden.gate import PARTS, SHARED, fingerprint, floors, measured

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(
        not (SHARED / "gold").exists(), reason="the annotated reports don't lie beside the checkout"
    ),
]


@pytest.mark.parametrize("part", PARTS)
def test_no_type_falls_under_its_floor(part):
    pinned = floors()[part]
    assert fingerprint(part) == pinned["corpus"], "the annotated reports changed: measure and pin anew"
    scores = measured(part)
    # Six decimals: 0.8 may be stored as 0.7999999999999999.
    reached = {kind: round(tally.f1, 6) for kind, tally in scores.types.items()}
    fallen = {kind: reached[kind] for kind, floor in pinned["f1"].items() if reached[kind] < floor}
    assert not fallen
    assert scores.published.right >= pinned["published"]
    assert scores.broken_evidence == 0
