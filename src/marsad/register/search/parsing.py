"""Reading a query: words, "phrases", AND, OR, NOT and parentheses, in Arabic or English.

Words that stand side by side must all occur; AND binds tighter than OR, NOT tightest. The operators are also
known in Arabic (و، أو، ليس).
"""

from marsad.errors import QueryError
from marsad.register.search.english import EnglishVocabulary
from marsad.register.search.lexing import Lexeme, Vocabulary, lexemes
from marsad.register.search.query import Both, Either, Node, Query, Without

_DEEPEST = 20
_MOST_TERMS = 60


def parse_query(text: str, english: Vocabulary | None = None) -> Query:
    """Return the query that a text says. Raises ``QueryError`` naming the place where it says none."""
    found, left_out = lexemes(text, english or EnglishVocabulary())
    terms = sum(lexeme.kind == "term" for lexeme in found)
    if terms > _MOST_TERMS:
        raise QueryError(len(text), f"the query has more than {_MOST_TERMS} words", "leave some out")
    if not terms:
        raise QueryError(0, "the query has no word to look for", "give a word, as: marsad search كازاخستان")
    reader = _Reader(found, len(text))
    tree = reader.either(0)
    reader.expect_end()
    return Query(tree, tuple(left_out))


class _Reader:
    """Reads lexemes from left to right."""

    def __init__(self, found: list[Lexeme], end: int) -> None:
        self._found = found
        self._at = 0
        self._end = end

    def either(self, depth: int) -> Node:
        """Read parts set off by OR."""
        parts = [self._both(depth)]
        while (operator := self._next()) and operator.kind == "or":
            self._at += 1
            parts.append(self._both(depth))
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def expect_end(self) -> None:
        """Raise ``QueryError`` unless all was read."""
        if left := self._next():
            raise QueryError(left.start, f"{left.text} closes nothing", "open it before, or leave it out")

    def _both(self, depth: int) -> Node:
        """Read parts that stand side by side or are joined by AND, and take out those behind NOT."""
        start = self._next()
        keep: list[Node] = []
        drop: list[Node] = []
        self._part(depth, keep, drop)
        while (lexeme := self._next()) and lexeme.kind not in ("or", ")"):
            if lexeme.kind == "and":
                self._at += 1
            self._part(depth, keep, drop)
        if not keep:
            place = start.start if start else self._end
            raise QueryError(place, "NOT alone would list all other reports", "put a word beside it: A NOT B")
        kept = keep[0] if len(keep) == 1 else Both(tuple(keep))
        if not drop:
            return kept
        return Without(kept, drop[0] if len(drop) == 1 else Either(tuple(drop)))

    def _part(self, depth: int, keep: list[Node], drop: list[Node]) -> None:
        lexeme = self._next()
        if lexeme is None or lexeme.kind in ("and", "or", ")"):
            raise self._missing(lexeme)
        self._at += 1
        if lexeme.kind == "not":
            self._part(depth, drop, keep)
        elif lexeme.kind == "(":
            keep.append(self._inside(lexeme, depth))
        elif lexeme.term is not None:
            keep.append(lexeme.term)

    def _inside(self, opening: Lexeme, depth: int) -> Node:
        if depth >= _DEEPEST:
            raise QueryError(opening.start, f"parentheses stand more than {_DEEPEST} deep", "use fewer")
        node = self.either(depth + 1)
        closing = self._next()
        if closing is None:
            raise QueryError(opening.start, "the parenthesis is never closed", "close it, or leave it out")
        self._at += 1
        return node

    def _next(self) -> Lexeme | None:
        return self._found[self._at] if self._at < len(self._found) else None

    def _missing(self, here: Lexeme | None) -> QueryError:
        before = self._found[self._at - 1] if self._at else None
        if before is not None:
            problem = f"a word is missing behind {before.text}"
            return QueryError(before.start, problem, "write one, or leave it out")
        place = here.start if here else self._end
        return QueryError(place, "a word is missing at the start", "write one, or leave the operator out")
