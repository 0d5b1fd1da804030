"""Where a command writes: standard output, or a file that appears only when it is complete."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from marsad.errors import MarsadError


@contextmanager
def open_output(path: Path | None) -> Iterator[TextIO]:
    """Yield a text file to write UTF-8 to; an existing file is replaced at the end, if all went well.

    Raises ``MarsadError`` where ``path`` cannot be written.
    """
    if path is None:
        yield sys.stdout
        return
    try:
        if path.exists() and not path.is_file():
            with path.open("w", encoding="utf-8", newline="") as file:
                yield file
        else:
            yield from _replacing(path)
    except OSError as error:
        raise MarsadError(f"{path} cannot be written: {error.strerror or error}") from error


def _replacing(path: Path) -> Iterator[TextIO]:
    target = path.resolve()
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
            yield file
        mode = target.stat().st_mode if target.exists() else 0o666 & ~_umask()
        Path(name).chmod(mode)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
