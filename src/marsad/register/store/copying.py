"""Keeping which reports are copies of one text, so that a text counts as one voice however often it is printed."""

from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import BigInteger, Column, Connection, ForeignKey, Index, Table, Text, delete, select

from marsad.model.report import Report
from marsad.register import copies
from marsad.register.store import rows
from marsad.register.store.bulk import Rows, insert, parts
from marsad.register.store.schema import metadata, reports

report_marks = Table(
    "report_marks",
    metadata,
    Column("mark", BigInteger, primary_key=True, autoincrement=False),
    Column("report", Text, ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True),
    sqlite_with_rowid=False,
)

# Only reports that have copies stand here, the one that stands for all of a text with its own id.
report_copies = Table(
    "report_copies",
    metadata,
    Column("report", Text, ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True),
    Column("copy_of", Text, ForeignKey("reports.id", ondelete="CASCADE"), nullable=False),
    Index("report_copies_by_text", "copy_of"),
)

_MARKS = Rows(report_marks, ("mark", "report"))
_COPIES = Rows(report_copies, ("report", "copy_of"))

#: Marks of texts, by the id of the report and where its body stands.
Marks = dict[tuple[str, str], "array[int]"]

# Reports whose copies are looked for at a time.
_BATCH = 500


class Marked(NamedTuple):
    """A report and the marks of its text."""

    report: Report
    marks: Collection[int]


def link(connection: Connection, new: Sequence[Marked]) -> set[str]:
    """Find the copies of reports that were just added; return the reports, old ones too, whose voice is another now."""
    found = {report.id: set(marks) for report, marks in new}
    bearers = _bearers(connection, {mark for marks in found.values() for mark in marks})
    for report, marks in found.items():
        for mark in marks:
            bearers.setdefault(mark, set()).add(report)
    insert(connection, _MARKS, [(mark, name) for name, marks in found.items() for mark in sorted(marks)])
    near = {
        report: {other for mark in marks for other in bearers[mark]} - {report}
        for report, marks in found.items()
    }
    texts = {report.id: report for report, _ in new}
    texts |= _reports(connection, {other for others in near.values() for other in others} - texts.keys())
    of = {report: copies.shingles(texts[report]) for report in _pairs(near)}
    standing = _standing(connection, texts.keys() - found.keys())
    gathered = copies.gather(found, near=near.__getitem__, of=of, standing=standing)
    return _keep(connection, gathered, standing)


def unlink(connection: Connection, report_ids: Sequence[str]) -> None:
    """Forget which copies these reports have, so that they can be looked for again."""
    for table in (report_marks, report_copies):
        connection.execute(delete(table).where(table.c.report.in_(report_ids)))


def marks_of_all(connection: Connection) -> Marks:
    """Return the marks of all texts. This reads each of them: nobody should have to wait for it."""
    found: Marks = {}
    for page in _pages(connection):
        for row in page:
            found[row["id"], row["body"]] = array("q", copies.marks(rows.report_from(row)))
    return found


def relink(connection: Connection, known: Marks) -> None:
    """Find the copies of all reports anew; ``known`` holds marks that needn't be made again."""
    connection.execute(delete(report_marks))
    connection.execute(delete(report_copies))
    for page in _pages(connection):
        link(connection, [_marked(row, known) for row in page])


def _pages(connection: Connection) -> Iterator[Sequence[rows.Row]]:
    query, last = select(reports).order_by(reports.c.id).limit(_BATCH), ""
    while page := connection.execute(query.where(reports.c.id > last)).mappings().all():
        yield page
        last = page[-1]["id"]


def _marked(row: rows.Row, known: Marks) -> Marked:
    report = rows.report_from(row)
    marks = known.get((row["id"], row["body"]))
    return Marked(report, copies.marks(report) if marks is None else marks)


def _pairs(near: dict[str, set[str]]) -> set[str]:
    """Return the reports that have somebody to be compared with."""
    return {name for report, others in near.items() if others for name in (report, *others)}


def _bearers(connection: Connection, marks: Iterable[int]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for part in parts(marks):
        query = select(report_marks.c.mark, report_marks.c.report).where(report_marks.c.mark.in_(part))
        for mark, report in connection.execute(query):
            found.setdefault(mark, set()).add(report)
    return found


def _reports(connection: Connection, ids: Iterable[str]) -> dict[str, Report]:
    found = {}
    for part in parts(ids):
        for row in connection.execute(select(reports).where(reports.c.id.in_(part))).mappings():
            found[row["id"]] = rows.report_from(row)
    return found


def _standing(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """Return the groups that any of the reports belong to, whole."""
    found: dict[str, str] = {}
    for part in parts(ids):
        theirs = select(report_copies.c.copy_of).where(report_copies.c.report.in_(part))
        query = select(report_copies.c.report, report_copies.c.copy_of).where(
            report_copies.c.copy_of.in_(theirs)
        )
        found |= {row.report: row.copy_of for row in connection.execute(query)}
    return found


def _keep(connection: Connection, gathered: dict[str, str], standing: dict[str, str]) -> set[str]:
    anew = {report for report, first in gathered.items() if standing.get(report) != first}
    for part in parts(anew):
        connection.execute(delete(report_copies).where(report_copies.c.report.in_(part)))
    insert(connection, _COPIES, [(report, gathered[report]) for report in sorted(anew)])
    return {report for report in anew if standing.get(report, report) != gathered[report]}
