"""``marsad people``: who is said to have held a state's offices."""

from typing import Annotated

import typer

from marsad.cli.codes import known_codes
from marsad.cli.days import day_given
from marsad.cli.ending import ending
from marsad.cli.options import Language, Output, RegisterFile
from marsad.cli.output import open_output
from marsad.cli.pages import PageForm, write_page
from marsad.cli.states import state_code


@ending
def people(
    state: Annotated[str, typer.Argument(metavar="STATE", help="A state: IRN, Iran or إيران.")],
    register: RegisterFile = None,
    lang: Language = "en",
    form: Annotated[PageForm, typer.Option("--format", "-f", help="Form of the output.")] = "terminal",
    office: Annotated[
        list[str] | None,
        typer.Option(
            "--office",
            metavar="OFFICE",
            help="Only this office, such as foreign_minister; may be given again.",
        ),
    ] = None,
    at: Annotated[
        str | None, typer.Option("--at", metavar="DATE", help="Only who was in office on this day.")
    ] = None,
    output: Output = None,
) -> int:
    """Print who reports say held each office and when, beside what the knowledge has, and where they differ."""
    from marsad.model.vocabulary import OfficeCode
    from marsad.register.store import open_register
    from marsad.settings import load_settings
    from marsad.views.names import KnowledgeNames
    from marsad.views.people import compose_people

    offices = known_codes(office or [], OfficeCode, "--office")
    day, code = day_given(at, "--at"), state_code(state)
    with open_register(register or load_settings().register) as opened:
        made = compose_people(opened, code, names=KnowledgeNames(), lang=lang, offices=offices, at=day)
    with open_output(output) as file:
        write_page(made, form, file)
    return 0
