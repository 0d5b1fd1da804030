"""A view as Markdown, its sources as footnotes."""

import re
from collections.abc import Iterator

from marsad.views.brief import Chart, Line, Page, Section, Source
from marsad.views.marks import isolate

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&])|^(\s*)([-+=]|\d+[.)])(?=\s|$)", re.MULTILINE)


def render_markdown(page: Page) -> str:
    """Return the view; everything that a report says is escaped."""
    return "\n".join(_lines(page)) + "\n"


def _lines(page: Page) -> Iterator[str]:
    rtl = page.direction == "rtl"
    if rtl:
        yield from ('<div dir="rtl" lang="ar">', "")
    yield from (f"# {plain(page.title)}", "")
    for note in page.notes:
        yield from (plain(note), "")
    for section in page.sections:
        yield from _section(section)
    if page.sources:
        yield from (f"## {plain(page.sources_title)}", "")
        for source in page.sources:
            yield from (_source(source), "")
    if rtl:
        yield "</div>"


def _section(section: Section) -> Iterator[str]:
    yield from (f"## {plain(section.title)}", "")
    for group in section.groups:
        if group.title:
            yield from (f"### {plain(group.title)}", "")
        for line in group.lines:
            yield from _line(line)
        yield ""
    for chart in section.charts:
        yield from _chart(chart)


def _line(line: Line) -> Iterator[str]:
    when = f"**{plain(line.when)}** — " if line.when else ""
    yield f"- {when}{plain(line.text)} {_notes(line.sources)}"
    if line.quote:
        yield f"  > {isolate(plain(line.quote))}"


def _chart(chart: Chart) -> Iterator[str]:
    yield from (f"| {plain(chart.title)} | |", "| --- | ---: |")
    for bar in chart.bars:
        note = f" ({chart.target_label})" if bar.target and bar.label != chart.target_label else ""
        yield f"| {plain(bar.label)}{note} | {plain(bar.text)} {_notes(bar.sources)} |"
    yield ""


def _source(source: Source) -> str:
    where = f"{plain(source.outlet)}, {plain(source.when)}; `{source.report}` {source.start}–{source.end}"
    quote = " ".join(source.text.split())
    return f"[^{source.number}]: {where}: {isolate(plain(quote))} ({plain(source.source)})"


def _notes(numbers: tuple[int, ...]) -> str:
    return "".join(f"[^{number}]" for number in numbers)


def plain(text: str) -> str:
    """Return text in which no character means anything to Markdown."""
    return _SPECIAL.sub(lambda match: f"{match[2] or ''}\\{match[1] or match[3]}", text)
