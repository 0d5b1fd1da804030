"""Reading one mention at a position: an office with all that completes it, a titled name, a body, a state.

What comes back is a ``Draft``: what the words themselves say. Who that is, is settled in ``casting``.
"""

from difflib import SequenceMatcher
from functools import cache
from typing import Any

import msgspec

from marsad.extraction.names import is_joiner, is_ordinary, name_at, stands_as_name
from marsad.extraction.surface import Surface
from marsad.folding import fold_word
from marsad.knowledge.lexicon import Hit
from marsad.knowledge.offices import office_rows
from marsad.knowledge.table import table
from marsad.linking.places import place_of, stands_for
from marsad.linking.tenures import people, terms_of
from marsad.model.report import Span

_QUOTES = " \"'("
#: How many words may complete an office before we stop looking.
_MOST_STEPS = 8
#: How many words a name in front of its office may have.
_MOST_NAME_WORDS = 4
#: Two spellings of one first name share at least this part of their letters.
_ALIKE = 0.65


@cache
def _state_nouns() -> frozenset[str]:
    return frozenset(map(fold_word, table().files["names"]["state_nouns"]))


@cache
def _media() -> frozenset[str]:
    words = table().files["attribution"]
    return frozenset(map(fold_word, (*words["media"], *words["relays"])))


@cache
def _unknown_heads() -> dict[str, str]:
    heads: dict[str, list[str]] = table().files["offices"]["unknown_heads"]
    return {fold_word(noun).removeprefix("ال"): office for office, nouns in heads.items() for noun in nouns}


def _alike(first: str, names: list[str]) -> bool:
    """Whether a first name is a spelling of the first part of one of a known person's names."""
    written = first.split()[0]
    return any(SequenceMatcher(None, written, fold_word(name).split()[0]).ratio() >= _ALIKE for name in names)


def _elsewhere(person: str | None, role: "Draft") -> bool:
    """Whether the knowledge has a person in offices of other states only, so that the office is somebody else's."""
    states = {term.state for term in terms_of(person or "") if term.state}
    return bool(states) and bool(role.states) and not states & set(role.states)


class Draft(msgspec.Struct, kw_only=True):
    """What the words of one mention say, in folded offsets; grows while it is read."""

    start: int
    end: int
    kind: str
    prefix: str = ""
    person: str | None = None
    name: Span | None = None
    states: list[str] = []
    organisation: str | None = None
    office: str | None = None
    portfolio: str | None = None
    counterpart: bool = False
    group: str | None = None
    titled: bool = False
    definite: bool = False
    status: str | None = None
    city: str | None = None
    seat: bool = False

    @property
    def state(self) -> str | None:
        """The one state said, or the first of several."""
        return self.states[0] if self.states else None


@cache
def offices() -> list[dict[str, Any]]:
    """Return the offices of the knowledge; a lexicon hit's key is an index into them."""
    return office_rows(table().files["offices"])


