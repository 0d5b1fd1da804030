"""A claim together with what the register needs to know of the report that it stands in."""

from datetime import date

import msgspec

from marsad.model.claims import Claim
from marsad.model.edtf import span
from marsad.model.ids import claim_id
from marsad.model.jsonform import Extraction


class Sourced(msgspec.Struct, frozen=True):
    """A claim with its id, the id of its report, and that report's outlet and publication date (EDTF).

    ``copy_of`` is the id that stands for all reports with the text of this one, as ``copies`` finds
    them, which may be its own; None where it is the only one.
    """

    id: str
    claim: Claim
    report: str
    outlet: str | None
    published: str | None
    copy_of: str | None = None

    @property
    def voice(self) -> str:
        """The report that stands for this text and all copies of it."""
        return self.copy_of or self.report

    @property
    def published_days(self) -> tuple[date, date] | None:
        """The first and the last day on which the report may have come out, None when unknown."""
        if self.published is None:
            return None
        first, last = span(self.published)
        return first or date.min, last or date.max


def sourced_claims(extraction: Extraction) -> tuple[Sourced, ...]:
    """Return the claims of a report in its order; a claim that is given twice is kept once."""
    report = extraction.report
    found = {
        identity: Sourced(identity, claim, report.id, report.outlet, report.published.edtf)
        for claim in extraction.claims
        for identity in (claim_id(report.id, claim),)
    }
    return tuple(found.values())
