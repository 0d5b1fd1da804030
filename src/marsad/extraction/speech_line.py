"""One sentence as the rules of attribution read it: its tokens, mentions and quotations.

All positions are folded offsets.
"""

from bisect import bisect_right
from functools import cache
from typing import Any

import msgspec

from marsad.extraction.mentions import Cast, Mention
from marsad.extraction.surface import Surface
from marsad.folding import fold_word
from marsad.knowledge.lexicon import Hit
from marsad.knowledge.table import table
from marsad.language.sentences import Sentence
from marsad.language.tokens import Token
from marsad.model.claims import Participant
from marsad.model.report import Span

STOPS = frozenset('،,؛;:."-!?؟()[]')
_COMMAS = frozenset('،,؛;"()')
_SHORTEST_QUOTE = 3
_BRACKETS = {"-": "-", "(": ")"}
#: How many words a remark between dashes may have: "- حفظه الله -".
_LONGEST_REMARK = 4


@cache
def words(name: str) -> frozenset[str]:
    """Return a word list of ``attribution.yml``, folded."""
    listed: list[str] = table().files["attribution"][name]
    return frozenset(map(fold_word, listed))


@cache
def row_of(key: str) -> dict[str, Any]:
    """Return the row of ``verbs.yml`` behind a verb hit's key, ``class/index``."""
    speech_class, index = key.split("/")
    row: dict[str, Any] = table().files["verbs"]["verbs"][speech_class][int(index)]
    return row


@cache
def _organisation_nisbas() -> dict[str, str]:
    listed: dict[str, list[str]] = table().files["attribution"]["organisation_nisbas"]
    return {fold_word(form): organisation for organisation, forms in listed.items() for form in forms}


