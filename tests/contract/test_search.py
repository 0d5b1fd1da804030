"""Search finds the same reports on every store."""

from datetime import date

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, text

from handmade import MEETING_NEWS, extraction, meeting_report, visit_report
from marsad.errors import QueryError, RegisterError
from marsad.folding import fold
from marsad.language.tokens import Tokens
from marsad.model.claims import Commitment, Participant
from marsad.register.search.filters import Filters
from marsad.register.search.find import search
from marsad.register.search.index import rebuild_index
from marsad.register.search.parsing import parse_query
from marsad.register.store import open_register
from marsad.register.store.schema import search_reports, search_state

MEETING, VISIT = meeting_report().report.id, visit_report().report.id
LAVROV = Participant(person="sergey-lavrov", name="سيرغي لافروف", state="RUS", office="foreign_minister")


def railway_report():
    text = (
        "روسيا وسكك الحديد\nأكد سيرغي لافروف استعداد موسكو لتمويل خط السكك الحديدية. وزار الوزراء الموانئ.\n"
    )
    claim = (
        "استعداد موسكو لتمويل خط السكك الحديدية",
        Commitment,
        {"act": "readiness", "by": LAVROV, "parties": ("RUS",)},
    )
    return extraction(text, claim, published="2024-05", outlet="TASS", source="rail.txt")


RAILWAY = railway_report().report.id


@pytest.fixture
def filled(register):
    register.add([meeting_report(), visit_report(), railway_report()])
    return register


def found(register, query, **filters):
    return {hit.report for hit in search(register, parse_query(query), Filters(**filters)).hits}


# Kept in one test each: making a database takes long.
QUERIES = (
    ("نيويورك", {MEETING}),
    ("كازاخستان", {MEETING, VISIT}),
    ("الكازاخستانية", {MEETING, VISIT}),
    ("ايران", {MEETING, VISIT}),
    ("وزير", {VISIT, RAILWAY}),
    ("ميناء", {RAILWAY}),
    ("السِّكك", {MEETING, RAILWAY}),
    ("٥٢٨", {MEETING}),
    ("السكك التجارة", {MEETING}),
    ("السكك NOT التجارة", {RAILWAY}),
    ("نيويورك OR طهران", {MEETING, VISIT}),
    ("نيويورك أو طهران", {MEETING, VISIT}),
    ("السكك (نيويورك OR موسكو) ليس الموانئ", {MEETING}),
    ('"حجم التبادل التجاري"', {MEETING}),
    ('"التبادل حجم"', set()),
    ('"الحديد أكد"', set()),
    ("Kazakhstan railway", {MEETING}),
    ("Lavrov railway", {RAILWAY}),
    ('"foreign minister"', {VISIT}),
    ("Kazakhstan NOT railway", {VISIT}),
    ("frobnicate", set()),
    ("غائب", set()),
)


def test_what_a_query_finds(filled):
    assert {query: found(filled, query) for query, _ in QUERIES} == dict(QUERIES)


FILTERS = (
    ({"states": ("RUS",)}, {RAILWAY}),
    ({"states": ("IRN", "KAZ"), "types": ("commitment",)}, {MEETING}),
    ({"states": ("IRN", "RUS")}, set()),
    ({"states": ("IRN", "KAZ"), "types": ("undertaking",), "speakers": frozenset(["KAZ"])}, {VISIT}),
    ({"states": ("IRN", "KAZ"), "types": ("measure",), "speakers": frozenset(["ebrahim-raisi"])}, set()),
    ({"states": ("KAZ",), "types": ("membership", "tenure")}, {VISIT}),
    ({"types": ("commitment", "tenure")}, {MEETING, RAILWAY}),
    (
        {
            "speakers": frozenset(
                [
                    "sergey-lavrov",
                ]
            )
        },
        {RAILWAY},
    ),
    (
        {
            "speakers": frozenset(
                [
                    "kassym-jomart-tokayev",
                ]
            ),
            "types": ("statement",),
        },
        set(),
    ),
    ({"speakers": frozenset()}, set()),
    ({"outlets": frozenset(["IRNA", "Kazinform"])}, {MEETING, VISIT}),
    ({"since": date(2024, 1, 1)}, {VISIT, RAILWAY}),
    ({"until": date(2023, 12, 31)}, {MEETING}),
    ({"since": date(2024, 5, 20), "until": date(2024, 5, 25)}, {RAILWAY}),
)


def test_filters(filled):
    query = "رئيسي OR طهران OR السكك"
    assert [found(filled, query, **filters) for filters, _ in FILTERS] == [reports for _, reports in FILTERS]


def test_marks_lie_in_the_original_text(filled):
    (hit,) = search(filled, parse_query('"التَّبادل التجاري" "528 مليون"')).hits
    (passage,) = hit.passages
    assert MEETING_NEWS[passage.start : passage.end] == passage.text
    assert [passage.text[start:end] for start, end in passage.marks] == ["التبادل التجاري", "528 مليون"]


def test_claims_are_those_whose_evidence_lies_in_the_sentences(filled):
    (hit,) = search(filled, parse_query("الهدف"), Filters(types=("measure",))).hits
    assert {(claim.type, claim.kind) for claim in hit.claims} == {("measure", "trade_volume")}
    claims = filled.claims([claim.id for claim in hit.claims])
    assert {claim.claim.value for claim in claims.values()} == {"528000000", "3000000000"}
    entries = {entry.id: entry for entry in filled.entries_between("IRN", "KAZ")}
    assert hit.entries
    assert all(claim.id in entries[claim.entry].claims for claim in hit.claims)


