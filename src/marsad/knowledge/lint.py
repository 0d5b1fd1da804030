"""Check the knowledge files: ``python -m marsad.knowledge.lint`` (part of ``make check``).

Prints one line for each fault and exits with 1 when there is one. ``--sources-only`` leaves out the last check,
that the compiled table is what the files say.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from importlib import resources
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec

from marsad.knowledge.compile import encode, read_files
from marsad.knowledge.forms import stem
from marsad.knowledge.schema import record_of
from marsad.knowledge.table import TABLE

Files = dict[str, dict[str, Any]]
_EDTF = re.compile(r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")
_STRAY = re.compile(
    "[\u064b-\u065f\u0640\u0670\u06a9\u06cc\u06c0-\u06c3\ufb50-\ufdff\ufe70-\ufeff\u200b-\u200f\u202a-\u202e]"
)
#: Offices that one person holds at a time; two holders on one day are a fault unless the state has several.
_SINGULAR = ("head_of_state", "monarch", "head_of_government", "foreign_minister", "supreme_leader")
#: Joint or collective heads: the presidency of Bosnia, San Marino's captains, Andorra's co-princes,
#: Libya's rival governments …
_SEVERAL = frozenset(("BIH", "SMR", "AND", "CHE", "LBY", "YEM", "SOM", "SDN", "CYP", "VEN"))


def main(arguments: list[str] | None = None) -> int:
    """Print every fault; return the exit code."""
    options = sys.argv[1:] if arguments is None else arguments
    root = Path(str(resources.files("marsad.knowledge")))
    files = read_files(root)
    faults = [fault for check in CHECKS for fault in check(files)]
    if "--sources-only" not in options and not faults:
        faults += _stale(root)
    for fault in faults:
        print(fault)
    return 1 if faults else 0


def _shape(files: Files) -> Iterator[str]:
    for name, data in files.items():
        try:
            msgspec.convert(data, record_of(name))
        except msgspec.ValidationError as error:
            yield f"{name}.yml: {error}"


def _letters(files: Files) -> Iterator[str]:
    """Arabic is written plain: no diacritics, tatweel, Persian or presentation-form letters."""
    for name, data in files.items():
        if name in ("furniture", "calendar", "units", "numerals", "attribution", "outlets"):
            continue  # these list odd spellings on purpose, or signs as pages print them
        for text in _strings(data):
            if _STRAY.search(text):
                yield f"{name}.yml: {text!r} has a diacritic, tatweel, Persian or presentation-form letter"


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)


def _duplicates(files: Files) -> Iterator[str]:
    """A person stands in one file; a form names one state, one organisation, one city."""
    where: dict[str, str] = {}
    for name, data in files.items():
        for slug in data.get("people", {}) if name.startswith("people/") else ():
            if slug in where:
                yield f"{name}.yml: {slug} stands in {where[slug]}.yml too"
            where[slug] = name
    for name, key in (("states", "states"), ("organisations", "organisations"), ("cities", "cities")):
        yield from _shared_forms(name, files[name][key])


def _shared_forms(name: str, entries: dict[str, dict[str, Any]]) -> Iterator[str]:
    owners: dict[str, str] = {}
    for code, entry in entries.items():
        if entry.get("ambiguous") is True:
            continue
        for form in entry["ar"]:
            folded = stem(form)[0]
            if owners.setdefault(folded, code) != code:
                yield f"{name}.yml: {form} names both {owners[folded]} and {code}"


def _references(files: Files) -> Iterator[str]:
    """Codes that other files speak of exist."""
    states, cities = files["states"]["states"], files["cities"]["cities"]
    organisations = files["organisations"]["organisations"]
    for code, state in states.items():
        if state["capital"] is not None and state["capital"] not in cities:
            yield f"states.yml: {code}: no city {state['capital']}"
    for slug, city in cities.items():
        if city.get("state") is not None and city["state"] not in states:
            yield f"cities.yml: {slug}: no state {city['state']}"
    for name, slug, tenure in _tenures(files):
        if tenure.get("state") is None and tenure.get("organisation") is None:
            yield f"{name}.yml: {slug}: a tenure names neither state nor organisation"
        if tenure.get("state") is not None and tenure["state"] not in states:
            yield f"{name}.yml: {slug}: no state {tenure['state']}"
    for code, organisation in organisations.items():
        for member in organisation.get("members", []):
            if member["state"] not in states:
                yield f"organisations.yml: {code}: no state {member['state']}"


def _tenures(files: Files) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for name, data in files.items():
        if name.startswith("people/"):
            for slug, person in data["people"].items():
                for tenure in person["tenures"]:
                    yield name, slug, tenure


def _dates(files: Files) -> Iterator[str]:
    for name, slug, tenure in _tenures(files):
        start, until = tenure.get("from"), tenure.get("until")
        for date in (start, until):
            if date is not None and not _EDTF.match(date):
                yield f"{name}.yml: {slug}: {date!r} is no EDTF date of year, month or day"
        if start and until and until < start[: len(until)]:
            yield f"{name}.yml: {slug}: a tenure ends ({until}) before it begins ({start})"


def _overlaps(files: Files) -> Iterator[str]:
    """Two people in one singular office on one day."""
    terms: dict[tuple[str, str], list[tuple[str, str, str, str]]] = defaultdict(list)
    for name, slug, tenure in _tenures(files):
        state: str | None = tenure.get("state")
        if (
            tenure["office"] in _SINGULAR
            and state is not None
            and state not in _SEVERAL
            and tenure.get("from")
        ):
            terms[state, tenure["office"]].append((tenure["from"], tenure.get("until", "9999"), slug, name))
    for (state, office), held in terms.items():
        held.sort()
        for (_, until, one, _), (start, _, other, name) in pairwise(held):
            if start < until[: len(start)] and one != other:
                yield f"{name}.yml: {other} ({state} {office} from {start}) overlaps {one} (until {until})"


def _stale(root: Path) -> Iterator[str]:
    table = root / TABLE
    if not table.exists() or table.read_bytes() != encode(root):
        yield f"{TABLE} is not what the files say; run: make knowledge"


CHECKS: tuple[Callable[[Files], Iterator[str]], ...] = (
    _shape,
    _letters,
    _duplicates,
    _references,
    _dates,
    _overlaps,
)

if __name__ == "__main__":
    sys.exit(main())
