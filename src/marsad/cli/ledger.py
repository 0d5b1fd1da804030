"""``marsad ledger``: what states promised each other, and what reports say came of it."""

from typing import TYPE_CHECKING, Annotated

import typer

from marsad.cli.codes import known_codes
from marsad.cli.days import day_given
from marsad.cli.ending import ending
from marsad.cli.options import Language, Output, RegisterFile
from marsad.cli.output import open_output
from marsad.cli.pages import TableForm, write_page
from marsad.cli.states import two_states

if TYPE_CHECKING:
    from marsad.views.ledger_compose import Choice


@ending
def ledger(
    states: Annotated[
        list[str],
        typer.Argument(metavar="STATE STATE", help="Two states: IRN, Iran or إيران."),
    ],
    register: RegisterFile = None,
    lang: Language = "en",
    form: Annotated[TableForm, typer.Option("--format", "-f", help="Form of the output.")] = "terminal",
    sector: Annotated[
        list[str] | None,
        typer.Option("--sector", metavar="SECTOR", help="Only threads on this sector; may be given again."),
    ] = None,
    status: Annotated[
        list[str] | None,
        typer.Option("--status", metavar="STATUS", help="Only threads that stand so; may be given again."),
    ] = None,
    wide: Annotated[bool, typer.Option("--wide", help="Also what the two share with other states.")] = False,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of", metavar="DATE", help="As it stood on this day; default: the latest report's."
        ),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=0, help="Threads to show; 0 for all.")] = 40,
    output: Output = None,
) -> int:
    """Print who promised what between two states, how often, which stage was reached, and the silence since."""
    from marsad.register.store import open_register
    from marsad.settings import load_settings
    from marsad.views.ledger_compose import compose_ledger
    from marsad.views.names import KnowledgeNames

    if len(states) != 2:
        raise typer.BadParameter("give two states, such as: marsad ledger IRN KAZ", param_hint="STATE")
    pair = two_states(*states)
    choice = _choice(sector or [], status or [], wide=wide, limit=limit)
    day = day_given(as_of, "--as-of", end=True)
    with open_register(register or load_settings().register) as opened:
        made = compose_ledger(opened, pair, names=KnowledgeNames(), lang=lang, as_of=day, choice=choice)
    with open_output(output) as file:
        if form == "csv":
            from marsad.views.ledger_csv import ledger_csv

            file.write(ledger_csv(made))
        else:
            write_page(made, form, file)
    return 0


def _choice(sectors: list[str], statuses: list[str], *, wide: bool, limit: int) -> "Choice":
    from marsad.model.vocabulary import Sector
    from marsad.register.follow_through.records import Status
    from marsad.views.ledger_compose import Choice

    return Choice(
        sectors=known_codes(sectors, Sector, "--sector"),
        statuses=known_codes(statuses, Status, "--status"),
        wide=wide,
        limit=limit or None,
    )
