"""Visits told the other way round: the subject behind the place, the place left, the inviter's own country."""

from collections.abc import Callable

import pytest

from marsad.extraction.document import Document
from marsad.extraction.encounters import find
from marsad.model.claims import Encounter

Read = Callable[..., Document]


def visits(document: Document) -> set[tuple[str | None, str | None]]:
    """Return where each visitor comes from and goes to."""
    made = [claim for claim in find(document) if isinstance(claim, Encounter) and claim.kind == "visit"]
    return {
        (p.state, v.place.state) for v in made if v.place for p in v.participants if p.state != v.place.state
    }


@pytest.mark.parametrize(
    ("text", "visit"),
    [
        ("وصل إلى مسقط اليوم وزير الخارجية القطري في زيارة رسمية.", ("QAT", "OMN")),
        ("زار في مايو كلا من تونس والجزائر وزير الخارجية القطري.", ("QAT", "DZA")),
        ("غادر القاهرة الرئيس المصري متوجها إلى تونس.", ("EGY", "TUN")),
        ("غادر الرئيس المصري تونس بعد زيارة استمرت يومين.", ("EGY", "TUN")),
        ("كان الرئيس المصري قد وصل في وقت سابق اليوم إلى تونس.", ("EGY", "TUN")),
        ("ألغى الرئيس المصري زيارة كان من المقرر أن يقوم بها إلى تونس.", ("EGY", "TUN")),
        ("قبل الرئيس المصري دعوة نظيره التونسي لزيارة بلاده.", ("EGY", "TUN")),
        ("وجه الرئيس التونسي دعوة إلى نظيره المصري لزيارة بلاده.", ("EGY", "TUN")),
        ("وقال وزير المالية القطري لدى وصوله إلى تونس إن الموعد قريب.", ("QAT", "TUN")),
        ("توجه وزير المالية القطري إلى تونس.", ("QAT", "TUN")),
        ("ويزور الرئيس المصري الذي ترافقه أسرته، بعد ذلك تونس.", ("EGY", "TUN")),
        ("تمخضت الزيارة التي قادت الرئيس المصري إلى تونس عن اتفاق.", ("EGY", "TUN")),
        ("اختتم الرئيس المصري زيارة إلى المملكة. وكان العاهل الأردني في وداعه.", ("EGY", "JOR")),
    ],
)
def test_who_goes_where(read: Read, text: str, visit: tuple[str, str]) -> None:
    assert visit in visits(read(text))


@pytest.mark.parametrize(
    "text",
    [
        # goods and crowds arrive, nobody visits
        "أعلنت الوزارة وصول المهاجرين السوريين إلى تركيا.",
        # where the journey began
        "قال الرئيس المصري لدى وصوله قادما من العاصمة التونسية إن الموعد قريب.",
        # whoever follows the comma belongs to another list
        "يبحث ملف الغاز مسؤول وصل مساء السبت إلى تونس، الرئيس المصري.",
        # the kingdom may be any of several
        "زار الرئيس المصري المملكة.",
    ],
)
def test_no_visit(read: Read, text: str) -> None:
    assert visits(read(text)) == set()
