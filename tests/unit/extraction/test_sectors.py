"""Sectors and the states in view."""

from collections.abc import Callable

from marsad.extraction.document import Document
from marsad.extraction.sectors import parties, sectors

Read = Callable[..., Document]


def test_sectors_come_in_order_of_mention_each_once(read: Read) -> None:
    document = read("بحثا التعاون في مجالات السياحة والزراعة والسياحة الدينية.")
    assert sectors(document, 0, len(document.text)) == ("tourism", "agriculture")


def test_an_office_shows_who_speaks_not_what_about(read: Read) -> None:
    document = read("بحث وزير الزراعة التونسي التعاون في السياحة.")
    assert sectors(document, 0, len(document.text)) == ("tourism",)


def test_only_the_stretch_counts(read: Read) -> None:
    document = read("بحثا السياحة ثم الزراعة.")
    assert sectors(document, document.text.index("ثم"), len(document.text)) == ("agriculture",)


def test_states_in_view_by_name_and_by_nisba(read: Read) -> None:
    document = read("زار الوفد الكيني غانا.")
    assert set(parties(document, 0, len(document.text))) == {"KEN", "GHA"}


def test_a_text_without_states_has_none(read: Read) -> None:
    document = read("بحثا السياحة.")
    assert parties(document, 0, len(document.text)) == []
