"""From a raw report to a report: its zones, when it came out, and where."""

import msgspec

from marsad.model.ids import report_id
from marsad.model.report import RawReport, Report
from marsad.reading.kinds import Kind
from marsad.reading.language_check import require_arabic
from marsad.reading.outlet import find_outlet
from marsad.reading.publication import PageDate, page_dates, published
from marsad.reading.zones import Zones, find_zones


class ReadReport(msgspec.Struct, frozen=True, kw_only=True):
    """A report, and every date that its page shows.

    ``report.published`` is what the page says outright; of the other ``dates`` the pipeline decides,
    knowing who held office.
    """

    report: Report
    dates: tuple[PageDate, ...] = ()


def read(raw: RawReport) -> ReadReport:
    """Return ``raw`` with its zones, outlet and dates; the text stays untouched.

    Raises NotAReport when the text is empty, too short, or not Arabic.
    """
    require_arabic(raw.text, raw.source)
    zones = find_zones(raw)
    dates = page_dates(raw, zones)
    report = Report(
        id=report_id(raw.text),
        source=raw.source,
        title=raw.title or _title(raw, zones),
        outlet=find_outlet(raw, zones),
        published=published(dates),
        headline=zones.headline,
        body=zones.body,
        text=raw.text,
    )
    return ReadReport(report=report, dates=dates)


def _title(raw: RawReport, zones: Zones) -> str | None:
    return next((raw.text[line.start : line.end] for line in zones.of(Kind.TITLE)), None)
