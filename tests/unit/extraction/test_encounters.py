"""Who meets, receives, calls whom: one pair of examples, for and against, for each rule."""

import pytest

from extracted import Read, circle
from extracted import encounters_of as found
from marsad.model.claims import Place


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        # verbs
        ("التقى وزير الخارجية العماني نظيره القطري في مسقط.", "meeting", {"OMN", "QAT"}),
        ("وزير الخارجية العماني التقى بنظيره القطري.", "meeting", {"OMN", "QAT"}),
        ("استقبل الرئيس المصري السفير الأردني في القاهرة.", "meeting", {"EGY", "JOR"}),
        ("اجتمع وزير المالية التونسي مع نظيره الجزائري.", "meeting", {"TUN", "DZA"}),
        ("بحث وزير الطاقة الأردني ونظيره العراقي ملف الكهرباء.", "meeting", {"JOR", "IRQ"}),
        ("بحث وزير الطاقة الأردني ملف الكهرباء مع نظيره العراقي.", "meeting", {"JOR", "IRQ"}),
        ("وقال الوزير إن مسؤولين أردنيين اجتمعوا مع مسؤولين عراقيين.", "meeting", {"JOR", "IRQ"}),
        ("وكان الرئيس المصري قد التقى سفراء الأردن وتونس.", "meeting", {"EGY", "JOR", "TUN"}),
        # nouns
        ("أكد وزير الخارجية العماني خلال لقائه نظيره القطري متانة العلاقات.", "meeting", {"OMN", "QAT"}),
        ("عقد وزير الخارجية العماني اجتماعا مع نظيره القطري.", "meeting", {"OMN", "QAT"}),
        ("أجرى الأردنيون محادثات مع مسؤولين من تركيا.", "meeting", {"JOR", "TUR"}),
        ("انتهت في مسقط محادثات عمانية قطرية.", "meeting", {"OMN", "QAT"}),
        ("جاء ذلك في لقاء جمع وزير الخارجية العماني ونظيره القطري.", "meeting", {"OMN", "QAT"}),
        ("تجري المفاوضات بين الأردن والعراق منذ شهر.", "negotiation", {"JOR", "IRQ"}),
        ("ترعى مصر وقطر وتركيا مفاوضات في جنيف.", "negotiation", {"EGY", "QAT", "TUR"}),
        ("تأجل اجتماع وفود تونس والجزائر وليبيا.", "meeting", {"TUN", "DZA", "LBY"}),
        ("كانت المشاورات على مستوى نواب وزراء خارجية تونس والجزائر.", "meeting", {"TUN", "DZA"}),
        ("شارك الوزير في منتدى الأعمال التونسي الجزائري.", "conference", {"TUN", "DZA"}),
        # calls
        ("تلقى الرئيس المصري اتصالا هاتفيا من نظيره الجزائري.", "call", {"EGY", "DZA"}),
        ("بحث الرئيس المصري ونظيره الجزائري، في اتصال هاتفي، ملف المياه.", "call", {"EGY", "DZA"}),
        ("هنأ الرئيس المصري، خلال اتصال هاتفي، نظيره الجزائري بالعيد.", "call", {"EGY", "DZA"}),
        ("تحادث الرئيس المصري هاتفيا مع نظيره الجزائري.", "call", {"EGY", "DZA"}),
        # others
        ("قال الوزير العماني في مؤتمر صحفي مع نظيره القطري إن الموعد قريب.", "press_conference", {"QAT"}),
        ("عقدت في تونس قمة بين الرئيس التونسي ونظيره الجزائري.", "summit", {"TUN", "DZA"}),
        ("حضر الرئيس المصري ونظيره الجزائري مراسم توقيع الاتفاق.", "ceremony", {"EGY", "DZA"}),
    ],
)  # fmt: skip
def test_told(read: Read, text: str, kind: str, sides: set[str]) -> None:
    encounters = found(read(text))
    assert any(e.kind == kind and sides <= circle(e) for e in encounters)


@pytest.mark.parametrize(
    "text",
    [
        "بحث وزير الطاقة الأردني ملف الكهرباء.",
        "التقى المفتشون مع مسؤولين أردنيين.",
        "وصلت المساعدات الأردنية إلى غزة.",
        "العلاقات بين الأردن والعراق تاريخية.",
        "قال الوزير القطري في لقاء صحفي إن العمل مستمر.",
        "عقد مجلس الوزراء الأردني اجتماعا لبحث الموازنة.",
        "التقى محمد سالم عبد الكريم ناصر في السوق.",
        "التواصل الاجتماعي بين الأردنيين والعراقيين واسع.",
        "وصل حجم التبادل التجاري مع تركيا إلى 5 مليارات دولار.",
        "انطلقت أعمال المؤتمر السنوي.",
    ],
)
def test_not_told(read: Read, text: str) -> None:
    assert found(read(text)) == []


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("التقى وزير الخارجية العماني نظيره القطري لبحث الوضع مع العراق.", {"OMN", "QAT"}),
        ("التقى وزير الخارجية العماني نظيره القطري، باستضافة وزير الخارجية الإيطالي.", {"OMN", "QAT"}),
        ("التقى وزير الخارجية العماني نظيره القطري في باريس.", {"OMN", "QAT"}),
        ("التقى وزير الخارجية العماني نظيره القطري، ثم غادر الوزير العراقي.", {"OMN", "QAT"}),
        ("أكد وزير الخارجية العماني، خلال لقائه نظيره القطري، على العلاقات مع العراق.", {"OMN", "QAT"}),
    ],
)
def test_no_strangers(read: Read, text: str, states: set[str]) -> None:
    first = found(read(text))[0]
    assert {p.state for p in first.participants} == states


