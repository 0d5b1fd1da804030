"""Judgements on every store: what they do to entries, and what they outlive."""

import io

import msgspec
import pytest
from sqlalchemy import select, update

from handmade import IRAN, MEETING_NEWS, RAISI, TOKAYEV, extraction, meeting_report, visit_report
from marsad.errors import JudgementError
from marsad.model.claims import Encounter, Undertaking
from marsad.model.ids import report_id
from marsad.model.judgement import Judgement
from marsad.register.judgements.book import bring_in, export, judge, now, recorded
from marsad.register.judgements.naming import anchors_of, others_of_entry
from marsad.register.search.filters import Filters
from marsad.register.search.find import search
from marsad.register.search.parsing import parse_query
from marsad.register.store import open_register
from marsad.register.store.schema import claims, reports
from marsad.register.store.verification import verify

TALKS = "محادثات في طهران\nعقد مسؤولون من البلدين محادثات في طهران. ثم التقى الجانبان ثانية في المساء."


def talks_report(**fields):
    """Two encounters of the same two states on other days: entries of their own."""
    return extraction(
        TALKS,
        (
            "عقد مسؤولون من البلدين محادثات",
            Encounter,
            {
                "kind": "meeting",
                "status": "held",
                "participants": (IRAN, TOKAYEV),
                "date": "2024-03-02",
            },
        ),
        (
            "التقى الجانبان ثانية",
            Encounter,
            {"kind": "meeting", "status": "held", "participants": (IRAN,), "date": "2024-03-05"},
        ),
        **{"published": "2024-03-06", "outlet": "IRNA", "source": "talks.txt", **fields},
    )


def between(register, kind=None):
    return [entry for entry in register.entries_between("IRN", "KAZ") if kind in (None, entry.type)]


def everything(register):
    """All entries, those about one state only too."""
    ids = [row["id"] for row in register.select(select(reports.c.id))]
    types = ("encounter", "undertaking", "commitment", "measure", "statement", "membership", "tenure")
    return sorted(register.entries_of(["IRN", "KAZ"], types, within=ids), key=lambda entry: entry.id)


def claims_of(register, record):
    found = register.select(select(claims.c.id).order_by(claims.c.id))
    return [
        name
        for name, item in register.claims([row["id"] for row in found]).items()
        if isinstance(item.claim, record)
    ]


def decide(register, verdict, *ids, **fields):
    on = anchors_of(register, ids)
    return judge(register, Judgement(verdict=verdict, on=on, by="Salma", at=now(), **fields))


def undo(register, judgement):
    return judge(register, Judgement(verdict="undo", undoes=judgement.id, by="Salma", at=now()))


@pytest.fixture
def filled(register):
    register.add([meeting_report(), visit_report(), talks_report()])
    register.refresh()
    return register


def test_rejecting_all_claims_of_an_entry_removes_it_and_undoing_brings_it_back(filled):
    before = everything(filled)
    entry = between(filled, "encounter")[0]
    made = decide(filled, "reject", entry.id)
    assert everything(filled) == [other for other in before if other != entry]
    assert verify(filled).sound
    undo(filled, made)
    assert everything(filled) == before


def test_accepting_changes_no_entry_and_is_kept_on_the_claim(filled):
    before = everything(filled)
    entry = between(filled, "encounter")[0]
    decide(filled, "accept", entry.id)
    assert everything(filled) == before
    accepted = filled.select(select(claims.c.id).where(claims.c.verdict == "accepted"))
    assert {row["id"] for row in accepted} == set(entry.claims)


def test_correcting_a_date_moves_the_entry(filled):
    entry = next(item for item in between(filled, "encounter") if item.first == "2023-09-18")
    decide(filled, "correct", entry.id, slot="date", value="2023-09-20")
    firsts = {item.first for item in between(filled, "encounter")}
    assert "2023-09-20" in firsts
    assert "2023-09-18" not in firsts
    assert verify(filled).sound


def test_correcting_who_takes_part_moves_the_claim_to_other_states(filled):
    before = everything(filled)
    (talks,) = (item for item in between(filled, "encounter") if item.first == "2024-03-02")
    made = decide(filled, "correct", talks.id, slot="participants.1.state", value="USA")
    assert not [item for item in between(filled, "encounter") if item.first == "2024-03-02"]
    (moved,) = (item for item in filled.entries_between("IRN", "USA") if item.first == "2024-03-02")
    assert moved.claims == talks.claims
    about = Filters(states=("IRN", "USA"), types=("encounter",))
    assert search(filled, parse_query("محادثات"), about).total == 1
    filled.rebuild()
    assert moved in filled.entries_between("IRN", "USA")
    assert verify(filled).sound
    undo(filled, made)
    assert everything(filled) == before
    assert search(filled, parse_query("محادثات"), about).total == 0


