"""How each store keeps the stems and is asked for them. The statements are fixed; all that varies is bound."""

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from sqlalchemy import ColumnElement, bindparam, cast, column, func, literal_column
from sqlalchemy.dialects.postgresql import TSQUERY

from marsad.register.search.query import Both, Either, Node, Term, Without
from marsad.register.search.words import BREAK, Stems

# What a `tsvector` can hold: later words all count as standing here.
_LAST_PLACE = 16_383
_MOST_PLACES = 256


class Dialect(Protocol):
    """How one store keeps stems and is asked for them.

    ``key`` is the column of ``search_index`` that holds the number of a report; ``insert`` takes ``report``
    and ``stems``.
    """

    key: str
    insert: str
    clear: str

    def stored(self, stems: str, facets: Iterable[str]) -> str:
        """Return the stems of a report (set off by blanks) and its facets as the store takes them in."""

    def matches(self, tree: Node, facets: Sequence[Sequence[str]]) -> ColumnElement[bool]:
        """Return the condition on ``search_index`` that a query sets, with one of each set of facets."""

    def score(self, tree: Node) -> ColumnElement[Any]:
        """Return the measure of how well a report fits: the lower, the better."""


class Sqlite:
    """FTS5, ranked by BM25."""

    key = "rowid"
    insert = (
        "INSERT INTO search_index (rowid, stems) "
        "VALUES ((SELECT number FROM search_reports WHERE report = :report), :stems)"
    )
    clear = "INSERT INTO search_index (search_index) VALUES ('delete-all')"

    def stored(self, stems: str, facets: Iterable[str]) -> str:
        """Return the stems as they are, the facets behind them."""
        return " ".join((stems, BREAK, *sorted(facets)))

    def matches(self, tree: Node, facets: Sequence[Sequence[str]]) -> ColumnElement[bool]:
        """Return the condition on ``search_index`` that a query sets, with one of each set of facets."""
        asked = " AND ".join(
            (fts5(tree), *(_joined([_quoted((one,)) for one in any_], " OR ") for any_ in facets))
        )
        return literal_column("search_index").op("MATCH", is_comparison=True)(bindparam("match", asked))

    def score(self, tree: Node) -> ColumnElement[Any]:  # noqa: ARG002 - FTS5 knows which query it answers
        """Return BM25, which SQLite gives below zero."""
        return func.bm25(literal_column("search_index"))


class Postgresql:
    """A ``tsvector``, ranked by how near the words stand to each other, whatever the length of the report."""

    key = "number"
    insert = (
        "INSERT INTO search_index (number, stems) "
        "VALUES ((SELECT number FROM search_reports WHERE report = :report), CAST(:stems AS tsvector))"
    )
    clear = "DELETE FROM search_index"

    def stored(self, stems: str, facets: Iterable[str]) -> str:
        """Return the stems with their places and the facets without any, as a ``tsvector`` is written."""
        return " ".join((tsvector(stems), *map(_lexeme, sorted(facets))))

    def matches(self, tree: Node, facets: Sequence[Sequence[str]]) -> ColumnElement[bool]:
        """Return the condition on ``search_index`` that a query sets, with one of each set of facets."""
        asked = " & ".join((tsquery(tree), *(_joined(list(map(_lexeme, any_)), " | ") for any_ in facets)))
        return column("stems").op("@@", is_comparison=True)(cast(bindparam("asked", asked), TSQUERY))

    def score(self, tree: Node) -> ColumnElement[Any]:
        """Return the rank below zero; 1 sets it against the logarithm of the length."""
        return -func.ts_rank_cd(column("stems"), self._query(tree), 1)

    @staticmethod
    def _query(tree: Node) -> ColumnElement[Any]:
        return cast(bindparam("match", tsquery(tree)), TSQUERY)


def dialect_of(name: str) -> Dialect:
    """Return what a store understands, given what SQLAlchemy calls it."""
    return Postgresql() if name == "postgresql" else Sqlite()


def tsvector(stems: str) -> str:
    """Return stems set off by blanks as the text of a ``tsvector``."""
    places: dict[str, list[int]] = {}
    for place, word in enumerate(stems.split(), start=1):
        if word != BREAK:
            places.setdefault(word, []).append(min(place, _LAST_PLACE))
    return " ".join(
        f"{_lexeme(word)}:{','.join(map(str, dict.fromkeys(found[:_MOST_PLACES])))}"
        for word, found in places.items()
    )


def fts5(node: Node) -> str:
    """Return a query in the language of FTS5, every word quoted."""
    match node:
        case Term():
            return _joined([_quoted(form) for form in node.forms], " OR ")
        case Both():
            return _joined([fts5(part) for part in node.parts], " AND ")
        case Either():
            return _joined([fts5(part) for part in node.parts], " OR ")
        case Without():
            return f"({fts5(node.keep)} NOT {fts5(node.drop)})"


def tsquery(node: Node) -> str:
    """Return a query as the text of a ``tsquery``, every word quoted."""
    match node:
        case Term():
            phrases = [_joined([_lexeme(word) for word in form], " <-> ") for form in node.forms]
            return _joined(phrases, " | ")
        case Both():
            return _joined([tsquery(part) for part in node.parts], " & ")
        case Either():
            return _joined([tsquery(part) for part in node.parts], " | ")
        case Without():
            return f"({tsquery(node.keep)} & !{_joined([tsquery(node.drop)], '')})"


def _joined(parts: list[str], operator: str) -> str:
    return f"({operator.join(parts)})"


def _quoted(form: Stems) -> str:
    words = " ".join(form).replace('"', '""')
    return f'"{words}"'


def _lexeme(word: str) -> str:
    doubled = word.replace("\\", "\\\\").replace("'", "''")
    return f"'{doubled}'"
