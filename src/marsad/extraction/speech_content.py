"""Where the content of a reporting verb begins: behind أن/إن or a colon, at a quotation mark, behind a preposition.

Example: in "أكد الوزير أن المشروع سيكتمل" it begins behind "أن".
"""

from typing import Any

import msgspec

from marsad.extraction.speech_floor import Speakers
from marsad.extraction.speech_line import Line, words
from marsad.knowledge.lexicon import Hit
from marsad.language.folding import fold_word
from marsad.language.tokens import Token

#: How many tokens may stand between a verb and the word that leads into its content.
_FARTHEST_LEAD_IN = 45
#: How far behind the subject the preposition may stand that leads to the content.
_FARTHEST_PREPOSITION = 25


class Trigger(msgspec.Struct, frozen=True, kw_only=True):
    """Something by which a sentence reports speech, in folded offsets.

    ``start`` is where its clause begins, ``key`` the end of the verb or phrase itself, ``content`` where what was
    said begins. ``inner`` marks speech told inside somebody else's, or in a relative clause.
    """

    start: int
    key: int
    content: int
    speakers: Speakers
    verb: str | None
    person: str = ""
    inner: bool = False
    explicit: bool = True
    until: int | None = None


def lead_in(line: Line, hit: Hit) -> int | None:
    """Return where the content begins: after أن/إن or a colon, or at a quotation mark; None without any."""
    for count, token in enumerate(line.tokens(hit.end, line.sentence.end)[:_FARTHEST_LEAD_IN]):
        if token.text in words("lead_in") or token.text == ":":
            return token.end
        if token.text == '"':
            quote = line.quote_at(token.end)
            if quote is not None and quote.start == token.end and line.speaks(quote) and not line.mention_at(token.end):
                return token.start
            continue
        if quoted_word(line, token):
            continue
        if count and line.is_verb(token.start) and not _relative_between(line, hit.end, token.start):
            return None
    return None


def quoted_word(line: Line, token: Token) -> bool:
    """Whether a token lies in quotation marks that only set off a name or a term."""
    quote = line.quote_at(token.start)
    return quote is not None and quote.start <= token.start < quote.end


def _relative_between(line: Line, start: int, position: int) -> bool:
    return any(token.text in words("relatives") for token in line.tokens(start, position))


def takes(row: dict[str, Any], token: Token) -> bool:
    """Whether a token is the preposition that the verb takes, or begins with it."""
    after = [fold_word(word) for word in row["after"]]
    return any(token.text == word or (len(word) == 1 and token.text.startswith(word)) for word in after)


def taken_later(line: Line, row: dict[str, Any], position: int) -> bool:
    """Whether the preposition that the verb takes stands within the next words."""
    return any(takes(row, token) for token in line.tokens(position, line.sentence.end)[:_FARTHEST_PREPOSITION])


def led(line: Line, position: int, lead: int | None, row: dict[str, Any]) -> bool:
    """Whether the content follows right here, by its lead-in or by the preposition that the verb takes."""
    token = line.after(position)
    if token is None:
        return False
    return (lead is not None and token.end >= lead - 1) or takes(row, token)
