"""What became of what was promised: the records of the ledger.

Nothing here says "fulfilled" or "broken". A thread tells who promised what and how often, which stages reports
say were reached, which figures they give, and how long and through how many reports nothing more was said.
"""

from typing import Literal

import msgspec

from marsad.knowledge.schema import ActGroup
from marsad.model.claims import Participant
from marsad.model.vocabulary import Act, Sector, Stage, UndertakingKind

ThreadKind = Literal["undertaking", "target", "subject", "general"]
#: overdue: a named time has passed without a report of delivery · open: no report of delivery · renewed: promised
#: again after delivery was reported · delivered: reported as delivered · ended: reported as terminated or suspended ·
#: refused: only refusals · general: names nothing that could be followed up.
Status = Literal["overdue", "open", "renewed", "delivered", "ended", "refused", "general"]


class Promise(msgspec.Struct, frozen=True, kw_only=True):
    """One act of promising, asking or proposing, told by ``claims`` (the one to show first).

    ``date`` (EDTF) says when it was made, as far as a claim does; ``reported`` when reports told of it. ``act`` is
    None where it is the proposal of an undertaking. ``times`` counts: 1 the first time that this side did so in
    the thread, 2 the second …
    """

    claims: tuple[str, ...]
    by: Participant | None
    by_also: tuple[Participant, ...] = ()
    act: Act | None
    group: ActGroup
    date: str | None
    reported: str | None
    deadline: str | None = None
    times: int = 1


class Reached(msgspec.Struct, frozen=True, kw_only=True):
    """A stage that claims give; ``wanted`` when it stands in the words of a promise, or is given as still to come."""

    stage: Stage
    claims: tuple[str, ...]
    date: str | None
    reported: str | None
    by: Participant | None = None
    wanted: bool = False
    delivery: bool = False


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A reported figure and the ``percent`` of the target that it is, None where the two can't be compared.

    ``before`` says that it is of a time before the target was named: where things stood then, no progress.
    """

    claims: tuple[str, ...]
    value: str
    period: str | None
    reported: str | None
    percent: str | None = None
    before: bool = False


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """The figure aimed at: a decimal string in ``unit`` (and ``per``), for ``period`` (EDTF) where one is named."""

    claims: tuple[str, ...]
    indicator: str
    value: str
    unit: str
    per: str | None = None
    period: str | None = None


class Silence(msgspec.Struct, frozen=True, kw_only=True):
    """How long nothing more was said: ``last`` when (EDTF) reports last told of the thread.

    ``months`` are full months from the last day that this can mean to the day of reckoning, ``reports`` the
    independent reports on the two states that certainly came out since, ``on_sectors`` those of them with a claim on
    a sector of the thread. None where it can't be known.
    """

    last: str | None
    months: int | None
    reports: int | None
    on_sectors: int | None = None


class Thread(msgspec.Struct, frozen=True, kw_only=True):
    """One matter between two states: what was promised of it, stages, figures, silence.

    ``count`` is of how many undertakings at once claims speak; ``others`` are parties beside the two, ``shared``
    tells whether states or organisations of states are among them; ``apart`` is
    False for undertakings of a kind that nothing tells from one another: no delivery can be concluded for them.
    ``waiting`` counts the full months since it was first promised, ``due`` is the earliest named time that has passed
    (EDTF), ``repeated`` counts promises that a side made again. ``related`` holds ids of threads on the same sectors.
    """

    id: str
    kind: ThreadKind
    instrument: UndertakingKind | None = None
    name: str | None = None
    count: int | None = None
    sectors: tuple[Sector, ...] = ()
    others: tuple[str, ...] = ()
    shared: bool = False
    apart: bool = True
    promises: tuple[Promise, ...] = ()
    stages: tuple[Reached, ...] = ()
    target: Target | None = None
    figures: tuple[Figure, ...] = ()
    status: Status
    due: str | None = None
    waiting: int | None = None
    repeated: int = 0
    related: tuple[str, ...] = ()
    silence: Silence

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of all claims that the thread rests on."""
        told = [promise.claims for promise in self.promises]
        told += [self.target.claims] if self.target else []
        told += [at.claims for at in self.stages]
        told += [figure.claims for figure in self.figures]
        return tuple(dict.fromkeys(claim for claims in told for claim in claims))

    @property
    def stage(self) -> Stage | None:
        """The last stage that is said to have been reached."""
        reached = [at.stage for at in self.stages if not at.wanted]
        return reached[-1] if reached else None
