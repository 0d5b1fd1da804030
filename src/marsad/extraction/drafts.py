"""Reading one mention at a position: an office with all that completes it, a titled name, a body, a state.

What comes back is a ``Draft``: what the words themselves say. Who that is, is settled in ``casting``.
"""

from functools import cache

from marsad.extraction.draft_completion import MOST_STEPS, Completion, ministry_slug
from marsad.extraction.draft_names import Names, elsewhere
from marsad.extraction.draft_record import Draft, offices
from marsad.extraction.names import is_ordinary, stands_as_name
from marsad.folding import fold_word
from marsad.knowledge.lexicon import Hit
from marsad.knowledge.table import table
from marsad.linking.places import stands_for
from marsad.linking.tenures import terms_of
from marsad.model.report import Span


@cache
def _media() -> frozenset[str]:
    words = table().files["attribution"]
    return frozenset(map(fold_word, (*words["media"], *words["relays"])))


@cache
def _no_portfolios() -> frozenset[str]:
    return frozenset(map(fold_word, table().files["names"]["no_portfolios"]))


@cache
def _unknown_heads() -> dict[str, str]:
    heads: dict[str, list[str]] = table().files["offices"]["unknown_heads"]
    return {fold_word(noun).removeprefix("ال"): office for office, nouns in heads.items() for noun in nouns}


class Reader(Names, Completion):
    """Reads drafts off one report."""

    def read_all(self) -> list[Draft]:
        """Return every draft of the report in order, without overlaps."""
        drafts: list[Draft] = []
        end = 0
        for left in sorted(self.surface.entities_at):
            if left < end:
                continue
            draft = self._read(left)
            if draft is not None:
                self._end_with_line(draft)
                drafts.append(draft)
                end = draft.end
        return drafts

    def _end_with_line(self, draft: Draft) -> None:
        """Let a mention end where its line does: what stands in the next is another sentence, or the article itself."""
        line_end = self.text.find("\n", draft.start, draft.end)
        if line_end < 0:
            return
        draft.end = line_end
        if draft.name is not None and draft.name.end > line_end:
            draft.name, draft.person = None, None

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
        for _ in range(MOST_STEPS):
            token = self.surface.tokens.after(draft.end)
            if token is None or self.text[draft.end : token.start].strip():
                return
            if not token.text.startswith(("لل", "وال", "ال")) or not is_ordinary(token.text):
                return
            if token.text in _no_portfolios():
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
        for _ in range(MOST_STEPS):
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
            or elsewhere(draft.person, role)
        ):
            return
        draft.office, draft.portfolio, draft.status = role.office, role.portfolio, role.status
        draft.states, draft.organisation, draft.end = role.states, role.organisation, role.end

    def _names_another(self, role: Draft) -> bool:
        """Whether the office is followed by a name of its own, so that it is no apposition."""
        self._name(role)
        return role.name is not None

    # -- bodies and states ---------------------------------------------------------------------

    def _ministry(self, hit: Hit) -> Draft:
        draft = self._draft(hit, "organisation", organisation=ministry_slug(hit))
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
