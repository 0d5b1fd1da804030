"""The words around a figure that bound it, and what shows that a number is no figure."""

from bisect import bisect_left
from typing import NamedTuple

from marsad.language.lexing import Word
from marsad.language.number_hits import Scan
from marsad.language.number_words import Bound, figure_words

_PRONOUNS = ("ه", "ها", "هم", "هما", "هن")
#: How many words may stand between a figure and a bound after it: 5 أشخاص مدنيين على الأقل.
_MOST_BETWEEN = 2
_REACH = 40
_CLAUSE = 70
_SENTENCE_ENDS = frozenset(".!?؟؛\n")


class Bounds(NamedTuple):
    """What bounds a figure, and from where to where the expression reaches with it."""

    kinds: frozenset[Bound]
    start: int
    end: int


def read_bounds(scan: Scan, start: int, end: int) -> Bounds:
    """Return the bounds before ``start`` and after ``end``: ``اكثر من 50``, ``50 علي الاقل``."""
    kinds: set[Bound] = set()
    before = _before(scan, start)
    if before is not None:
        kinds.add(before[0])
        start = before[1]
    after = _after(scan, end)
    if after is not None:
        kinds.add(after[0])
        end = after[1]
    return Bounds(frozenset(kinds), start, end)


def _before(scan: Scan, start: int) -> tuple[Bound, int] | None:
    bounds = figure_words().bounds
    text = scan.text
    close = start
    while close > 0 and text[close - 1] == " ":
        close -= 1
    found = scan.bounds.get(close)
    if found is not None:
        return bounds[text[found:close]], found
    named = scan.before(start)
    if not named.is_letters or not named.text.endswith(_PRONOUNS):
        return None
    # تجاوزت قيمته 5 مليارات: the name of the figure stands between.
    close = scan.before(named.start).end
    found = scan.bounds.get(close)
    if found is None or text[found:close] not in figure_words().spanning:
        return None
    return bounds[text[found:close]], found


def _after(scan: Scan, end: int) -> tuple[Bound, int] | None:
    following = bisect_left(scan.bounds_after, end)
    if following == len(scan.bounds_after) or scan.bounds_after[following] > end + _REACH:
        return None
    table = figure_words().bounds_after
    word = scan.after(end)
    for _ in range(_MOST_BETWEEN + 1):
        if not word.is_letters:
            return None
        found = table.match(scan, word, proclitics=False)
        if found is not None:
            return found.value, found.end
        word = scan.after(word.end)
    return None


def after_change(scan: Scan, position: int) -> bool:
    """Return whether a verb of change (``ارتفع``) stands before: then "from X to Y" is no range."""
    low = max(0, position - _CLAUSE)
    change = figure_words().change
    word = scan.before(position)
    while word.text and word.start >= low and word.text not in _SENTENCE_ENDS:
        if change.value(word.text):
            return True
        word = scan.before(word.start)
    return False


def is_label(scan: Scan, word: Word) -> bool:
    """Return whether the word before a number makes it a name: ``القناه 12``, ``الماده 5``."""
    if word.text == ":":
        word = scan.before(word.start)
    return figure_words().labels.value(word.text) is not None
