"""Which encounters of one set of states are one, and which meetings belong to which visit.

Each telling joins the nearest encounter that it can mean, the surest tellings first. People who can't
be the same, places that differ, and days that exclude each other keep two apart; so does doubt between
two encounters that are equally near.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from datetime import date

from marsad.model.claims import Encounter
from marsad.register.cluster import Cluster
from marsad.register.facts import Agreement, Days, Facts, People, agreement, facts_of
from marsad.register.sourced import Sourced

# What has no date is told as news: within a week, reports that name the same people mean the same thing.
_NEWS = 7
# Where nobody is named there is less to go by.
_FRESH = 2
# A plan without a date means the next such encounter, if it comes soon; summits are long in coming.
_PLAN, _SUMMIT_PLAN = 31, 180
# Days that a visit may be told to be on, before and after each other.
_VISIT = 3
# A date that leaves more open than a week says when only of people who are all named; one that leaves
# more open than a month says nothing.
_LOOSE, _VAGUE = 7, 31

# Days apart, then how little the people agree, whether the words for it differ, and how many are named by one
# telling only: less is nearer.
Nearness = tuple[int, int, bool, int]


class _Meeting:
    """An encounter while tellings join it."""

    def __init__(self, facts: Facts, sourced: Sourced) -> None:
        self.cluster = Cluster(_founding_key(facts, sourced), [])
        self.kind = facts.kind
        self.group = facts.group
        self.people: list[People] = []
        self.cities: set[str] = set()
        self.states: set[str] = set()
        self.phases: set[str] = set()
        self.reports: set[str] = set()
        self.days: Days | None = None
        self.told: Days | None = None

    def add(self, facts: Facts, sourced: Sourced) -> None:
        """Take a telling in."""
        self.cluster.members.append(sourced)
        self.reports.add(sourced.report)
        self.phases.add(facts.phase)
        people = dict(facts.people)
        if people not in self.people:
            self.people.append(people)
        self.cities |= {facts.city} if facts.city else set()
        self.states |= {facts.state} if facts.state else set()
        self.days = self._narrowed(facts.days)
        if facts.told:
            first, last = self.told or (facts.told, facts.told)
            self.told = (min(first, facts.told), max(last, facts.told))

    def _narrowed(self, days: Days | None) -> Days | None:
        """Return the days on which all tellings agree; a visit is as long as they say together."""
        if self.days is None or days is None:
            return self.days or days
        common = max(self.days[0], days[0]), min(self.days[1], days[1])
        if common[0] <= common[1]:
            return common
        if self.group.startswith("visit"):
            return min(self.days[0], days[0]), max(self.days[1], days[1])
        return self.days

    @property
    def anchor(self) -> int:
        """A day (ordinal) to look the encounter up by, 0 where it has none."""
        when = self.days or self.told
        return when[0].toordinal() if when else 0

    def nearness(self, facts: Facts, report: str) -> Nearness | None:
        """Return how near a telling is, None where it can't mean this."""
        if facts.group != self.group:
            return None
        agreed = self._agreement(facts)
        if agreed is None or self._elsewhere(facts, agreed.homes):
            return None
        gap = self._gap(facts, agreed.homes, report)
        return None if gap is None else (gap, -agreed.homes, facts.kind != self.kind, agreed.odd)

    def _elsewhere(self, facts: Facts, agreed: int) -> bool:
        if facts.city is not None and self.cities - {facts.city}:
            return True
        # Who met whom on which day is surer than the state in which a report seems to place it.
        sure = _all_named(facts, agreed) and facts.days is not None and facts.days == self.days
        return facts.state is not None and bool(self.states - {facts.state}) and not sure

    def _agreement(self, facts: Facts) -> Agreement | None:
        """Return how far a telling agrees with all others; one that names nobody only with its like of that day."""
        people = dict(facts.people)
        found = [agreement(mine, people) for mine in self.people]
        if None in found:
            return None
        best = max((one for one in found if one is not None), key=lambda one: (one.homes, -one.odd))
        here = facts.city is not None and facts.city in self.cities
        that_day = facts.width == 0 and facts.days == self.days
        nameless = not people and not any(self.people)
        alike = facts.kind == self.kind and (here or that_day or nameless)
        return best if best.homes or alike else None

    def _gap(self, facts: Facts, agreed: int, report: str) -> int | None:
        if self.days and facts.days:
            return self._between_dates(facts, facts.days, self.days, agreed)
        if facts.phase not in self.phases and report in self.reports:
            # A report that tells of a meeting and of a coming one speaks of two.
            return None
        if self.reports == {report}:
            return 0
        if facts.told is None:
            return None
        if self.days:
            vague = (self.days[1] - self.days[0]).days > _VAGUE
            return None if vague else _told_of(facts, facts.told, self.days, agreed)
        return self._between_tellings(facts, facts.told, agreed)

    def _between_tellings(self, facts: Facts, told: date, agreed: int) -> int | None:
        if self.told is None:
            return None
        far = max(abs((told - end).days) for end in self.told)
        if facts.phase == "planned" and "planned" not in self.phases:
            return far if told <= self.told[0] and far <= _NEWS else None
        if "planned" in self.phases and facts.phase != "planned":
            return far if told >= self.told[1] and far <= _NEWS else None
        return far if far <= _reach(facts, agreed) else None

    def _between_dates(self, facts: Facts, days: Days, mine: Days, agreed: int) -> int | None:
        if facts.width > _VAGUE:
            return 0 if days == mine and _all_named(facts, agreed) else None
        if facts.width > _LOOSE and not _all_named(facts, agreed):
            return None
        gap = max((mine[0] - days[1]).days, (days[0] - mine[1]).days, 0)
        if self.group.startswith("visit") and agreed:
            return gap if gap <= _VISIT else None
        if gap == 1 and days[0] > mine[1] and facts.eve and _all_named(facts, agreed):
            return gap
        return None if gap else 0


