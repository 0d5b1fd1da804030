"""``marsad register``: make a register and look after it."""

from pathlib import Path
from typing import Annotated

import typer

from marsad.cli.ending import NOTHING_READ, ending
from marsad.cli.options import RegisterFile

register_app = typer.Typer(
    help="Make a register and look after it: a file, or a PostgreSQL database.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def _chosen(register: str | None) -> str:
    from marsad.settings import load_settings

    return register or load_settings().register


@register_app.command()
@ending
def init(register: RegisterFile = None) -> int:
    """Make an empty register. One that is there already stays as it is."""
    from marsad.register.store import find_register, open_register

    where = _chosen(register)
    there = find_register(where)
    with there or open_register(where, create=True) as opened:
        print(f"{opened.name}: {'is there already' if there else 'made'}")
    return 0


@register_app.command()
@ending
def upgrade(register: RegisterFile = None) -> int:
    """Bring a register that an older marsad made up to date, all at once or not at all."""
    from marsad.register.store import shown
    from marsad.register.store.upgrading import upgrade as bring_up_to_date

    where = _chosen(register)
    before, after = bring_up_to_date(where)
    told = f"version {after}, nothing to do" if before == after else f"version {before} → {after}"
    print(f"{shown(where)}: {told}")
    return 0


@register_app.command()
@ending
def info(register: RegisterFile = None, as_json: Json = False) -> int:
    """Print versions, numbers by type, first and last report, size, and what is not up to date."""
    from marsad.cli.register_lines import info_lines
    from marsad.register.store import open_register
    from marsad.register.store.info import info as look

    with open_register(_chosen(register)) as opened:
        found = look(opened)
    _print(found, as_json, info_lines(found))
    return 0


@register_app.command()
@ending
def verify(register: RegisterFile = None, as_json: Json = False) -> int:
    """Check the file, ids, evidence, and what entries rest on; exit code 1 where something is wrong."""
    from marsad.cli.register_lines import verdict_lines
    from marsad.register.store import open_register
    from marsad.register.store.verification import verify as look

    with open_register(_chosen(register)) as opened:
        found = look(opened)
        lines = verdict_lines(opened.name, found)
    _print(vars(found), as_json, lines)
    return 0 if found.sound else NOTHING_READ


@register_app.command()
@ending
def backup(
    target: Annotated[Path, typer.Argument(metavar="FILE", help="The copy: a new file.")],
    register: RegisterFile = None,
) -> int:
    """Copy a register to a new file while others read and write it. (PostgreSQL: use pg_dump.)"""
    from marsad.register.store import shown
    from marsad.register.store.backup import backup as copy

    where = _chosen(register)
    print(f"{shown(where)}: copied to {target} ({copy(where, target) / 1e6:,.1f} MB)")
    return 0


@register_app.command()
@ending
def rebuild(register: RegisterFile = None, as_json: Json = False) -> int:
    """Make all entries anew by the rules as they are now, and print what changed. Claims and judgements stay."""
    from marsad.cli.register_lines import renewal_json, renewal_lines
    from marsad.register.store import open_register

    with open_register(_chosen(register)) as opened:
        done = opened.rebuild()
        lines = renewal_lines(opened.name, done)
    _print(renewal_json(done), as_json, lines)
    return 0


def _print(record: object, as_json: bool, lines: list[str]) -> None:
    import msgspec

    print(msgspec.json.format(msgspec.json.encode(record)).decode() if as_json else "\n".join(lines))
