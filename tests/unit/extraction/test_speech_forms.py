"""Reporting verbs by form and complement: pairs of sentences of our own for each rule."""

from collections.abc import Callable

import pytest

from marsad.extraction.document import Document

Read = Callable[..., Document]


def said(document: Document) -> list[tuple[str, str]]:
    found = []
    for utterance in document.speech.utterances:
        who = utterance.speaker
        found.append((who.state or who.organisation or who.person or "", utterance.verb or ""))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The object is a pronoun.
        ("وألغي المعرض الذي وصفته اليابان بالمهم.", ("JPN", "describe")),
        ("وتطالبه اليابان بفتح السوق.", ("JPN", "demand")),
        # What was said stands in front.
        ("تأجل المعرض، وهو ما نفته اليابان.", ("JPN", "deny")),
        ("تأجل المعرض، وهو ما أكدت عليه اليابان.", ("JPN", "stress")),
        # Verbs that speak by their complement.
        ("وجددت اليابان تمسكها بفتح السوق.", ("JPN", "stress")),
        ("وقدم الرئيس التركي الشكر للمنظمين.", ("TUR", "thank")),
        ("وهددت اليابان بإغلاق السوق.", ("JPN", "warn")),
        ("ورفضت اليابان الاتهامات الموجهة إليها.", ("JPN", "reject")),
        ("وألقت اليابان باللوم على المنظمين.", ("JPN", "accuse")),
        ("وكشفت فيه اليابان عن خطة جديدة.", ("JPN", "announce")),
        ("وعبر الرئيس التركي عن أمله في نجاح المعرض.", ("TUR", "express")),
        ("مؤكدا - حفظه الله - أهمية السوق.", None),
        ("استقبل الرئيس التركي الوفد مؤكدا - حفظه الله - أهمية السوق.", ("TUR", "stress")),
        ("وقال معاليه، الوزير التركي عادل ناصيف، إن السوق واعدة.", ("TUR", "say")),
    ],
)
def test_a_form_reports_speech(read: Read, text: str, expected: tuple[str, str] | None) -> None:
    assert said(read(text)) == ([expected] if expected else [])


@pytest.mark.parametrize(
    "text",
    [
        "وجددت اليابان أسطولها البحري.",
        "وقدم الرئيس التركي ميزانية السنة.",
        "ورفضت اليابان التوقيع على البيان.",
        "وتلقى رسالة تقدير وشكر رسمية.",
        "وشددت اليابان عقوباتها.",
        "وصلت الوفود عبر مطار طوكيو وقدم المنظمون الطعام.",
        "وفي حال رفض البرلمان الياباني القانون يسقط.",
    ],
)
def test_the_same_verbs_in_another_sense_do_not(read: Read, text: str) -> None:
    assert said(read(text)) == []


def test_a_noun_that_looks_like_a_verb_stands_behind_the_conjunction(read: Read) -> None:
    text = "وقال الرئيس التركي إن رفض البرلمان الياباني للقانون خطأ."
    assert said(read(text)) == [("TUR", "say")]


def test_the_subject_of_a_relative_clause_may_stand_behind_its_verb(read: Read) -> None:
    text = "والتقى الوفد قادة حركة حماس التي تتهمها اليابان بإغلاق السوق."
    assert said(read(text)) == [("JPN", "accuse")]


def test_one_described_is_the_object_of_the_participle(read: Read) -> None:
    text = "وانتقد الرئيس التركي المعرض، واصفا وزير الخارجية الياباني بأنه متردد."
    assert said(read(text)) == [("TUR", "condemn"), ("TUR", "describe")]


def test_a_verb_of_doubtful_meaning_goes_on_with_a_person_only(read: Read) -> None:
    person = "وقال الرئيس التركي إن السوق واعدة. ورفض الاتهامات الموجهة إليه."
    paper = "وقالت صحيفة «المنارة» إن السوق واعدة. ورفض الاتهامات الموجهة إليه."
    assert said(read(person))[1:] == [("TUR", "reject")]
    assert said(read(paper))[1:] == []


def test_a_paper_goes_on_only_where_its_words_begin_the_sentence(read: Read) -> None:
    first = "وقالت صحيفة «المنارة» إن السوق واعدة."
    early = ' وبذلك "تستعيد المدينة مكانتها بين العواصم".'
    late = ' وكان سكان الأحياء القديمة في المدينة قد علقوا لافتات كتبوا عليها "نريد مدينة نظيفة وآمنة".'
    assert len(said(read(first + early))) == 2
    assert len(said(read(first + late))) == 1
