import csv
import io
import json

import pytest

from handmade import RAISI, TOKAYEV, extraction
from marsad.model.claims import Encounter, Measure, Place
from marsad.register.store import open_register


def _report(number, phrase, record, **fields):
    text = f"خبر رقم {number} من الخارجية\n{phrase} أمس."
    return extraction(text, (phrase, record, fields), published="2023-05-02", outlet=f"outlet-{number}")


@pytest.fixture
def contradicted(tmp_path):
    """A register with two figures of one year and a meeting in two cities."""
    where = tmp_path / "odds.db"
    trade = {"indicator": "trade_volume", "unit": "USD", "period": "2022", "parties": ("IRN", "KAZ")}
    met = {"kind": "meeting", "status": "held", "participants": (RAISI, TOKAYEV), "date": "2023-05-01"}
    with open_register(where, create=True) as register:
        register.add(
            [
                _report(1, "بلغت التجارة 528 مليونا", Measure, value="528000000", **trade),
                _report(2, "سجلت التجارة 440 مليونا", Measure, value="440000000", **trade),
                _report(3, "اجتمعا في طهران", Encounter, place=Place(city="Tehran", state="IRN"), **met),
                _report(4, "التقيا في أستانا", Encounter, place=Place(city="Astana", state="KAZ"), **met),
            ]
        )
    return where


def test_both_sides_are_shown_with_their_sentences(marsad, contradicted):
    shown = marsad("conflicts", "IRN", "Kazakhstan", "--register", contradicted, "--format", "markdown")
    assert shown.exit_code == 0
    for words in ("USD 528 million", "USD 440 million", "Tehran", "Astana", "بلغت التجارة 528 مليونا أمس"):
        assert words in shown.stdout


def test_in_arabic_and_of_one_kind(marsad, contradicted):
    shown = marsad("conflicts", "--register", contradicted, "--lang", "ar", "--kind", "place")
    assert "حيث تتناقض التقارير" in shown.stdout
    assert "اجتمعا في طهران" in shown.stdout
    assert "528" not in shown.stdout


def test_records_as_json_and_csv(marsad, contradicted):
    made = json.loads(marsad("conflicts", "--register", contradicted, "-f", "json").stdout)["conflicts"]
    assert {conflict["kind"] for conflict in made} == {"figure", "place"}
    out = marsad("conflicts", "--register", contradicted, "-f", "csv").stdout
    rows = list(csv.DictReader(io.StringIO(out, newline="")))
    assert len(rows) == sum(len(conflict["sides"]) for conflict in made)


def test_nothing_to_tell_is_said(marsad, contradicted):
    assert "No contradiction found" in marsad("conflicts", "SAU", "--register", contradicted).stdout


def test_a_kind_that_is_none_is_named(marsad, contradicted):
    shown = marsad("conflicts", "--register", contradicted, "--kind", "figures")
    assert shown.exit_code == 2
    assert "figure" in shown.stderr
