"""The ledger as a page: every line with its sources, silence told as silence, both languages."""

import csv
import io
import re
from datetime import date

import msgspec
import pytest

from handmade import RAISI, MadeNames, extraction, meeting_report, visit_report
from marsad.model.claims import Commitment, Undertaking
from marsad.register.store import open_register
from marsad.views.ledger import Ledger
from marsad.views.ledger_compose import Choice, compose_ledger
from marsad.views.ledger_csv import ledger_csv
from marsad.views.render_html import render_html
from marsad.views.render_json import render_json
from marsad.views.render_markdown import render_markdown

PAIR = ("IRN", "KAZ")


@pytest.fixture
def register(tmp_path):
    with open_register(tmp_path / "made.db", create=True) as opened:
        opened.add([meeting_report(), visit_report()])
        yield opened


def call(published, phrase, **fields):
    claim = {"act": "call", "by": RAISI, "parties": PAIR, "sectors": ("culture",), **fields}
    return extraction(f"خبر\n{phrase}.", (phrase, Commitment, claim), published=published, outlet="IRNA")


def compose(register, lang="en", **more):
    return compose_ledger(register, PAIR, names=MadeNames(), lang=lang, **more)


def group(ledger, start):
    (found,) = (group for part in ledger.sections for group in part.groups if group.title.startswith(start))
    return [line.text for line in found.lines]


def test_a_figure_stands_beside_its_target(register):
    lines = group(compose(register), "Trade volume: target of USD 3 billion")
    (figure,) = (line for line in lines if line.startswith("USD 528 million, 2022, according to President"))
    assert figure.endswith(": 18% of the target — before it was named")


def test_an_agreement_in_force_counts_as_delivered(register):
    ledger = compose(register)
    (delivered,) = (part for part in ledger.sections if part.key == "delivered")
    titles = [group.title for group in delivered.groups]
    assert "Agreement between Iran and Kazakhstan on transport" in titles
    assert any(
        "in force" in text.lower() and "counts as delivery" in text for text in group(ledger, titles[0])
    )


def test_silence_is_told_with_the_reports_that_could_have_spoken(register):
    register.add(
        [call("2023-01-10", "دعا رئيسي إلى فتح مركز ثقافي"), call("2023-09-20", "دعا رئيسي إلى أسبوع ثقافي")]
    )
    lines = group(compose(register), "Promises on culture")
    assert lines[0] == "President Ebrahim Raisi of Iran called for action"
    assert lines[1].endswith("no. 2 of its kind from Iran on these sectors")
    assert lines[-1] == (
        "Last report of it: 20 September 2023; since then 1 report on the two, none of them on this."
    )


def test_months_are_counted_to_the_latest_report_unless_a_day_is_asked_for(register):
    register.add([call("2023-01-10", "دعا رئيسي إلى عقد اللجنة", sectors=("joint_commission",))])
    assert "No report of delivery in the 13 months since the first promise." in group(
        compose(register), "Joint commission"
    )
    early = compose(register, as_of=date(2023, 3, 10))
    assert "No report of delivery in the 2 months since the first promise." in group(
        early, "Joint commission"
    )
    assert early.as_of == "2023-03-10"
    assert len(early.threads) == 1


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_every_line_that_tells_of_a_claim_cites_a_sentence_of_its_report(register, lang):
    ledger = compose(register, lang)
    texts = {made.report.id: made.report.text for made in (meeting_report(), visit_report())}
    numbers = {source.number for source in ledger.sources}
    for source in ledger.sources:
        assert texts[source.report][source.start : source.end] == source.text
    for line in (line for part in ledger.sections for group in part.groups for line in group.lines):
        assert set(line.sources) <= numbers
        assert line.sources or line.when is None


def test_nothing_is_called_broken_or_fulfilled(register):
    page = render_markdown(compose(register)).lower()
    assert not re.search(r"broken|fulfilled|failed|missed", page)


