"""What a query asks for, as a tree; the stores' own query languages are written from it, never from the text."""

from collections.abc import Iterator

import msgspec

from marsad.register.search.words import Stems


class Term(msgspec.Struct, frozen=True):
    """A word, phrase or English term: any of ``forms`` will do, each one word or several in a row.

    ``text`` is what the query says, from character ``start`` on (counted from 0). ``known`` is False for an English
    word that the knowledge doesn't hold; reports are searched for it as written.
    """

    text: str
    start: int
    forms: tuple[Stems, ...]
    known: bool = True


class Both(msgspec.Struct, frozen=True):
    """All of ``parts``."""

    parts: tuple["Node", ...]


class Either(msgspec.Struct, frozen=True):
    """Any of ``parts``."""

    parts: tuple["Node", ...]


class Without(msgspec.Struct, frozen=True):
    """``keep`` unless ``drop``."""

    keep: "Node"
    drop: "Node"


Node = Term | Both | Either | Without


class Query(msgspec.Struct, frozen=True):
    """A query read: its tree, and the English words that were left out because nothing in Arabic answers to them."""

    tree: Node
    left_out: tuple[str, ...] = ()

    @property
    def terms(self) -> tuple[Term, ...]:
        """The terms that a report is to hold, in the order of the query; not those behind NOT."""
        return tuple(_wanted(self.tree))

    @property
    def unknown(self) -> tuple[str, ...]:
        """The English words that nothing knows."""
        return tuple(term.text for term in _every(self.tree) if not term.known)


def _wanted(node: Node) -> Iterator[Term]:
    match node:
        case Term():
            yield node
        case Both() | Either():
            for part in node.parts:
                yield from _wanted(part)
        case Without():
            yield from _wanted(node.keep)


def _every(node: Node) -> Iterator[Term]:
    match node:
        case Term():
            yield node
        case Both() | Either():
            for part in node.parts:
                yield from _every(part)
        case Without():
            yield from _every(node.keep)
            yield from _every(node.drop)
