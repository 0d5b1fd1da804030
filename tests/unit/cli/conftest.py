"""A stand-in for the pipeline that knows the hand-made reports, so that commands are tested by themselves."""

import sys
from types import ModuleType

import pytest
from typer.testing import CliRunner

from handmade import MEETING_NEWS, VISIT_NEWS, extraction, meeting_report, visit_report
from marsad.cli.app import app
from marsad.errors import NotAReport

MADE = {MEETING_NEWS: meeting_report, VISIT_NEWS: visit_report}


def process(raw):
    if "English" in raw.text:
        raise NotAReport(raw.source, "is not Arabic", "marsad reads Arabic only")
    make = MADE.get(raw.text)
    return make(source=raw.source) if make else extraction(raw.text, source=raw.source)


@pytest.fixture(autouse=True)
def pipeline(monkeypatch, tmp_path):
    fake = ModuleType("marsad.pipeline")
    fake.process = process
    monkeypatch.setitem(sys.modules, "marsad.pipeline", fake)
    monkeypatch.setenv("MARSAD_JOBS", "1")
    monkeypatch.delenv("MARSAD_REGISTER", raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def marsad():
    def run(*arguments, stdin=None, **options):
        return CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin, **options)

    return run


@pytest.fixture
def reports(tmp_path):
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "1-meeting.txt").write_text(MEETING_NEWS, encoding="utf-8")
    (folder / "2-visit.txt").write_text(VISIT_NEWS, encoding="utf-8")
    return folder


@pytest.fixture
def register(marsad, reports, tmp_path):
    path = tmp_path / "made.db"
    assert marsad("read", reports, "--register", path).exit_code == 0
    return path
