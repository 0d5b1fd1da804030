"""Encounters whose other side is told elsewhere: guests, pronouns, states that act, threes, agents of passives."""

import pytest

from extracted import Read, circle
from marsad.extraction.document import Document
from marsad.extraction.encounters import find
from marsad.model.claims import Encounter


def found(document: Document, *kinds: str) -> list[Encounter]:
    """Return the encounters of a document that are of these kinds."""
    return [claim for claim in find(document) if isinstance(claim, Encounter) and claim.kind in kinds]


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        # the guest of a visit told before
        ("زار الوزير القطري تونس. وخلال الزيارة، التقى الرئيس التونسي.", "meeting", {"QAT", "TUN"}),
        ("زار الوزير القطري تونس. وتم خلال اللقاء مع الرئيس التونسي بحث النقل.", "meeting", {"QAT", "TUN"}),
        ("زار وزير الخارجية القطري تونس حيث استقبله الرئيس التونسي.", "meeting", {"QAT", "TUN"}),
        ("توجه الوزير القطري إلى تونس لإجراء محادثات.", "meeting", {"QAT", "TUN"}),
        (
            "زار الوزير القطري تونس. ومن المقرر أن يلتقي خلال الزيارة، بحسب بيان للوزارة، الرئيس التونسي.",
            "meeting",
            {"QAT", "TUN"},
        ),
        (
            "زار الوزير القطري تونس. وتناولت محادثات الوزير القطري في تونس ملف النقل.",
            "meeting",
            {"QAT", "TUN"},
        ),
        ("وصل الوزير القطري إلى تونس، حيث يجري مباحثات تتناول ملف النقل.", "meeting", {"QAT", "TUN"}),
        ("زار الوزير القطري تونس وأجرى محادثات مع كبار المسؤولين فيها.", "meeting", {"QAT", "TUN"}),
        ("يستعد الوزير القطري للقاء نظيره التونسي.", "meeting", {"QAT", "TUN"}),
        ("أجرت قطر وتونس جولة استكشافية من المحادثات.", "meeting", {"QAT", "TUN"}),
        # pronouns
        ("سلم السفير القطري الرئيس التونسي رسالة خلال لقائه به أمس.", "meeting", {"QAT", "TUN"}),
        ("وعبر الوزير القطري عن أمله في متابعة مناقشات بينه وبين نظيره التونسي.", "meeting", {"QAT", "TUN"}),
        ("تسلم الرئيس التونسي هدية من الوزير القطري الذي استقبله في الدوحة.", "meeting", {"QAT", "TUN"}),
        # agents, subjects behind ل, objects beside their subject
        ("استقبل الوزير القطري من قبل الرئيس التونسي.", "meeting", {"QAT", "TUN"}),
        ("وكان للوزير القطري لقاء مع نظيره التونسي.", "meeting", {"QAT", "TUN"}),
        ("وهنأ الوزير القطري نظيره التونسي في اتصال هاتفي.", "call", {"QAT", "TUN"}),
        ("جاء ذلك خلال اتصال هاتفي تلقاه الوزير القطري من نظيره التونسي.", "call", {"QAT", "TUN"}),
        ("تحدث الوزير القطري عبر الهاتف مع نظيره التونسي.", "call", {"QAT", "TUN"}),
        # states that act
        ("رفضت مصر التفاوض مع تركيا.", "negotiation", {"EGY", "TUR"}),
        ("دخلت مصر في مفاوضات مع تركيا.", "negotiation", {"EGY", "TUR"}),
        ("اتفقت مصر وتركيا على استئناف المفاوضات.", "negotiation", {"EGY", "TUR"}),
        # whose a meeting is, behind its adjectives
        ("وعقد اجتماع ثلاثي طارئ لوزراء خارجية قطر وتونس والجزائر.", "meeting", {"QAT", "TUN", "DZA"}),
        ("يجتمع غدا في جنيف وفدا مصر وتركيا.", "meeting", {"EGY", "TUR"}),
        (
            "وسيجري الرئيس المصري خلال جولته التي تستمر يومين محادثات مع نظيره التركي.",
            "meeting",
            {"EGY", "TUR"},
        ),
        # those who are known from before
        (
            "التقى الرئيس المصري الرئيس التركي والرئيس التونسي. وقال إن الرؤساء الثلاثة سيجتمعون قريبا.",
            "meeting",
            {"EGY", "TUR", "TUN"},
        ),
        ("وحضر اللقاء الذي عقد في الدوحة الوزير التونسي ونظيره القطري.", "meeting", {"QAT", "TUN"}),
        ("شهد الرئيسان المصري والتونسي مراسم توقيع الوثائق.", "ceremony", {"EGY", "TUN"}),
    ],
)
def test_the_other_side_is_found(read: Read, text: str, kind: str, sides: set[str]) -> None:
    assert any(sides <= circle(e) for e in found(read(text), kind))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # the president is the subject; whom he met is nobody known
        ("زار الوزير القطري تونس. وفي مدينة أخرى، التقى الرئيس التونسي طلابا من كلية الهندسة.", "meeting"),
        # nobody came before
        ("التقى الرئيس التونسي أمس.", "meeting"),
        # to speak is no call without a telephone
        ("تحدث الوزير القطري مع نظيره التونسي في المطار عن الطقس.", "call"),
        # one state alone negotiates with nobody
        ("استأنفت مصر المفاوضات.", "negotiation"),
        # a number without three people before it
        ("وقال الرئيس المصري إن الوزراء الثلاثة سيجتمعون قريبا.", "meeting"),
    ],
)
def test_no_side_is_invented(read: Read, text: str, kind: str) -> None:
    assert all(len(circle(e)) < 2 for e in found(read(text), kind))


def test_two_cities_are_two_meetings(read: Read) -> None:
    text = "التقى الوزير القطري نظيره التونسي في الدوحة. والتقى الوزير القطري نظيره التونسي في القاهرة."
    assert len(found(read(text), "meeting")) == 2


def test_held_and_to_come_are_two_meetings(read: Read) -> None:
    text = "التقى الوزير القطري نظيره التونسي. ومن المقرر أن يلتقي الوزير القطري نظيره التونسي مجددا."
    assert {e.status for e in found(read(text), "meeting")} == {"held", "scheduled"}


def test_told_again_is_one_meeting(read: Read) -> None:
    text = "التقى الوزير القطري نظيره التونسي في الدوحة. وخلال اللقاء بين الوزيرين بحثا ملف النقل."
    assert len(found(read(text), "meeting")) == 1
