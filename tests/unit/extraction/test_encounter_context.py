"""What a sentence leaves to those before it: whose talks, whose officials, which two."""

from collections.abc import Callable

import pytest

from marsad.extraction.document import Document
from marsad.extraction.encounters import find
from marsad.model.claims import Encounter

Read = Callable[..., Document]


def told(document: Document) -> list[tuple[str, frozenset[str]]]:
    """Return kind and states of each encounter."""
    return [
        (c.kind, frozenset(p.state or p.organisation or "" for p in c.participants))
        for c in find(document)
        if isinstance(c, Encounter)
    ]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("وصل وزير الخارجية العماني إلى الأردن، حيث التقى عددا من المسؤولين.", {"OMN", "JOR"}),
        (
            "وصل وزير الخارجية العماني إلى الأردن. وسيلتقي الوزير العماني خلالها كبار المسؤولين.",
            {"OMN", "JOR"},
        ),
        (
            "بدأ وزير الخارجية العماني زيارة إلى الأردن يبحث خلالها مع كبار المسؤولين ملف المياه.",
            {"OMN", "JOR"},
        ),
        ("زار وفد عماني الأردن. وأشاد وزير الخارجية العماني بلقائه كبار المسؤولين هناك.", {"OMN", "JOR"}),
    ],
)
def test_a_visitor_meets_officials_of_where_he_is(read: Read, text: str, pair: set[str]) -> None:
    assert ("meeting", frozenset(pair)) in told(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "التقى وزير الخارجية العماني عددا من المسؤولين.",
        "وصل وزير الخارجية العماني إلى الأردن. والتقى الوزير المصري عددا من المسؤولين.",
        "وصل وزير الخارجية العماني إلى الأردن، حيث التقى عددا من الطلاب.",
    ],
)
def test_nobody_is_guessed_for_others(read: Read, text: str) -> None:
    assert all(kind == "visit" for kind, _ in told(read(text)))


def test_talks_alone_are_those_of_the_two_told_before(read: Read) -> None:
    text = "زار وزير الخارجية العماني الأردن أمس. وقال الوزير العماني إن المحادثات تناولت التجارة."
    assert ("meeting", frozenset({"OMN", "JOR"})) in told(read(text))


def test_talks_alone_are_the_speakers_with_the_only_other_state(read: Read) -> None:
    text = "ستنزع كوريا الشمالية سلاحها. وقال الرئيس المصري: «المباحثات مستمرة بشكل جيد»."
    assert ("meeting", frozenset({"EGY", "PRK"})) in told(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "قال الوزير العماني إن المحادثات تناولت التجارة.",
        "زار وزير الخارجية العماني الأردن أمس. وقال الوزير العماني إنه يعود إلى طاولة المفاوضات.",
        "زار وزير الخارجية العماني الأردن أمس. وقال الوزير العماني إن العمل بدأ قبل المحادثات.",
    ],
)
def test_talks_alone_stay_open_elsewhere(read: Read, text: str) -> None:
    assert all(kind == "visit" for kind, _ in told(read(text)))


@pytest.mark.parametrize(
    "text",
    [
        "بحث وزير الدفاع العماني الملف مع نظيره المصري عندما التقيا في مسقط.",
        "وصل الرئيس المصري والرئيس التركي إلى مسقط. ثم سيعقدان اجتماعا ثنائيا.",
        "وصل الرئيس المصري والرئيس التركي إلى مسقط. وجرت بينهما محادثات بناءة.",
        "وصل الرئيس المصري والرئيس التركي إلى مسقط. ويجري الإعداد لعقد لقاء مشترك بينهما.",
        "وصل الرئيس المصري والرئيس التركي إلى مسقط. وقبل لقاء الرجلين هدأت الأسواق.",
    ],
)
def test_two_who_were_named(read: Read, text: str) -> None:
    assert any(kind == "meeting" and len(pair) == 2 and "EGY" in pair for kind, pair in told(read(text)))


def test_both_sides_add_nobody_to_those_named(read: Read) -> None:
    text = (
        "جاء ذلك بعد لقاء جمع الرئيس المصري والرئيس التركي في تونس، واتفق الجانبان على لقاءات أخرى مع ليبيا."
    )
    assert told(read(text))[0] == ("meeting", frozenset({"EGY", "TUR"}))
