"""Who is said to have held an office, and when: one person for each name, whatever its spelling."""

from collections.abc import Iterable
from datetime import date

from marsad.model.claims import Participant, Tenure
from marsad.model.edtf import span
from marsad.register.cluster import Cluster
from marsad.register.naming import Named, compare, named, spelt_alike
from marsad.register.sourced import Sourced


def same_holders(claims: Iterable[Sourced]) -> list[Cluster]:
    """Return the tenures of one bucket: one for each person and status. All claims name one office."""
    told = [(item, item.claim) for item in claims if isinstance(item.claim, Tenure)]
    people = _one_each({_named(claim) for _, claim in told})
    found: dict[tuple[str, ...], Cluster] = {}
    for item, claim in told:
        key = (people[_named(claim)], claim.status)
        found.setdefault(key, Cluster(key, [])).members.append(item)
    return list(found.values())


def identities(claims: Iterable[Tenure]) -> dict[str, str]:
    """Return, for each slug of claims about one office, the slug that stands for the person."""
    claims = list(claims)
    people = _one_each({_named(claim) for claim in claims})
    return {claim.person: people[_named(claim)] for claim in claims}


def _named(claim: Tenure) -> Named:
    who = named(Participant(person=claim.person, name=claim.name))
    return who or Named(claim.person, (), known=False)


def _one_each(names: Iterable[Named]) -> dict[Named, str]:
    """Give each name the slug of its person: those known first, then the fullest names.

    A name that could be one of two people stays by itself.
    """
    people: dict[str, list[Named]] = {}
    found: dict[Named, str] = {}
    for name in sorted(
        names, key=lambda name: (not name.known, -len(name.parts), name.person or "", name.parts)
    ):
        fit = [slug for slug, mine in people.items() if all(_one_office(name, other) for other in mine)]
        slug = fit[0] if len(fit) == 1 else _slug(name)
        people.setdefault(slug, []).append(name)
        found[name] = slug
    return found


def _slug(name: Named) -> str:
    return name.person or " ".join(name.parts)


def _one_office(one: Named, other: Named) -> bool:
    """Whether two holders of one office are one: named alike, or one of them more fully, from the first part on."""
    sameness = compare(one, other)
    if sameness == "same":
        return True
    if sameness == "different" or min(len(one.parts), len(other.parts)) < 2:
        return False
    return spelt_alike(one.parts[0], other.parts[0])


def seen(item: Sourced) -> tuple[date, date] | None:
    """Return the days for which a claim says that somebody holds an office: its own, else its report's."""
    if item.claim.date is None:
        return item.published_days
    first, last = span(item.claim.date)
    return (first, last) if first and last else item.published_days
