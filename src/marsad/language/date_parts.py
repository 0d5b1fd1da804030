"""Reading parts of years, decades and feasts: ``الربع الاول من عام 2023``, ``صيف 2022``, ``عيد الفطر``."""

from marsad.language.date_found import Found, Kind
from marsad.language.date_months import read_tail
from marsad.language.date_relative import year_of_part
from marsad.language.date_spans import Decade, FeastOf, PartOfYear, SeasonOf
from marsad.language.date_words import date_words
from marsad.language.number_hits import Hit, Scan

_STROKES = frozenset("/-")
_FIRST_QUARTER_CODE = 33


def read_season(scan: Scan, hit: Hit) -> list[Found] | None:
    """Read ``صيف 2022``, ``خريف العام الماضي``, ``الخريف المقبل``, ``هذا الصيف``."""
    words = date_words()
    season = words.seasons.match(scan, scan.after(hit.left))
    if season is None:
        return None
    tail = read_tail(scan, season.end, "gregorian")
    before = scan.before(hit.left)
    this = words.this.match(scan, before) if before.text else None
    lean = tail.lean or ("this" if this else None)
    if tail.year is None and lean is None:
        return None
    start, end = this.start if this and tail.year is None else season.start, tail.end
    if tail.explicit and scan.after(end).text in _STROKES and scan.after(scan.after(end).end).text.isdigit():
        end = scan.after(scan.after(end).end).end
    return [Found(SeasonOf(season.value, tail.year, lean), start, end, tail.explicit)]


def read_quarter(scan: Scan, hit: Hit) -> list[Found] | None:
    """Read ``الربع الاول من عام 2023``: 2023-33."""
    return _part(scan, hit, quarters=True)


def read_half(scan: Scan, hit: Hit) -> list[Found] | None:
    """Read ``النصف الثاني من العام الجاري``: July to December."""
    return _part(scan, hit, quarters=False)


def _part(scan: Scan, hit: Hit, *, quarters: bool) -> list[Found] | None:
    words = date_words()
    table, count = (words.quarter, 4) if quarters else (words.half_year, 2)
    named = table.match(scan, scan.after(hit.left))
    ordinal = words.ordinals.match(scan, scan.after(named.end), proclitics=False) if named else None
    if named is None or ordinal is None or ordinal.value > count:
        return None
    year = year_of_part(scan, ordinal.end)
    if year is None:
        return None
    length = 12 // count
    first = (ordinal.value - 1) * length + 1
    code = _FIRST_QUARTER_CODE + ordinal.value - 1 if quarters else None
    node = PartOfYear(first, first + length - 1, year[0], code)
    explicit = year[0].value is not None
    return [Found(node, named.start, year[1], explicit, "date" if quarters else "range")]


def read_decade(scan: Scan, hit: Hit) -> list[Found] | None:
    """Read ``تسعينيات القرن الماضي``; not an age (في الخمسينيات من عمره)."""
    words = date_words()
    decade = words.decades.match(scan, scan.after(hit.left))
    if decade is None:
        return None
    following = scan.after(decade.end)
    if following.text in words.of:
        past = words.last_century.match(scan, scan.after(following.end), proclitics=False)
    else:
        past = words.last_century.match(scan, following, proclitics=False)
    if past is None and words.no_decade_before.match(scan, following, proclitics=False):
        return None
    return [Found(Decade(decade.value), decade.start, past.end if past else decade.end, explicit=True)]


def read_feast(scan: Scan, hit: Hit) -> list[Found] | None:
    """Read ``عيد الفطر``, ``عيد الاضحي المبارك 2023``, ``النوروز المقبل``."""
    feast = date_words().feasts.match(scan, scan.after(hit.left))
    if feast is None:
        return None
    tail = read_tail(scan, feast.end, "gregorian")
    if tail.year is None and tail.lean is None:
        hijri = read_tail(scan, feast.end, "hijri")
        tail = hijri if hijri.year and hijri.year.system == "hijri" else tail
    kind: Kind = "range" if feast.value.days > 1 else "date"
    return [Found(FeastOf(feast.value, tail.year, tail.lean), feast.start, tail.end, tail.explicit, kind)]
