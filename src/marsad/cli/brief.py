"""``marsad brief``: what the register holds on two states."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal, TextIO

import typer

from marsad.cli.ending import ending
from marsad.cli.options import Output, RegisterFile
from marsad.cli.output import open_output

if TYPE_CHECKING:
    from marsad.views.brief import Brief

Format = Literal["terminal", "markdown", "html", "json"]


@ending
def brief(
    one: Annotated[str, typer.Argument(metavar="STATE", help="A state: IRN, Iran or إيران.")],
    other: Annotated[str, typer.Argument(metavar="STATE", help="The other state.")],
    register: RegisterFile = None,
    lang: Annotated[Literal["en", "ar"], typer.Option("--lang", help="Language of the brief.")] = "en",
    form: Annotated[Format, typer.Option("--format", "-f", help="Form of the output.")] = "terminal",
    since: Annotated[
        str | None,
        typer.Option("--from", metavar="DATE", help="From this day, month or year on (2023-09-18, 2023)."),
    ] = None,
    until: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="Up to and including this one.")
    ] = None,
    output: Output = None,
) -> int:
    """Print who met, what was agreed and said between two states, each line with its sources."""
    first, last = _day(since, "--from"), _day(until, "--to", end=True)
    if first and last and first > last:
        raise typer.BadParameter("the period ends before it begins", param_hint="--to")
    states = _states(one, other)
    with open_output(output) as file:
        _write(_compose(register, states, lang, first, last), form, file)
    return 0


def _states(one: str, other: str) -> tuple[str, str]:
    from marsad.cli.states import state_code

    states = state_code(one), state_code(other)
    if states[0] == states[1]:
        raise typer.BadParameter(f"both are {states[0]}; give two states", param_hint="STATE")
    return states


def _compose(
    register: str | None,
    states: tuple[str, str],
    lang: Literal["en", "ar"],
    since: date | None,
    until: date | None,
) -> "Brief":
    from marsad.register.store import open_register
    from marsad.settings import load_settings
    from marsad.views.compose import compose_brief
    from marsad.views.names import KnowledgeNames

    with open_register(register or load_settings().register) as opened:
        return compose_brief(opened, states, names=KnowledgeNames(), lang=lang, since=since, until=until)


def _write(made: "Brief", form: Format, file: TextIO) -> None:
    match form:
        case "terminal":
            from marsad.views.render_terminal import render_terminal

            render_terminal(made, file)
        case "markdown":
            from marsad.views.render_markdown import render_markdown

            file.write(render_markdown(made))
        case "html":
            from marsad.views.render_html import render_html

            file.write(render_html(made))
        case "json":
            from marsad.views.render_json import render_json

            file.write(render_json(made))


def _day(text: str | None, option: str, *, end: bool = False) -> date | None:
    """Return the first day of what was given, or with ``end`` the last."""
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
