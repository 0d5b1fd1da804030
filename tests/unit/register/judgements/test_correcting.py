"""Corrected claims: only slots that exist, only values that they hold, never the evidence."""

import pytest

from marsad.errors import JudgementError
from marsad.model.claims import Encounter, Evidence, Participant, Place
from marsad.register.judgements.correcting import corrected, slots

MEETING = Encounter(
    kind="meeting",
    status="held",
    participants=(Participant(person="ebrahim-raisi", state="IRN"), Participant(state="KAZ")),
    date="2023-09-18",
    place=Place(city="New York", state="USA"),
    evidence=(Evidence(0, 12, "التقى الرئيس"),),
    extractor="encounters/verb",
)


def test_a_date_a_nested_slot_and_a_member_of_a_list_can_be_set():
    made = corrected(
        MEETING,
        [
            ("date", "2023-09-19"),
            ("place.city", "Geneva"),
            ("participants.1.person", "kassym-jomart-tokayev"),
        ],
    )
    assert isinstance(made, Encounter)
    assert made.date == "2023-09-19"
    assert made.place == Place(city="Geneva", state="USA")
    assert made.participants[1] == Participant(person="kassym-jomart-tokayev", state="KAZ")
    assert made.evidence == MEETING.evidence


def test_a_whole_slot_can_be_emptied():
    assert corrected(MEETING, [("place", None)]).place is None


@pytest.mark.parametrize(
    ("slot", "value"),
    [
        ("evidence", []),
        ("evidence.0.text", "غير ذلك"),
        ("extractor", "me"),
        ("type", "tenure"),
        ("venue", "UN"),
        ("participants.5.person", "nobody"),
        ("host.person", "x"),
        ("kind", "duel"),
        ("date", "18 September"),
        ("date", 18),
    ],
)
def test_what_cannot_be_corrected_is_refused(slot, value):
    with pytest.raises(JudgementError):
        corrected(MEETING, [(slot, value)])


def test_slots_that_can_be_corrected_are_told():
    assert {"date", "participants", "place", "kind"} <= set(slots(MEETING))
    assert not {"evidence", "extractor", "type"} & set(slots(MEETING))
