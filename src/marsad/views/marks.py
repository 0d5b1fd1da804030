"""Keeping Arabic and Latin apart in a line that holds both."""

import re

FIRST_STRONG_ISOLATE = "\u2068"
POP_DIRECTIONAL_ISOLATE = "\u2069"

_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"
# Words of the other direction, with the blanks between them.
_RTL_RUN = re.compile(f"[{_RTL}]+(?: [{_RTL}]+)*")
_LTR_RUN = re.compile(r"[A-Za-z][\w.'’/-]*(?: [A-Za-z][\w.'’/-]*)*", re.ASCII)


def isolate(text: str) -> str:
    """Return ``text`` between FSI and PDI: it takes its own direction and leaves its surroundings theirs."""
    return f"{FIRST_STRONG_ISOLATE}{text}{POP_DIRECTIONAL_ISOLATE}"


def foreign_runs(text: str, direction: str) -> list[tuple[str, bool]]:
    """Cut a line into pieces, each with whether it runs against the line's direction.

    Example: in an English line, ``سعود`` of ``"official سعود of Iran"`` is such a piece.
    """
    pattern = _RTL_RUN if direction == "ltr" else _LTR_RUN
    pieces: list[tuple[str, bool]] = []
    at = 0
    for match in pattern.finditer(text):
        if match.start() > at:
            pieces.append((text[at : match.start()], False))
        pieces.append((match.group(), True))
        at = match.end()
    if at < len(text):
        pieces.append((text[at:], False))
    return pieces


def isolate_foreign(text: str, direction: str) -> str:
    """Return a line whose pieces of the other direction are isolated."""
    return "".join(isolate(piece) if foreign else piece for piece, foreign in foreign_runs(text, direction))
