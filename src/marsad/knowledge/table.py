"""The compiled knowledge, read once a process and decoded as far as it is asked for."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import IO, Any

import msgspec

from marsad.errors import KnowledgeError

File = dict[str, Any]
#: Where the compiled table lies, beside the YAML files.
TABLE = "compiled/table.json"
#: How long its digest is, with which it begins, so that it can be had without reading the rest.
DIGEST_DIGITS = 12
_START = b'{"digest":"'


class Files(Mapping[str, File]):
    """Every knowledge file as written, by its name without ending; each is decoded when first asked for."""

    def __init__(self, raw: dict[str, msgspec.Raw]) -> None:
        self._raw = raw
        self._decoded: dict[str, File] = {}

    def __getitem__(self, name: str) -> File:
        """Return a file. Raises KeyError where there is none of the name."""
        if name not in self._decoded:
            self._decoded[name] = msgspec.json.decode(self._raw[name], type=File)
        return self._decoded[name]

    def __iter__(self) -> Iterator[str]:
        """Yield the names."""
        return iter(self._raw)

    def __len__(self) -> int:
        """Return how many files there are."""
        return len(self._raw)


class Begun(msgspec.Struct, frozen=True, array_like=True):
    """The beginning of phrases, up to some token behind their first word.

    ``whole`` holds the phrases that end here, each as what follows its first word and its senses (several, where
    they differ in blanks); ``longer`` those that go on, by their next token.
    """

    whole: tuple[tuple[str, str], ...]
    longer: dict[str, "Begun"]

    def phrases(self) -> Iterator[tuple[str, str]]:
        """Yield every phrase that goes through here: what follows its first word, and its senses."""
        yield from self.whole
        for further in self.longer.values():
            yield from further.phrases()


class Table(msgspec.Struct, frozen=True):
    """``files`` holds each knowledge file, ``words`` and ``phrases`` the lexicon of folded forms with their senses.

    A form's senses are lines of kind, key and feature, set off by tabs: most forms never occur in a text, so they
    are taken apart only when they do. ``phrases`` stand by their first words, not decoded yet. ``firsts`` and
    ``seconds`` list, between blanks, the words that can be the first and the second of two that a page ran together.
    """

    files: Files
    words: dict[str, str]
    phrases: dict[str, msgspec.Raw]
    firsts: str
    seconds: str

    def lexicon(self) -> Iterator[tuple[str, str]]:
        """Yield every form with its senses, decoding all phrases: for what needs the whole, once a process."""
        yield from self.words.items()
        for first in self.phrases:
            further = begun(first).values()
            yield from ((first + rest, senses) for each in further for rest, senses in each.phrases())


class _Stored(msgspec.Struct):
    files: dict[str, msgspec.Raw]
    words: dict[str, str]
    phrases: dict[str, msgspec.Raw]
    firsts: str
    seconds: str


@cache
def table() -> Table:
    """Return the compiled table. Raises KnowledgeError where it is missing: run ``make knowledge``."""
    with _opened() as file:
        data = file.read()
    stored = msgspec.json.decode(data, type=_Stored)
    return Table(Files(stored.files), stored.words, stored.phrases, stored.firsts, stored.seconds)


@cache
def knowledge_digest() -> str:
    """Return what tells this compiled table from any other: hexadecimal digits. Raises KnowledgeError as ``table``."""
    with _opened() as file:
        start = file.read(len(_START) + DIGEST_DIGITS)
    if not start.startswith(_START):
        raise KnowledgeError("the compiled knowledge has no digest; run: make knowledge")
    return start.removeprefix(_START).decode()


def _opened() -> IO[bytes]:
    try:
        return resources.files("marsad.knowledge").joinpath(TABLE).open("rb")
    except FileNotFoundError as error:
        raise KnowledgeError("the knowledge is not compiled yet; run: make knowledge") from error


_BEGUN = msgspec.json.Decoder(dict[str, Begun])


@cache
def begun(first: str) -> dict[str, Begun]:
    """Return the phrases with a first word, by their next token. Raises KeyError where there are none."""
    return _BEGUN.decode(table().phrases[first])
