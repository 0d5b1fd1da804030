"""``marsad register``: make a register and look after it."""

import typer

from marsad.cli.ending import ending
from marsad.cli.options import RegisterFile

register_app = typer.Typer(
    help="Make a register and look after it: a file, or a PostgreSQL database.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


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
