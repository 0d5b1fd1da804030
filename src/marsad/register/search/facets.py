"""What a report's claims are about, as words of the index, so that filters cost no more than words.

Each state, type of claim and speaker is a word, and so is each pair of them that one claim has: a filter by
Iran and commitments finds a commitment about Iran, not one beside a meeting with it. They are no words of any text,
since they hold a mark that those never do.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import combinations

from marsad.model.claims import Claim, claim_type
from marsad.register.keys import actors, speaker

_MARK, _PAIR = "·", "＋"
_SEPARATES = re.compile(r"[^0-9a-z\u0080-\U0010ffff]")


def speakers(claim: Claim) -> set[str]:
    """Return what a claim's speakers can be asked for by: the person, else the name, else state and organisation."""
    found: set[str] = set()
    for who in (claim.by, *claim.by_also):
        if who is None:
            continue
        if who.person or who.name:
            found.add(speaker(who))
        else:
            found |= {code for code in (who.state, who.organisation) if code}
    return found


def facets(claims: Iterable[Claim]) -> set[str]:
    """Return the words for what claims of one report are about."""
    found: set[str] = set()
    for claim in claims:
        of_one = sorted(
            [
                *(state(code) for code in actors(claim)),
                *(spoken(key) for key in speakers(claim)),
                of_type(claim_type(claim)),
            ]
        )
        found |= {*of_one, *(pair(one, other) for one, other in combinations(of_one, 2))}
    return found


def state(code: str) -> str:
    """Return the word for a state or organisation."""
    return _word("s", code)


def spoken(key: str) -> str:
    """Return the word for a speaker."""
    return _word("p", key)


def of_type(name: str) -> str:
    """Return the word for a type of claim."""
    return _word("t", name)


def pair(one: str, other: str) -> str:
    """Return the word for two that one claim has, in whatever order."""
    return _PAIR.join(sorted((one, other)))


def wanted(groups: list[list[str]]) -> Iterator[list[str]]:
    """Yield sets of words, one of each of which a report is to have, given what a claim is to have of each group."""
    if len(groups) == 1:
        yield groups[0]
    for one, other in combinations(groups, 2):
        yield [pair(this, that) for this in one for that in other]


def _word(kind: str, key: str) -> str:
    """Return a word that every store takes for one: letters, digits, and signs beyond ASCII."""
    return f"{kind}{_MARK}{_SEPARATES.sub('‐', key.casefold())}"
