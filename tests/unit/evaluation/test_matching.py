"""Each rule of a match, by example; the spans lie in one paragraph of this text unless said otherwise."""

import msgspec
import pytest

from marsad.evaluation.gold import Noted, Who
from marsad.evaluation.matching import ECHO, NONE, strength
from marsad.evaluation.people import same_person, same_speaker

TEXT = (
    "التقى الوزيران في المدينة وبحثا التجارة بين البلدين.\nوقال الوزير إن التجارة بين البلدين تنمو كل عام.\n"
)
SECOND = TEXT.index("\n") + 1


def span(start, end):
    return {"start": start, "end": end, "text": TEXT[start:end]}


def noted(type_, start=0, end=20, **fields):
    return msgspec.convert({"type": type_, "evidence": [span(start, end)], **fields}, Noted)


def how(one, other):
    return strength(one, other, TEXT)


def meeting(*states, start=0, end=20, kind="meeting", **fields):
    people = [{"state": state, **fields} for state in states]
    return noted("encounter", start, end, kind=kind, participants=people)


class TestEncounters:
    def test_overlap_counts_most_then_the_paragraph(self):
        gold = meeting("IRN", "KAZ")
        assert how(gold, meeting("KAZ", "IRN", start=10, end=30)) == 1.5
        assert how(gold, meeting("KAZ", "IRN", start=25, end=40)) == 0.5
        assert how(gold, meeting("KAZ", "IRN", start=SECOND, end=SECOND + 9)) == 0.25

    def test_states_must_be_the_same_but_for_one_more(self):
        gold = meeting("IRN", "KAZ")
        assert how(gold, meeting("IRN")) == NONE
        assert how(gold, meeting("IRN", "KAZ", "RUS")) > NONE
        assert how(gold, meeting("IRN", "KAZ", "RUS", "CHN")) == NONE

    def test_kinds_of_one_group_match(self):
        assert how(meeting("IRN", kind="call"), meeting("IRN", kind="video_call")) > NONE
        assert how(meeting("IRN", kind="summit"), meeting("IRN", kind="meeting")) > NONE
        assert how(meeting("IRN", kind="visit"), meeting("IRN", kind="meeting")) == NONE

    def test_named_people_of_a_state_must_be_shared(self):
        gold = meeting("IRN", person="ebrahim-raisi")
        assert how(gold, meeting("IRN", person="masoud-pezeshkian")) == NONE
        assert how(gold, meeting("IRN")) > NONE


class TestUndertakings:
    def undertaking(self, start=0, end=20, kind="agreement", stage="signed", parties=("IRN", "KAZ")):
        return noted("undertaking", start, end, kind=kind, stage=stage, parties=list(parties))

    def test_groups_of_kinds_and_stages(self):
        gold = self.undertaking()
        assert how(gold, self.undertaking(kind="memorandum", stage="ratified")) == 1
        assert how(gold, self.undertaking(kind="port")) == NONE
        assert how(gold, self.undertaking(stage="proposed")) == NONE

    def test_parties_are_shared_where_both_give_them(self):
        gold = self.undertaking()
        assert how(gold, self.undertaking(parties=("KAZ", "RUS"))) == 1
        assert how(gold, self.undertaking(parties=("RUS",))) == NONE
        assert how(gold, self.undertaking(parties=())) == 1

    def test_elsewhere_it_is_an_echo(self):
        assert how(self.undertaking(), self.undertaking(30, 40)) == ECHO


class TestStatements:
    def statement(self, start, end, **by):
        return noted("statement", start, end, by=by or {"state": "IRN"})

    def test_half_of_the_shorter_span(self):
        gold = self.statement(0, 20)
        assert how(gold, self.statement(10, 30)) == 0.5
        assert how(gold, self.statement(11, 31)) == NONE

    def test_a_paragraph_is_no_evidence_of_a_clause(self):
        assert how(self.statement(0, 3), self.statement(0, 49)) == 1
        assert how(self.statement(0, 3), self.statement(0, 50)) == NONE

    def test_the_same_words_elsewhere_are_an_echo(self):
        gold = self.statement(TEXT.index("التجارة بين"), TEXT.index(".\n"))
        again = TEXT.index("التجارة بين", SECOND)
        assert how(gold, self.statement(again, again + 19)) == ECHO

    def test_any_of_joint_speakers_counts(self):
        gold = noted("statement", by={"state": "IRN"}, by_also=[{"state": "KAZ"}])
        assert how(gold, self.statement(0, 20, state="KAZ")) == 1
        assert how(gold, self.statement(0, 20, state="RUS")) == NONE


def test_commitments_need_act_group_and_speaker():
    gold = noted("commitment", act="hope", by={"person": "ebrahim-raisi"})
    assert how(gold, noted("commitment", act="target", by={"person": "ebrahim-raisi"})) == 1
    assert how(gold, noted("commitment", act="call", by={"person": "ebrahim-raisi"})) == NONE
    assert how(gold, noted("commitment", act="hope")) == NONE


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [("400.0", "USD", 1), ("401", "USD", NONE), ("400", "EUR", NONE), ("x", "USD", NONE)],
)
def test_measures_need_value_and_unit(value, unit, expected):
    gold = noted("measure", value="400", unit="USD")
    assert how(gold, noted("measure", value=value, unit=unit)) == expected


def test_memberships_match_anywhere_in_the_report():
    gold = noted("membership", state="IRN", organisation="SCO")
    assert how(gold, noted("membership", 30, 40, state="IRN", organisation="SCO")) == 0.25
    assert how(gold, noted("membership", state="IRN", organisation="ECO")) == NONE


def test_tenures_need_person_office_and_state():
    gold = noted("tenure", person="ebrahim-raisi", name="رئيسي", state="IRN", office="head_of_state")
    same = {"person": "raisi", "name": "إبراهيم رئيسي", "state": "IRN", "office": "head_of_state"}
    assert how(gold, noted("tenure", 30, 40, **same)) == 1
    assert how(gold, noted("tenure", **{**same, "office": "minister"})) == NONE
    assert how(gold, noted("tenure", **{**same, "state": "KAZ"})) == NONE


class TestPeople:
    @pytest.mark.parametrize(
        ("one", "other", "same"),
        [
            (Who(person="vladimir-putin"), Who(person="vladimir-putin"), True),
            (Who(person="vladimir-putin"), Who(person="putin"), True),
            (Who(person="a-b", name="صدر جباروف"), Who(person="c-d", name="جباروف"), True),
            (Who(name="إبراهيم"), Who(name="ابراهيم"), True),
            (Who(name="محمد علي"), Who(name="محمد بن علي"), False),
            (Who(person="mohammed-al-salim"), Who(person="mohammed-al-fahd"), False),
            (Who(), Who(), False),
        ],
    )
    def test_same_person(self, one, other, same):
        assert same_person(one, other) is same

    def test_a_speaker_is_compared_as_closely_as_it_is_known(self):
        assert same_speaker(None, None)
        assert not same_speaker(Who(state="IRN"), None)
        assert same_speaker(Who(state="IRN"), Who(state="IRN", person="x"))
        assert same_speaker(Who(organisation="sources"), Who(organisation="media"))
        assert not same_speaker(Who(organisation="sources"), Who(person="x"))