def _all_named(facts: Facts, agreed: int) -> bool:
    """Whether two tellings name the same people of both sides."""
    return agreed >= min(2, facts.homes)


def _told_of(facts: Facts, told: date, days: Days, agreed: int) -> int | None:
    """Return the days between a telling without a date and an encounter that has one."""
    late = (told - days[0]).days
    if facts.phase == "planned":
        return -late if -_reach(facts, agreed) <= late <= 0 else None
    if late < -1:
        # What was told as done was not this, which came later.
        return None
    gap = max(0, (told - days[1]).days)
    return gap if gap <= _reach(facts, agreed) else None


def _reach(facts: Facts, agreed: int) -> int:
    if not agreed:
        return _FRESH
    if facts.phase != "planned" or not _all_named(facts, agreed):
        return _NEWS
    return _SUMMIT_PLAN if facts.kind == "summit" else _PLAN


def cluster(claims: Iterable[Sourced]) -> list[Cluster]:
    """Return the encounters of one bucket, each meeting with the visit that it was part of."""
    table = _Table()
    told = [(facts_of(item, item.claim), item) for item in claims if isinstance(item.claim, Encounter)]
    for facts, sourced in sorted(told, key=_surest_first):
        table.place(facts, sourced)
    for at, meeting in enumerate(table.meetings):
        meeting.cluster.within = None if meeting.group.startswith("visit") else table.visit_of(at)
    return [meeting.cluster for meeting in table.meetings]


