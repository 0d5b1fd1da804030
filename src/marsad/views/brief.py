"""What every view is made of: sections of lines, each numbered to the sentences that it rests on."""

import msgspec

from marsad.views.names import Lang


class Source(msgspec.Struct, frozen=True):
    """A sentence of a report. ``text`` is ``report.text[start:end]``; ``marks`` are the parts cited.

    Offsets are half-open and count code points, those of ``marks`` from the start of ``text``.
    ``when`` says the publication date in words, ``published`` in EDTF.
    """

    number: int
    report: str
    source: str
    title: str | None
    outlet: str
    published: str | None
    when: str
    start: int
    end: int
    text: str
    marks: tuple[tuple[int, int], ...]


class Line(msgspec.Struct, frozen=True):
    """One line. ``date`` is EDTF, ``when`` the same in words; ``quote`` shows evidence in the original.

    ``entry`` is the id of what the line tells of: an entry of the register, or a thread of the ledger. A line
    without ``sources`` says what follows from the other lines of its group. ``reports`` and ``voices`` count
    what an entry rests on, as the register does; None for a thread.
    """

    text: str
    sources: tuple[int, ...]
    entry: str
    date: str | None = None
    when: str | None = None
    quote: str | None = None
    reports: int | None = None
    voices: int | None = None


class Group(msgspec.Struct, frozen=True):
    """Lines under a heading of their own, or without one."""

    title: str | None
    lines: tuple[Line, ...]


class Bar(msgspec.Struct, frozen=True):
    """A figure of a chart: ``label`` its period, ``text`` the amount in words, ``target`` if only wanted."""

    label: str
    value: float
    text: str
    target: bool
    sources: tuple[int, ...]


class Chart(msgspec.Struct, frozen=True):
    """Figures of one indicator and unit, oldest first."""

    title: str
    target_label: str
    bars: tuple[Bar, ...]


class Section(msgspec.Struct, frozen=True):
    """A section of a view; it has at least one line."""

    key: str
    title: str
    groups: tuple[Group, ...]
    charts: tuple[Chart, ...] = ()


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that a renderer needs. ``notes`` say what it rests on and what was left out."""

    states: tuple[str, ...]
    lang: Lang
    direction: str
    title: str
    notes: tuple[str, ...]
    sections: tuple[Section, ...]
    sources_title: str
    sources: tuple[Source, ...]


class Brief(Page, frozen=True, kw_only=True):
    """The brief on two states."""
