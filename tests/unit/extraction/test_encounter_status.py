"""Whether an encounter was held, is planned, proposed, denied …"""

from collections.abc import Callable

import pytest

from marsad.extraction.document import Document
from marsad.extraction.encounters import find
from marsad.model.claims import Encounter

Read = Callable[..., Document]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("التقى وزير الخارجية العماني نظيره القطري.", "held"),
        ("سيلتقي وزير الخارجية العماني نظيره القطري.", "scheduled"),
        ("من المقرر أن يلتقي وزير الخارجية العماني نظيره القطري.", "scheduled"),
        ("ويلتقي وزير الخارجية العماني نظيره القطري.", "scheduled"),
        ("وزير الخارجية العماني يلتقي نظيره القطري.", "held"),
        ("لن يلتقي وزير الخارجية العماني نظيره القطري.", "denied"),
        ("تأجيل لقاء وزير الخارجية العماني بنظيره القطري.", "postponed"),
        ("إلغاء اجتماع بين وزير الخارجية العماني ونظيره القطري.", "cancelled"),
        ("عقد وزير الخارجية العماني اجتماعا مع نظيره القطري في 12 مايو 2024.", "scheduled"),
        ("وكان وزير الخارجية العماني يلتقي نظيره القطري.", "held"),
        ("دعا وزير الخارجية العماني، خلال مؤتمر، نظيره القطري لزيارة مسقط.", "proposed"),
        ("يزور وزير الخارجية العماني الأردن.", "under_way"),
        ("جاء ذلك في ختام زيارة وزير الخارجية العماني للأردن.", "held"),
        ("جاء ذلك على هامش زيارة وزير الخارجية العماني للأردن.", "under_way"),
        ("وقال وزير الخارجية العماني: سأزور الأردن.", "scheduled"),
    ],
)
def test_status(read: Read, text: str, status: str) -> None:
    encounters = [claim for claim in find(read(text)) if isinstance(claim, Encounter)]
    assert [e.status for e in encounters] == [status]
