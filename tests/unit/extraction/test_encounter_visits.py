"""Visits: who goes where."""

from collections.abc import Callable

import pytest

from marsad.extraction.document import Document
from marsad.extraction.encounters import find
from marsad.model.claims import Encounter, Place

Read = Callable[..., Document]


def visits(document: Document) -> list[tuple[str | None, str | None]]:
    """Return the state of the first visitor and the state visited, for each visit."""
    told = [c for c in find(document) if isinstance(c, Encounter) and c.kind == "visit"]
    return [(visit.participants[0].state, visit.place.state) for visit in told if visit.place]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("زار وزير الخارجية العماني بغداد.", [("OMN", "IRQ")]),
        ("ومن المقرر أن يزور الرئيس المصري العراق خلال الأسابيع المقبلة.", [("EGY", "IRQ")]),
        ("وصل وزير الخارجية العماني، اليوم، إلى العاصمة العراقية بغداد.", [("OMN", "IRQ")]),
        ("وصل وفد تونسي رفيع إلى عمان وفد الأردن.", []),
        ("وصل وفد تونسي رفيع إلى الأردن.", [("TUN", "JOR")]),
        ("بدأ وزير الخارجية العماني زيارة رسمية إلى الأردن.", [("OMN", "JOR")]),
        ("جاء ذلك خلال زيارة وزير الخارجية العماني للأردن.", [("OMN", "JOR")]),
        ("تأتي زيارة للأردن يقوم بها وزير الخارجية العماني بعد غياب.", [("OMN", "JOR")]),
        ("بدأ وزير الخارجية العماني جولة تشمل قطر والكويت.", [("OMN", "QAT"), ("OMN", "KWT")]),
        ("دعا الرئيس المصري نظيره الجزائري لزيارة القاهرة.", [("DZA", "EGY")]),
        ("وصل حجم التبادل إلى مستوى قياسي في الأردن.", []),
        ("وصلت شحنة من القمح إلى الأردن.", []),
        ("زار الرئيس المصري أسوان.", []),
    ],
)
def test_visits(read: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert visits(read(text)) == expected


def test_whoever_accompanies_goes_along(read: Read) -> None:
    text = "وقال وزير الخارجية العماني الذي رافق رئيس الوزراء العراقي في زيارته إلى الأردن إن العمل مستمر."
    visit = next(c for c in find(read(text)) if isinstance(c, Encounter) and c.kind == "visit")
    assert {p.state for p in visit.participants} == {"IRQ", "OMN", "JOR"}


def test_invitation_names_who_invites(read: Read) -> None:
    text = "وصل وزير الخارجية العماني إلى الأردن، تلبية لدعوة من نظيره الأردني."
    visit = next(c for c in find(read(text)) if isinstance(c, Encounter))
    assert visit.invited_by is not None
    assert visit.invited_by.state == "JOR"


def test_guest_meets_his_hosts_where_he_visits(read: Read) -> None:
    text = "وصل وزير الخارجية العماني أمس إلى الأردن. والتقى وزير الخارجية العماني نظيره الأردني."
    meeting = next(c for c in find(read(text)) if isinstance(c, Encounter) and c.kind == "meeting")
    assert meeting.place == Place(state="JOR")
