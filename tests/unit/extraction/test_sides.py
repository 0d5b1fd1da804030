"""Who stands in a sentence, and what governs them."""

from collections.abc import Callable

import pytest

from marsad.extraction.document import Document
from marsad.extraction.side_leads import OF, RELATION, WITH
from marsad.extraction.sides import Side, sides_of

Read = Callable[..., Document]


def sides(document: Document) -> list[Side]:
    """Return the sides of the first sentence."""
    return list(sides_of(document, document.surface.sentences[0]))


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("التقى وزير الخارجية العماني", ""),
        ("تحدث مع وزير الخارجية العماني", WITH),
        ("تحدث بحضور كل من وزير الخارجية العماني", WITH),
        ("تطورت العلاقات الثنائية مع وزير الخارجية العماني", RELATION),
        ("رفضت زوجة رئيس الوزراء العراقي", OF),
        ("رفضت حكومة رئيس الوزراء العراقي", ""),
        ("مسؤول في حكومة رئيس الوزراء العراقي", "في"),
        ("تحدث للرئيس العراقي", "ل"),
        ("وصل من العراق", "من"),
    ],
)
def test_lead(read: Read, text: str, lead: str) -> None:
    assert sides(read(text))[-1].lead == lead


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("التقى مسؤولين أردنيين وعراقيين", ["JOR", "IRQ"]),
        ("التقى وفدا من تونس", ["TUN"]),
        ("اجتمع وزراء خارجية مصر والأردن والعراق", ["EGY", "JOR", "IRQ"]),
        ("أكد الجزائريون ذلك", ["DZA"]),
        ("وصل وفد رفيع المستوى", []),
        ("التقى مسؤولين مع زملاء من مصر", ["EGY"]),
    ],
)
def test_bodies(read: Read, text: str, states: list[str]) -> None:
    assert [member.state for side in sides(read(text)) for member in side.members] == states


def test_in_addition_joins(read: Read) -> None:
    first, second = sides(read("التقى وزير الخارجية العماني، بالإضافة إلى مسؤولين أردنيين"))
    assert not first.joined
    assert second.joined
    assert second.added


def test_own_country_of_whoever_speaks(read: Read) -> None:
    found = sides(read("قال وزير الخارجية العماني إن محادثات بين بلاده وقطر ستعقد قريبا."))
    assert [(side.lead, side.members[0].state) for side in found[1:]] == [(WITH, "OMN"), ("", "QAT")]
