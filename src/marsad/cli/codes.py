"""Codes of the vocabulary that users give to commands."""

import difflib
from typing import Any, get_args

import typer


def known_codes(given: list[str], codes: Any, option: str) -> tuple[Any, ...]:  # noqa: ANN401 - a Literal type
    """Return codes that users gave. Raises ``typer.BadParameter`` naming the nearest for one that isn't known."""
    known = get_args(codes)
    for code in given:
        if code not in known:
            near = difflib.get_close_matches(code, known) or known
            raise typer.BadParameter(
                f"{code!r} is none of them; nearest: {', '.join(near)}", param_hint=option
            )
    return tuple(given)
