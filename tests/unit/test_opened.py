"""A register opened in Python gives what the commands print, as records and tables."""

import pytest

import marsad
from handmade import meeting_report, visit_report
from marsad.errors import RegisterError, UnknownCode
from marsad.model.entry import Entry
from marsad.register.store import open_register


@pytest.fixture
def path(tmp_path):
    where = tmp_path / "made.db"
    with open_register(where, create=True) as register:
        register.add([meeting_report(), visit_report()])
    return where


def test_a_dyad_gives_its_brief_ledger_and_entries(path):
    with marsad.open(path) as register:
        dyad = register.dyad("IRN", "كازاخستان")
        assert dyad.states == ("IRN", "KAZ")
        assert "Iran and Kazakhstan" in str(dyad.brief())
        assert "إيران" in str(dyad.ledger(lang="ar"))
        entries = dyad.entries("encounter")
        assert entries
        assert all(isinstance(entry, Entry) and entry.type == "encounter" for entry in entries)
        assert {claim.evidence[0].text for claim in dyad.claims("encounter")}


def test_timeline_conflicts_people_and_search(path):
    with marsad.open(path) as register:
        dyad = register.dyad("IRN", "KAZ")
        assert len(dyad.timeline().to_frame()) == len(dyad.timeline().page.entries)
        assert dyad.conflicts().page.conflicts == ()
        assert register.conflicts().page.conflicts == ()
        assert "Ebrahim Raisi" in str(register.people("Iran"))
        assert [hit.outlet for hit in register.search("توكاييف")]


def test_every_line_of_a_view_is_a_row_with_its_sentence(path):
    with marsad.open(path) as register:
        view = register.dyad("IRN", "KAZ").brief()
        frame = view.to_frame()
    lines = [line for section in view.page.sections for group in section.groups for line in group.lines]
    assert list(frame["text"]) == [line.text for line in lines]
    assert frame["sentence"].notna().all()
    assert view.to_html().startswith("<!doctype html>")


def test_records_become_a_table(path):
    with marsad.open(path) as register:
        entries = register.dyad("IRN", "KAZ").entries()
    frame = entries.to_frame()
    assert len(frame) == len(entries) > 1
    assert {"id", "type", "first", "reports"} <= set(frame.columns)
    assert len(entries[:1]) == 1


def test_what_is_not_there_is_named(path, tmp_path):
    with pytest.raises(RegisterError, match=r"none\.db"):
        marsad.open(tmp_path / "none.db")
    with marsad.open(path) as register:
        with pytest.raises(UnknownCode, match="Kazakhstan"):
            register.dyad("IRN", "Kazakstan")
        with pytest.raises(ValueError, match="two states"):
            register.dyad("IRN", "Iran")