class Reader:
    """Reads drafts off one report."""

    def __init__(self, surface: Surface) -> None:
        self.surface = surface
        self.text = surface.text

    def read_all(self) -> list[Draft]:
        """Return every draft of the report in order, without overlaps."""
        drafts: list[Draft] = []
        end = 0
        for left in sorted(self.surface.entities_at):
            if left < end:
                continue
            draft = self._read(left)
            if draft is not None:
                drafts.append(draft)
                end = draft.end
        return drafts

    def _read(self, left: int) -> Draft | None:
        by_kind = {hit.kind: hit for hit in reversed(self.surface.entities_at[left])}
        for kind, read in (
            ("office", self._office), ("counterpart", self._counterpart), ("person", self._person),
            ("dual", self._dual), ("title", self._title), ("ministry", self._ministry), ("body", self._body),
            ("body?", self._body), ("org", self._organisation), ("outlet", self._organisation),
            ("outlet?", self._outlet), ("source", self._organisation),
            ("state", self._state), ("seat", self._state), ("city", self._city),
        ):  # fmt: skip
            hit = by_kind.get(kind)
            if hit is not None:
                draft = read(hit)
                if draft is not None:
                    return draft
        return None

    # -- people -------------------------------------------------------------------------------

    def _office(self, hit: Hit) -> Draft | None:
        row = offices()[int(hit.key)]
        draft = self._draft(hit, "role", office=row["office"], portfolio=row.get("portfolio"))
        draft.states = [row["state"]] if row.get("state") else []
        draft.organisation = row.get("organisation")
        self._complete(draft, row["takes"])
        if draft.organisation and draft.kind == "role":
            self._of_organisation(draft)
        if draft.office == "minister":
            self._portfolio(draft)
        if not draft.states and not draft.organisation and self._head_of_something(draft, hit):
            return draft if draft.name is not None else None
        self._name(draft)
        if draft.name is None and (draft.states or draft.organisation):
            self._name_in_front(draft)
        only = row.get("only")
        if (
            only
            and draft.state not in only
            and not any(t.state in only for t in terms_of(draft.person or ""))
        ):
            return None
        if (
            row["takes"] in ("organisation", "body")
            and draft.name is None
            and not (draft.organisation or draft.states)
        ):
            return None
        if not (self._definite(hit) or draft.states or draft.organisation or draft.name):
            return None
        return draft

    def _definite(self, hit: Hit) -> bool:
        """Whether an office stands for one person by itself: "الوزير", "رئيس الجمهورية", not "رئيس حكومة"."""
        return hit.definite or " ال" in self.text[hit.start : hit.end]

    def _of_organisation(self, draft: Draft) -> None:
        """ "رئيس" of an organisation is no head of state; a state's own agency or company brings its state along."""
        files = table().files["organisations"]
        row = files["organisations"].get(draft.organisation or "") or files["bodies"].get(
            draft.organisation or ""
        )
        if row is None:
            return
        if draft.office == "head_of_state" and not draft.states and "kind" in row:
            draft.office = table().files["offices"]["heads_by_kind"][row["kind"]]
        if row.get("state") and not draft.states:
            draft.states = [row["state"]]

    def _portfolio(self, draft: Draft) -> None:
        """A portfolio that the knowledge does not list, before or behind the nisba: "وزير … العماني للتخطيط"."""
        for _ in range(_MOST_STEPS):
            token = self.surface.tokens.after(draft.end)
            if token is None or self.text[draft.end : token.start].strip():
                return
            if not token.text.startswith(("لل", "وال", "ال")) or not is_ordinary(token.text):
                return
            if not any(hit.kind == "person" for hit in self._hits_after(draft.end)):
                draft.end = token.end
            self._complete(draft, "state")

    def _head_of_something(self, draft: Draft, hit: Hit) -> bool:
        """ "رئيس جمعية …", "مدير معهد …": the noun behind the head tells the office; the name may follow later.

        True when such a noun follows, whether or not a name was found.
        """
        token = self.surface.tokens.after(hit.end)
        if hit.definite or token is None or self.text[hit.end : token.start].strip():
            return False
        office = _unknown_heads().get(token.text.removeprefix("ال"))
        if office is None:
            return False
        draft.office, draft.end = office, token.end
        for _ in range(_MOST_STEPS):
            self._complete(draft, "organisation")
            self._name(draft)
            following = self.surface.tokens.after(draft.end)
            if (
                draft.name is not None
                or following is None
                or self.text[draft.end : following.start].strip(' "')
            ):
                break
            if not is_ordinary(following.text) and not self._hits_after(draft.end):
                break
            draft.end = following.end
        return True

    def _counterpart(self, hit: Hit) -> Draft | None:
        draft = self._draft(hit, "role", counterpart=True)
        self._complete(draft, "state")
        self._name(draft)
        return draft

    def _dual(self, hit: Hit) -> Draft | None:
        draft = self._draft(hit, "group", group=hit.key)
        self._complete(draft, "states")
        construct = not draft.definite and not hit.prefix.endswith("لل")
        if construct and not draft.states and hit.key not in ("states", "sides"):
            # "رئيسي البلدين" needs its second noun: alone it is another word.
            both = self._one_at(draft.end, ("dual",))
            if both is None:
                return None
            draft.end = both.end
        return draft

    def _person(self, hit: Hit) -> Draft | None:
        if hit.feature == "short" and not stands_as_name(self.surface, hit.left, hit.start, hit.end):
            return None
        draft = self._draft(hit, "person", person=hit.key)
        draft.name = Span(draft.start, hit.end)  # an article belongs to the name: الملك سلمان
        # A surname may be a subject and the office behind it the object: "هنأ توكاييف الرئيس الإيراني".
        if hit.feature == "full" or self.text[draft.end : draft.end + 1] in ("،", ","):
            self._apposition(draft)
        return draft

    def _title(self, hit: Hit) -> Draft | None:
        draft = self._draft(hit, "person", titled=True)
        draft.end = self._skip(draft.end, ("title", "filler"))
        office = self._one_at(draft.end, ("office",))
        if office is not None and not office.prefix.startswith("و"):
            role = self._office(office)
            if role is not None:
                role.start, role.prefix, role.titled = draft.start, draft.prefix, True
                return role
        # "القس الياباني عادل ناصيف": a nisba may stand between title and name.
        nisba = self._one_at(draft.end, ("nisba",))
        if nisba is not None and nisba.prefix == "ال":
            draft.states, draft.end = [nisba.key], nisba.end
        self._name(draft)
        if draft.name is None:
            return None
        self._apposition(draft)
        return draft

    def _apposition(self, draft: Draft) -> None:
        """Join an office that follows a name: "سيرغي لافروف وزير الخارجية الروسي", also after a comma."""
        position = draft.end
        while position < len(self.text) and self.text[position] in ' "،,':
            position += 1
        office = self._one_at(position, ("office",))
        if office is None or office.prefix not in ("", "ال") or "\n" in self.text[draft.end : position]:
            return
        row = offices()[int(office.key)]
        role = self._draft(office, "role", office=row["office"], portfolio=row.get("portfolio"))
        role.states = [row["state"]] if row.get("state") else []
        role.organisation = row.get("organisation")
        self._complete(role, row["takes"])
        if (
            not (role.states or role.organisation)
            or self._names_another(role)
            or _elsewhere(draft.person, role)
        ):
            return
        draft.office, draft.portfolio, draft.status = role.office, role.portfolio, role.status
        draft.states, draft.organisation, draft.end = role.states, role.organisation, role.end

    def _names_another(self, role: Draft) -> bool:
        """Whether the office is followed by a name of its own, so that it is no apposition."""
        self._name(role)
        return role.name is not None

    # -- what completes an office --------------------------------------------------------------

    def _complete(self, draft: Draft, takes: str) -> None:
        self._take_overlapping(draft)
        for _ in range(_MOST_STEPS):
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
        draft.organisation = _ministry_slug(hit) if hit.kind == "ministry" else hit.key
        draft.end = hit.end
        return True

    def _take_link(self, draft: Draft) -> bool:
        """ "رئيس مجلس الشيوخ في جمهورية …", "سفير … لدى …": an office completed through a preposition."""
        token = self.surface.tokens.after(draft.end)
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

    def _name(self, draft: Draft) -> None:
        """Join the name that follows, known or not, through titles, quotation marks and a comma."""
        comma = self.text[draft.end : draft.end + 1] in ("،", ",", ":")
        position = self._skip(draft.end + comma, ("title", "filler", "held"))
        position = self._past(self._skip(self._past(position, _QUOTES), ("title",)), " ")
        if "\n" in self.text[draft.end : position]:
            return
        known = self._one_at(position, ("person",))
        if known is not None and known.prefix == "" and (known.feature == "full" or not comma):
            if not comma and draft.office is not None and _elsewhere(known.key, draft):
                return  # Somebody else begins here: "هنأ الرئيس الفرنسي الأمير محمد".
            draft.person, draft.name, draft.end = known.key, Span(known.start, known.end), known.end
            return
        construct = draft.office is not None and bool(draft.states) and not draft.definite
        single = not comma and not construct and (draft.office is not None or draft.titled)
        span = name_at(self.surface, position, single=single or self._known_behind(position))
        if span is None or span.start > position + 1 or (comma and not self._closed(span)):
            return
        draft.name, draft.end = span, span.end
        surname = self._one_at(span.end, ("person",))
        if surname is None or surname.prefix:
            return
        if _alike(self.text[span.start : span.end], people()[surname.key]["ar"]):
            # A first name in another spelling before a surname that we know: "نيكولا بشينيان".
            draft.person, draft.name, draft.end = surname.key, Span(span.start, surname.end), surname.end
        else:
            draft.name, draft.end = Span(span.start, surname.end), surname.end

    def _name_in_front(self, draft: Draft) -> None:
        """Join an unknown name to the office behind it: "فهد ناصيف، المدير العام للهيئة"."""
        tokens = self.surface.tokens.all
        index = self.surface.tokens.index_at(draft.start - len(draft.prefix))
        last = index - 1 if index and tokens[index - 1].text in ("،", ",") else index
        if draft.prefix or last == index or last < 2:
            return
        for first in range(max(0, last - _MOST_NAME_WORDS), last - 1):
            span = name_at(self.surface, tokens[first].start, single=False)
            if span is not None and span == (tokens[first].start, tokens[last - 1].end):
                if not is_joiner(tokens[first].text) and not is_joiner(tokens[first - 1].text):
                    draft.name, draft.start = span, span.start
                return

    def _known_behind(self, position: int) -> bool:
        """Whether the second word from a position is a surname that the knowledge holds."""
        token = self.surface.tokens.after(position)
        return token is not None and self._one_at(token.end, ("person",)) is not None

    def _closed(self, span: Span) -> bool:
        """A name set off by a comma in front is closed by one behind: "الوزيرة، سلمى ناصيف، إن"."""
        return self.text[span.end : span.end + 2].strip(' "')[:1] in ("،", ",", ")")

    # -- bodies and states ---------------------------------------------------------------------

    def _ministry(self, hit: Hit) -> Draft:
        draft = self._draft(hit, "organisation", organisation=_ministry_slug(hit))
        self._complete(draft, "state")
        return draft

    def _body(self, hit: Hit) -> Draft | None:
        draft = self._draft(hit, "organisation", organisation=hit.key)
        body = table().files["organisations"]["bodies"].get(hit.key, {})
        if body.get("state"):
            draft.states = [body["state"]]
        self._complete(draft, "state")
        if hit.kind == "body?" and not draft.states:
            return None
        return draft

    def _organisation(self, hit: Hit) -> Draft:
        draft = self._draft(hit, "organisation", organisation=hit.key)
        if hit.kind == "source":
            self._complete(draft, "state")
            draft.states = []
        return draft

    def _outlet(self, hit: Hit) -> Draft | None:
        """A medium whose name is a word too counts behind its kind: "صحيفة الحياة", also in quotation marks."""
        before = self.surface.tokens.before(hit.left)
        if before is not None and before.text == '"':
            before = self.surface.tokens.before(before.start)
        if before is None or before.text.lstrip("ول") not in _media():
            return None
        return self._organisation(hit)

    def _state(self, hit: Hit) -> Draft:
        return self._draft(hit, "state", states=[hit.key], seat=hit.kind == "seat")

    def _city(self, hit: Hit) -> Draft | None:
        state = stands_for(hit.key)
        if state is None:
            return None
        return self._draft(hit, "state", states=[state], city=hit.key)

    # -- positions -----------------------------------------------------------------------------

    def _draft(self, hit: Hit, kind: str, **slots: Any) -> Draft:  # noqa: ANN401 -- the slots of Draft
        article = hit.prefix.endswith(("ال", "لل"))
        inside = 2 if hit.prefix.endswith("ال") else 0
        return Draft(
            start=hit.start - inside,
            end=hit.end,
            kind=kind,
            prefix=hit.prefix[: len(hit.prefix) - inside],
            definite=article,
            **slots,
        )

    def _hits_after(self, position: int) -> tuple[Hit, ...]:
        """Return the entities whose word begins right after a position, with only blanks between."""
        start = self._past(position, " ")
        return self.surface.entities_at.get(start, ())

    def _one_at(self, position: int, kinds: tuple[str, ...]) -> Hit | None:
        start = self._past(position, " ")
        for hit in self.surface.entities_at.get(start, ()):
            if hit.kind in kinds:
                return hit
        return None

    def _past(self, position: int, characters: str) -> int:
        while position < len(self.text) and self.text[position] in characters:
            position += 1
        return position

    def _skip(self, position: int, kinds: tuple[str, ...]) -> int:
        """Return the position after any run of hits of these kinds."""
        while True:
            hit = self._one_at(position, kinds)
            if hit is None or hit.prefix not in ("", "ال"):
                return position
            position = hit.end


def _ministry_slug(hit: Hit) -> str:
    return f"{offices()[int(hit.key)]['portfolio']}-ministry"
