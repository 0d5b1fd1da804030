"""From an entry of the knowledge to the forms that a text can show of it.

The compiler calls this; nothing at run time does. All forms come back folded (``folding``'s
letters), without proclitics: the reader takes those off.
"""

from collections.abc import Iterator

from marsad.folding import fold_word

ARTICLE = "ال"
#: Possessive pronouns that news puts on a noun: لقائه، زيارتها، بلادهم، زيارتي.
PRONOUNS = ("ه", "ها", "هما", "هم", "نا", "ي")


def stem(form: str) -> tuple[str, bool]:
    """Return the folded form without the article and whether it had one: ``("امم المتحده", True)``."""
    written = form.strip()
    folded = fold_word(written)
    # Tested before folding: in ألمانيا the first two letters are no article.
    if written.startswith(ARTICLE) and len(folded) > len(ARTICLE) + 2:
        return folded[len(ARTICLE) :], True
    return folded, False


def spelled_apart(form: str) -> Iterator[str]:
    """Yield a name with عبد joined and apart: عبد الله، عبدالله."""
    yield form
    if "عبد ال" in form:
        yield form.replace("عبد ال", "عبدال")
    elif "عبدال" in form:
        yield form.replace("عبدال", "عبد ال")


def with_pronouns(noun: str) -> Iterator[str]:
    """Yield a folded noun with each possessive: زياره → زيارته…, لقاء → لقائه، لقاءه."""
    if noun.endswith("ه") and len(noun) > 3:
        bases = [noun[:-1] + "ت"]
    elif noun.endswith("اء"):
        bases = [noun, noun[:-1] + "ئ", noun[:-1] + "ؤ"]
    else:
        bases = [noun]
    for base in bases:
        for pronoun in PRONOUNS:
            yield base + pronoun


def perfect_forms(verb: str, given: list[str] | None = None) -> Iterator[tuple[str, str]]:
    """Yield ``(form, person)`` of the perfect: أكد 3ms، أكدت 3fs، أكدا 3md، أكدتا 3fd، أكدوا 3mp."""
    if given:
        persons = ("3ms", "3fs", "3md", "3mp") if len(given) == 4 else ("3ms", "3fs", "3mp")
        for form, person in zip(given, persons, strict=False):
            yield fold_word(form), person
        return
    folded = fold_word(verb)
    yield folded, "3ms"
    yield folded + "ت", "3fs"
    yield folded + "ا", "3md"
    yield folded + "تا", "3fd"
    yield folded + "وا", "3mp"


def imperfect_forms(verb: str) -> Iterator[tuple[str, str]]:
    """Yield ``(form, person)`` of the imperfect: يؤكد 3ms، تؤكد 3fs، يؤكدان 3md، تؤكدان 3fd، يؤكدون 3mp."""
    folded = fold_word(verb)
    feminine = "ت" + folded[1:]
    base, dual = folded, folded
    if folded[-1] in "وي":
        base, dual = folded[:-1], folded
    elif folded.endswith("ا"):
        base = dual = folded[:-1] + "ي"
    yield folded, "3ms"
    yield feminine, "3fs"
    yield dual + "ان", "3md"
    yield "ت" + dual[1:] + "ان", "3fd"
    yield base + "ون", "3mp"


def object_forms(form: str, person: str) -> Iterator[str]:
    """Yield a folded finite verb form with each object pronoun: وصف → وصفه…, نفي → نفاه, اتهموا → اتهموه."""
    if person == "3mp" and form.endswith("وا"):
        form = form[:-1]
    elif form.endswith("ي") and person == "3ms" and form[0] not in "يت":
        form = form[:-1] + "ا"
    for pronoun in ("ه", "ها", "هم", "هما"):
        yield form + pronoun


def participle_forms(participle: str) -> Iterator[tuple[str, str]]:
    """Yield ``(form, person)`` of the accusative participle: مؤكدا، مؤكدة، مؤكدين، مؤكدتين."""
    folded = fold_word(participle)
    weak = folded.endswith("ي")
    yield folded + "ا", "3ms"
    yield folded + "ه", "3fs"
    yield (folded[:-1] if weak else folded) + "ين", "3mp"
    yield folded + "تين", "3fd"


def masdar_forms(masdar: str) -> Iterator[tuple[str, str]]:
    """Yield ``(form, person)`` of a verbal noun: تأكيد bare، التأكيد definite، تأكيده 3ms، تأكيدها 3fs …"""
    folded = fold_word(masdar)
    yield folded, "bare"
    yield ARTICLE + folded, "definite"
    base = folded[:-1] + "ت" if folded.endswith("ه") else folded
    for pronoun, person in (("ه", "3ms"), ("ها", "3fs"), ("هما", "3md"), ("هم", "3mp")):
        yield base + pronoun, person
