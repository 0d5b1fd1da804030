"""The desk that a brief is written at: what was found, the pen, and the numbering of sources."""

from collections.abc import Iterable, Sequence

import msgspec

from marsad.model.claims import Claim
from marsad.model.edtf import cover
from marsad.model.entry import Entry
from marsad.register.sourced import Sourced
from marsad.views.brief import Line
from marsad.views.citations import Citations
from marsad.views.dossier import Dossier
from marsad.views.wording import Writer

Found = tuple[Entry, list[Sourced]]


class Desk(msgspec.Struct, frozen=True):
    """What the sections are written from and with."""

    dossier: Dossier
    writer: Writer
    citations: Citations

    def line(self, found: Found, text: str, *, date: str | None = None, quote: Claim | None = None) -> Line:
        """Make a line that cites every claim of its entry, and says how many tell it and how many stand alone."""
        entry, claims = found
        return Line(
            text=text + self._support(entry),
            sources=self.citations.cite(claims),
            entry=entry.id,
            date=date,
            when=self.when(claims, date),
            quote=" ".join(quote.evidence[0].text.split()) if quote else None,
            reports=entry.reports,
            voices=entry.voices,
        )

    def _support(self, entry: Entry) -> str:
        if entry.reports < 2:
            return ""
        words = self.writer.words
        told = words.count(words.get("brief", "repeated"), entry.reports)
        return told + words.count(words.get("brief", "voices"), entry.voices)

    def when(self, claims: Sequence[Sourced], date: str | None) -> str | None:
        """Return a date in words, failing it when the claims were reported."""
        if date:
            return self.writer.date(date)
        told = reported(claims)
        return self.writer.words.fill("brief", "reported", date=self.writer.date(told)) if told else None


def reported(claims: Iterable[Sourced]) -> str | None:
    """Return the time in which the claims' reports came out, in EDTF."""
    return cover(item.published for item in claims if item.published)
