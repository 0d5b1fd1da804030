"""Settling who each mention is: the cast of a report, as of the report's date.

Order of trust: the name in the text, then people the report itself names for an office, then the knowledge's
holder of that office in the window of days. "نظيره" takes the office of the person before it; "الوزيران" and
"البلدان" stand for those last named.
"""

from functools import cache

import msgspec

from marsad.extraction.cast_groups import ALIKE, Groups, code
from marsad.extraction.cast_strays import checked
from marsad.extraction.draft_record import Draft
from marsad.extraction.mentions import Cast, Mention, cast_of
from marsad.extraction.names import is_fathers, stands_as_name
from marsad.folding import fold_word
from marsad.knowledge.table import table
from marsad.linking.romanise import slug
from marsad.linking.tenures import EVER, Window, holders, people, term_at, terms_of
from marsad.model.claims import Participant
from marsad.model.vocabulary import OfficeCode

_SHORTEST_SURNAME = 3
_BEFORE_NAMES = ("", "و", "ل", "ب", "ول", "ف")


@cache
def _parts_not_to_match() -> frozenset[str]:
    names = table().files["names"]
    return frozenset(map(fold_word, names["joiners"] + names["tails"]))


def window_of(drafts: list[Draft]) -> Window:
    """Return the days on which everybody that the report names in office can have held it.

    "الرئيس الإيراني مسعود بزشكيان" bounds a report by his tenure. Former and future holders bound nothing.
    """
    first, last = EVER, "9999"
    for draft in drafts:
        if draft.person is None or draft.status is not None or not draft.office:
            continue
        fitting = [
            t
            for t in terms_of(draft.person)
            if t.office == draft.office and t.state == (draft.state or t.state)
        ]
        if len(fitting) == 1 and fitting[0].start <= last and first < fitting[0].until:
            first, last = max(first, fitting[0].start), min(last, fitting[0].until)
    return Window(first, last)


