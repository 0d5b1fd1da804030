import json

import pytest

from handmade import MEETING_NEWS


def test_a_report_with_its_sentence_and_claims(marsad, register):
    result = marsad("search", "Kazakhstan", "railway", "--register", register)
    assert result.exit_code == 0
    assert "1 report answers." in result.stdout
    assert "[السكك] الحديدية" in result.stdout
    assert "President Ebrahim Raisi of Iran stressed, about Kazakhstan (c" in result.stdout


def test_in_arabic(marsad, register):
    result = marsad("search", "الوزراء", "أو", "الوزارات", "--lang", "ar", "--register", register)
    assert "تقرير واحد يطابق البحث." in result.stdout


def test_json_has_offsets_of_the_original(marsad, register):
    result = marsad("search", "النقل", "--register", register, "--format", "json", "--type", "commitment")
    found = json.loads(result.stdout)
    assert found["total"] == 1
    (finding,) = found["findings"]
    assert all(MEETING_NEWS[p["start"] : p["end"]] == p["text"] for p in finding["passages"])
    assert [claim["type"] for claim in finding["claims"]] == ["commitment"]
    assert all(claim["entry"].startswith("e") for claim in finding["claims"])


def test_a_line_for_each_report(marsad, register):
    result = marsad("search", "كازاخستان", "--register", register, "--format", "jsonl")
    titles = [json.loads(line)["title"] for line in result.stdout.splitlines()]
    assert len(titles) == 2


def test_markdown_escapes_reports_and_marks_words(marsad, register):
    result = marsad("search", "السكك", "--register", register, "--format", "markdown")
    assert "**السكك**" in result.stdout
    assert result.stdout.startswith("# Search: السكك\n")


@pytest.mark.parametrize(
    ("options", "count"),
    [
        (["--state", "KAZ", "--state", "إيران"], 2),
        (["--state", "KAZ", "--type", "membership"], 1),
        (["--speaker", "Tokayev", "--type", "commitment"], 1),
        (["--speaker", "رئيسي"], 1),
        (["--outlet", "irna"], 1),
        (["--from", "2024"], 1),
        (["--to", "2023-12"], 1),
        (["--from", "2023-10", "--to", "2023-12"], 0),
    ],
)
def test_filters(marsad, register, options, count):
    result = marsad("search", "كازاخستان", "--register", register, "--format", "json", *options)
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["total"] == count


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["قمح AND"], "query, character 5: a word is missing behind AND"),
        (["*"], "query, character 1: * is not part of the query language"),
        ([], "give words to look for"),
        (["قمح", "--speaker", "Nobody"], "Nobody: nobody of that name speaks in this register"),
        (["قمح", "--outlet", "Times"], "Times: no report here is of that outlet"),
        (["قمح", "--type", "meetings"], "'meetings' is none of them"),
        (["قمح", "--from", "2024", "--to", "2023"], "the period ends before it begins"),
        (["قمح", "--state", "Atlantis"], "Atlantis: no state of that code or name"),
    ],
)
def test_misuse_is_explained(marsad, register, arguments, message):
    result = marsad("search", *arguments, "--register", register)
    assert result.exit_code == 2
    assert message in " ".join(result.output.replace("│", " ").split())


def test_the_index_is_made_anew(marsad, register):
    result = marsad("search", "--reindex", "--register", register)
    assert result.exit_code == 0
    assert "2 reports taken into the index" in result.output
    assert "2 reports answer." in marsad("search", "كازاخستان", "--register", register).stdout


def test_words_that_nothing_knows_are_told(marsad, register):
    result = marsad("search", "the Frobnia railway", "--register", register)
    assert "No report answers." in result.stdout
    assert "Nothing that marsad knows answers to Frobnia: looked for as written." in result.stdout
    assert "Left out, having no Arabic counterpart: the." in result.stdout
