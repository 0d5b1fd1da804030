"""Pages that show a date which their own text rules out."""

from collections.abc import Iterable

import msgspec

from marsad.model.report import Report
from marsad.register.conflicts.record import Conflict, Side


def page_dates(reports: Iterable[Report]) -> list[Conflict]:
    """Return, for each report that shows such dates, when it says and when it must have come out."""
    found = []
    for report in sorted(reports, key=lambda report: report.id):
        against = report.published.against
        if against is msgspec.UNSET or not against:
            continue
        shown = tuple(
            Side(says=date.edtf, report=report.id, start=date.start, end=date.end) for date in against
        )
        told = Side(says=report.published.edtf or "", report=report.id)
        found.append(Conflict(kind="page_date", about=(), subject="publication", sides=(*shown, told)))
    return found