class Line(msgspec.Struct, frozen=True):
    """A sentence of a report with what lies in it. ``quotes`` are without their marks."""

    surface: Surface
    cast: Cast
    sentence: Sentence
    quotes: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The folded text of the whole report."""
        return self.surface.text

    @property
    def headline(self) -> bool:
        """Whether the sentence stands in headline or standfirst."""
        return self.surface.in_headline(self.sentence.start)

    def tokens(self, start: int, end: int) -> list[Token]:
        """Return the tokens within ``[start, end)``."""
        return self.surface.tokens.between(start, end)

    def after(self, position: int) -> Token | None:
        """Return the first token at or after a position, as long as it lies in the sentence."""
        token = self.surface.tokens.after(position)
        return token if token is not None and token.start < self.sentence.end else None

    def before(self, position: int) -> Token | None:
        """Return the last token before a position, as long as it lies in the sentence."""
        token = self.surface.tokens.before(position)
        return token if token is not None and token.start >= self.sentence.start else None

    def quote_at(self, position: int) -> Span | None:
        """Return the quotation that a position lies in; its marks count."""
        index = bisect_right(self.quotes, position + 1, key=_start) - 1
        return self.quotes[index] if index >= 0 and position <= self.quotes[index].end else None

    def quoted(self, position: int) -> bool:
        """Whether a position lies within quotation marks that hold speech rather than a name or a term."""
        quote = self.quote_at(position)
        return quote is not None and quote.start <= position < quote.end and self.speaks(quote)

    def speaks(self, quote: Span) -> bool:
        """Whether a quotation is long enough for speech: one or two words are a name ("نوفا") or a term."""
        tokens, words_found = self.surface.tokens, 0
        for index in range(tokens.index_at(quote.start), len(tokens.all)):
            token = tokens.all[index]
            if token.start >= quote.end:
                return False
            words_found += token.is_word
            if words_found == _SHORTEST_QUOTE:
                return True
        return False

    def mention_at(self, position: int) -> Mention | None:
        """Return the mention whose first word begins at a position without proclitics."""
        found = self.cast.between(position, position + 1)
        return found[0] if found and not found[0].prefix else None

    def past_titles(self, position: int) -> int:
        """Return the position behind titles that stand before a name: "السيد", "الإمام"."""
        for hit in self.surface.entities_at.get(position, ()):
            if hit.kind == "title" and hit.prefix in ("", "ال"):
                token = self.after(hit.end)
                return self.past_titles(token.start) if token is not None else position
        return position

    def mention_over(self, position: int) -> Mention | None:
        """Return the mention in which a position lies."""
        before = self.cast.before(position + 1, 1)
        return before[-1] if before and before[-1].start <= position < before[-1].end else None

    def is_verb(self, position: int) -> bool:
        """Whether a reporting verb in the perfect, or its participle, begins at a position."""
        return any(
            hit.kind == "verb"
            and hit.left == position
            and hit.feature.startswith(("perfect", "participle"))
            and not (hit.feature == "perfect.3ms" and _is_other_word(hit))
            for hit in self.surface.hits_between(position, position + 3)
        ) and not self.mention_over(position)

    def is_participle(self, position: int) -> bool:
        """Whether the participle of a reporting verb begins at a position."""
        hits = self.surface.hits_between(position, position + 1)
        return any(hit.kind == "verb" and hit.feature.startswith("participle") for hit in hits)

    def nisba_in(self, start: int, end: int) -> str | None:
        """Return the state whose nisba is the first within ``[start, end)``: "مسؤول ياباني" → JPN."""
        for hit in self.surface.hits_between(start, end):
            if hit.kind == "nisba" and hit.prefix in ("", "ال"):
                return hit.key
        return None

    def owner_in(self, start: int, end: int) -> Participant | None:
        """Return whose somebody is by the first nisba within ``[start, end)``: "مسؤول أوروبي" → EU."""
        state = self.nisba_in(start, end)
        if state is not None:
            return Participant(state=state)
        for token in self.tokens(start, end):
            organisation = _organisation_nisbas().get(token.text.removeprefix("ال"))
            if organisation is not None:
                return Participant(organisation=organisation)
        return None

    def opens_clause(self, position: int) -> bool:
        """Whether a clause may begin at a position: with the sentence, after a mark or an opening word."""
        token = self.before(position)
        return token is None or token.text in STOPS or token.text in words("clause_openers")

    def begins_clause(self, hit: Hit) -> bool:
        """Whether a verb begins a clause, by its conjunction or by where it stands."""
        return hit.prefix in ("و", "ف") or self.opens_clause(hit.left)

    def skip(self, position: int, listed: str) -> int:
        """Return the position after any run of words of a list, commas and quotation marks among them."""
        tokens = self.tokens(position, self.sentence.end)
        passed = 0
        for at, token in enumerate(tokens):
            passed = max(passed, _bracketed(tokens, at))
            if at < passed or token.text in words(listed) or token.text in _COMMAS or _aside(tokens, at):
                continue
            return token.start
        return self.sentence.end

    def past_brackets(self, position: int) -> int:
        """Return the position behind a remark between dashes or brackets: "مؤكدا - حفظه الله - أن"."""
        tokens = self.tokens(position, self.sentence.end)[: _LONGEST_REMARK + 2]
        passed = _bracketed(tokens, 0) if tokens else 0
        return tokens[passed - 1].end if passed else position


def _start(quote: Span) -> int:
    return quote.start


def _bracketed(tokens: list[Token], at: int) -> int:
    """Return the index behind a short remark that a dash or bracket opens at ``at``; 0 where none does."""
    closing = _BRACKETS.get(tokens[at].text)
    if closing is None:
        return 0
    near = range(at + 2, min(len(tokens), at + _LONGEST_REMARK + 2))
    return next((index + 1 for index in near if tokens[index].text == closing), 0)


def _aside(tokens: list[Token], at: int) -> bool:
    """Whether a token belongs to "من جانبه", or is the "من" of "كل من"."""
    word = tokens[at].text
    if word in words("asides"):
        return True
    if word not in words("aside_heads"):
        return False
    behind = tokens[at + 1].text if at + 1 < len(tokens) else ""
    return behind in words("asides") or (at > 0 and tokens[at - 1].text in words("each"))


def _is_other_word(hit: Hit) -> bool:
    """Whether a form is far more often another word: "بين", and "عبر" with nothing in front."""
    row = row_of(hit.key)
    return bool(row.get("shadda")) or (bool(row.get("doubtful")) and hit.prefix == "")


def first_hit(hits: tuple[Hit, ...], kind: str) -> Hit | None:
    """Return the first hit of a kind."""
    return next((hit for hit in hits if hit.kind == kind), None)
