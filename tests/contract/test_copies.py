"""A text that many print is one voice, on every store and in whatever order it comes."""

import pytest

from handmade import MEETING_NEWS, RAISI, TOKAYEV, extraction, meeting_report
from marsad.model.claims import Encounter
from marsad.register.store import open_register

OUTLETS = ("SPA", "Okaz", "Sabq", "Al-Yaum", "Al-Riyadh")


def reprint(outlet, *, cut=0):
    """The same dispatch under a headline of the paper's own, without its last words."""
    body = MEETING_NEWS.partition("\n")[2].split()
    text = f"عنوان {outlet}\n{' '.join(body[: len(body) - cut])}"
    claim = {
        "kind": "meeting",
        "status": "held",
        "participants": (RAISI, TOKAYEV),
        "date": "2023-09-18",
        "date_basis": "relative",
    }
    phrase = ("اجتمع إبراهيم رئيسي بنظيره", Encounter, claim)
    return extraction(text, phrase, published="2023-09-19", outlet=outlet)


def own_report():
    text = "لقاء الرئيسين\nالتقى الرئيسان على هامش الجمعية العامة وبحثا ما يهم البلدين من شؤون."
    claim = {"kind": "meeting", "status": "held", "participants": (RAISI, TOKAYEV), "date": "2023-09-18"}
    return extraction(text, ("التقى الرئيسان", Encounter, claim), published="2023-09-19", outlet="BBC")


def meeting(register):
    (entry,) = (found for found in register.entries_between("IRN", "KAZ") if found.type == "encounter")
    return entry


def test_a_dispatch_in_five_papers_is_one_voice(register):
    register.add([reprint(outlet, cut=at) for at, outlet in enumerate(OUTLETS)])
    entry = meeting(register)
    assert (entry.reports, entry.outlets, entry.voices) == (5, 5, 1)


def test_a_report_of_ones_own_is_a_second_voice(register):
    register.add([*map(reprint, OUTLETS), own_report()])
    entry = meeting(register)
    assert (entry.reports, entry.outlets, entry.voices) == (6, 6, 2)


def test_a_copy_that_comes_later_takes_its_voice_from_entries_that_stand(register):
    register.add([reprint("SPA"), own_report()])
    assert meeting(register).voices == 2
    register.add([reprint("Okaz")])
    assert (meeting(register).reports, meeting(register).voices) == (3, 2)


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0), (2, 0, 3, 1)])
def test_batches_and_rebuilding_change_nothing(register, tmp_path, order):
    made = [reprint("SPA"), reprint("Okaz", cut=20), reprint("Sabq", cut=3), meeting_report()]
    register.add(made)
    with open_register(tmp_path / "one_by_one.db", create=True) as other:
        for at in order:
            other.add([made[at]])
            other.refresh()
        expected = register.entries_between("IRN", "KAZ")
        assert other.entries_between("IRN", "KAZ") == expected
        other.rebuild()
        assert other.entries_between("IRN", "KAZ") == expected
