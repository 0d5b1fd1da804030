"""Which outlet published a report: from its source's fields, its address, or signs on the page."""

import re
from functools import cache
from typing import Any

import msgspec

from marsad.folding import fold_word
from marsad.knowledge.table import table
from marsad.model.report import RawReport
from marsad.reading.datelines import dateline_length, dateline_parts
from marsad.reading.furniture import furniture_data, words_pattern
from marsad.reading.kinds import Kind
from marsad.reading.lines import Line
from marsad.reading.zones import Zones

_FIRST_PARAGRAPHS = 3
_NAME_WORDS = 7
_HOST = re.compile(r"\w+://(?:[^/@?#]*@)?([^/:?#]+)")
_NOISE = re.compile(r"[\W_]+")


class _Outlets(msgspec.Struct, frozen=True):
    """English display names by everything that an outlet is known by, all folded."""

    names: dict[str, str]
    arabic: dict[str, str]
    domains: dict[str, str]
    signs: tuple[tuple[str, str], ...]


@cache
def _outlets() -> _Outlets:
    entries: dict[str, dict[str, Any]] = table().files["outlets"]["outlets"]
    rows = [(slug, entry, str(entry["en"])) for slug, entry in entries.items()]
    arabic = {fold_word(form): en for _, e, en in rows for form in (*e.get("short", ()), *e["ar"])}
    signs = [(fold_word(sign), en) for _, e, en in rows for sign in e.get("signs", ())]
    return _Outlets(
        names={_bare(name): en for slug, e, en in rows for name in (slug, en, *e["ar"], *e.get("short", ()))},
        arabic=arabic,
        domains={domain: en for _, e, en in rows for domain in e.get("domains", ())},
        signs=tuple(sorted(signs, key=lambda sign: -len(sign[0]))),
    )


def _bare(name: str) -> str:
    return _NOISE.sub("", fold_word(name).casefold())


@cache
def _credit() -> "re.Pattern[str]":
    data = furniture_data()
    verbs, nouns = words_pattern(data["credit_verbs"]), words_pattern(data["credit_nouns"])
    return re.compile(rf"(?:{verbs})\s+(?=(?:{nouns})\s)")


def find_outlet(raw: RawReport, zones: Zones) -> str | None:
    """Return the outlet's display name, or its name as the source gives it; None when nothing tells.

    The source's field comes first, then the address, then signs on the page ("المصدر: بترا", a
    dateline), then a first paragraph that begins with "وأفادت وكالة …".
    """
    by_address = _by_address(raw.url)
    if raw.outlet is None:
        return (
            by_address
            or _by_printed_address(raw, zones)
            or _by_signs(zones)
            or _by_dateline(zones)
            or _by_credit(zones)
        )
    named = _outlets().names.get(_bare(raw.outlet))
    # A field says "sky news" where the address tells which of them.
    if by_address is not None and (named is None or _bare(by_address).startswith(_bare(raw.outlet))):
        return by_address
    return named or raw.outlet


def _by_address(url: str | None) -> str | None:
    """Return the outlet of the address's domain or of the domain that it is part of."""
    host = _host(url or "")
    while host:
        outlet = _outlets().domains.get(host)
        if outlet is not None:
            return outlet
        host = host.partition(".")[2]
    return None


def _by_printed_address(raw: RawReport, zones: Zones) -> str | None:
    """Return the outlet of the address that the page prints as its first line."""
    first = zones.lines[0] if zones.lines else None
    return None if first is None else _by_address(raw.text[first.start : first.end])


def _host(url: str) -> str:
    match = _HOST.match(url)
    return match.group(1).lower() if match else ""


def _by_signs(zones: Zones) -> str | None:
    page = [line.text for line in zones.of(Kind.FURNITURE, Kind.DATELINE)]
    first = [line.text for line in _first_paragraphs(zones)]
    for sign, outlet in _outlets().signs:
        if any(sign in line for line in page) or any(line.startswith(sign) for line in first):
            return outlet
    return None


def _first_paragraphs(zones: Zones) -> list[Line]:
    return zones.of(Kind.STANDFIRST, Kind.TEXT)[:_FIRST_PARAGRAPHS]


def _by_dateline(zones: Zones) -> str | None:
    lines = [line.text for line in zones.of(Kind.DATELINE, Kind.DATE)]
    lines += [
        text[:length] for line in _first_paragraphs(zones) if (length := dateline_length(text := line.text))
    ]
    parts = (part for text in lines for part in dateline_parts(text))
    return next((outlet for part in parts if (outlet := _outlets().arabic.get(part))), None)


def _by_credit(zones: Zones) -> str | None:
    for line in _first_paragraphs(zones):
        credit = _credit().match(line.text)
        if credit:
            return _longest_name(line.text[credit.end() :])
    return None


def _longest_name(text: str) -> str | None:
    words = re.findall(r"[\w.]+", text[:120])[:_NAME_WORDS]
    names = (" ".join(words[:count]) for count in range(len(words), 0, -1))
    return next((outlet for name in names if (outlet := _outlets().arabic.get(name))), None)
