"""Days that users give to commands."""

from datetime import date

import typer


def day_given(text: str | None, option: str, *, end: bool = False) -> date | None:
    """Return the first day of what was given (2023-09-18, 2023-09, 2023), or with ``end`` the last; None for None."""
    from marsad.model.edtf import parse

    if text is None:
        return None
    try:
        when = parse(text)
    except ValueError as error:
        raise typer.BadParameter(
            f"{text!r} is no date such as 2023-09-18, 2023-09 or 2023", param_hint=option
        ) from error
    return when.last if end else when.first


def period_given(since: str | None, until: str | None) -> tuple[date | None, date | None]:
    """Return the first and last day of ``--from`` and ``--to``, both inclusive, None where one was not given."""
    first, last = day_given(since, "--from"), day_given(until, "--to", end=True)
    if first and last and first > last:
        raise typer.BadParameter("the period ends before it begins", param_hint="--to")
    return first, last
