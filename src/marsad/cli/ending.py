"""How commands end: one line to standard error, and an exit code that says what kind of trouble it was."""

import functools
import os
import sys
from collections.abc import Callable
from typing import ParamSpec

import typer

from marsad.errors import MarsadError, QueryError, UnknownCode

NOTHING_READ = 1
MISUSED = 2
INTERRUPTED = 130
PIPE_CLOSED = 141

P = ParamSpec("P")


def complain(message: object) -> None:
    """Write one line to standard error."""
    print(f"marsad: {' '.join(str(message).split())}", file=sys.stderr)


def ending(command: Callable[P, int]) -> Callable[P, None]:
    """Let a command return its exit code, and end it in an orderly way whatever happens."""

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            code = command(*args, **kwargs)
            sys.stdout.flush()
        except (UnknownCode, QueryError) as error:
            complain(error)
            code = MISUSED
        except MarsadError as error:
            complain(error)
            code = NOTHING_READ
        except KeyboardInterrupt:
            complain("interrupted; what was committed is kept")
            code = INTERRUPTED
        except BrokenPipeError:
            _silence()
            code = PIPE_CLOSED
        raise typer.Exit(code)

    return run


def _silence() -> None:
    """Let nothing more be written, so that Python doesn't complain about the closed pipe on its way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
