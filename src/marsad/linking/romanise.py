"""Slugs for people that the knowledge does not hold: a plain letter-by-letter romanisation.

The table follows the simplified ALA-LC consonants. Short vowels are not written in Arabic, so the slug is a
stable key, not the person's English name. Example: ``slug("جان بونت") == "jan-bwnt"``.
"""

from marsad.folding import fold_word

_LETTERS = {
    "ا": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r",
    "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "a", "غ": "gh", "ف": "f",
    "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "w", "ي": "y", "ء": "", "ؤ": "w",
    "ئ": "y", "پ": "p", "چ": "ch", "ژ": "zh", "گ": "g", "ڤ": "v",
}  # fmt: skip


def slug(name: str) -> str:
    """Return lower-case ASCII words joined by hyphens; empty when the name holds no letter we know."""
    words = []
    for word in fold_word(name).lower().split():
        bare = word.removeprefix("ال")
        letters = "".join(
            _LETTERS.get(letter, letter if letter.isascii() and letter.isalnum() else "") for letter in bare
        )
        if letters:
            words.append(("al-" if bare != word else "") + letters)
    return "-".join(words)
