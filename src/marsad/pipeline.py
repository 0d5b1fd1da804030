"""From a raw report to a report with its claims: the only file that knows the order of the stages.

``process`` is pure and picklable: a runner maps it over one report or a hundred million.
"""

import msgspec

from marsad.extraction.claims import claims
from marsad.extraction.document import Document, bounds, document
from marsad.linking.tenures import Window
from marsad.model.jsonform import Extraction, check_evidence
from marsad.model.report import CounterDate, Published, RawReport
from marsad.reading import read
from marsad.reading.publication import PageDate


def process(raw: RawReport) -> Extraction:
    """Return the report and all that it claims.

    Raises NotAReport where the text is empty or not Arabic, EvidenceError where a rule cites what is not there.
    """
    page = read(raw)
    read_document = document(page.report)
    report = page.report
    if report.published.edtf is None:
        report = msgspec.structs.replace(report, published=_published(page.dates, read_document))
        if report.published.basis == "explicit":
            read_document = document(report)
    extraction = Extraction(report, claims(read_document))
    check_evidence(extraction)
    return extraction


def _published(dates: tuple[PageDate, ...], read_document: Document) -> Published:
    """Decide between a date at the page's foot and the days that the text itself allows.

    A page date that those days rule out is kept as a counter-date, never taken.
    """
    text = read_document.report.text
    window = read_document.window
    against = []
    for page_date in dates:
        if _within(page_date.edtf, window):
            return Published(edtf=page_date.edtf, basis="explicit")
        span = (page_date.start, page_date.end)
        against.append(CounterDate(page_date.edtf, *span, text[span[0] : span[1]]))
    edtf = bounds(window)
    return Published(
        edtf=edtf, basis="tenure" if edtf else None, against=tuple(against) if against else msgspec.UNSET
    )


def _within(edtf: str, window: Window) -> bool:
    return window.first <= edtf[:10] < window.last or (window.last.startswith(edtf[:10]))
