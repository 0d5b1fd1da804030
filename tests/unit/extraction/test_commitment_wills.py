"""Wishes, needs and wills as nouns: whose they are, and what only looks like them."""

from collections.abc import Callable
from typing import Any

import pytest

from marsad.extraction import commitments
from marsad.extraction.commitment_triggers import is_action, is_deed
from marsad.extraction.document import Document
from marsad.folding import fold_word
from marsad.model.claims import Commitment

Read = Callable[..., Document]

FIDAN = "وزير الخارجية التركي هاكان فيدان"


def bonds(read: Read, text: str, **options: Any) -> list[tuple[str, str | None]]:
    """Return act and binder of each commitment of a text."""
    found = [claim for claim in commitments.find(read(text, **options)) if isinstance(claim, Commitment)]
    return [(c.act, (c.by.person or c.by.state or c.by.organisation) if c.by else None) for c in found]


@pytest.mark.parametrize(
    "word", ["تثبيت", "التثبيت", "تهيئة", "استعادة", "استقطاب", "انفتاح", "مصالحة", "اعتماد"]
)
def test_verbal_nouns_are_known_by_their_shape(word: str) -> None:
    assert is_action(fold_word(word))
    assert is_deed(fold_word(word))


@pytest.mark.parametrize("word", ["تاريخ", "اقتصاد", "المعاهدة", "العلاقات", "اقتراح", "تركية", "في"])
def test_other_nouns_are_not(word: str) -> None:
    assert not is_action(fold_word(word))


# -- wishes and needs --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "act"),
    [
        ("إن بلاده تريد أن تفتح المعبر.", "target"),
        ("إن أنقرة ترغب في تثبيت الهدنة.", "target"),
        ('"نريد تعزيز التجارة".', "hope"),
        ('"نحن بحاجة إلى تثبيت الهدنة".', "call"),
        ('"نحن بحاجة لتثبيت الهدنة".', "call"),
        ("إن الوضع يتطلب تضافر الجهود.", "call"),
        ("إن بلاده ملتزمة بتنفيذ الخطة.", "pledge"),
        ("إن بلاده ستظل ملتزمة بتنفيذ الخطة.", "pledge"),
        ("إن البرنامج يهدف إلى خفض الأسعار.", "target"),
        ("إن من المهم أن يصمد الاتفاق.", "call"),
    ],
)
def test_a_wish_or_need_in_somebodys_mouth(read: Read, content: str, act: str) -> None:
    assert bonds(read, f"قال {FIDAN} {content}") == [(act, "hakan-fidan")]


@pytest.mark.parametrize(
    "content",
    [
        "إن بلاده لا تريد أن تخسر السوق.",
        "إن أنقرة تريد السلام.",  # nothing to be done is named
        "إن الأطفال بحاجة إلى الحليب.",
        "إن المعرض يهدف إلى الترفيه.",  # no work that binds
        "إن الأمر الذي يجب أن نراه واضح.",
    ],
)
def test_a_wish_or_need_that_asks_for_nothing(read: Read, content: str) -> None:
    assert bonds(read, f"قال {FIDAN} {content}") == []


def test_a_wish_in_the_reports_own_voice_is_the_subjects(read: Read) -> None:
    assert bonds(read, "وتريد قطر أن تستعيد الثقة.") == [("target", "QAT")]
    assert bonds(read, "ويتطلب العمل زيادة الجهود.") == []


def test_the_aim_of_a_work_in_the_reports_own_voice_is_its_parties(read: Read) -> None:
    assert bonds(read, "وتهدف هذه المذكرة بين قطر والسودان إلى تبادل الخبرات.") == [("target", "QAT")]
    assert bonds(read, "وتهدف هذه الزيارة بين قطر والسودان إلى تبادل الخبرات.") == []


