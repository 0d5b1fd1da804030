"""CSV: one claim a row, the same flat columns for all types; lists are joined with "; "."""

import csv
import io
from collections.abc import Iterable, Iterator

from marsad.model.claims import (
    Claim,
    Commitment,
    Encounter,
    Measure,
    Membership,
    Participant,
    Statement,
    Tenure,
    Undertaking,
    claim_type,
)
from marsad.model.ids import claim_id
from marsad.model.jsonform import Extraction
from marsad.model.report import Report

BOM = "\ufeff"

COLUMNS = (
    "report", "source", "title", "outlet", "published", "claim", "type", "kind", "status",
    "by_person", "by_name", "by_state", "by_office", "by_organisation", "by_also",
    "date", "date_basis", "city", "state", "venue",
    "participants", "parties", "to", "topic", "stance", "direct", "sectors",
    "name", "count", "term_years", "value", "unit", "per", "bounds", "target", "from", "period", "deadline",
    "person", "office", "organisation", "purpose", "format",
    "evidence_start", "evidence_end", "evidence", "extractor",
)  # fmt: skip

# A spreadsheet takes a cell that begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
# Columns that hold words of the report.
_FROM_REPORT = frozenset((
    "source", "title", "outlet", "by_name", "by_also", "participants", "to", "name", "purpose", "format",
    "evidence",
))  # fmt: skip

Row = dict[str, object]


def csv_lines(extractions: Iterable[Extraction], *, bom: bool = False) -> Iterator[str]:
    """Yield the header, then a row for each claim, line ends included.

    ``bom`` puts a byte order mark first, which some spreadsheets need to read UTF-8. Text of reports
    that a spreadsheet would run as a formula gets an apostrophe in front.
    """
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, COLUMNS, restval="")
    writer.writeheader()
    yield (BOM if bom else "") + buffer.getvalue()
    for extraction in extractions:
        buffer.seek(0)
        buffer.truncate()
        writer.writerows(_safe(_row(extraction.report, claim)) for claim in extraction.claims)
        if extraction.claims:
            yield buffer.getvalue()


def _row(report: Report, claim: Claim) -> Row:
    evidence, place, by = claim.evidence[0], claim.place, claim.by
    row: Row = {
        "report": report.id,
        "source": report.source,
        "title": report.title,
        "outlet": report.outlet,
        "published": report.published.edtf,
        "claim": claim_id(report.id, claim),
        "type": claim_type(claim),
        "by_also": _people(claim.by_also),
        "date": claim.date,
        "date_basis": claim.date_basis,
        "evidence_start": evidence.start,
        "evidence_end": evidence.end,
        "evidence": evidence.text,
        "extractor": claim.extractor,
    }
    if by:
        row |= {f"by_{field}": getattr(by, field) for field in ("person", "name", "state", "office")}
        row["by_organisation"] = by.organisation
    if place:
        row |= {"city": place.city, "state": place.state, "venue": place.venue}
    return row | _own(claim)


def _own(claim: Claim) -> Row:
    """Return the columns that only claims of this type have."""
    match claim:
        case Encounter():
            row: Row = {
                "kind": claim.kind,
                "status": claim.status,
                "participants": _people(claim.participants),
            }
            return row | {"purpose": claim.purpose, "format": claim.format}
        case Undertaking():
            return _undertaking(claim)
        case Commitment():
            row = {"kind": claim.act, "to": _people([claim.to]), "deadline": claim.deadline}
            return row | {"parties": _list(claim.parties), "sectors": _list(claim.sectors)}
        case Measure():
            return _measure(claim)
        case Statement():
            row = {"kind": claim.verb, "to": _people([claim.to]), "topic": _list(claim.topic)}
            return row | {"stance": claim.stance, "direct": claim.direct}
        case Membership():
            return {"state": claim.state, "organisation": claim.organisation, "status": claim.status}
        case Tenure():
            row = {"person": claim.person, "name": claim.name, "state": claim.state, "office": claim.office}
            return row | {"organisation": claim.organisation, "status": claim.status}


def _undertaking(claim: Undertaking) -> Row:
    return {
        "kind": claim.kind,
        "status": claim.stage,
        "parties": _list(claim.parties),
        "sectors": _list(claim.sectors),
        "name": claim.name,
        "count": claim.count,
        "term_years": claim.term_years,
        "value": claim.value.amount if claim.value else None,
        "unit": claim.value.unit if claim.value else None,
    }


def _measure(claim: Measure) -> Row:
    bounds = [name for name in ("approx", "at_least", "at_most") if getattr(claim, name)]
    return {
        "kind": claim.indicator,
        "value": claim.value,
        "unit": claim.unit,
        "per": claim.per,
        "bounds": _list(bounds),
        "target": claim.target,
        "from": claim.from_,
        "period": claim.period,
        "parties": _list(claim.parties),
    }


def _people(people: Iterable[Participant | None]) -> str:
    """Return participants, each by the surest thing known of it, with its state in brackets."""
    told = []
    for who in people:
        if who is None:
            continue
        name = who.person or who.name or who.office or who.organisation
        told.append(f"{name} ({who.state})" if name and who.state else name or who.state or "")
    return _list(told)


def _list(items: Iterable[str]) -> str:
    return "; ".join(items)


def _safe(row: Row) -> Row:
    guarded = {
        column: f"'{value}"
        for column, value in row.items()
        if column in _FROM_REPORT and isinstance(value, str) and value.startswith(_FORMULA)
    }
    flags = {column: str(value).lower() for column, value in row.items() if isinstance(value, bool)}
    return row | guarded | flags