class Caster(Groups):
    """Settles the drafts of one report in reading order."""

    def cast(self) -> Cast:
        """Return every mention that could be settled."""
        self.drafts = [checked(draft, self.surface.text, self.window) for draft in self.drafts]
        named = [self._named(draft) if draft.name is not None else None for draft in self.drafts]
        for draft, participant in zip(self.drafts, named, strict=True):
            mention = self._settle(draft, participant)
            if mention is not None:
                self.settled.append(mention)
        return cast_of(self.settled + self._surnames())

    # -- named people --------------------------------------------------------------------------

    def _named(self, draft: Draft) -> Participant:
        assert draft.name is not None  # noqa: S101 -- for the type checker; callers test it
        span = self.surface.folded.original(*draft.name)
        written = " ".join(self.surface.report.text[span.start : span.end].split())
        person = draft.person or self._same_as_before(written) or slug(written)
        known = self.roster.get(person)
        participant = Participant(
            person=person,
            name=_fuller(written, known.name if known else None),
            state=draft.state or (known.state if known else None),
            organisation=draft.organisation or (known.organisation if known else None),
            office=code(draft.office) or (known.office if known else None),
        )
        participant = self._with_term(participant)
        self.roster[person] = participant
        for part in _parts(written):
            self.by_part.setdefault(part, person)
        return participant

    def _with_term(self, participant: Participant) -> Participant:
        """Fill what the text leaves open from the person's tenure in the window."""
        if participant.person not in people() or (participant.state and participant.office):
            return participant
        term = term_at(participant.person, self.window)
        if term is None:
            return participant
        if participant.office and term.office != participant.office:
            return _replace(participant, state=participant.state or term.state)
        return _replace(
            participant,
            state=participant.state or term.state,
            organisation=participant.organisation or (term.organisation if not participant.state else None),
            office=participant.office or code(term.office),
        )

    def _same_as_before(self, written: str) -> str | None:
        """Return the person of the roster whose name shares a surname with this one."""
        parts = _parts(written)
        if not parts:
            return None
        person = self.by_part.get(parts[-1])
        if person is None or len(parts) == 1:
            return person
        # Two full names are one person only when their first parts agree as well.
        known = _parts(self.roster[person].name or "")
        return person if len(known) == 1 or known[0] == parts[0] else None

    # -- everything else -----------------------------------------------------------------------

    def _settle(self, draft: Draft, participant: Participant | None) -> Mention | None:
        if participant is not None:
            return self._mention(draft, (self._latest(draft, participant),), "person")
        if draft.kind == "role":
            role = self._role(draft)
            return self._mention(draft, (role,), "role") if role else None
        if draft.kind == "group":
            members = self._group(draft)
            return self._mention(draft, members, "group") if members else None
        if draft.kind in ("state", "organisation"):
            body = Participant(
                state=draft.state or self._state_of_body(draft), organisation=draft.organisation
            )
            return self._mention(draft, (body,), draft.kind)
        return None

    def _state_of_body(self, draft: Draft) -> str | None:
        """Return the state of the body of that kind that was named last: "الحكومة" after "الحكومة الأردنية"."""
        if draft.organisation not in table().files["organisations"]["bodies"]:
            return None
        for mention in reversed(self.settled):
            if mention.kind == "organisation" and mention.participant.organisation == draft.organisation:
                return mention.participant.state
        return None

    def _latest(self, draft: Draft, participant: Participant) -> Participant:
        """The person with the fullest name that the report has; the office as this mention gives it."""
        known = self.roster[participant.person or ""]
        office = code(draft.office) or participant.office or known.office
        if draft.counterpart and not (known.person in people() and known.office):
            office = self._antecedent_office(draft.start) or known.office
            known = _replace(known, office=office, state=draft.state or known.state)
            self.roster[participant.person or ""] = known
        return _replace(known, office=office, state=draft.state or known.state)

    def _role(self, draft: Draft) -> Participant | None:
        office = draft.office
        if draft.counterpart:
            office = self._antecedent_office(draft.start)
        state, organisation = draft.state, draft.organisation
        if state is None and organisation is None:
            return self._last_like(office) if draft.status is None and not self._adds_title(draft) else None
        if office is None:
            return Participant(state=state, organisation=organisation)
        for person in self.roster.values():
            if (
                person.office == office
                and person.state == state
                and (person.organisation == organisation or state)
            ):
                return person
        alike = ALIKE.get(office, frozenset()) if draft.portfolio is None else frozenset()
        for person in reversed(self.roster.values()):
            if person.office in alike and person.state == state:
                return person
        return self._holder(draft, office, state, organisation)

    def _adds_title(self, draft: Draft) -> bool:
        """Whether an office only goes on with the titles of the one before it: "ولي العهد وزير الدفاع".

        A portfolio without a state does not tell which of several ministers is meant either.
        """
        if draft.definite or draft.counterpart:
            return False
        if draft.office in ("minister", "deputy_minister", "deputy_head"):
            return True
        last = self.settled[-1] if self.settled else None
        return (
            last is not None and last.is_human and not self.surface.text[last.end : draft.start].strip(" ،")
        )

    def _holder(self, draft: Draft, office: str, state: str | None, organisation: str | None) -> Participant:
        """The knowledge's holder in the window, if there is exactly one; else the office alone."""
        bare = Participant(state=state, organisation=organisation, office=code(office))
        if draft.status is not None or self.window.first == EVER:
            return bare
        found = holders(
            state or organisation or "",
            office,
            self.window,
            draft.portfolio if office == "minister" else None,
        )
        if len(found) != 1:
            return bare
        person = found[0]
        holder = _replace(bare, person=person, name=people()[person]["ar"][0])
        self.roster.setdefault(person, holder)
        return holder

    def _last_like(self, office: str | None) -> Participant | None:
        """ "الرئيس", "الوزير" alone: whoever of that office was last mentioned."""
        wanted = ALIKE.get(office or "", frozenset((office or "",)))
        for mention in reversed(self.settled):
            for member in mention.members:
                if member.office in wanted:
                    return member
        return None

    def _antecedent_office(self, position: int) -> OfficeCode | None:
        for mention in reversed(self.settled):
            if mention.start < position and mention.participant.office is not None:
                return mention.participant.office
        return None

    # -- later mentions by one part of the name ---------------------------------------------------

    def _surnames(self) -> list[Mention]:
        prefixed = {
            prefix + part: (part, person) for part, person in self.by_part.items() for prefix in _BEFORE_NAMES
        }
        found = []
        for token in self.surface.tokens.all:
            if token.text not in prefixed:
                continue
            part, person = prefixed[token.text]
            if self._names_alone(part, person, token.start, token.end):
                prefix = token.text[: len(token.text) - len(part)]
                found.append(
                    Mention(
                        start=token.start + len(prefix),
                        end=token.end,
                        kind="person",
                        members=(self.roster[person],),
                        prefix=prefix,
                    )
                )
        return found

    def _names_alone(self, part: str, person: str, start: int, end: int) -> bool:
        """One part stands for a person whom the report names in full when it is the surname."""
        if not stands_as_name(self.surface, start, end - len(part), end):
            return False
        name = self.roster[person].name or ""
        if is_fathers(fold_word(name), part):
            before = self.surface.tokens.before(start)
            return before is not None and is_fathers(f"{before.text} {part}", part)
        parts = _parts(name)
        return (len(parts) > 1 and part == parts[-1]) or (part in parts[1:] and len(part) > _SHORTEST_SURNAME)

    def _mention(self, draft: Draft, members: tuple[Participant, ...], kind: str) -> Mention:
        return Mention(
            start=draft.start,
            end=draft.end,
            kind=kind,
            members=members,
            prefix=draft.prefix,
            titled=draft.titled,
            status=draft.status,  # type: ignore[arg-type]  # the knowledge's linter holds the vocabulary
            city=draft.city,
            seat=draft.seat,
        )


def _parts(name: str) -> list[str]:
    """The parts of a name that may stand for it: folded, without joiners and tails, the article taken off."""
    words = fold_word(name).replace("-", " ").split()
    return [word for word in words if len(word) >= _SHORTEST_SURNAME and word not in _parts_not_to_match()]


def _fuller(name: str, other: str | None) -> str:
    return other if other and len(other) > len(name) else name


def _replace(participant: Participant, **slots: str | None) -> Participant:
    return msgspec.structs.replace(participant, **slots)
