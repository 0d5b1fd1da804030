"""The commands put together."""

from typing import Annotated

import typer

from marsad.cli.brief import brief
from marsad.cli.conflicts import conflicts
from marsad.cli.evaluate import evaluate
from marsad.cli.extract import extract
from marsad.cli.judge import judge_app
from marsad.cli.judgements import judgements_app
from marsad.cli.ledger import ledger
from marsad.cli.people import people
from marsad.cli.read import read
from marsad.cli.register import register_app
from marsad.cli.review import review
from marsad.cli.schema import schema
from marsad.cli.search import search
from marsad.cli.show import show
from marsad.cli.timeline import timeline
from marsad.cli.version import version_line

app = typer.Typer(
    help="Read Arabic news reports and keep a sourced register of relations between states.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
_COMMANDS = (
    read, extract, brief, ledger, timeline, conflicts, people, search, show, review, evaluate, schema,
)  # fmt: skip
for command in _COMMANDS:
    app.command()(command)
app.add_typer(judge_app, name="judge")
app.add_typer(judgements_app, name="judgements")
app.add_typer(register_app, name="register")


def _show_version(wanted: bool) -> None:
    if wanted:
        print(version_line())
        raise typer.Exit


@app.callback()
def _options(
    _version: Annotated[
        bool,
        typer.Option("--version", help="Show the version and exit.", callback=_show_version, is_eager=True),
    ] = False,
) -> None:
    """Take the options that stand before a command."""
