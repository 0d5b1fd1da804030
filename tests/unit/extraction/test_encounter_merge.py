"""Tellings of one encounter become one claim; different encounters stay apart."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.extraction.document import Document
from marsad.extraction.encounter_merge import merge
from marsad.extraction.encounter_telling import Telling
from marsad.extraction.encounters import find
from marsad.model.claims import Encounter, Evidence, Participant

Read = Callable[..., Document]


def telling(states: tuple[str, ...], *, at: int, date: str | None = None, kind: str = "meeting") -> Telling:
    """Return a telling of people of these states at a place."""
    people = tuple(Participant(person=f"minister-{s.lower()}", state=s) for s in states)
    encounter = Encounter(
        evidence=(Evidence(at, at + 1, "x"),),
        date=date,
        extractor="encounters/meet",
        kind=kind,  # type: ignore[arg-type]
        status="held",
        participants=people,
    )
    return Telling(encounter=encounter, headline=False, definite=False, sure=True)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("التقى وزير الخارجية العماني نظيره القطري. وأكد الوزير العماني خلال لقائه نظيره القطري الأمر.", 1),
        ("بحث الرئيس المصري مع نظيره الجزائري في اتصال هاتفي الأمر. وناقش الرئيسان ملف المياه.", 1),
        ("التقى وزير الخارجية العماني نظيره القطري. والتقى وزير الخارجية العماني نظيره الأردني.", 2),
        ("التقى وزير الخارجية العماني نظيره القطري. وزار وزير الخارجية العماني قطر.", 2),
    ],
)
def test_reports(read: Read, text: str, count: int) -> None:
    assert len(find(read(text))) == count


def test_attendance_adds_people(read: Read) -> None:
    text = "استقبل وزير الخارجية القطري نظيره العراقي. وحضر اللقاء السفير العراقي لدى قطر سعد كامل."
    (meeting,) = (claim for claim in find(read(text)) if isinstance(claim, Encounter))
    assert [p.office for p in meeting.participants][-1] == "ambassador"
    assert len(meeting.evidence) == 2


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (None, "2024-05-02", True),
        ("2024-05", "2024-05-02", True),
        ("2024-05-01/2024-05-03", "2024-05-02", True),
        ("2024-05-01", "2024-05-02", False),
        ("2023", "2024-05-02", False),
    ],
)
def test_dates(one: str | None, other: str, same: bool) -> None:
    told = [telling(("OMN", "QAT"), at=0, date=one), telling(("OMN", "QAT"), at=9, date=other)]
    assert (len(list(merge(told))) == 1) is same


_states = st.sampled_from([("OMN", "QAT"), ("OMN", "JOR"), ("EGY", "DZA", "TUN")])


@given(st.lists(st.tuples(_states, st.sampled_from(["meeting", "call", "visit"])), max_size=8))
def test_nothing_is_lost_and_nothing_told_twice(told: list[tuple[tuple[str, ...], str]]) -> None:
    tellings = [telling(states, at=10 * i, kind=kind) for i, (states, kind) in enumerate(told)]
    merged = list(merge(tellings))
    assert len(merged) == len(set(told))
    assert {(tuple(p.state for p in e.participants), e.kind) for e in merged} == set(told)
