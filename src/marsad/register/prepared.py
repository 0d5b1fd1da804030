"""What the register keeps of a text beside it, made where it is read: workers can share it."""

from marsad.model.jsonform import Extraction
from marsad.register import copies
from marsad.register.search.words import index_text


class Prepared(Extraction, frozen=True):
    """An extraction with the marks by which copies of its text find each other, and its stems for search."""

    marks: tuple[int, ...]
    stems: str


def prepare(extraction: Extraction) -> Prepared:
    """Return the extraction with its marks and stems; one that has them already as it is."""
    if isinstance(extraction, Prepared):
        return extraction
    report = extraction.report
    return Prepared(report, extraction.claims, copies.marks(report), index_text(report))
