"""The page of scores names each type with its figures and counts errors by class."""

from marsad.evaluation.gold import Noted, Spot
from marsad.evaluation.page import classes, page
from marsad.evaluation.scoring import Fault, Ratio, Scores, Tally


def scores():
    missed = Noted(type="encounter", kind="call", evidence=Spot(0, 1, "أ"))
    return Scores(
        types={"encounter": Tally(right=3, wrong=1, missed=2), "tenure": Tally()},
        slots={"encounter.status": Ratio(2, 3)},
        published=Ratio(1, 1),
        faults=[Fault("r", True, missed), Fault("r", True, missed), Fault("r", False, missed)],
    )


def test_a_type_has_its_figures_and_slots_in_one_row():
    assert "| encounter | 0.750 | 0.600 | 0.667 | 3 | 1 | 2 | status 2/3 |" in page("Test", scores())


def test_a_type_that_nobody_annotated_has_no_row():
    assert "| tenure |" not in page("Test", scores())


def test_errors_are_counted_by_class_most_frequent_first():
    assert classes(scores()) == [("encounter call, missed", 2), ("encounter call, false alarm", 1)]
