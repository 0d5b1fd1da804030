"""What a search found, for a terminal, as Markdown and as JSON."""

import textwrap
from collections.abc import Iterator
from typing import TextIO

import msgspec
from rich.console import Console
from rich.text import Text

from marsad.views.findings import Finding, Findings, Told
from marsad.views.marks import FIRST_STRONG_ISOLATE, POP_DIRECTIONAL_ISOLATE, isolate, isolate_foreign
from marsad.views.render_markdown import plain

_WIDTH = 100
# Where there is no colour, what was found stands between these.
_OPEN, _CLOSE = "[", "]"


def findings_to_terminal(found: Findings, file: TextIO, *, width: int | None = None) -> None:
    """Write what was found, the words found in colour where ``file`` is a terminal, else in square brackets."""
    console = Console(file=file, highlight=False, markup=False, emoji=False, soft_wrap=True)
    room = max(40, width or (console.width if console.is_terminal else _WIDTH))
    page = _Page(console, found.direction, room)
    page.paragraph(found.title, style="bold")
    for note in found.notes:
        page.paragraph(note, style="dim")
    for finding in found.findings:
        console.print()
        page.finding(finding)


def findings_to_markdown(found: Findings) -> str:
    """Return what was found, the words found in bold."""
    return "\n".join(_markdown(found)) + "\n"


def findings_to_json(found: Findings) -> str:
    """Return all of it as indented JSON, Arabic unescaped."""
    return msgspec.json.format(msgspec.json.encode(found), indent=2).decode() + "\n"


def findings_to_jsonl(found: Findings) -> str:
    """Return a line of JSON for each report that answers."""
    return "".join(f"{msgspec.json.encode(finding).decode()}\n" for finding in found.findings)


class _Page:
    """Prints paragraphs that are wrapped here, so that each printed line can be isolated by itself."""

    def __init__(self, console: Console, direction: str, width: int) -> None:
        self._console = console
        self._direction = direction
        self._width = width

    def paragraph(self, text: str, *, style: str = "", indent: int = 0) -> None:
        """Print text wrapped to the width."""
        for piece in textwrap.wrap(text, self._width - indent) or [""]:
            self._console.print(Text(" " * indent + isolate_foreign(piece, self._direction), style=style))

    def finding(self, finding: Finding) -> None:
        """Print a report: title, where it stands, its sentences, its claims."""
        self.paragraph(f"{finding.number}. {_one_line(finding.title or finding.report)}", style="bold cyan")
        self.paragraph(_whence(finding), style="dim", indent=3)
        for passage in finding.passages:
            self._passage(passage.text, passage.marks)
        for claim in finding.claims:
            self.paragraph(f"• {claim.text} ({_ids(claim)})", indent=5)

    def _passage(self, text: str, marks: tuple[tuple[int, int], ...]) -> None:
        colour = self._console.is_terminal and not self._console.no_color
        marked = False
        # The marks themselves are wrapped along as characters that no text has, then made colour or brackets.
        for piece in textwrap.wrap(_one_line(_between(text, marks, "\x01", "\x02")), self._width - 5):
            line = Text("     " + FIRST_STRONG_ISOLATE)
            for letters, begins in _runs(piece):
                marked = begins if begins is not None else marked
                shown = letters if colour else letters.replace("\x01", _OPEN).replace("\x02", _CLOSE)
                line.append(shown.strip("\x01\x02"), style="bold yellow" if marked and colour else "")
                if letters.endswith("\x02"):
                    marked = False
            line.append(POP_DIRECTIONAL_ISOLATE)
            self._console.print(line)


def _runs(piece: str) -> Iterator[tuple[str, bool | None]]:
    """Cut a line before every opening mark and behind every closing one."""
    start = 0
    for at, letter in enumerate(piece):
        if letter == "\x01" and at > start:
            yield piece[start:at], None
            start = at
        if letter == "\x02":
            yield piece[start : at + 1], piece[start] == "\x01" or None
            start = at + 1
    if start < len(piece):
        yield piece[start:], True if piece[start] == "\x01" else None


def _between(text: str, marks: tuple[tuple[int, int], ...], opening: str, closing: str) -> str:
    """Return a text with signs around its marked parts."""
    pieces, at = [], 0
    for start, end in marks:
        pieces += [text[at:start], opening, text[start:end], closing]
        at = end
    return "".join([*pieces, text[at:]])


def _markdown(found: Findings) -> Iterator[str]:
    rtl = found.direction == "rtl"
    if rtl:
        yield from ('<div dir="rtl" lang="ar">', "")
    yield from (f"# {plain(found.title)}", "")
    for note in found.notes:
        yield from (plain(note), "")
    for finding in found.findings:
        yield from (f"## {finding.number}. {isolate(plain(_one_line(finding.title or finding.report)))}", "")
        yield from (plain(_whence(finding)), "")
        for passage in finding.passages:
            shown = plain(_one_line(_between(passage.text, passage.marks, "\x01", "\x02")))
            yield from ("> " + isolate(shown.replace("\x01", "**").replace("\x02", "**")), "")
        yield from (f"- {plain(claim.text)} (`{'` → `'.join(_both(claim))}`)" for claim in finding.claims)
        yield ""
    if rtl:
        yield "</div>"


def _whence(finding: Finding) -> str:
    return f"{finding.origin} — {finding.source} ({finding.report})"


def _both(claim: Told) -> tuple[str, ...]:
    return (claim.id, claim.entry) if claim.entry else (claim.id,)


def _ids(claim: Told) -> str:
    return " → ".join(_both(claim))


def _one_line(text: str) -> str:
    return " ".join(text.split())
