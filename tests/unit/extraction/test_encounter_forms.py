"""Further forms in which news tells of encounters: order, asides, lists, signings, days to come."""

import pytest

from extracted import Read, circle
from extracted import encounters_of as found


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        ("الرئيس المصري يهاتف نظيره التركي.", "call", {"EGY", "TUR"}),
        ("واتصل الرئيس المصري بنظيره التركي.", "call", {"EGY", "TUR"}),
        ("تزور الوزيرة المصرية عمّان لإجراء محادثات مع وزير الخارجية الأردني.", "meeting", {"EGY", "JOR"}),
        ("سيجري الرئيس المصري، خلال زيارته، محادثات مع نظيره الأردني.", "meeting", {"EGY", "JOR"}),
        ("أجرى الرئيس المصري محادثات حول الوضع في ليبيا مع نظيره الأردني.", "meeting", {"EGY", "JOR"}),
        ("عقد الرئيس المصري مع نظيره الأردني اجتماعا.", "meeting", {"EGY", "JOR"}),
        ("وقال الوزير إن مصر والأردن والعراق ستعقد اجتماعا.", "meeting", {"EGY", "JOR", "IRQ"}),
        ("وزيرا خارجية مصر والأردن يبحثان ملف المياه.", "meeting", {"EGY", "JOR"}),
        ("وسبق للرئيس المصري أن التقى الرئيس التركي.", "meeting", {"EGY", "TUR"}),
        ("باشرت إدارة الرئيس المصري مفاوضات مع تركيا.", "negotiation", {"EGY", "TUR"}),
        ("وسيلتقي الرئيس المصري، بحسب بيان لوزارة الخارجية التونسية، نظيره التركي.", "meeting", {"EGY", "TUR"}),
        ("أشاد الوزير المصري بلقاءاته بكل من الأردن والعراق.", "meeting", {"EGY", "JOR"}),
        ("التقى وزير الخارجية المصري الأسبوع الماضي بنظيره التركي.", "meeting", {"EGY", "TUR"}),
        ("نقل وزير الدفاع المصري رسالة إلى نظيره التركي خلال لقاء في روما.", "meeting", {"EGY", "TUR"}),
        ("شدد الرئيس المصري ونظيره التركي، خلال مكالمة هاتفية، على الهدنة.", "call", {"EGY", "TUR"}),
        ("وأقام الرئيس المصري مأدبة غداء تكريما للرئيس التركي.", "reception", {"EGY", "TUR"}),
        ("انطلقت أعمال اللجنة المصرية الأردنية المشتركة.", "meeting", {"EGY", "JOR"}),
    ],
)  # fmt: skip
def test_told(read: Read, text: str, kind: str, sides: set[str]) -> None:
    assert any(e.kind == kind and circle(e) == sides for e in found(read(text)))


@pytest.mark.parametrize(
    "text",
    [
        "وأثار الوزير المصري قضايا تتصل بإيران.",
        "وتستمر الجهود لتحسين علاقتها مع الأردن بعد إلغاء القمة.",
        "وقال الوزير المصري إن الملف بيد إدارة الرئيس التركي.",
        "بعث الرئيس المصري برقية تهنئة إلى نظيره التركي.",
        "ودعا الرئيس المصري نظيره التركي إلى الهدوء.",
        "الوزيران المصري والأردني يدرسان ملف المياه.",
    ],
)
def test_not_told(read: Read, text: str) -> None:
    assert found(read(text)) == []


def test_presidents_each_with_his_nisba(read: Read) -> None:
    text = "عقدت قمة بين الرئيسين المصري عبد الفتاح السيسي والتركي رجب طيب أردوغان."
    (summit,) = found(read(text))
    assert {p.person for p in summit.participants} == {"abdel-fattah-el-sisi", "recep-tayyip-erdogan"}


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("سيتوجه الرئيس المصري صباح غد إلى كل من الأردن والعراق.", ["JOR", "IRQ"]),
        ("وقال الرئيس المصري إن رحلته التي تشمل الأردن والعراق مهمة.", ["JOR", "IRQ"]),
        ("زار الرئيس المصري عدة دول عربية، بينها الأردن والعراق.", ["JOR", "IRQ"]),
        ("وانطلق الرئيس المصري إلى الأردن.", ["JOR"]),
        ("وهذه أول مرة يزور فيها الرئيس المصري الأردن.", ["JOR"]),
        ("زار الرئيس المصري مطلع الشهر الجاري الأردن.", ["JOR"]),
        ("يعتزم الرئيس المصري زيارة الأردن للاجتماع مع مجلس يضم العراق.", ["JOR"]),
        ("وقال الرئيس المصري عن الزيارة إنه ناقش ملفات، من بينها إيران واليمن.", []),
    ],
)
def test_where_a_journey_leads(read: Read, text: str, states: list[str]) -> None:
    visits = [e for e in found(read(text)) if e.kind == "visit"]
    assert [e.place.state for e in visits if e.place] == states
    assert all("EGY" in circle(e) for e in visits)


def test_signers_named_behind_the_document_tell_of_a_ceremony(read: Read) -> None:
    text = "وقع المذكرة عن الجانب المصري الوزير محمد شاكر حسن، ومدير شركة أرامكو السعودية سعيد ناصر فهد."
    (ceremony,) = [e for e in found(read(text)) if e.kind == "ceremony"]
    assert len([p for p in ceremony.participants if p.person]) == 2


def test_a_document_signed_is_no_ceremony_yet(read: Read) -> None:
    assert found(read("ووقع الرئيس المصري ونظيره التركي مذكرة تفاهم.")) == []


def test_a_summit_counts_on_whose_sidelines_others_meet(read: Read) -> None:
    text = "التقى الرئيس المصري نظيره التركي على هامش قمة مجموعة العشرين."
    assert {e.kind for e in found(read(text))} == {"meeting", "summit"}
    assert found(read("قالت مصر إن قمة مجموعة العشرين مفيدة.")) == []


def test_a_government_and_a_movement_of_its_state_are_two_sides(read: Read) -> None:
    assert found(read("بدأت المفاوضات بين الحكومة اليمنية وجماعة الحوثي."))[0].kind == "negotiation"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("لقاء مرتقب بين الرئيس المصري ونظيره التركي الأحد في تونس.", "2024-05-12"),
        ("الاجتماع المقرر عقده الخميس بين الرئيس المصري ونظيره التركي.", "2024-05-09"),
        ("التقى الرئيس المصري نظيره التركي الأحد في تونس.", "2024-05-05"),
    ],
)
def test_a_weekday_points_ahead_where_the_text_does(read: Read, text: str, date: str) -> None:
    assert found(read(text))[0].date == date


def test_a_call_is_in_no_place(read: Read) -> None:
    text = "أجرى الرئيس المصري في القاهرة اتصالا هاتفيا بنظيره التركي حول الوضع في غزة."
    (call,) = found(read(text))
    assert (call.kind, call.place) == ("call", None)


def test_a_capital_behind_its_nisba_is_a_place(read: Read) -> None:
    meeting = found(read("التقى الرئيس المصري نظيره التركي في العاصمة القطرية الدوحة."))[0]
    assert meeting.place is not None
    assert (meeting.place.city, meeting.place.state) == ("Doha", "QAT")
