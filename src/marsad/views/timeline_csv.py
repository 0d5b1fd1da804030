"""A timeline as CSV: one entry a row."""

import csv
import io

from marsad.views.tables import safe_cell
from marsad.views.timeline import Timeline

COLUMNS = (
    "entry",
    "type",
    "kind",
    "first",
    "last",
    "reported_first",
    "reported_last",
    "reports",
    "voices",
    "text",
)


def timeline_csv(page: Timeline) -> str:
    """Return the header and a row for each entry, in the page's order; dates are ISO days."""
    texts = {line.entry: line.text for part in page.sections for group in part.groups for line in group.lines}
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, COLUMNS, restval="")
    writer.writeheader()
    for entry in page.entries:
        row = {column: getattr(entry, "id" if column == "entry" else column, None) for column in COLUMNS}
        row["text"] = texts[entry.id]
        writer.writerow({column: safe_cell(value) for column, value in row.items()})
    return buffer.getvalue()
