import io
import re
from datetime import date

import jsonschema
import msgspec
import pytest

from handmade import MEETING_NEWS, RAISI, TOKAYEV, MadeNames, extraction, meeting_report, visit_report
from marsad.model.claims import Encounter, Measure, Statement, Tenure, Undertaking
from marsad.register.store import open_register
from marsad.views.brief import Brief
from marsad.views.compose import compose_brief
from marsad.views.render_html import render_html
from marsad.views.render_json import render_json
from marsad.views.render_markdown import render_markdown
from marsad.views.render_terminal import render_terminal

ATTACK = "<script>alert(1)</script> & *x* [y](z) `c`"


@pytest.fixture
def register(tmp_path):
    with open_register(tmp_path / "made.db", create=True) as opened:
        opened.add([meeting_report(), visit_report()])
        yield opened


def compose(register, lang="en", **period):
    return compose_brief(register, ("IRN", "KAZ"), names=MadeNames(), lang=lang, **period)


def lines(brief, key):
    (section,) = (section for section in brief.sections if section.key == key)
    return [line for group in section.groups for line in group.lines]


def terminal(brief, width=100):
    out = io.StringIO()
    render_terminal(brief, out, width=width)
    return out.getvalue()


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_each_line_is_numbered_to_a_sentence_that_stands_in_its_report(register, lang):
    brief = compose(register, lang)
    texts = {made.report.id: made.report.text for made in (meeting_report(), visit_report())}
    assert [source.number for source in brief.sources] == list(range(1, len(brief.sources) + 1))
    for source in brief.sources:
        assert texts[source.report][source.start : source.end] == source.text
        assert all(0 <= start < end <= len(source.text) for start, end in source.marks)
    numbers = {source.number for source in brief.sources}
    for section in brief.sections:
        for group in section.groups:
            assert all(line.sources and set(line.sources) <= numbers for line in group.lines)


def test_sections_come_in_order(register):
    keys = [section.key for section in compose(register).sections]
    assert keys == [
        "encounters",
        "undertakings",
        "commitments",
        "measures",
        "people",
        "memberships",
        "statements",
    ]


def test_the_source_is_the_whole_sentence_with_the_evidence_marked(register):
    brief = compose(register)
    (meeting,) = lines(brief, "encounters")
    source = brief.sources[meeting.sources[0] - 1]
    assert source.text.endswith("مساء الاثنين.")
    ((start, end),) = source.marks
    assert source.text[start:end].endswith("نيويورك")
    assert (source.outlet, source.when) == ("IRNA", "19 September 2023")


def test_the_course_of_an_undertaking_spans_reports(register):
    texts = [line.text for line in lines(compose(register), "undertakings")]
    assert (
        "Agreement between Iran and Kazakhstan on transport: being implemented, in force"
        " — in 2 reports, 2 independent voices"
    ) in texts


def telling(status, outlet, published):
    text = f"خبر من {outlet}\nيلتقي الرئيسان في نيويورك كما ذكرت وسائل الإعلام في {published}."
    claim = {"kind": "summit", "status": status, "participants": (RAISI, TOKAYEV), "date": "2023-10"}
    return extraction(text, ("يلتقي الرئيسان", Encounter, claim), outlet=outlet, published=published)


@pytest.mark.parametrize(
    ("lang", "tail"),
    [
        ("en", " (before that: scheduled) — in 2 reports, one voice"),
        ("ar", " (وقبل ذلك: مقررة) — في تقريرين، من مصدر مستقل واحد"),
    ],
)
def test_an_encounter_shows_what_it_was_before_and_how_many_tell_it(register, lang, tail):
    register.add([telling("scheduled", "A", "2023-09-30"), telling("held", "A", "2023-11-01")])
    (summit,) = (line for line in lines(compose(register, lang), "encounters") if line.reports == 2)
    assert summit.text.endswith(tail)
    assert (summit.reports, summit.voices) == (2, 1)


def test_a_meeting_is_told_to_be_part_of_its_visit(register):
    text = "زيارة\nوصل توكاييف إلى إيران."
    visit = {
        "kind": "visit",
        "status": "held",
        "participants": (TOKAYEV, RAISI),
        "date": "2023-09-17/2023-09-19",
    }
    register.add([extraction(text, ("وصل توكاييف", Encounter, visit), published="2023-09-17")])
    texts = [line.text for line in lines(compose(register), "encounters")]
    assert sum(text.endswith(" (during a visit)") for text in texts) == 1


def test_statements_show_what_was_said_in_the_original(register):
    (statement,) = lines(compose(register), "statements")
    assert statement.quote in MEETING_NEWS


def test_figures_of_one_indicator_make_a_chart(register):
    (section,) = (section for section in compose(register).sections if section.key == "measures")
    (chart,) = section.charts
    assert [(bar.value, bar.target) for bar in chart.bars] == [(528e6, False), (3e9, True)]
    assert chart.bars[0].label == "2022"


def test_people_come_from_the_same_reports_only(register):
    elsewhere = extraction(
        "خبر آخر\nقال وزير في طهران.",
        (
            "وزير",
            Tenure,
            {"person": "x", "name": "سالم", "state": "IRN", "office": "minister", "status": "incumbent"},
        ),
    )
    register.add([elsewhere])
    assert [line.text for line in lines(compose(register), "people")] == [
        "Ebrahim Raisi — President of Iran, as reported 19 September 2023"
    ]


