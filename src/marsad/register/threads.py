"""Undertakings followed over time: the same agreement, railway or commission from its proposal to its end."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import cache

from marsad.knowledge.files import load
from marsad.model.claims import Undertaking
from marsad.model.edtf import span
from marsad.register.cluster import Cluster
from marsad.register.sourced import Sourced
from marsad.register.subjects import is_body, names_a_theme, subject

# What is not called by a name is the same thing only if told within a year of each other and about the same.
_YEAR = 366
# Several things at once are told as one piece of news.
_NEWS = 7
# Signed twice further apart than this, two things were signed.
_SIGNING = 31
# One instrument, whatever a report calls it.
_FAMILY = {"treaty": "agreement", "corridor": "rail_link"}


class _Thread:
    """An undertaking while claims join it."""

    def __init__(self, key: tuple[str, ...]) -> None:
        self.cluster = Cluster(key, [])
        self.words: Counter[str] = Counter()
        self.sectors: frozenset[str] = frozenset()
        self.told: tuple[date, date] | None = None
        self.signed: tuple[date, date] | None = None

    def add(self, item: Sourced, claim: Undertaking) -> None:
        if not self.cluster.members:
            self.sectors = telling_sectors(claim)
        self.cluster.members.append(item)
        self.words.update(subject(claim))
        told = _told(item)
        if told:
            first, last = self.told or (told, told)
            self.told = (min(first, told), max(last, told))
        signed = _signed(claim)
        if signed:
            self.signed = self.signed or signed

    def signed_elsewhen(self, claim: Undertaking) -> bool:
        """Whether a claim is about something signed at another time."""
        signed = _signed(claim)
        return bool(signed and self.signed and _apart(signed, self.signed) > _SIGNING)


def cluster(claims: Iterable[Sourced]) -> list[Cluster]:
    """Return the threads of one bucket, whose claims have the same parties."""
    families: dict[str, list[tuple[Sourced, Undertaking]]] = {}
    for item in claims:
        claim = item.claim
        if isinstance(claim, Undertaking):
            families.setdefault(_FAMILY.get(claim.kind, claim.kind), []).append((item, claim))
    return [found for family, members in sorted(families.items()) for found in _family(family, members)]


def _family(family: str, members: list[tuple[Sourced, Undertaking]]) -> list[Cluster]:
    table = _Table(family)
    for item, claim in sorted(members, key=_surest_first):
        table.place(item, claim)
    return [thread.cluster for thread in table.threads]


class _Table:
    """The threads of one kind found so far, looked up by words of their names and by sectors."""

    def __init__(self, family: str) -> None:
        self.threads: list[_Thread] = []
        self._family = family
        self._standing = family in _rules("standing")
        self._by_word: dict[str, list[int]] = {}
        self._by_sector: dict[str, list[int]] = {}
        self._nameless: list[int] = []
        self._several: dict[tuple[str, ...], list[int]] = {}

    def place(self, item: Sourced, claim: Undertaking) -> None:
        """Let a claim join the thread that it is most like, or begin one."""
        several = claim.count is not None and claim.count > 1
        at = self._several_at(item, claim) if several else self._one_at(item, claim)
        self.threads[at].add(item, claim)

    def _one_at(self, item: Sourced, claim: Undertaking) -> int:
        words = subject(claim)
        at = self._by_name(claim, words) if words else self._without_name()
        if at is None and not claim.name and not names_a_theme(words):
            at = self._by_theme(item, claim)
        return self._begin(claim, words, item) if at is None else at

    def _by_name(self, claim: Undertaking, words: frozenset[str]) -> int | None:
        """Return the thread that shares most of the name, its words weighed by how often it bears them."""
        shared: Counter[int] = Counter()
        for word in words:
            for at in self._by_word.get(word, []):
                shared[at] += 1
        fit = [at for at in shared if not self.threads[at].signed_elsewhen(claim)]
        return min(fit, key=lambda at: (-shared[at], at), default=None)

    def _without_name(self) -> int | None:
        """Return the one standing thing of these parties: the nameless one, or the only one there is."""
        if not self._standing:
            return None
        if self._nameless:
            return self._nameless[0]
        return 0 if len(self.threads) == 1 and not is_body(self._family) else None

    def _by_theme(self, item: Sourced, claim: Undertaking) -> int | None:
        mine, told = telling_sectors(claim), _told(item)
        # Of one party alone, too much is about the same.
        if not mine or told is None or self._standing or len(claim.parties) < 2:
            return None
        near = []
        for at in sorted({at for sector in mine for at in self._by_sector.get(sector, [])}):
            thread = self.threads[at]
            if thread.told is None or thread.signed_elsewhen(claim) or not _nested(mine, thread.sectors):
                continue
            gap = _apart((told, told), thread.told)
            if gap <= _YEAR:
                near.append((len(mine ^ thread.sectors), gap, at))
        near.sort()
        alike = len(near) > 1 and near[0][:2] == near[1][:2]
        return near[0][2] if near and not alike else None

    def _several_at(self, item: Sourced, claim: Undertaking) -> int:
        """Return where "nine memoranda" of another report of the same days stand, else begin them."""
        key = (str(claim.count), *sorted(telling_sectors(claim)))
        told = _told(item)
        for at in self._several.get(key, []):
            last = self.threads[at].told
            near = told and last and _apart((told, told), last) <= _NEWS
            if near and not self.threads[at].signed_elsewhen(claim):
                return at
        self._several.setdefault(key, []).append(len(self.threads))
        self.threads.append(_Thread((self._family, "several", *key, item.published or item.report)))
        return len(self.threads) - 1

    def _begin(self, claim: Undertaking, words: frozenset[str], item: Sourced) -> int:
        at = len(self.threads)
        sectors = telling_sectors(claim)
        for word in words:
            self._by_word.setdefault(word, []).append(at)
        for sector in sectors:
            self._by_sector.setdefault(sector, []).append(at)
        if words or self._standing:
            key: tuple[str, ...] = ("name", *sorted(words))
        else:
            key = ("theme", *sorted(sectors), item.published or item.report)
        if not words and self._standing:
            self._nameless.append(at)
        self.threads.append(_Thread((self._family, *key)))
        return at


def telling_sectors(claim: Undertaking) -> frozenset[str]:
    """Return the sectors less those that nearly every undertaking has to do with."""
    return frozenset(claim.sectors) - _rules("sectors")


def _nested(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return mine <= theirs or theirs <= mine


@cache
def _rules(name: str) -> frozenset[str]:
    return frozenset(load("threads")[name])


def _surest_first(pair: tuple[Sourced, Undertaking]) -> tuple[int, int, date, str]:
    item, claim = pair
    return (-len(subject(claim)), -len(telling_sectors(claim)), _told(item) or date.max, item.id)


def _told(item: Sourced) -> date | None:
    days = item.published_days
    return days[1] if days and (days[1] - days[0]).days <= _NEWS else None


def _signed(claim: Undertaking) -> tuple[date, date] | None:
    """Return when a claim says that the thing was signed, if it says so closely."""
    if claim.stage != "signed" or claim.date is None:
        return None
    first, last = span(claim.date)
    if first is None or last is None or (last - first).days > _SIGNING:
        return None
    return first, last


def _apart(one: tuple[date, date], other: tuple[date, date]) -> int:
    return max((one[0] - other[1]).days, (other[0] - one[1]).days, 0)
