"""Where a person's name begins and ends when the knowledge does not hold the person.

A name is read after an office or a title: up to four parts (joiners such as بن، عبد، آل not counted), ending
before punctuation, a verb, a preposition, or any ordinary word. Example: in "الوزيرة لمى العبدلي إن" the
name is "لمى العبدلي".
"""

from functools import cache
from itertools import pairwise

from marsad.extraction.surface import Surface
from marsad.folding import fold_word
from marsad.knowledge.forms import stem
from marsad.knowledge.table import table
from marsad.model.report import Span

_MOST_PARTS = 4
_SHORTEST = 2


@cache
def _ordinary() -> frozenset[str]:
    words: str = table().files["ordinary_words"]["words"]
    return frozenset(words.split())


@cache
def _joiners() -> frozenset[str]:
    return frozenset(map(fold_word, table().files["names"]["joiners"]))


@cache
def _binders() -> frozenset[str]:
    return frozenset(map(fold_word, table().files["names"]["binders"]))


@cache
def _tails() -> frozenset[str]:
    return frozenset(map(fold_word, table().files["names"]["tails"]))


def is_joiner(word: str) -> bool:
    """Whether a folded word only joins the parts of a name: "بن", "آل"."""
    return word in _joiners()


def is_ordinary(word: str) -> bool:
    """Whether a folded word, with or without its proclitics, is no name."""
    words = _ordinary()
    if word in words:
        return True
    return (
        any(
            word.startswith(prefix)
            and len(word) - len(prefix) > _SHORTEST + (len(prefix) == 1)
            and word[len(prefix) :] in words
            for prefix in ("و", "ف", "وال", "بال", "لل", "ول", "وب", "كال", "ب", "ل", "س", "وس")
        )
        or (word[-1] == "ا" and word[:-1] in words)
        or (word[0] in "بل" and word.endswith(("ه", "ها", "هم")) and len(word) > 5)
    )


def name_at(surface: Surface, position: int, *, single: bool = True) -> Span | None:
    """Return the span of an unknown name that begins with the first token at or after ``position``.

    ``single`` allows a name of one part ("الرئيس رحماني"); None when no name stands there.
    """
    tokens = surface.tokens.all
    index = surface.tokens.index_at(position)
    first, parts, at = index, 0, index
    while at < len(tokens) and parts < _MOST_PARTS:
        token = tokens[at]
        if token.text == "-" and at > first and _joined(surface.text, tokens[at - 1].end, token.end):
            at += 1
            continue
        if not _may_be_part(surface, at, first):
            break
        if token.text not in _joiners():
            parts += 1
        at += 1
    while at > first and (tokens[at - 1].text in _joiners() or not tokens[at - 1].is_word):
        at -= 1
    if parts == 0 or at == first or (parts == 1 and not single):
        return None
    return Span(tokens[first].start, tokens[at - 1].end)


def _joined(text: str, end: int, dash_end: int) -> bool:
    """A hyphen inside a name has no blank on either side."""
    return end + 1 == dash_end and dash_end < len(text) and text[dash_end].isalpha()


def _may_be_part(surface: Surface, at: int, first: int) -> bool:
    tokens = surface.tokens.all
    token = tokens[at]
    word = token.text
    if not word[0].isalpha() or (at > first and _breaks(surface.text, tokens[at - 1].end, token.start)):
        return False
    if at > first and (word in _tails() or word in _joiners() or tokens[at - 1].text in _binders()):
        # Behind بن stands a name, whatever else the word means: "بندر بن سلطان".
        return True
    if word == "علي" and surface.report.text[surface.folded.original(token.start, token.end).end - 1] == "ى":
        return False  # على the preposition, not علي the name
    if at == first and word in _joiners():
        return at + 1 < len(tokens)
    if len(word) < _SHORTEST:
        return False
    article = word.startswith("ال") and not _hamza(surface, token.start)
    if article and (at == first or is_ordinary(word[2:])):
        return False
    if is_ordinary(word) and not (word.startswith("ال") and not article and len(word) > 3):
        return False
    return not _is_known(surface, token.start, first=at == first)


def _hamza(surface: Surface, start: int) -> bool:
    """Whether a word that folds to ال… is written with a hamza, so that it is no article: ألان."""
    at = surface.folded.original(start, start + 1).start
    return surface.report.text[at] == "أ"


def _breaks(text: str, end: int, start: int) -> bool:
    """Whether anything but blanks on one line lies between two tokens of a name."""
    gap = text[end:start]
    return bool(gap.strip(" ")) or "\n" in gap


def _is_known(surface: Surface, start: int, *, first: bool) -> bool:
    """Whether the knowledge reads something else at a token: a state, an office, a verb …"""
    if any(
        hit.left == start
        for hit in surface.entities_at.get(start, ())
        if hit.kind not in ("city?", "nisba?") and (hit.kind != "title" or hit.prefix)
    ):
        return True
    return any(
        hit.left == start and (hit.kind == "verb" or hit.feature.startswith("verb."))
        for hit in surface.hits_between(start, start + 3)
        if not (first and hit.feature.split(".")[-2:] == ["perfect", "3ms"])
    )


@cache
def _homographs() -> frozenset[str]:
    return frozenset(stem(word)[0] for word in table().files["names"]["homographs"])


@cache
def _before_homographs() -> frozenset[str]:
    return frozenset(map(fold_word, table().files["names"]["before_homograph"]))


def is_fathers(name: str, part: str) -> bool:
    """Whether a part of a folded name is the father's, so that it means nobody by itself: "عادل بن أحمد الجبير"."""
    words = name.split()
    return any(word == part and before in _binders() for before, word in pairwise(words))


def stands_as_name(surface: Surface, left: int, start: int, end: int) -> bool:
    """Whether a surname that is also an ordinary word is the name here: رئيسي in "وقال رئيسي إن".

    ``left`` is where the word begins with its proclitics, ``text[start:end]`` the surname itself.
    """
    if stem(surface.text[start:end])[0] not in _homographs():
        return True
    following = surface.tokens.after(end)
    if following is not None and any(
        hit.kind == "dual" for hit in surface.entities_at.get(following.start, ())
    ):
        return False
    before = surface.tokens.before(left)
    if before is None or "\n" in surface.text[before.end : left] or before.text in _before_homographs():
        return True
    near = surface.hits_between(before.start, left) + surface.hits_between(end, end + 4)
    return any(
        hit.kind in ("verb", "title", "nisba", "person") or hit.feature.startswith("verb.") for hit in near
    )
