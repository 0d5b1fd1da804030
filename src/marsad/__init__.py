"""marsad reads Arabic news reports and keeps a register of relations between states.

The public interface is all here: ``extract`` for one text, ``open`` for a register. What comes back is described
in ``marsad.model`` and ``marsad.opened``.
What the parts do and where they live is told in ARCHITECTURE.md.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from marsad.model.jsonform import Extraction
    from marsad.opened import OpenRegister

__all__ = ["extract", "open"]


def extract(
    text: str,
    *,
    source: str = "text",
    title: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
) -> "Extraction":
    """Return a report with everything it claims; ``published`` is a date as the publisher writes it, ISO or Arabic.

    Offsets of evidence count code points of ``report.text``, half-open. Raises ``marsad.errors.NotAReport`` where the
    text is empty, too short or not Arabic.
    """
    # Imported here so that `import marsad` and `marsad --version` stay quick.
    from marsad.model.report import RawReport
    from marsad.pipeline import process

    whole = text if title is None else f"{title}\n\n{text}"
    raw = RawReport(
        source=source,
        text=whole,
        title=title,
        body_start=len(whole) - len(text),
        outlet=outlet,
        published=published,
    )
    return process(raw)


def open(where: "str | Path") -> "OpenRegister":  # noqa: A001 - read as marsad.open
    """Open a register that ``marsad read`` made: a file, or a database such as ``postgresql://user@host/name``.

    Raises ``marsad.errors.RegisterError`` where it isn't there, is no register, or is of another version.
    """
    from marsad.opened import open_desk

    return open_desk(where)
