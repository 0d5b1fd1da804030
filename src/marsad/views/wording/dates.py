"""Dates in words, from EDTF. Example: ``2023-09-18`` is 18 September 2023, 18 أيلول/سبتمبر 2023."""

from marsad.model.edtf import Point, parse
from marsad.views.wording.phrases import Phrases


def date_phrase(edtf: str | None, words: Phrases, *, lasting: bool = False) -> str:
    """Return an EDTF date in words; for None what says "undated".

    An interval with one end is a bound on when something happened, or, with ``lasting``, the time through
    which it lasted: "28 July 2024 or later" as against "since 28 July 2024".
    """
    if edtf is None:
        return str(words.get("dates", "unknown"))
    when = parse(edtf)
    start = _point(when.start, words) if when.start else None
    if not when.interval and start:
        return start
    end = _point(when.end, words) if when.end else None
    if start and end:
        return words.fill("dates", "between", start=start, end=end)
    if start:
        return words.fill("dates", "since" if lasting else "not_before", date=start)
    if end:
        return words.fill("dates", "until" if lasting else "not_after", date=end)
    return date_phrase(None, words)


def _point(point: Point, words: Phrases) -> str:
    text = _calendar(point, words)
    return words.fill("dates", "about", date=text) if point.approximate else text


def _calendar(point: Point, words: Phrases) -> str:
    if "X" in point.year:
        return words.fill("dates", "decade", year=point.year.replace("X", "0"))
    if point.month is None:
        return words.fill("dates", "year", year=point.year)
    if point.month > 12:
        return words.fill("dates", "part", part=words.get("dates", "parts", point.month), year=point.year)
    month = words.get("dates", "months")[point.month - 1]
    if point.day is None:
        return words.fill("dates", "month", month=month, year=point.year)
    return words.fill("dates", "day", day=point.day, month=month, year=point.year)
