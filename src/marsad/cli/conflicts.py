"""``marsad conflicts``: where reports contradict each other, or the knowledge."""

from typing import Annotated

import typer

from marsad.cli.codes import known_codes
from marsad.cli.ending import ending
from marsad.cli.options import Language, Output, RegisterFile
from marsad.cli.output import open_output
from marsad.cli.pages import TableForm, write_page
from marsad.cli.states import state_code


@ending
def conflicts(
    states: Annotated[
        list[str] | None,
        typer.Argument(metavar="[STATE [STATE]]", help="One or two states; without any: the whole register."),
    ] = None,
    register: RegisterFile = None,
    lang: Language = "en",
    form: Annotated[TableForm, typer.Option("--format", "-f", help="Form of the output.")] = "terminal",
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--kind",
            metavar="KIND",
            help="Only of this kind (figure, place, date, denied, office, knowledge, page_date); may be given again.",
        ),
    ] = None,
    output: Output = None,
) -> int:
    """List contradictions, each with all sides and their sentences. Nothing is decided between them."""
    from marsad.register.conflicts.record import ConflictKind
    from marsad.register.store import open_register
    from marsad.settings import load_settings
    from marsad.views.conflicts import compose_conflicts
    from marsad.views.names import KnowledgeNames

    codes = list(dict.fromkeys(state_code(state) for state in states or []))
    if len(codes) > 2:
        raise typer.BadParameter("give at most two states", param_hint="STATE")
    kinds = known_codes(kind or [], ConflictKind, "--kind")
    with open_register(register or load_settings().register) as opened:
        made = compose_conflicts(opened, codes, names=KnowledgeNames(), lang=lang, kinds=kinds)
    with open_output(output) as file:
        if form == "csv":
            from marsad.views.conflicts_csv import conflicts_csv

            file.write(conflicts_csv(made))
        else:
            write_page(made, form, file)
    return 0
