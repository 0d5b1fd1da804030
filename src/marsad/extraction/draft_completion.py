"""What completes an office: a state or its nisba, an organisation, how it is held, through a preposition too."""

from functools import cache

from marsad.extraction.draft_record import Draft, Positions, offices
from marsad.folding import fold_word
from marsad.knowledge.lexicon import Hit
from marsad.knowledge.table import table
from marsad.language.tokens import Token
from marsad.linking.places import place_of, stands_for

#: How many words may complete an office before we stop looking.
MOST_STEPS = 8


@cache
def _state_nouns() -> frozenset[str]:
    return frozenset(map(fold_word, table().files["names"]["state_nouns"]))


def ministry_slug(hit: Hit) -> str:
    """Return the code of the ministry that a hit names."""
    return f"{offices()[int(hit.key)]['portfolio']}-ministry"


class Completion(Positions):
    """Reads on from an office or a body to what completes it."""

    def _complete(self, draft: Draft, takes: str) -> None:
        self._take_overlapping(draft)
        for _ in range(MOST_STEPS):
            hits = self._hits_after(draft.end)
            if not any(self._take(draft, hit, takes) for hit in hits) and not self._take_link(draft):
                return

    def _take_overlapping(self, draft: Draft) -> None:
        """ "رئيس الجمهورية" runs into the state's own name in "رئيس الجمهورية الإسلامية"."""
        for hit in self.surface.hits_between(draft.start + 1, draft.end):
            if hit.kind == "state" and hit.end > draft.end:
                draft.states, draft.end = [hit.key], hit.end

    def _take(self, draft: Draft, hit: Hit, takes: str) -> bool:
        """Let one hit complete the draft; False when it does not belong to it."""
        several = takes == "states"
        joined = several and hit.prefix in ("وال", "و")
        if (
            hit.kind == "nisba"
            and (hit.definite or not draft.definite)
            and (hit.prefix in ("ال", "") or joined)
        ):
            return self._take_state(draft, hit.key, hit.end, several=several)
        if hit.kind == "held" and hit.prefix in ("ال", ""):
            draft.status, draft.end = hit.key, hit.end
            return True
        if hit.kind in ("filler", "title") and hit.prefix in ("ال", ""):
            draft.end, draft.titled = hit.end, draft.titled or hit.kind == "title"
            return True
        if (
            hit.kind in ("state", "seat")
            and (hit.prefix in ("", "ال", "ل", "لل") or joined)
            and not draft.name
        ):
            return self._take_state(draft, hit.key, hit.end, several=several)
        if hit.kind == "city" and hit.prefix == "" and draft.office == "governor" and not draft.states:
            place = place_of("city", hit.key)
            return (
                self._take_state(draft, place.state, hit.end, several=False)
                if place and place.state
                else False
            )
        if hit.kind == "city" and hit.prefix == "" and stands_for(hit.key) and takes in ("state", "states"):
            return self._take_state(draft, stands_for(hit.key) or "", hit.end, several=several)
        if takes in ("organisation", "body", "state_or_name", "state") and draft.organisation is None:
            return self._take_organisation(draft, hit, takes)
        return False

    def _take_state(self, draft: Draft, code: str, end: int, *, several: bool) -> bool:
        if draft.states and not several:
            return False
        draft.states = [*draft.states, code]
        draft.end = end
        return True

    def _take_organisation(self, draft: Draft, hit: Hit, takes: str) -> bool:
        if hit.kind not in ("org", "body", "ministry", "outlet") or hit.prefix not in ("", "ال", "ل", "لل"):
            return False
        if takes in ("state", "state_or_name") and hit.kind != "org":
            return False
        draft.organisation = ministry_slug(hit) if hit.kind == "ministry" else hit.key
        draft.end = hit.end
        return True

    def _take_called(self, draft: Draft, noun: Token) -> bool:
        """ "وزير خارجية مملكة النرويج": the state behind a noun for states."""
        hit = self._one_at(noun.end, ("state",)) if not self.text[draft.end : noun.start].strip() else None
        if hit is None or hit.prefix not in ("", "ال") or draft.name is not None:
            return False
        return self._take_state(draft, hit.key, hit.end, several=False)

    def _take_link(self, draft: Draft) -> bool:
        """ "رئيس مجلس الشيوخ في جمهورية …", "سفير … لدى …": an office completed through a preposition."""
        token = self.surface.tokens.after(draft.end)
        if token is not None and token.text in _state_nouns():
            return self._take_called(draft, token)
        if token is None or token.text not in ("في", "لدي") or self.text[draft.end : token.start].strip():
            return False
        noun = self.surface.tokens.after(token.end)
        # "في جمهورية كازاخستان": the noun for a state may stand before its name.
        led = noun if noun is not None and noun.text in _state_nouns() else token
        for hit in self._hits_after(led.end):
            if hit.prefix not in ("", "ال"):
                continue
            if hit.kind == "state" and (not draft.states or draft.office in ("ambassador", "envoy")):
                draft.states = draft.states or [hit.key]
                draft.end = hit.end
                return True
            if hit.kind in ("org", "city") and draft.office in ("ambassador", "envoy"):
                draft.end = hit.end
                return True
        return False
