"""What the form of a word binds to, whatever the verb: futures, denied futures, duties."""

from collections.abc import Callable
from typing import Any

import pytest

from marsad.extraction import commitments
from marsad.extraction.document import Document
from marsad.model.claims import Commitment

Read = Callable[..., Document]

ALBUSAIDI = "وزير الخارجية العماني بدر البوسعيدي"


def acts(read: Read, text: str, **options: Any) -> list[str]:
    """Return the acts of a text, all of them by its one speaker."""
    found = [claim for claim in commitments.find(read(text, **options)) if isinstance(claim, Commitment)]
    assert all(claim.by is not None and claim.by.state == "OMN" for claim in found)
    return [claim.act for claim in found]


@pytest.mark.parametrize(
    ("content", "act"),
    [
        ("إن بلاده سترعى حوارا جديدا.", "pledge"),
        ("إنه سيفاوض التجار بنفسه.", "pledge"),
        ("إن مسقط ستخفف القيود.", "pledge"),
        ('"سوف نرمم القلعة القديمة".', "pledge"),
        ('"لن ندخر جهدا في سبيل الصلح".', "pledge"),
        ("إن البلدين سيعملان معا على فتح الطريق.", "pledge"),
        ("إن الموسم جيد، ومسقط ستخفف القيود.", "pledge"),  # the subject carries a proclitic
        ("إنه لن يهمل ملف الصيادين.", "refusal"),
        ('"علينا أن نصبر".', "call"),
        ('"علينا أيضا خفض الضرائب".', "call"),
        ("إن الوضع صعب وعليهم السماح للسفن بالعبور.", "call"),
        ('"سيتعين علينا بذل جهد أكبر".', "call"),
    ],
)
def test_a_form_binds_the_speaker(read: Read, content: str, act: str) -> None:
    assert acts(read, f"قال {ALBUSAIDI} {content}") == [act]


@pytest.mark.parametrize(
    "content",
    [
        "إن بلاده ستواجه موسما صعبا.",  # happens to one
        "إنه سيزور صلالة.",  # an encounter
        "إن مسقط ستستقبل الوفود.",
        "إن الناقلات ستعبر المضيق.",  # others do it
        "إن السفن كثيرة وإنها ستعبر المضيق.",  # a pronoun for things
        '"ربما سنخفف القيود".',  # only likely
        "إن بلاده ستواصل على الأرجح دعم المشروع.",
        '"لن ننسى هذا الموقف".',
        "إنه لن يحصل على شيء.",
        "إن بلاده سياسيا مستقرة.",  # no verb at all
        "إن الضرائب المتفق عليها كثيرة.",  # no duty
    ],
)
def test_a_form_that_binds_nobody(read: Read, content: str) -> None:
    assert acts(read, f"قال {ALBUSAIDI} {content}") == []


def test_proposing_to_somebody_lays_no_duty_on_them(read: Read) -> None:
    assert acts(read, f"اقترح {ALBUSAIDI} على قطر مشاركة التجار في المعرض.") == ["proposal"]
    assert acts(read, f"قال {ALBUSAIDI} إن على قطر مشاركة التجار في المعرض.") == ["call"]


def test_the_feminine_pronoun_is_a_woman_who_speaks(read: Read) -> None:
    assert acts(read, "قالت وزيرة الثقافة العمانية ليلى النجار إنها سترمم القلعة.") == ["pledge"]
    assert acts(read, f"قال {ALBUSAIDI} إنها سترمم القلعة.") == []