def merged(register):
    """Merge two encounters that stand in two buckets."""
    one = next(item for item in everything(register) if item.first == "2024-03-02")
    two = next(item for item in everything(register) if item.first == "2024-03-05")
    return one, two, decide(register, "merge", one.id, two.id)


def test_entries_of_two_buckets_merge_and_part_again(filled):
    before = everything(filled)
    one, two, made = merged(filled)
    (joined,) = (item for item in everything(filled) if item.first == "2024-03-02")
    assert set(joined.claims) == {*one.claims, *two.claims}
    assert len(everything(filled)) == len(before) - 1
    assert verify(filled).sound
    after = everything(filled)
    assert not filled.rebuild().numbers
    assert everything(filled) == after
    undo(filled, made)
    assert everything(filled) == before


def test_later_reports_join_what_was_merged(filled):
    one, two, _ = merged(filled)
    told = (
        "عقد المسؤولون محادثات",
        Encounter,
        {"kind": "meeting", "status": "held", "participants": (IRAN, TOKAYEV), "date": "2024-03-02"},
    )
    filled.add([extraction("لقاء\nعقد المسؤولون محادثات أمس.", told, published="2024-03-03", outlet="KUNA")])
    (joined,) = (item for item in between(filled, "encounter") if item.first == "2024-03-02")
    assert {*one.claims, *two.claims} < set(joined.claims)
    assert joined.reports == 2


def test_a_split_parts_an_entry_and_undoing_joins_it(filled):
    again = extraction(
        MEETING_NEWS.replace("مساء", "عصر"),
        (
            "اجتمع إبراهيم رئيسي بنظيره",
            Encounter,
            {
                "kind": "meeting",
                "status": "held",
                "participants": (RAISI, TOKAYEV),
                "date": "2023-09-18",
            },
        ),
        published="2023-09-19",
        outlet="KUNA",
    )
    filled.add([again])
    before = everything(filled)
    (entry,) = (item for item in between(filled, "encounter") if item.first == "2023-09-18")
    out = anchors_of(filled, entry.claims[:1])
    rest = others_of_entry(filled, out)
    made = judge(filled, Judgement(verdict="split", on=out, apart=rest, by="Salma", at=now()))
    parted = [item for item in between(filled, "encounter") if item.first == "2023-09-18"]
    assert sorted(len(item.claims) for item in parted) == [1, len(entry.claims) - 1]
    filled.rebuild()
    assert [item for item in between(filled, "encounter") if item.first == "2023-09-18"] == parted
    undo(filled, made)
    assert everything(filled) == before


def test_undoing_an_undo_makes_the_judgement_hold_again(filled):
    entry = between(filled, "encounter")[0]
    made = decide(filled, "reject", entry.id)
    after = everything(filled)
    undo(filled, undo(filled, made))
    assert everything(filled) == after
    assert [item.state for item in recorded(filled)] == ["in force", "undone", "in force"]


def moved_by_a_rule(made):
    """The same report as better rules read it: the encounter's evidence is a word shorter, so its id is another."""

    def shorter(claim):
        if not isinstance(claim, Encounter):
            return claim
        first = claim.evidence[0]
        text = first.text.rpartition(" ")[0]
        span = msgspec.structs.replace(first, end=first.start + len(text), text=text)
        return msgspec.structs.replace(claim, evidence=(span, *claim.evidence[1:]))

    return msgspec.structs.replace(made, claims=tuple(map(shorter, made.claims)))


def without_encounters(made):
    kept = tuple(claim for claim in made.claims if not isinstance(claim, Encounter))
    return msgspec.structs.replace(made, claims=kept)


def test_judgements_outlive_rebuilding_and_reading_again(filled):
    meeting = next(item for item in between(filled, "encounter") if item.first == "2023-09-18")
    decide(filled, "correct", meeting.id, slot="date", value="2023-09-20")
    merged(filled)
    agreed = claims_of(filled, Undertaking)[0]
    decide(filled, "reject", agreed)
    entries = {(item.type, item.first, len(item.claims)) for item in everything(filled)}
    filled.rebuild()
    assert {(item.type, item.first, len(item.claims)) for item in everything(filled)} == entries
    filled.replace([meeting_report(), moved_by_a_rule(talks_report()), visit_report()])
    assert {(item.type, item.first, len(item.claims)) for item in everything(filled)} == entries
    filled.replace([moved_by_a_rule(meeting_report())])
    assert {(item.type, item.first, len(item.claims)) for item in everything(filled)} == entries
    assert {item.state for item in recorded(filled)} == {"in force"}
    assert verify(filled).sound


