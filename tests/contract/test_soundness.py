"""What is told of a register, and what verification finds, on every store."""

import pytest
from sqlalchemy import delete, update

from handmade import meeting_report, visit_report
from marsad.errors import RegisterError
from marsad.register.reader import this_reader
from marsad.register.store.backup import backup
from marsad.register.store.info import info
from marsad.register.store.schema import claims, entries, entry_claims, meta, reports
from marsad.register.store.verification import verify

MADE = (meeting_report(), visit_report())
CLAIMS = sum(len(made.claims) for made in MADE)


@pytest.fixture
def filled(register):
    register.add(MADE)
    register.refresh()
    return register


def change(register, statement):
    with register.transaction() as connection:
        connection.execute(statement)


def test_an_empty_register_is_sound_and_says_what_it_is(register):
    found = info(register)
    assert (found.reports, found.claims, found.published, found.stale) == (0, {}, None, 0)
    assert found.entries_current
    assert verify(register).sound


def test_numbers_dates_and_versions_are_told(filled):
    found = info(filled)
    assert found.reports == len(MADE)
    assert sum(found.claims.values()) == CLAIMS
    assert found.published == ("2023-09-19T01:58Z", "2024-02-16")
    assert (found.outdated, found.stale, found.reader) == (0, 0, this_reader())
    assert found.bytes > 0


def test_what_other_rules_made_is_told(filled):
    change(filled, update(reports).values(knowledge="0"))
    change(filled, delete(meta))
    found = info(filled)
    assert (found.outdated, found.entries_by, found.entries_current) == (len(MADE), None, False)
    filled.rebuild()
    assert info(filled).entries_current


def test_stale_buckets_are_counted_and_are_no_fault(register):
    register.add(MADE)
    assert info(register).stale == verify(register).stale > 0
    assert verify(register).sound
    register.refresh()
    assert info(register).stale == 0


def test_a_whole_register_is_sound(filled):
    found = verify(filled)
    assert found.sound
    assert (found.reports, found.claims) == (len(MADE), CLAIMS)
    assert found.entries == filled.counts()["entries"]


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (update(reports).values(text="نص آخر لا صلة له بما كان هنا من قبل"), "evidence is not what stands"),
        (update(reports).values(text="نص آخر لا صلة له بما كان هنا من قبل"), "a report's id"),
        (update(claims).values(bucket="elsewhere"), "where other rules put it"),
        (delete(entry_claims), "an entry names claims that aren't there"),
        (delete(entries), "a claim is in no entry"),
    ],
)
def test_each_fault_is_found(filled, spoil, fault):
    change(filled, spoil)
    found = verify(filled)
    assert not found.sound
    assert any(fault in name for name in found.faults)


def test_rebuilding_mends_what_is_derived(filled):
    change(filled, delete(entry_claims))
    change(filled, update(claims).values(bucket="elsewhere"))
    filled.rebuild()
    assert verify(filled).sound


def test_entries_in_the_form_of_an_older_version_are_told_and_made_anew(filled):
    before = filled.entries_between("IRN", "KAZ")
    change(filled, update(entries).values(json='{"id": 1}'))
    with pytest.raises(RegisterError, match="marsad register rebuild"):
        filled.entries_between("IRN", "KAZ")
    filled.rebuild()
    assert filled.entries_between("IRN", "KAZ") == before


def test_a_server_is_left_to_its_own_backup(filled, where, tmp_path):
    if filled.dialect == "sqlite":
        assert backup(where, tmp_path / "copy.db") > 0
    else:
        with pytest.raises(RegisterError, match="pg_dump"):
            backup(where, tmp_path / "copy.db")
