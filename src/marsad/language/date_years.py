"""Reading years by themselves: ``عام 2016``, ``عامي 2021 و2022``, ``في 2014``, ``(1936-1939)``."""

from itertools import pairwise

from marsad.language.date_found import Found
from marsad.language.date_months import read_year
from marsad.language.date_nodes import CalendarDate, Year
from marsad.language.date_spans import Between
from marsad.language.date_words import date_words
from marsad.language.lexing import Word
from marsad.language.number_hits import Hit, Scan
from marsad.language.number_words import figure_words, number_words
from marsad.language.unit_words import unit_words

_STROKES = frozenset("/-")
_JOINTS = frozenset("و،-/")
#: Bare numbers that can be a year of our own time.
OUR_YEARS = range(1850, 2100)
_MOST_YEARS = 9


def read_year_hit(scan: Scan, hit: Hit) -> list[Found] | None:
    """Read ``عام 2016``, ``العام 1436/1437ه``, ``عامي 2021 و2022``."""
    words = date_words()
    word = scan.after(hit.left)
    pair = words.year_pairs.match(scan, word)
    if pair is not None:
        return _several_years(scan, pair.start, scan.after(pair.end))
    named = words.years.match(scan, word)
    year = read_year(scan, word, "gregorian") if named and scan.after(named.end).text else None
    if named is None or year is None or year.year is None or year.year.offset is not None:
        return None
    node = CalendarDate(year.year.system or "gregorian", year.year)
    found = Found(node, named.start, year.end, year.explicit)
    return [to_second_year(scan, found)]


def _several_years(scan: Scan, start: int, word: Word) -> list[Found] | None:
    years: list[Word] = []
    while (
        word.text.isdigit()
        and len(word.text) == 4
        and int(word.text) in OUR_YEARS
        and len(years) < _MOST_YEARS
    ):
        years.append(word)
        following = scan.after(word.end)
        if following.text not in _JOINTS:
            break
        word = scan.after(following.end)
    if len(years) < 2:
        return None
    values = [int(year.text) for year in years]
    nodes = [CalendarDate("gregorian", Year(value)) for value in values]
    between = date_words().between.value(scan.before(start).text)
    follow = all(later == year + 1 for year, later in pairwise(values))
    if follow or (between and len(years) == 2):
        return [Found(Between(nodes[0], nodes[-1]), start, years[-1].end, explicit=True, kind="range")]
    starts = [start, *(year.start for year in years[1:])]
    return [
        Found(node, begin, year.end, explicit=True)
        for node, begin, year in zip(nodes, starts, years, strict=True)
    ]


def to_second_year(scan: Scan, found: Found) -> Found:
    """``2015-2020``, ``1436/1437ه``: the year that a stroke joins to the first."""
    stroke = scan.after(found.end)
    word = scan.after(stroke.end)
    if stroke.text not in _STROKES or not (word.text.isdigit() and len(word.text) == 4):
        return found
    first = found.node
    second = read_year(scan, word, "gregorian")
    if second is None or second.year is None or not isinstance(first, CalendarDate):
        return found
    system = second.year.system or "gregorian"
    value = first.year.value if first.year else None
    value = value if value is not None else int(scan.before(stroke.start).text)
    later = second.year.value
    if later is None or later <= value:
        return found
    start, end = (CalendarDate(system, Year(year)) for year in (value, later))
    return found._replace(node=Between(start, end), end=second.end, explicit=True, kind="range")


def read_bare_year(scan: Scan, word: Word) -> list[Found] | None:
    """Read four digits after a preposition of time, or two years joined: ``في 2014``, ``(1936-1939)``."""
    if not (word.text.isdigit() and int(word.text) in OUR_YEARS):
        return None
    year = read_year(scan, word, "gregorian")
    if year is None or year.year is None:
        return None
    found = Found(CalendarDate("gregorian", year.year), word.start, year.end, explicit=True)
    joined = to_second_year(scan, found)
    if counts(scan, joined.end):
        return None
    if joined is not found:
        return [joined]
    before = scan.before(word.start)
    said = (
        found.end > word.end  # An era stands after it.
        or date_words().before_year.value(before.text)
        or (before.text == "(" and scan.after(found.end).text == ")")
    )
    return [found] if said and not _bounded(scan, before) else None


def counts(scan: Scan, position: int) -> bool:
    """Return whether a scale, a unit or a known noun follows a number, so that it is no year."""
    word = scan.after(position)
    units = unit_words()
    return (
        word.text in number_words().scales
        or word.text in units.nouns
        or word.text in figure_words().percent_signs
        or figure_words().percent.match(scan, word, proclitics=False) is not None
        or units.units.match(scan, word, proclitics=False) is not None
    )


def _bounded(scan: Scan, before: Word) -> bool:
    """Whether the word before ends a bound of more than one word: أكثر من 2000."""
    start = scan.bounds.get(before.end)
    return start is not None and " " in scan.text[start : before.end]