def test_what_no_longer_applies_is_told_and_applies_again_when_it_can(filled):
    one, two, _ = merged(filled)
    decide(filled, "reject", one.claims[0])
    after = everything(filled)
    filled.replace([without_encounters(talks_report())])
    told = recorded(filled)
    assert {item.state for item in told} == {"no longer applies"}
    assert all(item.why and report_id(TALKS) in item.why for item in told)
    assert not [item for item in everything(filled) if set(item.claims) & {*one.claims, *two.claims}]
    filled.replace([talks_report()])
    assert {item.state for item in recorded(filled)} == {"in force"}
    assert everything(filled) == after


def test_losing_one_side_of_a_merge_leaves_the_other_in_its_entry(filled):
    meeting = next(item for item in between(filled, "encounter") if item.first == "2023-09-18")
    talks = next(item for item in between(filled, "encounter") if item.first == "2024-03-02")
    second = next(item for item in everything(filled) if item.first == "2024-03-05")
    decide(filled, "merge", meeting.id, second.id)
    decide(filled, "merge", second.claims[0], talks.id)
    assert len([item for item in everything(filled) if item.type == "encounter"]) == 1
    filled.replace([without_encounters(talks_report())])
    (left,) = (item for item in everything(filled) if item.type == "encounter")
    assert left.claims == meeting.claims
    assert verify(filled).sound


def test_a_fresh_register_that_reads_the_reports_later_comes_to_the_same(filled, tmp_path):
    meeting = next(item for item in between(filled, "encounter") if item.first == "2023-09-18")
    decide(filled, "correct", meeting.id, slot="place.city", value="Geneva")
    merged(filled)
    undo(filled, decide(filled, "reject", meeting.id))
    decide(filled, "reject", claims_of(filled, Undertaking)[0])
    decide(filled, "note", meeting.id, note="مؤكد من الوزارة")
    file = io.StringIO()
    assert export(filled, file) == 6
    lines = file.getvalue().splitlines()
    with open_register(tmp_path / "fresh.db", create=True) as fresh:
        done = bring_in(fresh, reversed(lines), name="judgements.jsonl")
        assert (done.new, done.known, done.broken) == (6, 0, ())
        assert {item.state for item in recorded(fresh)} == {"no longer applies", "undone", "in force"}
        for made in (talks_report(), visit_report(), meeting_report()):
            fresh.add([made])
            fresh.refresh()
        assert everything(fresh) == everything(filled)
        assert recorded(fresh) == recorded(filled)
        again = bring_in(fresh, lines, name="judgements.jsonl")
        assert (again.new, again.known, again.broken) == (0, 6, ())


def test_broken_lines_are_told_and_the_others_go_in(filled, tmp_path):
    decide(filled, "reject", between(filled, "encounter")[0].id)
    file = io.StringIO()
    export(filled, file)
    (good,) = file.getvalue().splitlines()
    lines = ["{", good.replace("Salma", "Huda"), "", good]
    with open_register(tmp_path / "fresh.db", create=True) as fresh:
        done = bring_in(fresh, lines, name="j.jsonl")
        assert done.new == 1
        first, second = done.broken
        assert first.startswith("j.jsonl, line 1: ")
        assert "line 2" in second
        assert "changed" in second


def test_what_a_judgement_needs(filled):
    entry = between(filled, "encounter")[0]
    with pytest.raises(JudgementError, match="no slot"):
        decide(filled, "correct", entry.id, slot="venue", value="UN")
    with pytest.raises(JudgementError, match="no entry or claim"):
        decide(filled, "accept", "e0")
    with pytest.raises(JudgementError, match="two claims"):
        decide(filled, "merge", entry.claims[0])
    with pytest.raises(JudgementError, match="different types"):
        decide(filled, "merge", entry.id, between(filled, "undertaking")[0].id)
    with pytest.raises(JudgementError, match="stay behind"):
        decide(filled, "split", entry.id)
    with pytest.raises(JudgementError, match="empty"):
        decide(filled, "note", entry.id)
    with pytest.raises(JudgementError, match="no judgement j0"):
        judge(filled, Judgement(verdict="undo", undoes="j0", by="Salma", at=now()))
    assert recorded(filled) == []


def test_rebuilding_mends_what_another_program_did_to_ruled_claims(filled):
    meeting = next(item for item in between(filled, "encounter") if item.first == "2023-09-18")
    decide(filled, "correct", meeting.id, slot="date", value="2023-09-20")
    before = everything(filled)
    with filled.transaction() as connection:
        connection.execute(update(claims).values(ruled=None, verdict="rejected"))
    filled.rebuild()
    assert everything(filled) == before
