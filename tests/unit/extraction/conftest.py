"""A document out of a few sentences of our own, as the pipeline would make it of a report."""

from collections.abc import Callable

import pytest

from marsad.extraction.document import Document, document
from marsad.model.ids import report_id
from marsad.model.report import Published, Report, Span

Read = Callable[..., Document]


def make(text: str, published: str | None = "2024-05-06", headline: str = "") -> Document:
    """Return the document of a report whose body is ``text``; 6 May 2024 was a Monday."""
    whole = f"{headline}\n\n{text}" if headline else text
    body = len(whole) - len(text)
    report = Report(
        id=report_id(whole),
        source="test",
        published=Published(edtf=published, basis="explicit" if published else None),
        headline=(Span(0, len(headline)),) if headline else (),
        body=(Span(body, len(whole)),),
        text=whole,
    )
    return document(report)


@pytest.fixture
def read() -> Read:
    """Return ``make``: read a text as the body of a report of 6 May 2024."""
    return make
