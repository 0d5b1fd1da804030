"""A view for a terminal."""

import textwrap
from typing import TextIO

from rich.console import Console
from rich.text import Text

from marsad.views.brief import Chart, Line, Page, Source
from marsad.views.marks import isolate, isolate_foreign

_WIDTH = 100
_BAR = 36


def render_terminal(page: Page, file: TextIO, *, width: int | None = None) -> None:
    """Write the view to ``file``, in colour where that is a terminal. ``width`` counts columns."""
    console = Console(file=file, highlight=False, markup=False, emoji=False, soft_wrap=True)
    paper = _Paper(console, page.direction, width or (console.width if console.is_terminal else _WIDTH))
    paper.paragraph(page.title, style="bold")
    for note in page.notes:
        paper.paragraph(note, style="dim")
    for section in page.sections:
        console.print()
        paper.paragraph(section.title, style="bold cyan")
        for group in section.groups:
            if group.title:
                paper.paragraph(group.title, style="bold", indent=1)
            for line in group.lines:
                paper.line(line)
        for chart in section.charts:
            paper.chart(chart)
    if page.sources:
        console.print()
        paper.paragraph(page.sources_title, style="bold cyan")
        for source in page.sources:
            paper.source(source)


class _Paper:
    """Prints paragraphs that are wrapped here, so that each printed line can be isolated by itself."""

    def __init__(self, console: Console, direction: str, width: int) -> None:
        self._console = console
        self._direction = direction
        self._width = max(40, width)

    def paragraph(self, text: str, *, style: str = "", indent: int = 0, first: str = "") -> None:
        """Print text wrapped to the width, its first line led in by ``first``."""
        lead = " " * indent
        room = self._width - indent - len(first)
        for number, piece in enumerate(textwrap.wrap(text, room) or [""]):
            margin = lead + (first if number == 0 else " " * len(first))
            self._console.print(Text(margin + isolate_foreign(piece, self._direction), style=style))

    def line(self, line: Line) -> None:
        numbers = "".join(f"[{number}]" for number in line.sources)
        when = f"{line.when} — " if line.when else ""
        self.paragraph(f"{when}{line.text} {numbers}", indent=2, first="• ")
        if line.quote:
            self._original(line.quote, indent=6)

    def chart(self, chart: Chart) -> None:
        self.paragraph(chart.title, style="bold", indent=2)
        longest = max((abs(bar.value) for bar in chart.bars), default=0) or 1
        for bar in chart.bars:
            drawn = ("░" if bar.target else "█") * max(1, round(_BAR * abs(bar.value) / longest))
            numbers = "".join(f"[{number}]" for number in bar.sources)
            note = f" ({chart.target_label})" if bar.target and bar.label != chart.target_label else ""
            self.paragraph(f"{bar.text}{note} — {bar.label} {numbers}", indent=4, first=drawn.ljust(_BAR + 1))

    def source(self, source: Source) -> None:
        head = (
            f"{source.outlet}, {source.when} — {source.source}, {source.start}–{source.end} ({source.report})"
        )
        self.paragraph(head, indent=1, first=f"[{source.number}] ", style="dim")
        self._original(source.text, indent=6)

    def _original(self, text: str, *, indent: int) -> None:
        for piece in textwrap.wrap(" ".join(text.split()), self._width - indent):
            self._console.print(Text(" " * indent + isolate(piece)))
