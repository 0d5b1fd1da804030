"""Mentions that stand for several: "البلدان", "الوزيران", "رئيسا البلدين"."""

from abc import ABC, abstractmethod
from collections import Counter
from functools import cache

from marsad.extraction.draft_record import Draft
from marsad.extraction.mentions import Mention
from marsad.extraction.surface import Surface
from marsad.folding import fold_word
from marsad.knowledge.table import table
from marsad.linking.tenures import Window
from marsad.model.claims import Participant
from marsad.model.vocabulary import OfficeCode

#: Offices that a later, shorter title may mean: "الوزير" for a foreign minister.
ALIKE: dict[str, frozenset[str]] = {
    "minister": frozenset(("minister", "foreign_minister", "deputy_minister")),
    "head_of_state": frozenset(("head_of_state",)),
    "deputy_head": frozenset(("deputy_head",)),
    "monarch": frozenset(("monarch",)),
    "speaker": frozenset(("speaker", "speaker_upper_house", "speaker_lower_house")),
}
#: How many times as often as the third the second of two states must be named to be what a report is about.
_OFTEN = 2
#: Folded characters in front within which "بين باكو وطشقند" still says which two are meant.
_JOINED_REACH = 240


@cache
def _between() -> frozenset[str]:
    return frozenset(map(fold_word, table().files["clauses"]["between"]))


@cache
def _place_leads() -> frozenset[str]:
    return frozenset(map(fold_word, table().files["clauses"]["where"]))


def code(office: str | None) -> OfficeCode | None:
    """Return an office of the knowledge as its code; None for none."""
    return office or None  # type: ignore[return-value]  # the knowledge's linter holds the vocabulary


class Groups(ABC):
    """What has been settled of a report so far, and whom a group means by it."""

    def __init__(self, surface: Surface, drafts: list[Draft], window: Window) -> None:
        self.surface = surface
        self.drafts = drafts
        self.window = window
        self.roster: dict[str, Participant] = {}
        self.by_part: dict[str, str] = {}
        self.settled: list[Mention] = []
        #: How often each state was named in the first ``_counted`` of those settled.
        self._times: Counter[str] = Counter()
        self._counted = 0

    @abstractmethod
    def _role(self, draft: Draft) -> Participant | None:
        """Return who holds the office that a draft tells."""

    def _group(self, draft: Draft) -> tuple[Participant, ...]:
        if draft.group in ("states", "sides"):
            return (
                self._last_states(draft.start)
                if not draft.states
                else tuple(Participant(state=s) for s in draft.states)
            )
        if draft.states:
            return tuple(self._office_of(state, draft.group or "") for state in draft.states)
        return self._last_pair(draft.group or "")

    def _office_of(self, state: str, office: str) -> Participant:
        as_draft = Draft(start=0, end=0, kind="role", office=office, states=[state])
        return self._role(as_draft) or Participant(state=state, office=code(office))

    def _last_pair(self, office: str) -> tuple[Participant, ...]:
        """The two people of an office who were last named, of different states."""
        wanted = ALIKE.get(office, frozenset((office,)))
        pair: list[Participant] = []
        for mention in reversed(self.settled):
            for member in mention.members:
                if member.office in wanted and member.state not in {p.state for p in pair}:
                    pair.insert(0, member)
                    if len(pair) == 2:
                        return tuple(pair)
        return ()

    def _last_states(self, position: int) -> tuple[Participant, ...]:
        """ "البلدان": two just joined by "بين", else the two that the report is about so far, else those last in view.

        Where a report goes on to the guest of another state, "البلدان" are no longer the two before.
        """
        about = self._just_joined(position) or self._most_named()
        latest = self._latest_home()
        if about and (latest is None or latest in about):
            return tuple(Participant(state=state) for state in about)
        found: list[str] = []
        for mention in reversed(self.settled):
            if self._is_place(mention):
                continue
            for member in mention.members:
                if member.state and member.state not in found:
                    found.insert(0, member.state)
            if len(found) >= 2:
                return tuple(Participant(state=state) for state in found[-2:])
        return ()

    def _latest_home(self) -> str | None:
        """The state of the person named last."""
        people = (mention for mention in reversed(self.settled) if mention.kind in ("person", "role"))
        last = next(people, None)
        return last.participant.state if last else None

    def _just_joined(self, position: int) -> tuple[str, ...]:
        """The two states last joined not far in front: "العلاقات بين باكو وطشقند، وقال إن البلدين"."""
        later: Mention | None = None
        for mention in reversed(self.settled):
            if position - mention.end > _JOINED_REACH:
                break
            state = mention.participant.state if mention.kind == "state" else None
            if state and later is not None and later.participant.state != state:
                before = self.surface.tokens.before(mention.left)
                touching = self.surface.text[mention.end : later.left].strip() == ""
                if touching and later.prefix == "و" and before is not None and before.text in _between():
                    return (state, later.participant.state or "")
            later = mention if state else None
        return ()

    def _most_named(self) -> tuple[str, ...]:
        """The two states named clearly more often than any other, in the order of their naming; else none.

        Example: where a report on Japan and Jordan has just named Egypt, "البلدان" still are the first two.
        """
        seen = self._times
        for mention in self.settled[self._counted :]:
            if not self._is_place(mention):
                seen.update(member.state for member in mention.members if member.state)
        self._counted = len(self.settled)
        ranked = seen.most_common(3)
        if len(ranked) < 3 or ranked[1][1] < _OFTEN * ranked[2][1]:
            return ()
        pair = {state for state, _ in ranked[:2]}
        return tuple(state for state in seen if state in pair)

    def _is_place(self, mention: Mention) -> bool:
        """Tell whether a state is only where something was: "في روما"."""
        if mention.kind != "state" or mention.prefix:
            return False
        before = self.surface.tokens.before(mention.left)
        return before is not None and before.text in _place_leads()
