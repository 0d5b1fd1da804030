"""The form of a reporting verb, and what speaks against speech: negation, conditions, "أن" in front, the passive."""

from marsad.extraction.speech_line import Line, row_of, words
from marsad.knowledge.lexicon import Hit
from marsad.knowledge.table import table
from marsad.language.tokens import Token

#: How many characters behind "وكالة" its name may begin.
_AGENCY_WITHIN = 3
_DAMMA, _SHADDA = "\u064f", "\u0651"


def tense_of(hit: Hit) -> tuple[str, str]:
    """Return tense and person of a verb hit: ``("perfect", "3ms")``."""
    tense, person = hit.feature.split(".")
    return tense.removesuffix("+"), person


def is_owning(hit: Hit) -> bool:
    """Whether a verb form has its object as a pronoun; many such forms are nouns too: "رفضه"."""
    return "+" in hit.feature


def points_back(line: Line, hit: Hit) -> int | None:
    """Return where "وهو ما", "هذا ما" in front of a verb begins, by which it reports what stands before."""
    what = line.before(hit.left)
    if what is None or what.text not in words("what"):
        return None
    pronoun = line.before(what.start)
    return pronoun.start if pronoun is not None and pronoun.text in words("this") else None


def is_relayed(line: Line, hit: Hit) -> bool:
    """Whether an agency speaks of itself in its own report, and passes the news on: "وأفادت وكالة … بأن"."""
    token = line.after(hit.end)
    if token is None or token.text not in words("relays"):
        return False
    outlets = table().files["outlets"]["outlets"]
    named = line.cast.between(token.start, token.end + _AGENCY_WITHIN)
    own = {outlets.get(m.participant.organisation, {}).get("en") for m in named}
    return line.surface.report.outlet in own - {None}


def is_negated(line: Line, hit: Hit) -> bool:
    """Whether a verb was not said: "لم يعلن"."""
    before = line.before(hit.left)
    return before is not None and before.text in words("negations")


def is_unreal(line: Line, hit: Hit, tense: str) -> bool:
    """Whether a verb tells of no act of speech: conditional, governed by "أن", to come, or passive."""
    before = line.before(hit.left)
    if before is not None and before.text in words("conditions") and points_back(line, hit) is None:
        return True
    if tense == "perfect" and before is not None and not hit.prefix and before.text in words("before_nouns"):
        return True
    if row_of(hit.key).get("noun") and hit.feature == "perfect.3ms" and _governs_noun(line, before):
        return True
    if tense == "imperfect":
        governed = before is not None and before.text in words("subjunctive")
        return governed or hit.prefix not in ("", "و", "ف")
    if tense == "perfect":
        first = line.surface.folded.original(hit.start, hit.start + 1)
        return _DAMMA in line.surface.report.text[first.start : first.end]
    return False


def _governs_noun(line: Line, before: Token | None) -> bool:
    """Whether a noun must follow a word: "إن رفض البرلمان للقانون", but not "بعد أن رفض البرلمان"."""
    if before is None or before.text not in words("lead_in"):
        return False
    first = line.before(before.start)
    return first is None or first.text not in words("before_that")


def is_undoubled(line: Line, hit: Hit) -> bool:
    """Whether a form carries no shadda by which it would be a verb: "بين" is no "بيّن"."""
    span = line.surface.folded.original(hit.start, hit.end)
    return hit.feature == "perfect.3ms" and _SHADDA not in line.surface.report.text[span.start : span.end]
