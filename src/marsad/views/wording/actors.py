"""Who: people with their offices, states, organisations, in words.

Example: the head of state of Kazakhstan is "President Kassym-Jomart Tokayev of Kazakhstan",
"رئيس كازاخستان قاسم جومارت توكاييف". A person whose name the knowledge lacks keeps the name of the report.
"""

from collections.abc import Iterable

from marsad.model.claims import Participant, Place
from marsad.views.names import Names
from marsad.views.wording.phrases import Phrases


class Actors:
    """Puts names to the codes of a claim. In lists of parties, those of ``lead`` come first."""

    def __init__(self, names: Names, words: Phrases, *, lead: tuple[str, ...] = ()) -> None:
        self.names = names
        self.words = words
        self._lead = lead

    def code(self, code: str) -> str:
        """Return the name of a state or organisation, the code itself when it has none."""
        return (
            self.names.state(code, self.words.lang)
            or self.words.label("bodies", code)
            or self.names.organisation(code, self.words.lang)
            or code
        )

    def codes(self, codes: Iterable[str]) -> str:
        """Return the names of states and organisations as a list in running text."""
        listed = list(codes)
        ordered = [code for code in self._lead if code in listed]
        ordered += [code for code in listed if code not in self._lead]
        return self.words.join([self._running(code) for code in ordered])

    def person(self, slug: str | None, name: str | None) -> str | None:
        """Return a person's name: the knowledge's, else the report's; never one made from the slug."""
        known = self.names.person(slug, self.words.lang) if slug else None
        return known or name

    def who(self, who: Participant | None) -> str:
        """Return a participant in running text; for None what stands for the report itself."""
        unknown = str(self.words.get("people", "unknown"))
        if who is None:
            return unknown
        home = who.state or who.organisation
        name = self.person(who.person, who.name)
        if name:
            return self._named(name, who.office, home)
        if who.office and home:
            return self._office("unnamed", who.office, home)
        if who.state and who.organisation:
            return self.words.fill(
                "people", "body", body=self.code(who.organisation), home=self._running(who.state)
            )
        return self._running(home) if home else unknown

    def everyone(self, people: Iterable[Participant]) -> str:
        """Return a list of participants; a bare state is left out beside people of that state."""
        people = list(people)
        named = {who.state for who in people if who.person or who.name or who.office}
        shown = [who for who in people if _tells(who) or who.state not in named]
        return self.words.join(list(dict.fromkeys(self.who(who) for who in shown)))

    def office(self, office: str, home: str | None) -> str:
        """Return an office with its state or organisation, as a title: "President of Iran"."""
        return self._office("title", office, home) if home else self._title(office)

    def place(self, place: Place | None) -> str:
        """Return where something happened, as a phrase to append; empty when unknown."""
        if place is None:
            return ""
        city = self.city(place)
        venue = self.names.venue(place.venue, self.words.lang) if place.venue else None
        if city and venue:
            return self.words.fill("place", "city_venue", city=city, venue=venue)
        if city:
            return self.words.fill("place", "city", city=city)
        return self.words.fill("place", "state", state=self._running(place.state)) if place.state else ""

    def city(self, place: Place) -> str | None:
        """Return the name of a place's city, as the claim has it when no other is known."""
        return (self.names.city(place.city, self.words.lang) or place.city) if place.city else None

    def _named(self, name: str, office: str | None, home: str | None) -> str:
        if office and home:
            return self._office("named", office, home, name=name)
        if office:
            return self.words.fill("people", "no_home", office=self._title(office), name=name)
        return self.words.fill("people", "no_office", name=name, home=self._running(home)) if home else name

    def _office(self, form: str, office: str, home: str, **values: str) -> str:
        manner = "apart" if office in self.words.get("offices_apart") else "plain"
        title, place = self._title(office), self._running(home)
        return self.words.fill("people", form, manner, office=title, home=place, **values)

    def _title(self, office: str) -> str:
        return self.names.office(office, self.words.lang) or office

    def _running(self, code: str) -> str:
        """Return a name as it stands in running text: "the United States", "the Arab League"."""
        name = self.code(code)
        takes_article = code in self.words.get("the") or set(name.split()) & set(self.words.get("the_words"))
        return f"the {name}" if takes_article else name


def _tells(who: Participant) -> bool:
    return bool(who.person or who.name or who.office or not who.state)