def test_one_by_one(read: Read) -> None:
    text = "وسيلتقي وزير الخارجية العماني الرئيس المصري ورئيس الوزراء المصري."
    encounters = found(read(text))
    assert [e.status for e in encounters] == ["scheduled", "scheduled"]
    assert all(circle(e) == {"OMN", "EGY"} for e in encounters)


def test_several_meetings_one_for_each_state(read: Read) -> None:
    text = "أجرى وزير الخارجية العماني لقاءات مع نظيره المصري ومسؤولين أردنيين."
    assert [circle(e) for e in found(read(text))] == [{"OMN", "EGY"}, {"OMN", "JOR"}]


def test_host_and_place(read: Read) -> None:
    meeting = found(read("استقبل الرئيس المصري في القاهرة السفير الأردني."))[0]
    assert meeting.host is not None
    assert meeting.host.state == "EGY"
    assert meeting.place == Place(city="Cairo", state="EGY")


def test_what_is_talked_about_is_no_place(read: Read) -> None:
    meeting = found(read("التقى وزير الخارجية العماني نظيره القطري وناقشا الأوضاع في سوريا."))[0]
    assert meeting.place is None


def test_evidence_is_the_text(read: Read) -> None:
    document = read("التقى وزير الخارجية العُماني نظيره القطري في مسقط.")
    (evidence,) = found(document)[0].evidence
    assert document.report.text[evidence.start : evidence.end] == evidence.text
    assert evidence.text.startswith("التقى")


def test_date_of_the_clause_not_of_the_announcement(read: Read) -> None:
    text = "أعلنت الوزارة، أمس الأحد، أن وزير الخارجية العماني التقى نظيره القطري في 2 مايو 2024."
    assert found(read(text))[0].date == "2024-05-02"


def test_a_place_is_none_of_the_two_states(read: Read) -> None:
    text = "بحث وزير الزراعة السوري مع نظيره اللبناني في روما لقاءات سابقة جرت بين البلدين."
    assert all("ITA" not in circle(encounter) for encounter in found(read(text)))


def test_press_conference_of_one_and_of_both_is_one(read: Read) -> None:
    text = (
        "قال وزير الخارجية العماني في مؤتمر صحفي إن الموعد قريب. "
        "وأضاف وزير الخارجية العماني في مؤتمر صحفي مع نظيره القطري أن الأمر قائم."
    )
    assert [circle(e) for e in found(read(text))] == [{"OMN", "QAT"}]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("التقى وزير الخارجية العماني مبعوث الرئيس العراقي.", {"OMN", "IRQ"}),
        ("بحث وزير الخارجية العماني ونظيره السعودي فيصل بن فرحان الأمر.", {"OMN", "SAU"}),
        ("يتباحث وزير الخارجية العماني بعد ظهر الأحد مع نظيره القطري.", {"OMN", "QAT"}),
        ("ونقل الموقع أنه خلالاجتماع عقده وزير الخارجية العماني مع نظيره القطري تم الأمر.", {"OMN", "QAT"}),
        ("وتعقد دول مجلس التعاون قمة تضم الكويت وقطر.", {"KWT", "QAT"}),
    ],
)
def test_harder_ones(read: Read, text: str, sides: set[str]) -> None:
    assert any(sides <= circle(e) for e in found(read(text)))


@pytest.mark.parametrize(
    "text", ["سيقوم الاتفاق الذي وقع خلال زيارة إلى الأردن.", "غادر وزير الخارجية العماني من الأردن."]
)
def test_no_visit(read: Read, text: str) -> None:
    assert found(read(text)) == []


def test_since_when_is_no_date(read: Read) -> None:
    text = "جاء ذلك خلال لقاء وزير الخارجية العماني نظيره القطري الأول منذ عام 2011."
    assert found(read(text))[0].date is None


@pytest.mark.parametrize(
    "text", ["أكد الوزير القطري أن لقاء سنغافورة كان مفيدا.", "وعقد وزير الخارجية العماني قمة."]
)
def test_a_place_or_a_person_alone_makes_no_meeting(read: Read, text: str) -> None:
    assert found(read(text)) == []
