"""Reading: what of a raw report is headline, article and furniture, when and where it came out."""

from marsad.reading.publication import PageDate
from marsad.reading.reports import ReadReport, read

__all__ = ["PageDate", "ReadReport", "read"]
