"""Places and the states they stand for."""

from functools import cache
from typing import Any

from marsad.knowledge.table import table
from marsad.model.claims import Place


@cache
def cities() -> dict[str, dict[str, Any]]:
    """Return every city of the knowledge by slug."""
    data: dict[str, dict[str, Any]] = table().files.get("cities", {}).get("cities", {})
    return data


@cache
def stands_for(city: str) -> str | None:
    """Return the state whose government news means by a city: طهران → IRN; None for other cities."""
    capital: str | None = _capitals().get(city) or cities()[city].get("stands_for")
    return capital


@cache
def _capitals() -> dict[str, str]:
    states = table().files.get("states", {}).get("states", {})
    return {state["capital"]: code for code, state in states.items() if state.get("capital")}


def place_of(kind: str, key: str) -> Place | None:
    """Return the place that a lexicon hit (city, venue or state) names."""
    if kind == "state":
        return Place(state=key)
    if kind in ("city", "city?"):
        city = cities()[key]
        return Place(city=city["en"], state=city.get("state"))
    if kind == "venue":
        venue = table().files["cities"]["venues"][key]
        city = cities().get(venue.get("city") or "", {})
        return Place(venue=venue["en"], city=city.get("en"), state=city.get("state"))
    return None
