"""Where a journey leads: the places behind إلى or ل, the object of "زار", and those joined to them."""

import msgspec

from marsad.extraction.clauses import words
from marsad.extraction.encounter_scene import Scene
from marsad.knowledge.lexicon import Hit
from marsad.linking.places import place_of
from marsad.model.claims import Place


class Goal(msgspec.Struct, frozen=True):
    """A place that a journey leads to, and where its name begins and ends."""

    place: Place
    left: int
    end: int

    @property
    def state(self) -> str | None:
        """The state that it lies in."""
        return self.place.state


def destinations(told: Scene, start: int, end: int, *, direct: bool) -> list[Goal]:
    """Return the places that a journey told from ``start`` on leads to.

    ``direct`` takes a place without إلى, right at ``start``, as well. Example: "إلى قطر والكويت" gives two.
    """
    goals: list[Goal] = []
    last = start
    for hit in told.document.surface.hits_between(start, end):
        if hit.kind not in ("state", "city", "venue", "nisba") and not _is_settled(told, hit):
            continue
        if not goals and not _leads_to(told, hit, start, direct=direct):
            continue
        if goals and not _goes_on(told, last, hit):
            break
        by_key = hit.kind in ("nisba", "state?")
        place = Place(state=hit.key) if by_key else place_of(hit.kind, hit.key)
        if place is None or place.state is None:
            continue
        last = hit.end
        if goals and goals[-1].state == place.state:
            goals[-1] = Goal(_finer(goals[-1].place, place), goals[-1].left, hit.end)
        else:
            goals.append(Goal(place, hit.left, hit.end))
    return goals


def _is_settled(told: Scene, hit: Hit) -> bool:
    """Tell whether a name of several states means this one: "المملكة" where the report names one kingdom alone."""
    if hit.kind != "state?":
        return False
    rivals = {h.key for h in told.document.surface.entities_at.get(hit.left, ()) if h.kind == "state?"}
    named = {m.state for mention in told.document.cast.mentions for m in mention.members} & rivals
    return named == {hit.key}


def _goes_on(told: Scene, last: int, hit: Hit) -> bool:
    """Tell whether a place goes on from the one before: "قطر والكويت", "العاصمة القطرية الدوحة"."""
    apart = told.document.text[last : hit.left].strip(' "')
    return not apart and (hit.prefix.startswith("و") or hit.kind in ("city", "state"))


def _finer(place: Place, other: Place) -> Place:
    return Place(city=place.city or other.city, state=place.state, venue=place.venue or other.venue)


def _leads_to(told: Scene, hit: Hit, start: int, *, direct: bool) -> bool:
    tokens = told.tokens(start, hit.left)
    while len(tokens) > 1 and tokens[-2].text in words("clauses", "through"):
        tokens = tokens[:-2]
    before = tokens[-1].text if tokens else ""
    if len(tokens) > 1 and tokens[-2].text in words("clauses", "from_place"):
        return False
    if hit.kind == "nisba":
        return before in words("clauses", "capital") and hit.feature in ("f", "m")
    if hit.prefix in ("ل", "لل", "ول") or before in words("clauses", "to_place"):
        return True
    if not direct or hit.prefix not in ("", "ال"):
        return False
    if before in words("clauses", "among_them"):
        return any(token.text in words("clauses", "several_places") for token in tokens)
    return all(told.is_adverb(token) or token.text == '"' for token in tokens)
