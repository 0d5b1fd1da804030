"""Wider constructions: agreements, participles, goals, told wills, refusals in the present, clauses that go on."""

from collections.abc import Callable
from typing import Any

import pytest

from marsad.extraction import commitments
from marsad.extraction.commitment_triggers import is_action
from marsad.extraction.document import Document
from marsad.folding import fold_word
from marsad.model.claims import Commitment

Read = Callable[..., Document]

FIDAN = "وزير الخارجية التركي هاكان فيدان"


def bonds(read: Read, text: str, **options: Any) -> list[tuple[str, str | None]]:
    """Return act and binder of each commitment of a text."""
    found = [claim for claim in commitments.find(read(text, **options)) if isinstance(claim, Commitment)]
    return [(c.act, (c.by.person or c.by.state or c.by.organisation) if c.by else None) for c in found]


@pytest.mark.parametrize("word", ["تكامل", "التواصل", "إنقاذ", "حلها", "تعزيزه"])
def test_more_nouns_are_actions(word: str) -> None:
    assert is_action(fold_word(word))


@pytest.mark.parametrize("word", ["موافقة", "أبعاد", "مواقف"])
def test_nouns_that_only_look_like_actions(word: str) -> None:
    assert not is_action(fold_word(word))


# -- in somebody's mouth ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "act"),
    [
        ("إن الهدف هو إنقاذ الهدنة.", "target"),
        ("إن هدف بلاده هو إنهاء القتال.", "target"),
        ('"ما نريده هو تثبيت الهدنة".', "hope"),
        ("إن بلاده تعمل على تعزيز التبادل.", "target"),
        ('"نعمل على إيجاد مخرج".', "target"),
        ('"لا نقبل أي شروط".', "refusal"),
        ("إن تركيا لا تقبل أي شروط.", "refusal"),
        ('"الملف غير قابل للتفاوض".', "refusal"),
        ('"سيفي برلماننا بما وعد به".', "pledge"),
        ('"لا نزال مصممين على فتح المعبر".', "pledge"),
        ('"قررنا ألا ننتظر".', "pledge"),
        ('"دعونا نلتزم بالخطة".', "call"),
        ('"لن نهاجم أحدا".', "pledge"),
    ],
)
def test_what_somebody_says_of_their_own_side(read: Read, content: str, act: str) -> None:
    assert bonds(read, f"قال {FIDAN} {content}") == [(act, "hakan-fidan")]


def test_a_clause_that_goes_on_is_the_speakers_own(read: Read) -> None:
    text = f"قال {FIDAN} إن بلاده لا ترى سببا للقلق، وستفعل كل ما يلزم."
    assert bonds(read, text) == [("pledge", "hakan-fidan")]


@pytest.mark.parametrize(
    "content",
    [
        "إن اليونان تعمل على التصعيد.",  # held against others
        '"سنعتبر ذلك عدوانا".',  # a threat
        "إن العمل يجري دون الحاجة إلى إرسال وفود.",
        "إن هذا ما يحدث حتى إذا كان الهدف واضحا.",
    ],
)
def test_what_binds_nobody(read: Read, content: str) -> None:
    assert bonds(read, f"قال {FIDAN} {content}") == []


def test_a_participle_of_hope_goes_on_with_the_speaker(read: Read) -> None:
    text = f"رحب {FIDAN} بالاتفاق، متطلعا إلى افتتاح الجسر."
    assert bonds(read, text) == [("hope", "hakan-fidan")]


@pytest.mark.parametrize("lead", ["عن دعم بلاده", "، عن دعم بلاده", "عن دعم ووقوف بلاده"])
def test_support_that_what_is_said_begins_with(read: Read, lead: str) -> None:
    assert bonds(read, f"وعبر {FIDAN}{' ' if lead[0] != '،' else ''}{lead} للهدنة.") == [
        ("pledge", "hakan-fidan")
    ]


def test_a_will_that_is_shown(read: Read) -> None:
    assert bonds(read, f"وأبدى {FIDAN} نية واضحة بزيادة التبادل.") == [("readiness", "hakan-fidan")]


# -- told of others -----------------------------------------------------------------------------------------


def test_readiness_of_others_is_theirs(read: Read) -> None:
    assert bonds(read, f"قال {FIDAN} إن قطر مستعدة لإرسال وفد.") == [("readiness", "QAT")]


def test_what_an_unknown_paper_tells_is_the_actors(read: Read) -> None:
    text = 'قالت صحيفة "النجم الساطع" إن قطر سترسل معدات إلى السودان.'
    assert bonds(read, text) == [("pledge", "QAT")]


def test_the_one_who_asks_is_not_the_one_who_is_asked(read: Read) -> None:
    assert bonds(read, "يذكر أن قطر، دعت السودان إلى وقف القتال.") == [("call", "QAT")]


# -- in the report's own voice ------------------------------------------------------------------------------


def test_sides_that_agree_call_for_it(read: Read) -> None:
    assert bonds(read, "واتفقت قطر على ضرورة تفعيل اللجنة.") == [("call", "QAT")]
    assert bonds(read, "ومن المعروف أن العلاج ضرورة.") == []


def test_a_will_behind_where_is_of_whom_the_sentence_speaks(read: Read) -> None:
    text = f"وصل {FIDAN} إلى الدوحة حيث يأمل الحصول على دعم."
    assert bonds(read, text) == [("hope", "hakan-fidan")]


def test_striving_is_of_whom_the_sentence_speaks(read: Read) -> None:
    text = f"يزور {FIDAN} الدوحة سعيا لإقناع المستثمرين."
    assert bonds(read, text) == [("target", "hakan-fidan")]


def test_an_offer_is_a_proposal_where_something_is_offered(read: Read) -> None:
    assert bonds(read, "وعرضت قطر الوساطة بين الطرفين.") == [("proposal", "QAT")]
    assert bonds(read, "وعرضت قطر صورا عن المعبر.") == []


def test_a_noun_that_looks_like_a_verb_of_demanding_is_none(read: Read) -> None:
    assert bonds(read, "وأبدت قطر جهودا لحث الأطراف على الحوار.") == []


def test_an_invitation_told_behind_is_the_givers(read: Read) -> None:
    text = f"تجلى ذلك مجددا في الدعوة التي وجهها {FIDAN} إلى نظيره القطري لزيارة أنقرة."
    assert bonds(read, text) == [("invitation", "hakan-fidan")]


def test_keeping_to_what_is_owed_binds_nobody_in_the_reports_voice(read: Read) -> None:
    assert bonds(read, "ويراجع المجلس مدى التزام قطر بالاتفاق كل عام.") == []
