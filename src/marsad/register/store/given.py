"""What a source said of a report beside its text, kept so that the report can be read again just as it was."""

import msgspec

from marsad.model.report import RawReport, Report
from marsad.register.store.rows import Row, report_from


class Given(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The fields of a ``RawReport`` but for its source and text, which the report itself keeps."""

    title: str | None = None
    body_start: int = 0
    outlet: str | None = None
    published: str | None = None
    url: str | None = None


_DECODER = msgspec.json.Decoder(Given)


def given_text(raw: RawReport | None) -> str | None:
    """Return what is to be stored; None where the raw report is unknown."""
    if raw is None:
        return None
    fields = {name: getattr(raw, name) for name in Given.__struct_fields__}
    return msgspec.json.encode(Given(**fields)).decode()


def raw_from(row: Row) -> RawReport:
    """Return what was read, from a row of the reports."""
    report = report_from(row)
    given = _DECODER.decode(row["given"]) if row["given"] else _guess(report)
    return RawReport(source=report.source, text=report.text, **msgspec.structs.asdict(given))


def _guess(report: Report) -> Given:
    """Return what the source must have said, as far as the report shows it: titles given apart head the text."""
    lead = f"{report.title}\n\n"
    apart = report.title is not None and report.text.startswith(lead)
    explicit = report.published.edtf if report.published.basis == "explicit" else None
    return Given(
        title=report.title if apart else None,
        body_start=len(lead) if apart else 0,
        outlet=report.outlet,
        published=explicit,
    )
