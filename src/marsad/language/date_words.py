"""The words of dates, from ``knowledge/calendar.yml``."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from marsad.folding import fold_word
from marsad.knowledge.files import load
from marsad.language.date_types import Feast, Lean, MonthName, Season, Span, System, Third, Zone
from marsad.language.phrases import Phrases


class DateWords(NamedTuple):
    """Everything that a date is made of, by its folded words."""

    months: Phrases[MonthName]
    glued: frozenset[str]
    month_heads: Phrases[bool]
    month_before: Phrases[bool]
    hijri_alone: frozenset[str]
    hijri_wary: frozenset[str]
    epithets: frozenset[str]
    weekdays: Phrases[int]
    no_weekday_after: Phrases[bool]
    day_words: Phrases[int]
    today_never_after: Phrases[bool]
    today_never_before: frozenset[str]
    named_today: Phrases[bool]
    before_named_today: Phrases[bool]
    day_heads: Phrases[bool]
    after_day: frozenset[str]
    after_point: frozenset[str]
    lean: dict[str, Lean]
    lean_windows: dict[str, Lean]
    further: Phrases[Lean]
    this: Phrases[bool]
    same: frozenset[str]
    few: frozenset[str]
    spans: Phrases[Span]
    definite_spans: Phrases[Span]
    years: Phrases[bool]
    year_pairs: Phrases[bool]
    before_year: Phrases[bool]
    eras: Phrases[System]
    before_christ: Phrases[bool]
    general: Phrases[bool]
    same_day: Phrases[bool]
    to: Phrases[bool]
    of: frozenset[str]
    between: Phrases[bool]
    from_event: frozenset[str]
    since: Phrases[bool]
    until: Phrases[bool]
    ago: Phrases[bool]
    hence: Phrases[bool]
    lengths: Phrases[bool]
    halves: Phrases[bool]
    thirds: Phrases[Third]
    first_day: Phrases[bool]
    quarter: Phrases[bool]
    half_year: Phrases[bool]
    first_months: frozenset[str]
    ordinals: Phrases[int]
    hours: Phrases[int]
    hour_fractions: Phrases[int]
    clock: Phrases[bool]
    minutes: frozenset[str]
    dayparts: Phrases[str]
    clock_links: Phrases[bool]
    zone_words: Phrases[bool]
    local_time: Phrases[bool]
    zones: Phrases[Zone]
    seasons: Phrases[Season]
    decades: Phrases[str]
    last_century: Phrases[bool]
    no_decade_before: Phrases[bool]
    feasts: Phrases[Feast]
    future: frozenset[str]
    future_past: Phrases[bool]
    triggers: list[tuple[str, str]]


#: Fields that are sets of phrases, sets of single words, phrases with a number or with a word as key.
_SETS = (
    "month_heads", "no_weekday_after", "today_never_after", "day_heads", "this", "years", "before_year",
    "before_christ", "general", "same_day", "to", "between", "since", "until", "ago", "hence",
    "lengths", "halves", "first_day", "quarter", "half_year", "clock", "clock_links", "zone_words",
    "local_time", "last_century", "no_decade_before", "future_past",
)  # fmt: skip
_WORDS = (
    "glued", "hijri_alone", "hijri_wary", "epithets", "today_never_before", "same", "few", "of",
    "from_event", "first_months", "minutes", "future",
)  # fmt: skip
_NUMBERED = (
    "weekdays", "day_words", "hours", "hour_fractions",
)  # fmt: skip
_KEYED = (
    "further", "eras", "thirds", "dayparts",
)  # fmt: skip
#: Fields whose key in the file is another.
_KEYS = {
    "no_weekday_after": "weekday_never_after",
    "years": "year_words",
    "halves": "length_halves",
    "half_year": "half",
    "no_decade_before": "decade_never_before",
    "hijri_alone": "hijri_after_preposition",
    "further": "lean_further",
    "thirds": "portions",
}


@cache
def date_words() -> DateWords:
    """Return the words of dates. Raises KnowledgeError where the file is missing."""
    data = load("calendar")
    lean = _lean(data["lean"])
    plain: dict[str, Any] = {}
    for fields, build in ((_SETS, _set), (_WORDS, _folded), (_NUMBERED, _numbered_set), (_KEYED, _keyed_set)):
        plain |= {field: build(data[_KEYS.get(field, field)]) for field in fields}
    return DateWords(
        **plain,
        months=Phrases(_months(data)),
        month_before=_set(data["gregorian"]["before"]),
        after_point=_after_point(data),
        named_today=_set(data["today_in_names"]["names"]),
        before_named_today=_set(data["today_in_names"]["after"]),
        after_day=_folded(
            [*data["of"], *data["month_heads"], *data["to"], *(f"و{word}" for word in data["to"])]
        ),
        lean=lean,
        lean_windows={**lean, **_lean(data["lean_windows"])},
        spans=Phrases(_spans(data["spans"], "")),
        definite_spans=Phrases(_spans(data["spans"], "ال")),
        year_pairs=_set([*data["year_pairs"], *data["year_lists"]]),
        ordinals=Phrases(_ordinals(data)),
        zones=Phrases(_zones(data["zones"])),
        seasons=Phrases(_seasons(data["seasons"])),
        decades=Phrases(
            (form, key) for key, forms in data["decades"].items() for form in forms for form in _both(form)
        ),
        feasts=Phrases(_feasts(data["feasts"])),
        triggers=list(_triggers(data)),
    )


def _after_point(data: dict[str, Any]) -> frozenset[str]:
    """Return the words and marks that can go on from a point in time to its clock or a range's end."""
    words = [*data["to"], *(f"و{word}" for word in data["to"]), *data["clock_links"], *data["clock"]]
    return _set(words).openings | frozenset("-()،,T")