class _Table:
    """The encounters found so far, looked up by day, so that large buckets cost no more than small ones."""

    def __init__(self) -> None:
        self.meetings: list[_Meeting] = []
        self._by_day: list[tuple[int, int]] = []
        self._vague: list[int] = []
        self._of_report: dict[str, list[int]] = {}

    def place(self, facts: Facts, sourced: Sourced) -> None:
        """Let a telling join the nearest encounter; where it fits none, let it found one.

        Of two alike that name the same people, the one that more have told is meant: they differ in
        what this telling leaves open. Where people are not named, nothing is guessed.
        """
        near = sorted(
            (found, -len(self.meetings[at].cluster.members), at)
            for at in self._candidates(facts, sourced.report)
            if (found := self.meetings[at].nearness(facts, sourced.report)) is not None
        )
        alike = len(near) > 1 and near[0][0] == near[1][0]
        if not near or (alike and not _all_named(facts, -near[0][0][1])):
            self._found(facts, sourced)
        else:
            self.meetings[near[0][2]].add(facts, sourced)
            self._of_report.setdefault(sourced.report, []).append(near[0][2])

    def _found(self, facts: Facts, sourced: Sourced) -> None:
        meeting, at = _Meeting(facts, sourced), len(self.meetings)
        meeting.add(facts, sourced)
        self.meetings.append(meeting)
        self._of_report.setdefault(sourced.report, []).append(at)
        if facts.days and facts.width > _VAGUE:
            self._vague.append(at)
        else:
            insort(self._by_day, (meeting.anchor, at))

    def _candidates(self, facts: Facts, report: str) -> set[int]:
        first, last = facts.days or (facts.told, facts.told)
        found = {*self._vague, *self._of_report.get(report, [])}
        if first and last:
            ahead = _SUMMIT_PLAN if facts.phase == "planned" and not facts.days else _NEWS
            found.update(self._around(first.toordinal() - _VAGUE - _NEWS, last.toordinal() + ahead))
        return found

    def _around(self, first: int, last: int) -> Iterator[int]:
        for anchor, at in self._by_day[bisect_left(self._by_day, (first, -1)) :]:
            if anchor > last:
                return
            yield at

    def visit_of(self, at: int) -> int | None:
        """Return the one visit that holds a meeting, None where there is none, or more than one as near."""
        meeting = self.meetings[at]
        when = meeting.days or meeting.told
        if meeting.group == "call" or when is None:
            return None
        around = self._around(when[0].toordinal() - _VAGUE - _NEWS, when[1].toordinal() + _VISIT)
        visits = (other for other in around if self.meetings[other].group.startswith("visit"))
        near = sorted(
            (found, other)
            for other in visits
            if (found := _held_by(meeting, self.meetings[other])) is not None
        )
        if not near or (len(near) > 1 and near[0][0] == near[1][0]):
            return None
        return near[0][1]


def _held_by(meeting: _Meeting, visit: _Meeting) -> tuple[int, int] | None:
    """Return how far a meeting is from a visit, in days and people, None where it can't be part of it."""
    visitor = visit.group.removeprefix("visit/")
    if meeting.states & {visitor} or (meeting.states and visit.states - meeting.states):
        return None
    if not meeting.phases & visit.phases:
        return None
    guests = [
        agreement({visitor: visitors[visitor]}, mine)
        for visitors in visit.people
        for mine in meeting.people
        if visitor in visitors and visitor in mine
    ]
    if None in guests or not any(found.homes for found in guests if found):
        return None
    mine, theirs = meeting.days or meeting.told, visit.days or visit.told
    if mine is None or theirs is None:
        return None
    # A visit is dated by its beginning; its meetings follow.
    after = (mine[0] - theirs[1]).days
    if after > (_VISIT if visit.days and meeting.days else 1) or mine[1] < theirs[0]:
        return None
    return max(0, after), -sum(found.homes for found in guests if found)


def _surest_first(item: tuple[Facts, Sourced]) -> tuple[int, int, bool, date, date, str]:
    facts, sourced = item
    first = facts.days[0] if facts.days else date.max
    return (
        facts.width,
        -len(facts.people),
        facts.phase != "happened",
        first,
        facts.told or date.max,
        sourced.id,
    )


def _founding_key(facts: Facts, sourced: Sourced) -> tuple[str, ...]:
    people = sorted(name.person or " ".join(name.parts) for _, names in facts.people for name in names)
    if facts.days:
        return (facts.group, facts.days[0].isoformat(), facts.days[1].isoformat(), *people)
    return (facts.group, "", sourced.published or sourced.report, *people)
