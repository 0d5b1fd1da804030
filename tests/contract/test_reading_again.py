"""Reports read again by other rules, and entries made anew, on every store."""

import msgspec
import pytest
from sqlalchemy import select, update

from handmade import extraction, meeting_report, visit_report
from marsad.errors import RegisterError
from marsad.model.claims import Statement, Undertaking
from marsad.model.report import RawReport
from marsad.register.store import Replaced
from marsad.register.store.schema import claims, entries, reports


def claim_ids(register):
    return {row["id"] for row in register.select(select(claims.c.id))}


def without(made, record):
    kept = tuple(claim for claim in made.claims if not isinstance(claim, record))
    return msgspec.structs.replace(made, claims=kept)


def test_what_the_same_rules_read_is_not_outdated(register):
    register.add([meeting_report(), visit_report()])
    assert list(register.outdated()) == []


def test_what_other_rules_read_comes_back_as_its_source_gave_it(register):
    made = meeting_report()
    raw = RawReport(
        source="a.jsonl#7",
        text=made.report.text,
        title="عنوان",
        body_start=3,
        outlet="irna.ir",
        published="يوم الأحد",
    )
    register.add([made], given={made.report.id: raw})
    with register.transaction() as connection:
        connection.execute(update(reports).values(rules="0.0.1"))
    assert list(register.outdated()) == [msgspec.structs.replace(raw, source=made.report.source)]
    register.replace([made])
    assert list(register.outdated()) == []


def test_of_a_report_whose_source_is_unknown_what_it_shows_is_taken(register):
    made = meeting_report()
    register.add([made])
    with register.transaction() as connection:
        connection.execute(update(reports).values(rules=None, knowledge=None))
    (raw,) = register.outdated()
    assert (raw.text, raw.outlet, raw.published) == (made.report.text, "IRNA", "2023-09-19T01:58Z")
    assert (raw.title, raw.body_start) == (None, 0)


def test_claims_found_again_keep_their_ids_and_others_go(register):
    made = meeting_report()
    register.add([without(made, Undertaking)])
    before = claim_ids(register)
    done = register.replace([without(made, Statement)])
    after = claim_ids(register)
    assert (done.reports, done.kept, done.come, done.gone) == (1, len(before & after), 1, len(before - after))
    assert len(after - before) == 1
    assert before - after
    assert after == {name for entry in all_entries(register) for name in entry.claims}


def all_entries(register):
    return [
        *register.entries_between("IRN", "KAZ"),
        *register.entries_of(["IRN"], ["tenure"], within=all_reports(register)),
    ]


def all_reports(register):
    return [row["id"] for row in register.select(select(reports.c.id))]


def test_replacing_by_the_same_changes_nothing(register):
    register.add([meeting_report(), visit_report()])
    before = all_entries(register)
    total = register.counts()["claims"]
    assert register.replace([visit_report(), meeting_report()]) == Replaced(2, total, 0, 0)
    assert all_entries(register) == before


def test_a_new_date_of_the_report_reaches_its_entries(register):
    register.add([visit_report()])
    register.refresh()
    register.replace([visit_report(published="2024-02-20")])
    assert {entry.reported_first for entry in all_entries(register)} == {"2024-02-20"}


def test_what_is_not_there_cannot_be_replaced(register):
    register.add([visit_report()])
    with pytest.raises(RegisterError, match="no report"):
        register.replace([visit_report(), meeting_report()])


def test_rebuilding_changes_nothing_when_the_rules_are_the_same(register):
    register.add([meeting_report(), visit_report()])
    before = all_entries(register)
    done = register.rebuild()
    assert not done.numbers
    assert done.kept == register.counts()["entries"]
    assert all_entries(register) == before


def test_rebuilding_makes_keys_and_entries_anew_and_says_what_changed(register):
    register.add([meeting_report(), visit_report()])
    before = all_entries(register)
    made = register.counts()["entries"]
    with register.transaction() as connection:
        connection.execute(update(claims).values(bucket="made by other rules", kind="other"))
        connection.execute(update(entries).values(bucket="made by other rules"))
    done = register.rebuild()
    assert sum(number for (fate, _), number in done.numbers.items() if fate != "changed") >= made
    assert all_entries(register) == before
    assert not register.rebuild().numbers


def test_a_changed_entry_is_told_with_what_it_was(register):
    register.add([extraction("خبر\nقال المسؤول كلاما.", ("قال المسؤول", Statement, {"verb": "say"}))])
    register.refresh()
    (row,) = register.select(select(entries))
    with register.transaction() as connection:
        connection.execute(update(entries).values(json=row["json"].replace('"reports":1', '"reports":7')))
    done = register.rebuild()
    assert done.numbers == {("changed", "statement"): 1}
    (change,) = done.examples["changed"]
    assert (change.before["reports"], change.after.reports) == (7, 1)
