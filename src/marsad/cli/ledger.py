"""``marsad ledger``: what states promised each other, and what reports say came of it."""

from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from marsad.cli.codes import known_codes
from marsad.cli.days import day_given
from marsad.cli.ending import ending
from marsad.cli.options import Language, Output, RegisterFile
from marsad.cli.output import open_output
from marsad.cli.pages import TableForm, write_page
from marsad.cli.states import state_code, two_states

if TYPE_CHECKING:
    from marsad.views.brief import Page
    from marsad.views.ledger_compose import Choice


@ending
def ledger(
    states: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[STATE [STATE]]",
            help="Two states (IRN, Iran or إيران); one, or none, for a list of pairs.",
        ),
    ] = None,
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
    from marsad.views.ledger_index import compose_index
    from marsad.views.names import KnowledgeNames

    given = states or []
    if len(given) > 2:
        raise typer.BadParameter("give two states at most: marsad ledger IRN KAZ", param_hint="STATE")
    choice = _choice(sector or [], status or [], wide=wide, limit=limit)
    day = day_given(as_of, "--as-of", end=True)
    pair = two_states(*given) if len(given) == 2 else None
    state = state_code(given[0]) if len(given) == 1 else None
    if pair is None and (sector or wide):
        raise typer.BadParameter("--sector and --wide need two states", param_hint="STATE")
    names = KnowledgeNames()
    with open_register(register or load_settings().register) as opened:
        if pair:
            made: Page = compose_ledger(opened, pair, names=names, lang=lang, as_of=day, choice=choice)
        else:
            made = compose_index(opened, state, names=names, lang=lang, as_of=day, statuses=choice.statuses)
    with open_output(output) as file:
        _write(made, form, file)
    return 0


def _write(made: "Page", form: TableForm, file: TextIO) -> None:
    from marsad.views.ledger import Ledger
    from marsad.views.ledger_csv import ledger_csv
    from marsad.views.ledger_index import LedgerIndex, index_csv

    if form != "csv":
        write_page(made, form, file)
    elif isinstance(made, Ledger):
        file.write(ledger_csv(made))
    elif isinstance(made, LedgerIndex):
        file.write(index_csv(made))


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
