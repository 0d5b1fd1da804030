"""``marsad review``: judge entries one after the other, at the keyboard."""

import sys
from typing import Annotated, get_args

import typer

from marsad.cli.author import By, author
from marsad.cli.ending import ending
from marsad.cli.options import Language, RegisterFile
from marsad.errors import MarsadError


@ending
def review(
    states: Annotated[
        list[str] | None, typer.Argument(metavar="[STATE [STATE]]", help="Only entries about these.")
    ] = None,
    types: Annotated[
        list[str] | None,
        typer.Option("--type", metavar="TYPE", help="Only entries of this type; may be given again."),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Also entries all of whose claims are accepted.")
    ] = False,
    lang: Language = "en",
    by: By = None,
    register: RegisterFile = None,
) -> int:
    """Go through entries and judge them by single keys, those that reports disagree on first; ? shows the keys."""
    from marsad.cli.keyboard import Keyboard
    from marsad.cli.reviewing import Choice, Review
    from marsad.register.store import open_register
    from marsad.settings import load_settings
    from marsad.views.names import KnowledgeNames
    from marsad.views.wording import Writer, phrases

    choice = Choice(_states(states or []), _types(types or []), everything)
    if not sys.stdin.isatty():
        raise MarsadError("review needs a terminal (from scripts, use: marsad judge)")
    with open_register(register or load_settings().register) as opened:
        writer = Writer(KnowledgeNames(), phrases(lang), lead=choice.states)
        keyboard = Keyboard(typer.getchar)
        Review(opened, choice, author(by), writer, keys=keyboard.key, ask=keyboard.ask, say=_say).run()
    return 0


def _say(text: str) -> None:
    print(text, flush=True)


def _states(given: list[str]) -> tuple[str, ...]:
    from marsad.cli.states import state_code, two_states

    if len(given) > 2:
        raise typer.BadParameter("give two states at most", param_hint="STATE")
    return two_states(*given) if len(given) == 2 else tuple(map(state_code, given))


def _types(given: list[str]) -> tuple[str, ...]:
    from marsad.model.claims import Claim

    known = [str(record.__struct_config__.tag) for record in get_args(Claim)]
    for name in given:
        if name not in known:
            raise typer.BadParameter(f"{name!r} is none of {', '.join(known)}", param_hint="--type")
    return tuple(given)