def _months(data: dict[str, Any]) -> Iterator[tuple[str, MonthName]]:
    gregorian = data["gregorian"]
    wary = _folded(gregorian["ambiguous"])
    for names in gregorian["families"].values():
        for number, name in enumerate(names, start=1):
            yield name, MonthName("gregorian", frozenset((number,)), fold_word(name) not in wary)
    for number, names in gregorian["variants"].items():
        for name in names:
            yield name, MonthName("gregorian", frozenset((int(number),)), plain=True)
    for name, numbers in gregorian["halves"].items():
        yield name, MonthName("gregorian", frozenset(map(int, numbers)), plain=False, half=True)
    yield from _other_months("hijri", data["hijri"], plain=_folded(data["hijri_plain"]))
    solar = {fold_word(name) for names in data["solar"] for name in names}
    yield from _other_months("solar", data["solar"], plain=solar - _folded(data["solar_ambiguous"]))


def _other_months(
    system: System, months: list[list[str]], *, plain: frozenset[str] | set[str]
) -> Iterator[tuple[str, MonthName]]:
    for number, names in enumerate(months, start=1):
        for name in names:
            yield name, MonthName(system, frozenset((number,)), fold_word(name) in plain)


def _ordinals(data: dict[str, Any]) -> Iterator[tuple[str, int]]:
    """الأول to الحادي والثلاثين."""
    yield from _numbered(data["ordinals"])
    for unit, name in data["ordinal_units"].items():
        for teen in data["ordinal_teen"]:
            yield f"{name} {teen}", 10 + int(unit)
        for ten, forms in data["ordinal_tens"].items():
            for form in forms:
                for joined in (f"{name} و{form}", f"{name} و {form}"):
                    yield joined, int(ten) + int(unit)
    yield from _numbered(data["ordinal_tens"])


def _spans(rows: list[dict[str, Any]], article: str) -> Iterator[tuple[str, Span]]:
    for row in rows:
        for key, count in (("one", 1), ("two", 2), ("many", 0)):
            for form in row[key]:
                yield article + form, Span(row["code"], row["period"], count)
        if not article:
            for form in row["one"]:
                yield form + ("" if form.endswith("ة") else "ا"), Span(row["code"], row["period"], 1)


def _lean(rows: dict[str, list[str]]) -> dict[str, Any]:
    """Return the adjective in each gender and number: الماضي, الماضية, الماضيان, الماضيين, الماضيتين."""
    return {
        fold_word(form) + ending: key
        for key, forms in rows.items()
        for form in forms
        for ending in ("", "ه", "ان", "ين", "تان", "تين")
    }


def _zones(rows: list[dict[str, Any]]) -> Iterator[tuple[str, Zone]]:
    for row in rows:
        for name in row["ar"]:
            yield name, Zone(row.get("offset"), row.get("since"), row.get("tz"))


def _seasons(rows: dict[str, Any]) -> Iterator[tuple[str, Season]]:
    for code, row in rows.items():
        for name in row["ar"]:
            for form in _both(name):
                yield form, Season(int(code), *row["months"])


def _feasts(rows: dict[str, Any]) -> Iterator[tuple[str, Feast]]:
    for row in rows.values():
        for name in row["ar"]:
            yield name, Feast(row["system"], row["month"], row["day"], row["days"])


def _triggers(data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    # A short solar month counts with a day before it only, and its digits open it.
    short = _folded(data["solar_ambiguous"])
    yield from (
        (form, "month") for form, month in _months(data) if not month.half and fold_word(form) not in short
    )
    for key, kind in (("weekdays", "weekday"), ("day_words", "day")):
        yield from ((form, kind) for form, _ in _numbered(data[key]))
    for key, kind in (
        ("year_words", "year"), ("year_pairs", "year"), ("year_lists", "year"),
        ("since", "since"), ("until", "until"),
        ("ago", "ago"), ("hence", "ago"), ("lengths", "length"), ("quarter", "quarter"), ("half", "half"),
        ("clock", "clock"), ("future", "future"),
    ):  # fmt: skip
        yield from ((form, kind) for form in data[key])
    yield from ((form, "third") for forms in data["portions"].values() for form in forms)
    yield from ((form, "span") for form, _ in _spans(data["spans"], "ال"))
    yield from ((form, "season") for form, _ in _seasons(data["seasons"]))
    yield from (
        (form, "decade") for forms in data["decades"].values() for form in forms for form in _both(form)
    )
    yield from ((form, "feast") for form, _ in _feasts(data["feasts"]))
    yield from ((form, "ordinal") for form, _ in _ordinals(data))


def _both(form: str) -> tuple[str, str]:
    return form, "ال" + form


def _keyed_set(rows: dict[str, list[str]]) -> Phrases[str]:
    return Phrases((form, key) for key, forms in rows.items() for form in forms)


def _numbered_set(rows: dict[str, list[str]]) -> Phrases[int]:
    return Phrases(_numbered(rows))


def _numbered(rows: dict[str, list[str]]) -> list[tuple[str, int]]:
    return [(form, int(number)) for number, forms in rows.items() for form in forms]


def _folded(forms: list[str]) -> frozenset[str]:
    return frozenset(fold_word(form) for form in forms)


def _set(forms: list[str]) -> Phrases[bool]:
    return Phrases((form, True) for form in forms)
