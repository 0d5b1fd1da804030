"""Conflicts as CSV: one side a row."""

import csv
import io

from marsad.views.conflicts import Conflicts
from marsad.views.tables import safe_cell

COLUMNS = ("conflict", "kind", "about", "subject", "says", "claims", "report", "start", "end")


def conflicts_csv(page: Conflicts) -> str:
    """Return the header and a row for each side; lists are joined with "; ", offsets are half-open code points."""
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, COLUMNS, restval="")
    writer.writeheader()
    for conflict in page.conflicts:
        for side in conflict.sides:
            row = {
                "conflict": conflict.id,
                "kind": conflict.kind,
                "about": "; ".join(conflict.about),
                "subject": conflict.subject,
                "says": side.says,
                "claims": "; ".join(side.claims),
                "report": side.report,
                "start": side.start if side.end else None,
                "end": side.end or None,
            }
            writer.writerow({column: safe_cell(value) for column, value in row.items()})
    return buffer.getvalue()
