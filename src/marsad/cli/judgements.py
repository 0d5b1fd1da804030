"""``marsad judgements``: what was judged, by whom and when; taken out and brought in as JSON lines."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from marsad.cli.ending import NOTHING_READ, complain, ending
from marsad.cli.options import RegisterFile

if TYPE_CHECKING:
    from marsad.model.judgement import Judgement
    from marsad.register.judgements.book import Recorded

judgements_app = typer.Typer(
    help="List judgements, export them, import them.",
    rich_markup_mode=None,
    invoke_without_command=True,
)


@judgements_app.callback()
def _default(context: typer.Context, register: RegisterFile = None) -> None:
    """List judgements, export them, import them."""
    if context.invoked_subcommand is None:
        list_judgements(register)
    elif register:
        raise typer.BadParameter("give it after the command", param_hint="--register")


@judgements_app.command("list")
@ending
def list_judgements(register: RegisterFile = None) -> int:
    """Print every judgement, oldest first, and how it stands: in force, undone, or no longer applying, and why."""
    from marsad.register.judgements.book import recorded
    from marsad.register.store import open_register

    with open_register(_chosen(register)) as opened:
        found = recorded(opened)
    for item in found:
        print(_line(item))
    if not found:
        print("no judgements (make some with: marsad review, or marsad judge)")
    return 0


@judgements_app.command("export")
@ending
def export_judgements(
    target: Annotated[Path, typer.Argument(metavar="FILE", help="A file of JSON lines.", allow_dash=True)],
    register: RegisterFile = None,
) -> int:
    """Write all judgements as JSON lines; - for standard output."""
    from marsad.cli.output import open_output
    from marsad.register.judgements.book import export
    from marsad.register.store import open_register

    path = None if str(target) == "-" else target
    with open_register(_chosen(register)) as opened, open_output(path) as file:
        number = export(opened, file)
    if path is not None:
        print(f"{path}: {number:,} judgements")
    return 0


@judgements_app.command("import")
@ending
def import_judgements(
    source: Annotated[Path, typer.Argument(metavar="FILE", help="What marsad judgements export wrote.")],
    register: RegisterFile = None,
) -> int:
    """Take in judgements; what is there already changes nothing. They may come before the reports that they judge."""
    from marsad.errors import UnreadableFile
    from marsad.register.judgements.book import bring_in
    from marsad.register.store import open_register

    try:
        lines = source.read_text(encoding="utf-8").split("\n")
    except OSError as error:
        raise UnreadableFile(
            str(source), error.strerror or str(error), "give a file that can be read"
        ) from error
    except UnicodeDecodeError as error:
        raise UnreadableFile(str(source), "is not UTF-8", "export it again") from error
    with open_register(_chosen(register), create=True) as opened:
        done = bring_in(opened, lines, name=str(source))
        opened.refresh()
    for told in done.broken:
        complain(f"skipped {told}")
    print(
        f"{source}: {done.new:,} new judgements, {done.known:,} already there, {len(done.broken):,} skipped"
    )
    return NOTHING_READ if done.broken else 0


def judgement_line(item: "Judgement") -> str:
    """Return a judgement in one line."""
    parts = [item.id, item.at[:16].replace("T", " "), item.by, item.verdict]
    if item.undoes:
        parts.append(item.undoes)
    parts += [anchor.claim for anchor in item.on[:2]]
    if len(item.on) > 2:
        parts.append(f"and {len(item.on) - 2} more")
    if item.slot:
        import msgspec

        parts.append(f"{item.slot} = {msgspec.json.encode(item.value).decode()}")
    if item.note:
        parts.append(f"“{' '.join(item.note.split())}”")
    return "  ".join(parts)


def _line(item: "Recorded") -> str:
    why = f": {item.why}" if item.why else ""
    return f"{judgement_line(item.judgement)}  [{item.state}{why}]"


def _chosen(register: str | None) -> str:
    from marsad.settings import load_settings

    return register or load_settings().register
