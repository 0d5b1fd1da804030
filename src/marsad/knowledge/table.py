"""The compiled knowledge, read once a process."""

from functools import cache
from importlib import resources
from typing import Any

import msgspec

from marsad.errors import KnowledgeError
from marsad.knowledge.compile import TABLE


class Table(msgspec.Struct, frozen=True):
    """``files`` holds each knowledge file as written; ``lexicon`` each folded form with its senses."""

    files: dict[str, dict[str, Any]]
    lexicon: dict[str, list[tuple[str, str, str]]]


@cache
def table() -> Table:
    """Return the compiled table. Raises KnowledgeError where it is missing: run ``make knowledge``."""
    source = resources.files("marsad.knowledge").joinpath(TABLE)
    try:
        data = source.read_bytes()
    except FileNotFoundError as error:
        raise KnowledgeError("the knowledge is not compiled yet; run: make knowledge") from error
    return msgspec.json.decode(data, type=Table)