def test_the_best_come_first_and_of_equals_the_newest(register):
    often = extraction("خبر\nالقمح والقمح ثم القمح.\n", published="2023-01-01")
    old, new = (extraction(f"خبر\nوصل القمح {day}.\n", published=f"2023-01-{day}") for day in ("02", "03"))
    undated = extraction("خبر\nوصل القمح 04.\n")
    register.add([undated, old, often, new])
    hits = search(register, parse_query("قمح")).hits
    assert [hit.report for hit in hits] == [item.report.id for item in (often, new, old, undated)]


def test_where_very_many_answer_the_newest_stand_first(register, monkeypatch):
    monkeypatch.setattr("marsad.register.search.find.MOST_RANKED", 1)
    often = extraction("خبر\nالقمح والقمح ثم القمح.\n", published="2023-01-01")
    newer = extraction("خبر\nوصل القمح بعد طول انتظار.\n", published="2023-01-02")
    register.add([often, newer])
    assert [hit.report for hit in search(register, parse_query("قمح")).hits] == [
        newer.report.id,
        often.report.id,
    ]


def test_a_limit_shows_the_best_and_counts_all(filled):
    results = search(filled, parse_query("رئيسي OR طهران OR السكك"), limit=1)
    assert (len(results.hits), results.total) == (1, 3)


def test_a_report_that_is_read_again_is_found_under_what_it_says_now(filled):
    silent = msgspec.structs.replace(railway_report(), claims=())
    filled.replace([meeting_report(), silent])
    assert found(filled, "السكك") == {MEETING, RAILWAY}
    assert search(filled, parse_query("السكك")).total == 2
    assert found(filled, "السكك", speakers=frozenset(["sergey-lavrov"])) == set()
    filled.replace([railway_report()])
    assert found(filled, "السكك", speakers=frozenset(["sergey-lavrov"])) == {RAILWAY}


def test_the_index_can_be_made_anew(filled):
    assert rebuild_index(filled) == 3
    assert found(filled, "السكك") == {MEETING, RAILWAY}
    assert found(filled, "السكك", speakers=frozenset(["sergey-lavrov"])) == {RAILWAY}


def test_a_register_from_before_there_was_an_index_gets_one(filled):
    with filled.transaction() as connection:
        for table in (search_state, search_reports):
            connection.execute(delete(table))
    assert found(filled, "السكك") == {MEETING, RAILWAY}


def test_an_index_made_with_other_stems_is_told(filled, where):
    assert not search(filled, parse_query("السكك")).outdated
    with filled.transaction() as connection:
        connection.execute(text("UPDATE search_state SET stems = '2.others'"))
    with open_register(where) as again:
        assert search(again, parse_query("السكك")).outdated


def test_an_index_of_another_form_is_made_anew(filled):
    with filled.transaction() as connection:
        connection.execute(text("UPDATE search_state SET stems = '1.before'"))
        connection.execute(delete(search_reports))
    assert found(filled, "السكك", states=("RUS",)) == {RAILWAY}
    assert not search(filled, parse_query("السكك")).outdated


def test_a_failed_addition_leaves_nothing_in_the_index(register):
    spoiled = msgspec.structs.replace(visit_report().claims[0], extractor=None)
    bad = msgspec.structs.replace(visit_report(), claims=(spoiled, spoiled))
    bad = msgspec.structs.replace(bad, report=msgspec.structs.replace(bad.report, source=None))
    with pytest.raises(RegisterError):
        register.add([meeting_report(), bad])
    register.add([visit_report()])
    assert found(register, "طهران OR السكك") == {VISIT}


HOSTILE = ['" NEAR(', "ا\x00ب", "*", "a" * 5000, "(((", "NOT", "-", '"";DROP TABLE reports', "كلمة " * 100]
ODD = [
    "NEAR", "stems:اللجنة", "a'b\\c", "'; DROP TABLE reports; --", "^ايران", "ايران:ب", "{a b}", "𝐀𝐁 ﷺ", "&|! x",
    "<->ايران", "س" * 500, "İıß", "ايران\\", "%s", ":match", "$1",
]  # fmt: skip


@pytest.mark.parametrize("query", HOSTILE)
def test_a_query_that_is_none_is_refused_before_it_reaches_the_store(query):
    with pytest.raises(QueryError, match=r"^query, character \d+: .+ \(.+\)$"):
        parse_query(query)


def test_what_a_store_would_take_for_an_operator_is_a_word(filled):
    for query in ODD:
        assert search(filled, parse_query(query)).total <= filled.counts()["reports"] == 3


LETTERS = st.text(alphabet="ابتثجحدرسشعفقكلمنهويءآأؤإئىةًَّـABİßé0123٣٤'\"\\:*^()&|!<>-+ \n\x00", max_size=60)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(query=LETTERS)
def test_no_query_does_harm(filled, query):
    try:
        parsed = parse_query(query)
    except QueryError:
        return
    search(filled, parsed)


TEXTS = st.text(
    alphabet=st.one_of(
        st.sampled_from('ابتثجحدرسشعفقكلمنهويءآأؤإئىةًَّـ ٣.،؟"«»-_/'),
        st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\x00"),
    ),
    min_size=1,
    max_size=80,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(body=TEXTS)
def test_every_word_of_a_report_finds_it(register, body):
    made = extraction(f"خبر\n{body}\nانتهى")
    register.add([made])
    for word in dict.fromkeys(token.text for token in Tokens(fold(body).text).all if token.is_word):
        quoted = f'"{word}"'
        hits = search(register, parse_query(quoted), limit=10_000).hits
        assert made.report.id in {hit.report for hit in hits}, word
