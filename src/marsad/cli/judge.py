"""``marsad judge``: judgements from scripts, by the ids of entries and claims."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from marsad.cli.author import By, author
from marsad.cli.ending import ending
from marsad.cli.options import RegisterFile

if TYPE_CHECKING:
    from marsad.model.judgement import Anchor, Verdict
    from marsad.register.store import Register

judge_app = typer.Typer(
    help="Judge entries and claims by their ids. An entry stands for all its claims.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Ids = Annotated[list[str], typer.Argument(metavar="ID...", help="Ids of entries or claims.")]
Note = Annotated[str | None, typer.Option("--note", metavar="TEXT", help="Why.")]


@judge_app.command()
@ending
def accept(ids: Ids, note: Note = None, by: By = None, register: RegisterFile = None) -> int:
    """Say that claims are right."""
    return _judge("accept", ids, by, register, note=note)


@judge_app.command()
@ending
def reject(ids: Ids, note: Note = None, by: By = None, register: RegisterFile = None) -> int:
    """Say that claims are wrong: they leave their entries, and an entry without claims goes."""
    return _judge("reject", ids, by, register, note=note)


@judge_app.command()
@ending
def correct(
    ids: Ids,
    slot: Annotated[str, typer.Option("--slot", metavar="SLOT", help="Such as date or place.city.")],
    value: Annotated[str, typer.Option("--value", metavar="VALUE", help="A word, or JSON; null empties it.")],
    note: Note = None,
    by: By = None,
    register: RegisterFile = None,
) -> int:
    """Set a slot of claims."""
    return _judge("correct", ids, by, register, note=note, slot=slot, value=value)


@judge_app.command()
@ending
def merge(ids: Ids, note: Note = None, by: By = None, register: RegisterFile = None) -> int:
    """Bring entries together into one."""
    return _judge("merge", ids, by, register, note=note)


@judge_app.command()
@ending
def split(ids: Ids, note: Note = None, by: By = None, register: RegisterFile = None) -> int:
    """Take claims out of their entry into one of their own."""
    return _judge("split", ids, by, register, note=note)


@judge_app.command()
@ending
def note(
    ids: Ids,
    text: Annotated[str, typer.Option("--note", metavar="TEXT", help="The note.")],
    by: By = None,
    register: RegisterFile = None,
) -> int:
    """Note something about claims."""
    return _judge("note", ids, by, register, note=text)


@judge_app.command()
@ending
def undo(
    judgement: Annotated[str, typer.Argument(metavar="JID", help="Its id (marsad judgements).")],
    note: Note = None,
    by: By = None,
    register: RegisterFile = None,
) -> int:
    """Take a judgement back; an undo too."""
    return _judge("undo", [], by, register, note=note, undoes=judgement)


def _judge(
    verdict: "Verdict",
    ids: list[str],
    by: str | None,
    where: str | None,
    **fields: Any,  # noqa: ANN401 - fields of a Judgement
) -> int:
    from marsad.model.judgement import Judgement
    from marsad.register.judgements.book import judge, now
    from marsad.register.judgements.naming import anchors_of, others_of_entry
    from marsad.register.store import open_register
    from marsad.settings import load_settings

    who = author(by)
    with open_register(where or load_settings().register) as opened:
        on = anchors_of(opened, ids)
        if verdict == "split":
            fields["apart"] = others_of_entry(opened, on)
        if verdict == "correct":
            fields["value"] = _value(opened, on, fields)
        made = judge(opened, Judgement(verdict=verdict, on=on, by=who, at=now(), **fields))
        opened.refresh()
        print(made.id)
    return 0


def _value(register: "Register", on: "tuple[Anchor, ...]", fields: dict[str, Any]) -> object:
    from marsad.register.judgements.values import value_of

    found = register.claims({item.claim for item in on})
    return value_of(fields["value"], fields["slot"], (item.claim for item in found.values()))
