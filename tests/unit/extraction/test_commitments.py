"""Commitments: who is bound to what by which words, and what only looks like it."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from marsad.extraction import commitments
from marsad.extraction.document import Document
from marsad.model.claims import Commitment

Read = Callable[..., Document]

FIDAN = "وزير الخارجية التركي هاكان فيدان"
THANI = "وزير الخارجية القطري محمد بن عبد الرحمن آل ثاني"


def found(read: Read, text: str, **options: Any) -> list[Commitment]:
    """Return the commitments of a text."""
    claims = commitments.find(read(text, **options))
    return [claim for claim in claims if isinstance(claim, Commitment)]


def who(commitment: Commitment) -> str | None:
    assert commitment.by is not None
    return commitment.by.person or commitment.by.state or commitment.by.organisation


def bonds(read: Read, text: str, **options: Any) -> list[tuple[str, str | None]]:
    """Return act and binder of each commitment of a text."""
    return [(commitment.act, who(commitment)) for commitment in found(read, text, **options)]


def said(read: Read, content: str) -> list[tuple[str, str | None]]:
    return bonds(read, f"قال {FIDAN} {content}")


# -- in somebody's mouth -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "act"),
    [
        ("إن بلاده ستواصل دعم جهود السلام.", "pledge"),
        ("إن أنقرة ستقدم منحا للطلاب.", "pledge"),
        ("إن الوزارة ستنفذ البرنامج.", "pledge"),
        ("إن التعرفة المعدلة ستطبق قريبا.", "pledge"),
        ("إنه سيتم توسيع الميناء.", "pledge"),
        ('"سنعمل على فتح المعبر".', "pledge"),
        ("إن بلاده تعتزم فتح قنصلية.", "pledge"),
        ("إن بلاده لن تسمح بالتهريب.", "refusal"),
        ('"لن نقبل بهذه الشروط".', "refusal"),
        ("إن على اليونان احترام الاتفاق.", "call"),
        ("إن على جميع الأطراف أن تضبط النفس.", "call"),
        ("إنه يجب وقف القتال.", "call"),
        ("إن من الأهمية بمكان حماية المدنيين.", "call"),
        ("إن بلاده مستعدة لاستضافة اللقاء.", "readiness"),
        ("إنه ليس لدى أنقرة أي مانع من فتح المعبر.", "readiness"),
        ("إن بلاده تسعى إلى خفض الرسوم.", "target"),
        ('"نأمل أن ينجح الحوار".', "hope"),
    ],
)
def test_a_speaker_is_bound_by_what_their_own_side_will_do(read: Read, content: str, act: str) -> None:
    assert said(read, content) == [(act, "hakan-fidan")]


@pytest.mark.parametrize(
    "content",
    [
        "إن الولايات المتحدة ستواصل دعم الجماعات المسلحة.",  # others will do it
        "إن اليونان تسعى إلى التصعيد.",
        "إن الأيام المقبلة لن تكون سهلة.",  # refuses nothing
        '"سنرى ما يحدث".',  # binds to nothing
        "إن الزيارة ستعزز التجارة.",  # a thing binds nobody
        "إن القمة ستناقش ملف المياه.",  # an agenda
        "إنه يجب أن نشكر المضيفين.",  # only says so
        '"لا نخطط لأي لقاء".',
        '"انتظروا ما سنفعله في الخريف".',  # only spoken of
        "إن زيارة الرئيس القطري التي ستستمر يومين مهمة.",
    ],
)
def test_a_speaker_is_not_bound_by_others_and_by_what_will_merely_be(read: Read, content: str) -> None:
    assert said(read, content) == []


def test_stressing_a_need_calls_for_it(read: Read) -> None:
    assert bonds(read, f"أكد {FIDAN} ضرورة تفعيل اللجنة.") == [("call", "hakan-fidan")]
    assert bonds(read, f"أكد {FIDAN} أهمية تعزيز التنسيق.") == [("call", "hakan-fidan")]
    assert bonds(read, f"أكد {FIDAN} أهمية الجغرافيا.") == []


def test_a_figure_that_should_be_reached_is_a_target(read: Read) -> None:
    wanted = f"أكد {FIDAN} أنه ينبغي أن يبلغ حجم التبادل التجاري 5 مليارات دولار."
    assert bonds(read, wanted) == [("target", "hakan-fidan")]
    assert said(read, "إن هدف التجارة البينية بقيمة 7 مليارات يورو قريب.") == [("target", "hakan-fidan")]
    assert said(read, "إن هدف الزيارة معروف.") == []


def test_what_one_stresses_to_go_on_is_promised(read: Read) -> None:
    assert bonds(read, f"أكد {FIDAN} استمرار بلاده في دعم السلام.") == [("pledge", "hakan-fidan")]
    assert bonds(read, f"أكد {FIDAN} استمرار الحرب.") == []


def test_two_verbs_bind_twice_and_one_repeated_word_once(read: Read) -> None:
    twice = found(read, f"قال {FIDAN} إن بلاده ستفتح المعبر الحدودي وإنها ستقدم منحا للطلاب.")
    assert [(c.act, c.evidence[0].text.split()[0]) for c in twice] == [
        ("pledge", "ستفتح"),
        ("pledge", "ستقدم"),
    ]
    assert bonds(read, f"أكد {FIDAN} ضرورة الحوار ووجوب التهدئة.") == [("call", "hakan-fidan")]


def test_an_act_told_as_a_fact_binds_the_other_whoever_tells_it(read: Read) -> None:
    assert said(read, "إن قطر رفضت التوقيع على الوثيقة.") == [("refusal", "QAT")]
    assert said(read, "إن قطر اقترحت تأجيل الاجتماع.") == [("proposal", "QAT")]


def test_of_a_medium_only_the_one_it_tells_of_is_bound(read: Read) -> None:
    assert bonds(read, "ذكرت مصادر مطلعة أن قطر ستفتح سفارة في كيغالي.") == [("pledge", "QAT")]


# -- in the report's own voice -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("ستقدم قطر منحة للسودان.", "pledge"),
        ("وسوف تفتح قطر المعبر.", "pledge"),
        ("تعتزم قطر فتح سفارة.", "pledge"),
        ("قررت قطر إعادة فتح سفارتها.", "pledge"),
        ("وافقت الحكومة القطرية على فتح المرفأ.", "pledge"),
        ("أعلنت قطر عن حزمة مساعدات للسودان.", "pledge"),
        ("أعلنت قطر اعتزامها بناء مصنع.", "pledge"),
        ("الوعود القطرية ببناء مستشفى قديمة.", "pledge"),
        ("من المقرر بدء حظر أقرته قطر على الأخشاب.", "pledge"),
        ("تحرص قطر على التعاون.", "readiness"),
        ("تدرس قطر إمكانية فتح سفارة.", "readiness"),
        ("تبحث قطر باستمرار عن سبل دعم السودان.", "readiness"),
        ("تسعى قطر إلى خفض الرسوم.", "target"),
        ("وتأمل قطر في نجاح الحوار.", "hope"),
        ("رفضت قطر المشاركة في اللقاء.", "refusal"),
        ("استبعد الجانب القطري عقد اجتماع جديد.", "refusal"),
        ("لا تعتزم قطر فتح سفارة.", "refusal"),
        ("اقترحت قطر تأجيل الاجتماع.", "proposal"),
        ("تحض قطر الأطراف على الحوار.", "call"),
        ("القانون القطري ينص على إلزام المصارف بالإفصاح.", "call"),
    ],
)
def test_whoever_acts_is_bound_in_the_reports_own_voice(read: Read, text: str, act: str) -> None:
    assert bonds(read, text) == [(act, "QAT")]


@pytest.mark.parametrize(
    "text",
    [
        "ستوفر الزيارة فرصا جديدة للتجار.",
        "الزيارة تهدف إلى تعزيز العلاقات.",
        "كانت قطر تعتزم فتح سفارة.",
        f"وكان {FIDAN} يسعى إلى الصلح.",
        f"هنأ {FIDAN} نظيره متمنيا له دوام الصحة.",
        "إذا قررت قطر فتح سفارة تغير الوضع.",
        "ستزور قطر وفود كثيرة.",
        f"يعتزم {FIDAN} زيارة الدوحة.",
        f"سيقوم {FIDAN} بزيارة إلى الدوحة.",
        "رفضت قطر الاتهامات الموجهة إليها.",
        "وافقت قطر أجواء الفرح.",
        "لن تكون الطريق سهلة.",
        "يجب وقف القتال.",
    ],
)
def test_things_pasts_and_encounters_bind_nobody(read: Read, text: str) -> None:
    assert bonds(read, text) == []


def test_a_company_that_will_buy_is_bound_and_the_state_of_works_has_their_aim(read: Read) -> None:
    assert bonds(read, "ووقع العقد مع شركة أرامكو السعودية التي ستقوم بتشغيل المصنع.") == [("pledge", "SAU")]
    assert bonds(read, "وتهدف المذكرة بين قطر والسودان إلى تبادل الخبرات.")[0][0] == "target"


def test_a_clause_that_goes_on_has_the_subject_before(read: Read) -> None:
    text = "رفضت قطر التوقيع على الوثيقة. كما رفضت استقبال الوفد."
    assert bonds(read, text) == [("refusal", "QAT"), ("refusal", "QAT")]


def test_a_promise_binds_the_one_who_makes_it_not_the_one_it_is_made_to(read: Read) -> None:
    (promise,) = found(read, "وعد الرئيس التركي رجب طيب أردوغان نظيره القطري بإرسال خبراء.")
    assert (promise.act, who(promise)) == ("pledge", "recep-tayyip-erdogan")
    assert bonds(read, "وذلك بناء على طلب الرئيس التركي رجب طيب أردوغان.") == [
        ("call", "recep-tayyip-erdogan")
    ]


def test_a_headline_binds_nobody(read: Read) -> None:
    assert bonds(read, "التقى الوفدان في الدوحة.", headline="قطر تعتزم فتح سفارة في كيغالي") == []


# -- invitations -------------------------------------------------------------------------------------------


def test_inviting_has_a_host_and_a_guest(read: Read) -> None:
    (invitation,) = found(read, f"دعا {FIDAN}، خلال اتصال هاتفي، {THANI} لزيارة أنقرة.")
    assert (invitation.act, who(invitation)) == ("invitation", "hakan-fidan")
    assert invitation.to is not None
    assert invitation.to.person == "mohammed-bin-abdulrahman-al-thani"


def test_an_invitation_taken_up_is_the_hosts(read: Read) -> None:
    (invitation,) = found(read, f"وصل {FIDAN} إلى الدوحة تلبية لدعوة من {THANI}.")
    assert who(invitation) == "mohammed-bin-abdulrahman-al-thani"
    assert invitation.to is not None
    assert invitation.to.person == "hakan-fidan"
    assert bonds(read, f"وصل {FIDAN} إلى الدوحة بدعوة من {THANI}.") == []


def test_an_invitation_from_nobody_named_is_the_visited_states(read: Read) -> None:
    assert bonds(read, f"تلقى {FIDAN} دعوة لزيارة الدوحة.") == [("invitation", "QAT")]


def test_being_asked_for_something_else_is_no_invitation(read: Read) -> None:
    assert bonds(read, f"دعا {FIDAN} قطر إلى دعم الحوار.") == [("call", "hakan-fidan")]


# -- what else it says -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("ستقدم قطر للسودان منحة جديدة.", "SDN"),
        (f"دعا {FIDAN} قطر إلى دعم الحوار.", "QAT"),
        (f"قال {FIDAN} إن على اليونان احترام الاتفاق.", "GRC"),
        (f"أكد {FIDAN} ضرورة تفعيل اللجنة.", None),
    ],
)
def test_to_whom_it_is_made(read: Read, text: str, to: str | None) -> None:
    (commitment,) = found(read, text)
    assert (commitment.to.state if commitment.to else None) == to


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("تعتزم قطر فتح سفارة بحلول عام 2026.", "2026"),
        ("تعتزم قطر فتح سفارة خلال ستة أشهر.", "2024-11"),
        ("تعتزم قطر فتح سفارة خلال أسبوعين.", "2024-05-20"),
        ("تعتزم قطر فتح سفارة خلال ثلاث سنوات.", "2027"),
        ("تعتزم قطر فتح سفارة.", None),
        ("تعتزم قطر فتح سفارتها المغلقة منذ عام 2016.", None),
    ],
)
def test_by_when(read: Read, text: str, deadline: str | None) -> None:
    (commitment,) = found(read, text)
    assert commitment.deadline == deadline


def test_a_term_needs_the_day_of_the_report(read: Read) -> None:
    (commitment,) = found(read, "تعتزم قطر فتح سفارة خلال ثلاث سنوات.", published=None)
    assert commitment.deadline is None


def test_fields_of_the_sentence_where_the_evidence_names_none(read: Read) -> None:
    (commitment,) = found(read, f"في ملف السياحة قال {FIDAN} إن بلاده ستواصل العمل.")
    assert commitment.sectors == ("tourism",)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    sentences=st.lists(
        st.sampled_from(["ستقدم قطر منحة.", "الطقس جميل.", "لن نقبل.", "تسعى قطر إلى السلام."]), max_size=6
    )
)
def test_evidence_is_what_the_report_says(read: Read, sentences: list[str]) -> None:
    text = " ".join(sentences)
    for commitment in found(read, text) if text else ():
        evidence = commitment.evidence[0]
        assert text[evidence.start : evidence.end] == evidence.text
        assert who(commitment) == "QAT"
