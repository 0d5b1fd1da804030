"""A query cut into terms, operators and parentheses."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple, Protocol

from marsad.errors import QueryError
from marsad.folding import fold_word
from marsad.knowledge.files import load
from marsad.language.stemming import stem
from marsad.language.tokens import Tokens
from marsad.register.search.query import Term
from marsad.register.search.words import Stems, stems_of

Kind = Literal["term", "and", "or", "not", "(", ")"]
#: More is no question that somebody asks.
LONGEST_QUERY = 2000

_QUOTES = '"“”„‟«»″'
_PIECE = re.compile(rf"[()]|[{_QUOTES}]|[^\s(){_QUOTES}]+")
_ARABIC = re.compile("[\u0620-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
_LONGEST_NAME = 10


class Vocabulary(Protocol):
    """What English words mean."""

    def forms(self, words: tuple[str, ...]) -> tuple[Stems, ...]:
        """Return the Arabic forms that English words in small letters look for; none where they are not known."""

    def is_little(self, word: str) -> bool:
        """Whether an English word has no Arabic counterpart of its own (of, the)."""


class Lexeme(NamedTuple):
    """A piece of the query from character ``start`` on; ``term`` is there for terms only."""

    kind: Kind
    text: str
    start: int
    term: Term | None = None


class _Word(NamedTuple):
    """One English word: its letters and digits in small letters, and where it stands in which piece of the query."""

    text: str
    start: int
    end: int
    piece: int


def lexemes(text: str, english: Vocabulary) -> tuple[list[Lexeme], list[str]]:
    """Return the pieces of a query and the English words left out. Raises ``QueryError``."""
    _check(text)
    found: list[Lexeme] = []
    left_out: list[str] = []
    run: list[_Word] = []
    for number, (piece, start, quoted) in enumerate(_pieces(text)):
        if not quoted and _is_english(piece) and piece not in "()" and not _operator(piece):
            run.extend(_words(piece, start, number))
            continue
        found.extend(_english_terms(text, run, english, left_out))
        run = []
        found.extend(_quoted(piece, start, english) if quoted else _plain(piece, start))
    found.extend(_english_terms(text, run, english, left_out))
    return found, left_out


def _check(text: str) -> None:
    if len(text) > LONGEST_QUERY:
        raise QueryError(
            LONGEST_QUERY, f"the query is longer than {LONGEST_QUERY:,} characters", "shorten it"
        )
    for at, character in enumerate(text):
        if unicodedata.category(character) in ("Cc", "Cs") and not character.isspace():
            raise QueryError(
                at, f"U+{ord(character):04X} is no character that a report can hold", "take it out"
            )
        if character == "*":
            raise QueryError(
                at, "* is not part of the query language", "a word is found in all its forms anyway"
            )


def _pieces(text: str) -> Iterator[tuple[str, int, bool]]:
    """Yield words, parentheses and what stands between quotation marks, with its start and whether it was quoted."""
    at = 0
    while match := _PIECE.search(text, at):
        piece, at = match.group(), match.end()
        if piece not in _QUOTES:
            yield piece, match.start(), False
            continue
        close = next((place for place in range(at, len(text)) if text[place] in _QUOTES), -1)
        if close < 0:
            raise QueryError(match.start(), "the quotation mark is never closed", "close it, or leave it out")
        yield text[at:close], at, True
        at = close + 1


def _is_english(piece: str) -> bool:
    return _ARABIC.search(piece) is None and any(character.isalpha() for character in piece)


@cache
def _operators() -> dict[str, Kind]:
    words: dict[Kind, list[str]] = load("search")["operators"]
    return {fold_word(word): kind for kind, forms in words.items() for word in forms}


def _operator(piece: str) -> Kind | None:
    return _operators().get(fold_word(piece))


def _plain(piece: str, start: int) -> Iterator[Lexeme]:
    """Yield what an Arabic word, a number or a mark says; marks that join nothing say nothing."""
    if piece in ("(", ")"):
        yield Lexeme("(" if piece == "(" else ")", piece, start)
    elif kind := _operator(piece):
        yield Lexeme(kind, piece, start)
    elif stems := stems_of(piece):
        yield Lexeme("term", piece, start, Term(piece, start, (stems,)))


def _quoted(phrase: str, start: int, english: Vocabulary) -> Iterator[Lexeme]:
    stems = stems_of(phrase)
    if not stems:
        raise QueryError(
            start, "there is no word between the quotation marks", "write one, or leave the marks out"
        )
    forms = (
        english.forms(tuple(word.text for word in _words(phrase, start, 0))) if _is_english(phrase) else ()
    )
    known = bool(forms) or not _is_english(phrase)
    # Reports print English words too: those are looked for as well.
    yield Lexeme("term", phrase, start, Term(phrase, start, (*forms, stems), known))


def _words(piece: str, start: int, number: int) -> Iterator[_Word]:
    """Yield the words of an English piece; the possessive 's goes."""
    for token in Tokens(piece).all:
        possessive = token.text in ("s", "S") and piece[token.start - 1 : token.start] in ("'", "’")
        if token.is_word and not possessive:
            yield _Word(token.text.casefold(), start + token.start, start + token.end, number)


def _english_terms(text: str, run: list[_Word], english: Vocabulary, left_out: list[str]) -> Iterator[Lexeme]:
    """Yield a term for each longest phrase that is known, and for each word that isn't."""
    at = 0
    while at < len(run):
        forms, end = _longest_known(run, at, english)
        if not forms and english.is_little(run[at].text):
            left_out.append(run[at].text)
            at += 1
            continue
        if not forms:
            end = next((n for n in range(at, len(run)) if run[n].piece != run[at].piece), len(run))
        said = text[run[at].start : run[end - 1].end]
        as_written = tuple(stem(word.text) for word in run[at:end])
        yield Lexeme(
            "term", said, run[at].start, Term(said, run[at].start, (*forms, as_written), bool(forms))
        )
        at = end


def _longest_known(run: list[_Word], at: int, english: Vocabulary) -> tuple[tuple[Stems, ...], int]:
    for end in range(min(len(run), at + _LONGEST_NAME), at, -1):
        if forms := english.forms(tuple(word.text for word in run[at:end])):
            return forms, end
    return (), at
