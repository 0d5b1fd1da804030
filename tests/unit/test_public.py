"""The public interface does what the README shows."""

import subprocess
import sys

import pytest

import marsad
from marsad.errors import NotAReport


def test_extract_gives_claims_with_their_words_and_speaker():
    extraction = marsad.extract(
        "قال وزير الخارجية العماني إن بلاده مستعدة لاستضافة المحادثات.", published="2024-05-06"
    )
    statement = next(c for c in extraction.claims if type(c).__name__ == "Statement")
    span = statement.evidence[0]
    assert extraction.report.text[span.start : span.end] == span.text
    assert (statement.by.state, statement.by.office) == ("OMN", "foreign_minister")


def test_a_title_stands_before_the_text():
    extraction = marsad.extract("التقى الرئيس المصري نظيره السوداني في القاهرة.", title="قمة في القاهرة")
    assert extraction.report.text == "قمة في القاهرة\n\nالتقى الرئيس المصري نظيره السوداني في القاهرة."


def test_what_is_not_arabic_is_refused():
    with pytest.raises(NotAReport):
        marsad.extract("The ministers met in Muscat on Monday and signed a memorandum.")


def test_importing_marsad_loads_no_heavy_library():
    code = "import marsad, sys; print([m for m in ('msgspec', 'sqlalchemy', 'typer', 'altair') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
