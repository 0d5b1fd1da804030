"""Speakers told by what they are, and people whom the knowledge does not hold: pairs of sentences of our own."""

from collections.abc import Callable

import pytest

from marsad.extraction.document import Document

Read = Callable[..., Document]


def speakers(document: Document) -> list[str]:
    found = []
    for utterance in document.speech.utterances:
        who = utterance.speaker
        found.append(who.name or who.state or who.organisation or "")
    return found


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("وقال مسؤول ياباني إن السوق واعدة.", "JPN"),
        ("وقال مسؤول في وزارة الطاقة اليابانية إن السوق واعدة.", "JPN"),
        ("وقال خبراء إن السوق واعدة.", "experts"),
        ("وقال دبلوماسي أوروبي إن السوق واعدة.", "EU"),
        ("وقال عدد من النواب الأردنيين إن السوق واعدة.", "JOR"),
        ("وقال أحد المستشارين إن السوق واعدة.", "officials"),
        ("وقال مسؤولو الوزارة اليابانية إن السوق واعدة.", "JPN"),
        ("وقال اليابانيون إن السوق واعدة.", "JPN"),
        ("وقالت الشرطة اليابانية إن السوق آمنة.", "JPN"),
        ("وكان مسؤولون في طوكيو قد صرحوا بأن السوق واعدة.", "JPN"),
        ("وقال مسؤول ياباني رفض الكشف عن هويته إن السوق واعدة.", "JPN"),
    ],
)
def test_people_speak_for_the_state_that_their_phrase_names(read: Read, text: str, who: str) -> None:
    assert speakers(read(text)) == [who]


def test_the_medium_spoken_to_does_not_tell_whose_somebody_is(read: Read) -> None:
    assert speakers(read("وقال مسؤول لصحيفة يابانية إن السوق واعدة.")) == ["officials"]


@pytest.mark.parametrize(
    "text",
    [
        "وقال الباحث في مركز النخيل عادل ناصيف إن السوق واعدة.",
        "وقال الباحث عادل ناصيف في مقابلة إن السوق واعدة.",
        "وقال مراسل القناة، عادل ناصيف، إن السوق واعدة.",
    ],
)
def test_a_description_gives_way_to_the_name_behind_it(read: Read, text: str) -> None:
    assert speakers(read(text)) == ["عادل ناصيف"]


def test_the_owner_of_somebody_is_not_the_speaker(read: Read) -> None:
    assert speakers(read("وقال محامي رجب طيب أردوغان إن السوق واعدة.")) == ["lawyers"]


def test_the_official_is_the_one_told_last_in_this_way(read: Read) -> None:
    text = "وقال مسؤول ياباني إن السوق واعدة. وقال الوزير التركي عادل ناصيف إنه راض. وأضاف المسؤول أن الموعد قريب."
    assert speakers(read(text))[-1] == "JPN"


def test_many_do_not_go_on_in_the_singular(read: Read) -> None:
    text = "وقالت الوزيرة اليابانية سلمى ناصيف إن السوق واعدة. وقال خبراء إن المنافسة شديدة. وأضافت أن الموعد قريب."
    assert speakers(read(text))[-1] == "سلمى ناصيف"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("وقالت لجنة النخيل المستقلة إن السوق واعدة.", 1),
        # Without words that lead in, an unknown body may be what the verb is about.
        ("وأكدت لجنة النخيل المستقلة أهمية السوق.", 0),
    ],
)
def test_unknown_bodies_speak_only_where_their_words_are_led_in(read: Read, text: str, said: int) -> None:
    assert len(read(text).speech.utterances) == said


def test_an_office_speaks_for_the_state_of_its_holder(read: Read) -> None:
    assert speakers(read("وقال مكتب الرئيس التركي إن السوق واعدة.")) == ["TUR"]


def test_a_body_goes_on_with_the_state_it_was_named_with(read: Read) -> None:
    text = "وقالت الحكومة اليابانية إن السوق واعدة. وأضافت الحكومة أن الموعد قريب."
    assert speakers(read(text)) == ["JPN", "JPN"]


def test_a_surname_is_whoever_stood_in_full_before_without_an_office(read: Read) -> None:
    text = "فاز عادل ناصيف بالجائزة في طوكيو. وقال ناصيف إن السوق واعدة."
    assert speakers(read(text)) == ["عادل ناصيف"]


def test_the_first_part_of_a_name_stands_for_it(read: Read) -> None:
    text = "وقال الباحث الصيني ليو مينغ شان إن السوق واعدة. وأضاف ليو أن الموعد قريب."
    assert speakers(read(text)) == ["ليو مينغ شان"] * 2


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("وقال بيان لوزارة الطاقة اليابانية إن السوق واعدة.", "JPN"),
        ("وقال بيان صدر عن مكتب الإعلام في وزارة الطاقة اليابانية إن السوق واعدة.", "JPN"),
        ("وأعلنت صحيفة «المنارة» اليابانية أن السوق واعدة. وجاء في تقرير الصحيفة أن المنافسة شديدة.", "JPN"),
    ],
)
def test_a_document_speaks_for_whoever_issued_it(read: Read, text: str, who: str) -> None:
    assert speakers(read(text))[-1] == who


def test_an_agency_speaks_but_not_of_itself_in_its_own_report(read: Read) -> None:
    assert len(read("وأفادت وكالة الأنباء القطرية بأن السوق واعدة.").speech.utterances) == 1


def test_what_was_handed_on_from_him_is_the_speakers(read: Read) -> None:
    text = 'وقال الوزير الياباني عادل ناصيف إن السوق واعدة. ونقلت عنه وكالة الأنباء القطرية قوله: "الموعد قريب جدا".'
    assert speakers(read(text)) == ["عادل ناصيف"] * 2
