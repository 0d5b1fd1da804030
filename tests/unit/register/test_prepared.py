import pickle

from handmade import meeting_report, visit_report
from marsad.register import copies
from marsad.register.prepared import prepare
from marsad.register.search.words import index_text
from marsad.register.store import open_register
from marsad.register.store.schema import metadata


def test_marks_and_stems_are_those_of_the_text():
    made = meeting_report()
    found = prepare(made)
    assert (found.report, found.claims) == (made.report, made.claims)
    assert (found.marks, found.stems) == (copies.marks(made.report), index_text(made.report))


def test_what_is_prepared_stays_so_on_its_way_between_processes():
    found = prepare(visit_report())
    assert prepare(found) is found
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301


def test_the_register_is_the_same_whoever_prepares(tmp_path):
    with (
        open_register(tmp_path / "1.db", create=True) as one,
        open_register(tmp_path / "2.db", create=True) as two,
    ):
        one.add([meeting_report(), visit_report()])
        two.add([prepare(meeting_report()), prepare(visit_report())])
        for table in metadata.sorted_tables:
            hidden = {"added_at", "number"}
            rows = [
                sorted(
                    str({k: v for k, v in row.items() if k not in hidden})
                    for row in opened.select(table.select())
                )
                for opened in (one, two)
            ]
            assert rows[0] == rows[1], table.name