def test_filters_and_limit(register):
    assert {
        thread.sectors for thread in compose(register, choice=Choice(sectors=("transport",))).threads
    } == {("transport",)}
    assert all(
        thread.status == "open" for thread in compose(register, choice=Choice(statuses=("open",))).threads
    )
    cut = compose(register, choice=Choice(limit=1))
    assert (len(cut.threads), cut.left) == (1, len(compose(register).threads) - 1)
    assert any("not shown" in note for note in cut.notes)
    assert (
        compose(register, choice=Choice(sectors=("nuclear",))).notes[-1]
        == "Nothing in this ledger matches the filters."
    )


def test_long_threads_are_cut_in_the_middle_and_say_so(register):
    stages = [
        extraction(
            f"خبر {number}\nتحدث الوزير عن الخط {number}.",
            (
                f"تحدث الوزير عن الخط {number}",
                Undertaking,
                {
                    "kind": "rail_link",
                    "stage": "delayed" if number % 2 else "under_construction",
                    "parties": PAIR,
                    "sectors": ("rail",),
                },
            ),
            published=f"2022-01-{number + 1:02}",
        )
        for number in range(20)
    ]
    register.add(stages)
    lines = group(compose(register), "Rail link")
    assert "… and 8 more lines in between" in lines
    assert len(lines) == 3 + 1 + 9 + 1


def test_what_the_two_share_with_other_states_is_left_out_and_counted(register):
    wide = {"kind": "agreement", "stage": "signed", "sectors": ("water",)}
    text = "خبر\nوقعت الدول الثلاث اتفاقا للمياه ووقعت الشركة عقدا للسدود."
    register.add(
        [
            extraction(
                text,
                ("وقعت الدول الثلاث اتفاقا للمياه", Undertaking, {**wide, "parties": (*PAIR, "RUS")}),
                ("وقعت الشركة عقدا للسدود", Undertaking, {**wide, "parties": (*PAIR, "dam-builders")}),
                published="2023-01-10",
            )
        ]
    )
    assert not any("RUS" in thread.others for thread in compose(register).threads)
    assert any("dam-builders" in thread.others for thread in compose(register).threads)
    assert "1 thread that they share with other states is left out (see --wide)." in compose(register).notes
    assert any("RUS" in thread.others for thread in compose(register, choice=Choice(wide=True)).threads)


def test_a_stage_in_the_words_of_a_promise_is_not_called_reached_nor_wanted(register):
    phrase = "يلتزم رئيسي بالاتفاق الثقافي الموقع"
    promise = {"act": "pledge", "by": RAISI, "parties": PAIR, "sectors": ("culture",)}
    deal = {"kind": "agreement", "stage": "signed", "parties": PAIR, "sectors": ("culture",)}
    text = f"خبر\n{phrase}."
    made = extraction(
        text,
        (phrase, Commitment, promise),
        ("بالاتفاق الثقافي الموقع", Undertaking, deal),
        published="2023-01-10",
    )
    register.add([made])
    lines = group(compose(register), "Agreement between Iran and Kazakhstan on culture")
    assert lines[0] == "President Ebrahim Raisi of Iran pledged action — stage named in these words: signed"


def test_an_empty_ledger_says_so(register):
    ledger = compose_ledger(register, ("IRN", "USA"), names=MadeNames())
    assert (ledger.sections, ledger.threads) == ((), ())
    assert ledger.notes == ("The register holds no promise, target or undertaking of these two.",)
    assert "holds no promise" in render_html(ledger)


def test_json_is_the_ledger(register):
    ledger = compose(register)
    assert msgspec.json.decode(render_json(ledger), type=Ledger) == ledger


def test_csv_has_a_row_for_each_thread_and_runs_no_formula(register):
    register.add([call("2023-01-10", "دعا رئيسي", deadline="2023-06-30")])
    ledger = compose(register)
    rows = list(csv.DictReader(io.StringIO(ledger_csv(ledger), newline="")))
    assert [row["thread"] for row in rows] == [thread.id for thread in ledger.threads]
    (culture,) = (row for row in rows if row["sectors"] == "culture")
    assert (culture["status"], culture["due"], culture["promised_by"]) == ("overdue", "2023-06-30", "IRN")


def test_arabic_page(register):
    page = render_html(compose(register, "ar"))
    assert '<html lang="ar" dir="rtl">' in page
    assert "لا تقرير عن الإنجاز" in page
