"""``marsad show``: one entry with every claim and sentence behind it."""

from typing import Annotated

import typer

from marsad.cli.ending import ending
from marsad.cli.options import Language, Output, RegisterFile
from marsad.cli.output import open_output
from marsad.cli.pages import PageForm, write_page


@ending
def show(
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="The id of an entry or claim, or its first characters: e4f0…, c91b…"
        ),
    ],
    register: RegisterFile = None,
    lang: Language = "en",
    form: Annotated[PageForm, typer.Option("--format", "-f", help="Form of the output.")] = "terminal",
    output: Output = None,
) -> int:
    """Print an entry with its course, what it rests on, every claim with its sentence, and what contradicts it."""
    from marsad.register.store import open_register
    from marsad.settings import load_settings
    from marsad.views.entry_page import compose_entry, find_entry
    from marsad.views.names import KnowledgeNames

    with open_register(register or load_settings().register) as opened:
        made = compose_entry(opened, find_entry(opened, name), names=KnowledgeNames(), lang=lang)
    with open_output(output) as file:
        write_page(made, form, file)
    return 0
