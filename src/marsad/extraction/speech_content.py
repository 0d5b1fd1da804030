"""Where the content of a reporting verb begins: behind أن/إن or a colon, at a quotation mark or preposition.

Example: in "أكد الوزير أن المشروع سيكتمل" it begins behind "أن".
"""

from functools import cache
from typing import Any

import msgspec

from marsad.extraction.speech_floor import Speakers
from marsad.extraction.speech_line import Line, row_of, words
from marsad.folding import fold_word
from marsad.knowledge.lexicon import Hit
from marsad.language.tokens import Token
from marsad.model.report import Span

#: How many tokens may stand between a verb and the word that leads into its content.
_FARTHEST_LEAD_IN = 45
#: How many words behind "رفض" it may come that a name is withheld.
_ANONYMITY_WITHIN = 5
#: How far behind the subject the preposition may stand that leads to the content.
_FARTHEST_PREPOSITION = 25


class Trigger(msgspec.Struct, frozen=True, kw_only=True):
    """Something by which a sentence reports speech, in folded offsets.

    ``start`` is where its clause begins, ``key`` the end of the verb or phrase itself, ``content`` where what
    was said begins. ``speakers`` are none where somebody speaks whom we can't tell. ``person`` is the mark
    (``speech_floor.mark_of``) of the speakers, ``explicit`` says that they were named here. ``inner`` marks
    speech told inside somebody else's, or in a relative clause. No other verb counts before ``until``.
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
    leads = words("lead_in")
    for count, token in enumerate(line.tokens(hit.end, line.sentence.end)[:_FARTHEST_LEAD_IN]):
        if token.text in leads or token.text == ":":
            return token.end
        if token.text == '"':
            quote = line.quote_at(token.end)
            opens = quote is not None and quote.start == token.end and line.speaks(quote)
            if quote is not None and opens and not _is_name(line, quote):
                return token.start
            continue
        if quoted_word(line, token):
            continue
        if count and line.is_verb(token.start) and not _stands_aside(line, hit, token):
            return None
    return None


def quoted_word(line: Line, token: Token) -> bool:
    """Whether a token lies in quotation marks that only set off a name or a term."""
    quote = line.quote_at(token.start)
    return quote is not None and quote.start <= token.start < quote.end


def _is_name(line: Line, quote: Span) -> bool:
    """Whether quotation marks only set off a name: شركة "النخيل للطاقة المتجددة"."""
    mention = line.mention_at(quote.start)
    return mention is not None and mention.end >= quote.end


def _stands_aside(line: Line, hit: Hit, verb: Token) -> bool:
    """Whether a verb on the way to the lead-in is no clause of its own: relative, or a bare participle.

    Example: "وأضاف الوزير متحدثا إلى الصحافة أن", "وقال الوزير الذي أعلن استقالته إن", "وقال مسؤول رفض ذكر
    اسمه إن".
    """
    between = line.tokens(hit.end, verb.start)
    if between[-1].text in "،,؛":
        return False
    since = [token.text for token in between]
    behind = [token.text for token in line.tokens(verb.end, line.sentence.end)[:_ANONYMITY_WITHIN]]
    if verb.text in words("withholds") and any(text in words("identity") for text in behind):
        return True
    relative = next((at for at in range(len(since) - 1, -1, -1) if since[at] in words("relatives")), None)
    if relative is not None:
        return not any(text in "،,؛" for text in since[relative:])
    return not row_of(hit.key)["object"] and line.is_participle(verb.start)


@cache
def _folded(listed: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(fold_word, listed))


def takes(row: dict[str, Any], token: Token) -> bool:
    """Whether a token is the preposition that the verb takes, or begins with it."""
    after = _folded(tuple(row["after"]))
    return any(token.text == word or (len(word) == 1 and token.text.startswith(word)) for word in after)


def taken_later(line: Line, row: dict[str, Any], position: int) -> bool:
    """Whether the preposition that the verb takes stands within the next words."""
    near = line.tokens(position, line.sentence.end)[:_FARTHEST_PREPOSITION]
    return any(takes(row, token) for token in near)


def led(line: Line, position: int, lead: int | None, row: dict[str, Any]) -> bool:
    """Whether the content follows right here, by its lead-in or by the preposition that the verb takes."""
    token = line.after(position)
    if token is None:
        return False
    return (lead is not None and token.end >= lead - 1) or takes(row, token)
