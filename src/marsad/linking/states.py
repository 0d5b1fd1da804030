"""Finding the state that somebody means: by code, or by its name in English or Arabic."""

import difflib
from functools import cache
from itertools import takewhile

from marsad.errors import UnknownCode
from marsad.folding import fold
from marsad.knowledge.table import table

_SHOWN, _CONSIDERED = 3, 12


def state_code(text: str) -> str:
    """Return the ISO alpha-3 code of a state given as code or name.

    Raises ``UnknownCode`` naming the nearest states otherwise.
    """
    names = _names()
    key = _key(text)
    if key in names:
        return names[key]
    near = difflib.get_close_matches(key, names, n=_CONSIDERED)
    near.sort(key=lambda name: -_shared_start(key, name))
    codes = list(dict.fromkeys(names[name] for name in near))[:_SHOWN]
    known = table().files["states"]["states"]
    hint = ", ".join(f"{code} ({known[code]['en']})" for code in codes)
    advice = f"nearest: {hint}" if hint else "give an ISO 3166-1 alpha-3 code such as IRN, or a name"
    raise UnknownCode(f"{text}: no state of that code or name ({advice})")


def _shared_start(one: str, other: str) -> int:
    """Return how many letters two names begin with in common: misspellings mostly come later."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


@cache
def _names() -> dict[str, str]:
    found: dict[str, str] = {}
    for code, state in table().files["states"]["states"].items():
        for name in (code, state["en"], *state["ar"]):
            found.setdefault(_key(name), code)
    return found


def _key(text: str) -> str:
    return " ".join(fold(text).text.casefold().split())
