"""The ledger as CSV: one thread a row."""

import csv
import io

from marsad.register.follow_through.promises import side
from marsad.register.follow_through.records import Thread
from marsad.views.ledger import Ledger
from marsad.views.tables import safe_cell

COLUMNS = (
    "thread", "status", "kind", "title", "instrument", "name", "sectors", "others",
    "promises", "repeated", "promised_by", "first_promised", "last_promised", "months_waiting", "due",
    "last_stage", "delivery_reported", "target", "unit", "figure", "percent",
    "last_told", "months_silent", "reports_since", "reports_since_on_sectors", "claims",
)  # fmt: skip


def ledger_csv(ledger: Ledger) -> str:
    """Return the header and a row for each thread; dates are EDTF, lists joined with "; "."""
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, COLUMNS, restval="")
    writer.writeheader()
    titles = {
        line.entry: group.title for part in ledger.sections for group in part.groups for line in group.lines
    }
    for thread in ledger.threads:
        row = _row(thread) | {"title": titles.get(thread.id)}
        writer.writerow({column: safe_cell(value) for column, value in row.items()})
    return buffer.getvalue()


def _row(thread: Thread) -> dict[str, object]:
    made = [promise.date or promise.reported for promise in thread.promises]
    last = thread.figures[-1] if thread.figures else None
    return {
        "thread": thread.id,
        "status": thread.status,
        "kind": thread.kind,
        "instrument": thread.instrument,
        "name": thread.name,
        "sectors": "; ".join(thread.sectors),
        "others": "; ".join(thread.others),
        "promises": len(thread.promises),
        "repeated": thread.repeated,
        "promised_by": "; ".join(
            dict.fromkeys(side(promise.by) for promise in thread.promises if side(promise.by))
        ),
        "first_promised": made[0] if made else None,
        "last_promised": made[-1] if made else None,
        "months_waiting": thread.waiting,
        "due": thread.due,
        "last_stage": thread.stage,
        "delivery_reported": next((at.date or at.reported for at in thread.stages if at.delivery), None),
        "target": thread.target.value if thread.target else None,
        "unit": thread.target.unit if thread.target else None,
        "figure": last.value if last else None,
        "percent": last.percent if last else None,
        "last_told": thread.silence.last,
        "months_silent": thread.silence.months,
        "reports_since": thread.silence.reports,
        "reports_since_on_sectors": thread.silence.on_sectors,
        "claims": "; ".join(thread.claims),
    }
