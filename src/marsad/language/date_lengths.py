"""Reading lengths of time, and points that far from the report's day: ``لمده ثلاث سنوات``, ``قبل شهرين``."""

from typing import NamedTuple

from marsad.language.date_found import Found
from marsad.language.date_nodes import Distance
from marsad.language.date_spans import Since, Vague
from marsad.language.date_types import Span
from marsad.language.date_words import date_words
from marsad.language.lexing import Word
from marsad.language.number_hits import Hit, Scan
from marsad.language.number_words import figure_words
from marsad.language.numerals import read_number

#: "After ten years" tells a story unless the clause speaks of what is to come.
_LONG = frozenset(("a", "decade"))


class Length(NamedTuple):
    """So much time: ``amount`` None for a plural without a number; ``half`` for عام ونصف."""

    span: Span
    amount: int | None
    end: int
    half: bool = False
    about: bool = False
    bounded: bool = False


def read_length(scan: Scan, word: Word) -> Length | None:
    """Read so much time: ``20 عاما``, ``ثلاث سنوات``, ``عامين``, ``نحو شهر``, ``عام ونصف``, ``ايام``."""
    words = date_words()
    if word.start not in scan.at and not words.spans.opens(word.text):
        return None
    about, bounded, word = _past_bound(scan, word)
    number = read_number(scan, word, adding=False) if word.text else None
    if number is not None:
        span = words.spans.match(scan, scan.after(number.end), proclitics=False)
        if span is None or span.value.number == 2 or number.value != int(number.value):
            return None
        amount: int | None = int(number.value)
    else:
        span = words.spans.match(scan, word)
        amount = span.value.number or None if span else None
    if span is None:
        return None
    half = words.halves.match(scan, scan.after(span.end), proclitics=False)
    return Length(span.value, amount, half.end if half else span.end, half is not None, about, bounded)


def _past_bound(scan: Scan, word: Word) -> tuple[bool, bool, Word]:
    """Step over نحو or أكثر من: whether it was about, whether a bound, and the word after."""
    bounds = figure_words().bounds
    for hit in scan.beginning_at(word.start):
        if hit.kind == "bound":
            kind = bounds.get(scan.text[hit.start : hit.end])
            return kind == "approx", kind != "approx", scan.after(hit.end)
    return False, False, word


def read_distance(scan: Scan, hit: Hit) -> list[Found] | None:
    """Read ``قبل ثلاثه ايام``, ``بعد شهرين``; not from another event (``قبل عامين من الحرب``)."""
    words = date_words()
    word = scan.after(hit.left)
    length = read_length(scan, scan.after(hit.end))
    if length is None:
        return None
    cue = words.ago.match(scan, word)
    sign = -1 if cue else 1
    cue = cue or words.hence.match(scan, word)
    if cue is None or not _stands_alone(scan, length) or _is_bare_day(scan, length):
        return None
    if scan.after(length.end).text in words.from_event or (sign > 0 and length.amount is None):
        return None
    node = distance(length, sign)
    if sign > 0 and isinstance(node, Distance):
        node = node._replace(telling=length.span.code in _LONG and (length.amount or 0) > 1)
    return [Found(node, cue.start, length.end, explicit=False)]


def read_since_length(scan: Scan, word: Word, start: int) -> Found | None:
    """Read what follows منذ as a length: ``منذ عامين`` goes on from two years before the anchor."""
    length = read_length(scan, word)
    if length is None or not _stands_alone(scan, length) or _is_bare_day(scan, length):
        return None
    return Found(Since(distance(length, -1)), start, length.end, explicit=False, kind="range")


def distance(length: Length, sign: int) -> Distance | Vague:
    """Return the point so far away; a bounded length (أكثر من عام) tells none."""
    if length.bounded:
        return Vague()
    if length.half:
        months = 6 + 12 * (length.amount or 0)
        return Distance("mo", months, sign, about=True) if length.span.code == "a" else Vague()
    return Distance(length.span.code, length.amount, sign, length.about)


def _stands_alone(scan: Scan, length: Length) -> bool:
    """Whether no day, month or year follows, as it does in قبل عام 2011, منذ شهر مايو, بعد يوم الاثنين."""
    words = date_words()
    if length.span.number != 1 or length.half:
        return True
    following = scan.after(length.end)
    if words.weekdays.match(scan, following) or words.months.match(scan, following, proclitics=False):
        return False
    return not following.is_number


def _is_bare_day(scan: Scan, length: Length) -> bool:
    """Whether the length is يوم without a number, which with قبل and بعد tells of another day."""
    word = scan.before(length.end)
    return length.span.code == "d" and length.span.number == 1 and not scan.before(word.start).is_number


def read_duration(scan: Scan, hit: Hit) -> list[Found] | None:
    """Read ``لمده ثلاث سنوات`` as a length: it dates nothing, its ISO 8601 period is ``P3Y``."""
    length = read_length(scan, scan.after(hit.end))
    cue = date_words().lengths.match(scan, scan.after(hit.left)) if length else None
    if (
        cue is None
        or length is None
        or cue.end != hit.end
        or length.amount is None
        or not _stands_alone(scan, length)
    ):
        return None
    period = iso_period(length)
    return (
        [Found(Vague(), cue.start, length.end, explicit=True, kind="duration", duration=period)]
        if period
        else None
    )


def iso_period(length: Length) -> str | None:
    """Return the ISO 8601 period: P20Y, P1Y6M, PT1H30M; None where half of it has no whole smaller unit."""
    if length.amount is None:
        return None
    each = length.span.period
    factor = int("".join(filter(str.isdigit, each)))
    whole = each.rstrip("YMWDHS").rstrip("0123456789") + str(factor * length.amount) + each[-1]
    if not length.half:
        return whole
    return {"a": whole + "6M", "h": whole + "30M"}.get(length.span.code)
