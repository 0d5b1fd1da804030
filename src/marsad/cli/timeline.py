"""``marsad timeline``: what happened between two states, year by year."""

from typing import Annotated

import typer

from marsad.cli.codes import known_codes
from marsad.cli.days import period_given
from marsad.cli.ending import ending
from marsad.cli.options import Language, Output, RegisterFile, Since, Until
from marsad.cli.output import open_output
from marsad.cli.pages import TableForm, write_page
from marsad.cli.states import two_states


@ending
def timeline(
    one: Annotated[str, typer.Argument(metavar="STATE", help="A state: IRN, Iran or إيران.")],
    other: Annotated[str, typer.Argument(metavar="STATE", help="The other state.")],
    register: RegisterFile = None,
    lang: Language = "en",
    form: Annotated[TableForm, typer.Option("--format", "-f", help="Form of the output.")] = "terminal",
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--type",
            metavar="TYPE",
            help="encounter, undertaking, commitment or measure; may be given again.",
        ),
    ] = None,
    since: Since = None,
    until: Until = None,
    output: Output = None,
) -> int:
    """Print encounters, agreements, promises and figures of two states in the course of time."""
    from marsad.register.store import open_register
    from marsad.settings import load_settings
    from marsad.views.names import KnowledgeNames
    from marsad.views.timeline import LANES, Lane, compose_timeline

    states = two_states(one, other)
    lanes = known_codes(kind or [], Lane, "--type") or LANES
    first, last = period_given(since, until)
    with open_register(register or load_settings().register) as opened:
        made = compose_timeline(
            opened, states, names=KnowledgeNames(), lang=lang, since=first, until=last, lanes=lanes
        )
    with open_output(output) as file:
        if form == "csv":
            from marsad.views.timeline_csv import timeline_csv

            file.write(timeline_csv(made))
        else:
            write_page(made, form, file)
    return 0
