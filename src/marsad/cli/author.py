"""Who judges."""

import getpass
import os
from collections.abc import Mapping
from typing import Annotated

import typer

from marsad.errors import MarsadError

By = Annotated[
    str | None,
    typer.Option("--by", metavar="NAME", help="Who judges; default: MARSAD_USER, else the login name."),
]


def author(given: str | None, environment: Mapping[str, str] = os.environ) -> str:
    """Return who judges. Raises ``MarsadError`` where nobody can be told."""
    named = given or environment.get("MARSAD_USER")
    if named:
        return named
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError) as error:
        raise MarsadError("nobody is logged in by name (set MARSAD_USER, or give --by NAME)") from error