def test_a_third_party_spoken_of_is_not_the_other_state(register):
    text = "خبر ثالث\nقال توكاييف إن اتفاقا وقع بين إيران وروسيا."
    register.add(
        [
            extraction(
                text,
                (
                    "اتفاقا وقع بين إيران وروسيا",
                    Undertaking,
                    {"kind": "agreement", "stage": "signed", "parties": ("IRN", "RUS"), "by": TOKAYEV},
                ),
            )
        ]
    )
    assert not any("RUS" in line.text for line in lines(compose(register), "undertakings"))


def test_a_report_with_bounds_only_is_not_given_a_day(register):
    vague = extraction(
        "خبر غامض\nقال توكاييف إن العلاقات مع إيران جيدة.",
        ("قال توكاييف", Statement, {"verb": "say", "topic": ("IRN", "KAZ")}),
        published="2022-06/2024-05-19",
    )
    register.add([vague])
    whens = [line.when for line in lines(compose(register), "statements")]
    assert "reported between June 2022 and 19 May 2024" in whens


class TestPeriod:
    def test_only_what_may_have_happened_in_it(self, register):
        brief = compose(register, since=date(2024, 1, 1))
        assert [section.key for section in brief.sections] == ["undertakings", "people", "memberships"]
        assert brief.notes[0] == "Period: 1 January 2024 or later"

    def test_both_ends_are_inclusive(self, register):
        day = date(2023, 9, 18)
        assert len(lines(compose(register, since=day, until=day), "encounters")) == 1

    def test_what_has_no_date_at_all_is_left_out_and_counted(self, register):
        register.add(
            [
                extraction(
                    "بلا تاريخ\nقال توكاييف شيئا.",
                    ("قال توكاييف", Statement, {"topic": ("IRN", "KAZ")}),
                )
            ]
        )
        brief = compose(register, until=date(2024, 12, 31))
        assert "1 entry without a date is left out of this period." in brief.notes


def test_an_empty_brief_says_so(register):
    brief = compose_brief(register, ("IRN", "USA"), names=MadeNames())
    assert brief.sections == ()
    assert brief.notes == ("The register holds nothing about these two together.",)
    for render in (terminal, render_html, render_markdown, render_json):
        assert "holds nothing" in render(brief)


def hostile(register):
    text = f"عنوان\n{ATTACK} قال توكاييف."
    figures = [
        ("قال", Measure, {"indicator": ATTACK, "value": value, "unit": "USD", "parties": ("IRN", "KAZ")})
        for value in ("1", "2")
    ]
    register.add(
        [
            extraction(
                text,
                (f"{ATTACK} قال توكاييف", Statement, {"topic": ("IRN", "KAZ")}),
                *figures,
                outlet=ATTACK,
                source=f"{ATTACK}.txt",
            )
        ]
    )
    return compose(register)


def test_html_escapes_what_reports_say(register):
    page = render_html(hostile(register))
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_html_needs_nothing_from_elsewhere_and_says_its_language(register):
    page = render_html(compose(register, "ar"))
    assert '<html lang="ar" dir="rtl">' in page
    assert page.count("<svg ") == 1
    links = re.findall(r"""(?:src|href)=["']([^"']+)""", page)
    assert links
    assert all(link.startswith("#s") for link in links)
    anchors = set(re.findall(r'id="(s\d+)"', page))
    assert {link[1:] for link in links} == anchors


def test_html_shows_the_original_from_right_to_left_also_in_an_english_page(register):
    page = render_html(compose(register))
    assert '<html lang="en" dir="ltr">' in page
    assert page.count('<blockquote lang="ar" dir="rtl">') == len(compose(register).sources) + 2
    assert "<mark>" in page


def test_markdown_escapes_what_reports_say(register):
    text = render_markdown(hostile(register))
    assert "\\<script\\>alert(1)\\</script\\> \\& \\*x\\* \\[y\\](z) \\`c\\`" in text
    assert "<script" not in text.replace("\\<script", "")


def test_markdown_footnotes_are_all_defined(register):
    text = render_markdown(compose(register))
    used = set(re.findall(r"\[\^(\d+)\](?!:)", text))
    assert used == set(re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE))


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_every_printed_line_closes_its_isolates(register, lang):
    for line in terminal(compose(register, lang), width=60).splitlines():
        assert line.count("\u2068") == line.count("\u2069")


def test_the_terminal_isolates_arabic_in_english(register):
    shown = terminal(compose(register))
    arabic = re.compile(r"[\u0600-\u06ff]")
    for line in shown.splitlines():
        bare = re.sub("\u2068[^\u2069]*\u2069", "", line)
        assert not arabic.search(bare), line
    assert "█" in shown


def test_json_is_the_brief(register):
    brief = compose(register)
    text = render_json(brief)
    assert msgspec.json.decode(text, type=Brief) == brief
    jsonschema.validate(msgspec.json.decode(text), msgspec.json.schema(Brief))
    assert "رئيسي" in text
