"""The linter finds what it says it finds, and nothing in the files as they are."""

import copy
from importlib import resources
from pathlib import Path

import pytest

from marsad.knowledge.compile import read_files
from marsad.knowledge.lint import CHECKS

FILES = read_files(Path(str(resources.files("marsad.knowledge"))))


def faults(files):
    return [fault for check in CHECKS for fault in check(files)]


def broken(name, change):
    files = dict(FILES)
    files[name] = copy.deepcopy(FILES[name])
    change(files[name])
    return faults(files)


def test_the_files_as_they_are_have_no_fault():
    assert faults(FILES) == []


def _misspelt(data):
    data["states"]["KAZ"]["capitol"] = "astana"


def _persian(data):
    data["states"]["KAZ"]["ar"].append("کازاخستان")


def _no_such_city(data):
    data["states"]["KAZ"]["capital"] = "atlantis"


def _two_states(data):
    data["states"]["KGZ"]["ar"].append("كازاخستان")


@pytest.mark.parametrize(
    ("name", "change", "says"),
    [
        ("states", _misspelt, "capitol"),
        ("states", _persian, "Persian"),
        ("states", _no_such_city, "no city atlantis"),
        ("states", _two_states, "names both"),
    ],
)
def test_a_fault_in_the_states_is_found(name, change, says):
    assert any(says in fault for fault in broken(name, change))


def _tenure(**slots):
    def change(data):
        data["people"]["test-person"] = {"en": "Test", "ar": ["اختبار"], "tenures": [slots]}

    return change


@pytest.mark.parametrize(
    ("tenure", "says"),
    [
        ({"state": "KAZ", "office": "head_of_state", "from": "2020-05-01"}, "overlaps"),
        ({"state": "KAZ", "office": "minister", "from": "2020-13"}, "no EDTF"),
        ({"state": "KAZ", "office": "minister", "from": "2020", "until": "2019"}, "before it begins"),
        ({"office": "minister"}, "neither state nor organisation"),
        ({"state": "XXX", "office": "minister"}, "no state XXX"),
        ({"state": "KAZ", "office": "king of the hill"}, "Invalid enum value"),
    ],
)
def test_a_fault_in_a_tenure_is_found(tenure, says):
    assert any(says in fault for fault in broken("people/central_asia_caucasus", _tenure(**tenure)))
