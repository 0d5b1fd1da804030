"""``marsad brief``: what the register holds on two states."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from marsad.cli.days import period_given
from marsad.cli.ending import ending
from marsad.cli.options import Language, Output, RegisterFile, Since, Until
from marsad.cli.output import open_output
from marsad.cli.pages import PageForm, write_page
from marsad.cli.states import two_states

if TYPE_CHECKING:
    from marsad.views.brief import Brief


@ending
def brief(
    one: Annotated[str, typer.Argument(metavar="STATE", help="A state: IRN, Iran or إيران.")],
    other: Annotated[str, typer.Argument(metavar="STATE", help="The other state.")],
    register: RegisterFile = None,
    lang: Language = "en",
    form: Annotated[PageForm, typer.Option("--format", "-f", help="Form of the output.")] = "terminal",
    since: Since = None,
    until: Until = None,
    output: Output = None,
) -> int:
    """Print who met, what was agreed and said between two states, each line with its sources."""
    first, last = period_given(since, until)
    states = two_states(one, other)
    with open_output(output) as file:
        write_page(_compose(register, states, lang, first, last), form, file)
    return 0


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
