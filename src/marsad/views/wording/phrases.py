"""The words of one language: templates and labels from its YAML file, and how to put them together."""

from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Any

import yaml

from marsad.views.names import Lang


class Phrases:
    """The wording of a language. A key that is not there raises ``KeyError``: a gap in the file."""

    def __init__(self, lang: Lang, data: dict[str, Any]) -> None:
        self.lang = lang
        self._data = data

    @property
    def direction(self) -> str:
        """``ltr`` or ``rtl``."""
        return str(self._data["direction"])

    def get(self, *path: str | int) -> Any:  # noqa: ANN401 - a YAML tree
        """Return what stands at ``path``."""
        found: Any = self._data
        for key in path:
            found = found[key]
        return found

    def label(self, group: str, code: str) -> str | None:
        """Return the label of a code, None where the group has none."""
        found = self._data[group].get(code)
        return None if found is None else str(found)

    def fill(self, *path: str | int, **values: object) -> str:
        """Return the template at ``path`` with its braces filled in."""
        return str(self.get(*path)).format(**values)

    def count(self, forms: dict[str, str], number: int, **values: object) -> str:
        """Return the form that goes with ``number``, filled in."""
        category = _plural(self.lang, number)
        return forms[category if category in forms else "other"].format(number=number, **values)

    def join(self, words: Sequence[str]) -> str:
        """Join words into a list: "a, b and c"."""
        if len(words) < 2:
            return "".join(words)
        between, last = self.get("list", "between"), self.get("list", "last")
        return f"{between.join(words[:-1])}{last}{words[-1]}"


@cache
def phrases(lang: Lang) -> Phrases:
    """Return the wording of a language."""
    text = resources.files("marsad.views.wording").joinpath(f"{lang}.yml").read_text(encoding="utf-8")
    return Phrases(lang, yaml.safe_load(text))


def _plural(lang: Lang, number: int) -> str:
    """Return the plural category of CLDR: one and other, in Arabic also two and few (3–10, 103–110, …)."""
    if number == 1:
        return "one"
    if lang == "ar" and number == 2:
        return "two"
    return "few" if lang == "ar" and 3 <= number % 100 <= 10 else "other"
