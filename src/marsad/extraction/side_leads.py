"""What governs a participant in its clause: nothing, "مع", a preposition, or a noun that it owns."""

from marsad.extraction.clauses import words
from marsad.extraction.document import Document
from marsad.language.tokens import Token

#: A noun in front that makes the side its owner, not a partner: "حكومة الرئيس".
OF = "of"
#: Governed by "مع", "بين", "بحضور" …
WITH = "with"
#: The same behind a noun of relations: "العلاقات مع", "اتفاق بين".
RELATION = "relation"
#: "بالإضافة إلى": joined to the one before as if by و.
ADDED = "added"
#: Behind "من قبل": whoever does what a passive tells.
AGENT = "agent"
#: How many words before "بين" the noun of relations may stand: "العلاقات الثنائية التاريخية بين".
_FARTHEST_RELATION = 3


def lead_of(document: Document, left: int, prefix: str) -> str:
    """Return what governs the word that begins at ``left`` with these proclitics.

    Empty for nothing (a subject or object), ``WITH``, ``RELATION``, ``OF``, ``ADDED``, a folded preposition,
    or the proclitic itself. Example: "مع الوزير" gives ``WITH``, "للوزير" gives "ل".
    """
    clitic = prefix.removeprefix("و").removeprefix("ف").removesuffix("ال")
    if clitic:
        return clitic[0]
    if prefix.startswith("و"):
        return ""
    return _governor(document, left)


def _governor(document: Document, left: int) -> str:
    """Return what the word in front makes of the word at ``left``, looking through "كل من"."""
    token = document.surface.tokens.before(left)
    if token is None or document.text[token.end : left].strip(' "#_('):
        return ""
    if token.text in words("clauses", "through"):
        return _governor(document, token.start)
    text = token.text.removeprefix("و")
    if token.text in words("clauses", "with") or text in words("clauses", "with"):
        return RELATION if _of_relation(document, token) else WITH
    if text in words("clauses", "also_verbs") and _opens(document, token):
        return ""
    if token.text in words("clauses", "governs") or text in words("clauses", "governs"):
        before = document.surface.tokens.before(token.start)
        if before is not None and before.text in words("clauses", "through"):
            return _governor(document, before.start)
        if before is not None and before.text[1:] in words("clauses", "through") and before.text[0] in "بل":
            return WITH if before.text[0] == "ب" else "ل"
        if before is not None and f"{before.text} {text}" in words("clauses", "agents"):
            return AGENT
        return ADDED if before is not None and before.text in words("clauses", "added") else text
    if text in words("clauses", "regimes"):  # "باشرت حكومة الرئيس محادثات": they act for him
        return _governor(document, token.start)
    return OF if _is_owned(token) else ""


def _opens(document: Document, token: Token) -> bool:
    """Tell whether a word stands at the head of a clause: after nothing, a mark, or with و."""
    before = document.surface.tokens.before(token.start)
    return token.text.startswith("و") or before is None or not before.is_word


def _of_relation(document: Document, preposition: Token) -> bool:
    """Tell whether "بين" or "مع" belongs to a noun of relations right before it: "التعاون الثنائي بين"."""
    index = document.surface.tokens.index_at(preposition.start)
    near = document.surface.tokens.all[max(0, index - _FARTHEST_RELATION) : index]
    for token in reversed(near):
        if not token.is_word or document.text[token.end : preposition.start].count("\n"):
            return False
        bare = token.text.removeprefix("و").removeprefix("ب").removeprefix("ل").removeprefix("ال")
        if bare in words("clauses", "relations"):
            return True
        if not token.text.startswith("ال") and not token.text.endswith(("ه", "ي")):
            return False
    return False


def _is_owned(token: Token) -> bool:
    """Tell whether a word is a noun that makes what follows its owner: "حكومة الوزير", "وبموقف الوزير"."""
    owners = words("clauses", "owners")
    return token.text in owners or (token.text[0] in "وبلك" and token.text[1:] in owners)