# -- wills as nouns ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "act"),
    [
        (f"أكد {FIDAN} حرصه على حماية الصيادين.", "readiness"),
        (f"أكد {FIDAN} متانة العلاقات وحرص بلاده على تطويرها.", "readiness"),
        (f"أكد {FIDAN} متانة العلاقات وحرص تركيا على تطويرها.", "readiness"),
        (f"قال {FIDAN} إن الجولة تظهر تصميم تركيا على حماية الملاحة.", "pledge"),
        (f"قال {FIDAN} إن اللقاء فرصة للتعبير عن الرغبة في تطوير العلاقات.", "readiness"),
        (f"أكد {FIDAN} دعمه جهود التهدئة.", "pledge"),
        (f"عبر {FIDAN} عن دعم بلاده للحكومة.", "pledge"),
    ],
)
def test_a_will_as_a_noun_is_the_speakers(read: Read, text: str, act: str) -> None:
    assert bonds(read, text) == [(act, "hakan-fidan")]


def test_the_verb_of_keenness_and_the_design_are_no_wills(read: Read) -> None:
    assert bonds(read, f"حرص {FIDAN} على الحضور.") == []
    assert bonds(read, f"قال {FIDAN} إن تصميم تركيا للجسر جميل.") == []


def test_demands_and_proposals_as_nouns_are_their_owners(read: Read) -> None:
    assert bonds(read, "ولم تلق المطالب القطرية بفتح المعبر ردا.") == [("call", "QAT")]
    assert bonds(read, "ودرس المجتمعون اقتراحا وبحثوا اقتراح قطر بتأجيل الموعد.") == [("proposal", "QAT")]
    assert bonds(read, "ولم تلق المطالب القطرية ردا.") == []


def test_promises_that_are_kept_are_only_told_of(read: Read) -> None:
    assert bonds(read, "ودعا الخبراء إلى تنفيذ الوعود القطرية ببناء مستشفى.") == bonds(
        read, "ودعا الخبراء إلى تنفيذ الخطة."
    )


# -- asking, and what is none ------------------------------------------------------------------------------


def test_greetings_and_prayers_ask_nobody_for_anything(read: Read) -> None:
    assert bonds(read, f"طلب {FIDAN} نقل تحياته إلى نظيره القطري.") == []
    assert bonds(read, f"هنأ {FIDAN} الحاضرين داعيا الله أن يديم عليهم الصحة.") == []
    assert bonds(read, f"نصح {FIDAN} نظيره القطري بتأجيل الرحلة.") == [("call", "hakan-fidan")]


def test_a_decision_may_stand_behind_days_and_commas(read: Read) -> None:
    assert bonds(read, "قررت قطر، اليوم السبت، مضاعفة الحصص.") == [("pledge", "QAT")]
    assert bonds(read, "قررت قطر، اليوم السبت.") == []


def test_a_body_that_is_told_apart_by_a_nisba_is_of_that_state(read: Read) -> None:
    assert bonds(read, "تعتزم الهيئة العامة للطيران القطرية بناء مدرج.") == [("pledge", "QAT")]
    assert bonds(read, "تعتزم الهيئة العامة للطيران بناء مدرج.") == []


# -- whose it is, and when ---------------------------------------------------------------------------------


def test_what_had_been_done_before_binds_and_what_may_be_does_not(read: Read) -> None:
    assert bonds(read, "وكانت قطر قد قررت وقف التصدير.") == [("pledge", "QAT")]
    assert bonds(read, "وكانت قطر قد طلبت من السودان فتح المعبر.") == [("call", "QAT")]
    assert bonds(read, "إذا قررت قطر وقف التصدير ارتفعت الأسعار.") == []


def test_those_who_are_willing_in_a_quotation_are_the_speakers(read: Read) -> None:
    assert bonds(read, f'قال {FIDAN}: "ملتزمون بتنفيذ الخطة".') == [("pledge", "hakan-fidan")]
    assert bonds(read, f"قال {FIDAN} إن التجار في السوق ملتزمون بالأسعار.") == []


def test_not_being_ready_is_a_refusal(read: Read) -> None:
    assert bonds(read, f"قال {FIDAN} إن تركيا ليست مستعدة لدفع الرسوم.") == [("refusal", "hakan-fidan")]


def test_an_invitation_answered_is_the_hosts(read: Read) -> None:
    text = f"وصل {FIDAN} إلى مسقط استجابة لدعوة من وزير الخارجية العماني بدر البوسعيدي."
    assert bonds(read, text) == [("invitation", "badr-al-busaidi")]
