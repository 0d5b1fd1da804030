"""A report with everything that the claim rules read: surface, cast, speech, dates and quantities."""

import datetime
from bisect import bisect_left, bisect_right

import msgspec

from marsad.extraction.casting import Caster, window_of
from marsad.extraction.drafts import Reader
from marsad.extraction.mentions import Cast
from marsad.extraction.speech import Listener, Speech, Utterance
from marsad.extraction.surface import Surface, surface
from marsad.language.dates import Anchor, DateMention, find_dates
from marsad.language.quantities import Quantity, find_quantities
from marsad.linking.presumed import earliest
from marsad.linking.tenures import EVER, NEVER, Window
from marsad.model.claims import Participant
from marsad.model.report import Report


class Document(msgspec.Struct, frozen=True):
    """Everything in folded offsets. ``window`` holds the days on which the report can have come out."""

    surface: Surface
    cast: Cast
    speech: Speech
    window: Window
    dates: tuple[DateMention, ...]
    quantities: tuple[Quantity, ...]

    @property
    def text(self) -> str:
        """The folded text."""
        return self.surface.text

    @property
    def published(self) -> str | None:
        """The report's publication date as EDTF, if one is known."""
        return self.report.published.edtf

    @property
    def report(self) -> Report:
        """The report itself."""
        return self.surface.report

    def dates_between(self, start: int, end: int) -> tuple[DateMention, ...]:
        """Return the expressions of time that begin within ``[start, end)``, in reading order."""
        dates = self.dates
        return dates[bisect_left(dates, start, key=_start) : bisect_left(dates, end, key=_start)]

    def date_at(self, position: int) -> DateMention | None:
        """Return the expression of time in which a position lies; none overlaps another."""
        index = bisect_right(self.dates, position, key=_start) - 1
        return self.dates[index] if index >= 0 and position < self.dates[index].end else None

    def quantities_between(self, start: int, end: int) -> tuple[Quantity, ...]:
        """Return the figures that begin within ``[start, end)``, in reading order."""
        figures = self.quantities
        return figures[bisect_left(figures, start, key=_start) : bisect_left(figures, end, key=_start)]

    def said(self, position: int) -> Utterance | None:
        """Return the utterance in which a position lies."""
        return self.speech.at(position)

    def speaker(self, position: int) -> Participant | None:
        """Return in whose mouth the report puts what stands at a position; None in its own voice."""
        utterance = self.speech.at(position)
        return utterance.speaker if utterance else None

    def also(self, position: int) -> tuple[Participant, ...]:
        """Return those who said it jointly with ``speaker``."""
        utterance = self.speech.at(position)
        return utterance.speakers[1:] if utterance else ()


def _start(found: DateMention | Quantity) -> int:
    return found.start


def document(report: Report) -> Document:
    """Return a report made ready for the claim rules."""
    read = surface(report)
    drafts = Reader(read).read_all()
    day = day_of(report.published.edtf)
    window = Window(day.isoformat(), day.isoformat()) if day else window_of(drafts)
    cast = Caster(read, drafts, window).cast()
    if day is None:
        later = _after_presumed(read, cast, window)
        if later != window:
            window, cast = later, Caster(read, drafts, later).cast()
    anchor = Anchor(date=day, tz=None) if day else None
    return Document(
        surface=read,
        cast=cast,
        speech=Listener(read, cast).listen(),
        window=window,
        dates=tuple(find_dates(read.text, anchor)),
        quantities=tuple(find_quantities(read.text)),
    )


def _after_presumed(read: Surface, cast: Cast, window: Window) -> Window:
    """Return the window, begun no earlier than the dated events that the report presumes."""
    spans = [(sentence.start, sentence.end) for sentence in read.sentences]
    states = [frozenset(p.state for m in cast.between(*span) for p in m.members if p.state) for span in spans]
    first = earliest([read.text[start:end] for start, end in spans], states)
    if first is None or first <= window.first or first > window.last:
        return window
    return Window(first, window.last)


def bounds(window: Window) -> str | None:
    """Return the window as an EDTF interval, open where it is; None where nothing is known."""
    if window.first == EVER and window.last == NEVER:
        return None
    first = ".." if window.first == EVER else window.first
    last = ".." if window.last == NEVER else window.last
    return f"{first}/{last}"


def day_of(edtf: str | None) -> datetime.date | None:
    """Return the day of an EDTF date of day precision or finer; None for anything coarser."""
    if edtf is None or "/" in edtf or len(edtf) < len("2024-01-01"):
        return None
    return datetime.date.fromisoformat(edtf[:10])
