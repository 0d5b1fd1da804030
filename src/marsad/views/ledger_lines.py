"""Write a thread of the ledger: its title, a line for each promise, stage and figure, and the silence since."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_EVEN, Decimal

import msgspec

from marsad.model.claims import Measure
from marsad.model.vocabulary import Stage
from marsad.register.follow_through.days import course
from marsad.register.follow_through.promises import side
from marsad.register.follow_through.records import Figure, Promise, Reached, Thread
from marsad.register.sourced import Sourced
from marsad.views.brief import Group, Line
from marsad.views.citations import Citations
from marsad.views.wording import Writer
from marsad.views.wording.amounts import amount_phrase

# Of a promise or stage told in many reports so many are cited.
_CITED = 3
# Of a long thread the first and the last lines are shown.
_FIRST, _LAST = 3, 9
_MONTH = 31

Part = Promise | Reached | Figure


class LedgerPen(msgspec.Struct, frozen=True):
    """Writes threads of a pair. ``titles`` and ``stages`` hold the title and last stage of every thread by its id."""

    states: tuple[str, str]
    claims: Mapping[str, Sourced]
    writer: Writer
    citations: Citations
    titles: Mapping[str, str]
    stages: Mapping[str, Stage | None]

    def group(self, thread: Thread) -> Group:
        """Return the thread as a group of lines."""
        lines = list(self._lines(thread))
        return Group(self.titles[thread.id], tuple(lines))

    def _lines(self, thread: Thread) -> Iterator[Line]:
        parts = shown_parts(thread, self.claims)
        yield from (self._part(part, thread) for part in parts[:_FIRST])
        hidden = len(all_parts(thread, self.claims)) - len(parts)
        if hidden:
            yield self._note(thread, self._count("between", hidden))
        yield from (self._part(part, thread) for part in parts[_FIRST:])
        if thread.kind == "general":
            return
        yield from (self._note(thread, self._related(other)) for other in thread.related)
        for text in self._silence(thread):
            yield self._note(thread, text)

    def _part(self, part: Part, thread: Thread) -> Line:
        match part:
            case Promise():
                text, date = self._promise(part, thread), part.date
            case Reached():
                text, date = self._stage(part), part.date
            case Figure():
                text, date = self._figure(part), None
        cited = [self.claims[claim] for claim in cited_claims(part)]
        return Line(
            text=text,
            sources=self.citations.cite(cited),
            entry=thread.id,
            date=date,
            when=self._when(date, part.reported),
            quote=None if isinstance(part, Figure) else " ".join(cited[0].claim.evidence[0].text.split()),
        )

    def _promise(self, promise: Promise, thread: Thread) -> str:
        words = self.writer.words
        text = self.writer.act(promise.act or "proposal", promise.by, promise.by_also)
        if promise.deadline:
            text += words.fill("deadline", date=self.writer.date(promise.deadline))
        if thread.kind != "general":
            text += self._times(promise, thread)
        wants = self._wants(promise, thread)
        if wants:
            labels = [str(words.get("stages", stage)) for stage in wants]
            text += words.fill("ledger", "wants", stages=words.join(labels))
        reports = len(self._reports(promise))
        return _capital(text + words.count(words.get("brief", "repeated"), reports))

    def _wants(self, promise: Promise, thread: Thread) -> list[Stage]:
        """Return the stages that stand in the words of a promise."""
        told = self._reports(promise)
        asked = (at.stage for at in thread.stages if at.wanted and told & self._reports(at))
        return list(dict.fromkeys(asked))

    def _reports(self, part: Part) -> set[str]:
        return {self.claims[claim].report for claim in part.claims}

    def _times(self, promise: Promise, thread: Thread) -> str:
        words = self.writer.words
        home = side(promise.by)
        if promise.times < 2 or not home:
            return ""
        name = self.writer.actors.codes([home])
        if thread.kind in ("undertaking", "target"):
            return words.count(words.get("ledger", "again"), promise.times, side=name)
        return words.count(words.get("ledger", "further"), promise.times, side=name)

    def _stage(self, at: Reached) -> str:
        words = self.writer.words
        note = "wanted" if at.wanted else "delivery" if at.delivery else None
        return _capital(
            words.fill(
                "ledger",
                "stage",
                stage=words.get("stages", at.stage),
                by=words.fill("measure_by", who=self.writer.actors.who(at.by)) if at.by else "",
                note=words.get("ledger", note) if note else "",
            )
        )

    def _figure(self, figure: Figure) -> str:
        words = self.writer.words
        claim = self.claims[figure.claims[0]].claim
        if not isinstance(claim, Measure):
            raise ValueError(f"claim {figure.claims[0]} gives no figure")
        flags = "".join(
            words.get("flags", flag) for flag in ("approx", "at_least", "at_most") if getattr(claim, flag)
        )
        share = words.fill("ledger", "share", percent=_rounded(figure.percent)) if figure.percent else ""
        if figure.before:
            share += words.get("ledger", "before")
        elif not share and figure.period and not claim.at_most:
            share = words.get("ledger", "no_share")
        return _capital(
            words.fill(
                "ledger",
                "figure",
                value=flags + amount_phrase(claim.value, claim.unit, words, per=claim.per),
                period=words.fill("measure_period", date=self.writer.period(figure.period))
                if figure.period
                else "",
                by=words.fill("measure_by", who=self.writer.actors.who(claim.by)) if claim.by else "",
                share=share,
            )
        )

    def _related(self, other: str) -> str:
        words, title, stage = self.writer.words, self.titles[other], self.stages[other]
        if stage:
            title = words.fill("ledger", "related_stage", title=title, stage=words.get("stages", stage))
        return words.fill("ledger", "related", title=title)

    def _silence(self, thread: Thread) -> Iterator[str]:
        words = self.writer.words
        if thread.due and thread.status == "overdue":
            yield words.fill("ledger", "due", date=self.writer.date(thread.due))
        if thread.status in ("open", "overdue") and thread.kind == "subject":
            yield words.get("ledger", "untied")
        elif thread.status in ("open", "overdue") and not thread.apart:
            yield words.get("ledger", "unsaid")
        elif thread.status in ("open", "overdue") and thread.waiting:
            yield self._count("waiting_least" if _vague(thread) else "waiting", thread.waiting)
        yield self._last_told(thread)

    def _last_told(self, thread: Thread) -> str:
        words, silence = self.writer.words, thread.silence
        date = self.writer.date(silence.last)
        if silence.reports is None:
            return words.fill("ledger", "last", date=date)
        if silence.reports == 0:
            return words.fill("ledger", "quiet", date=date)
        on = self._count("on_sectors", silence.on_sectors) if silence.on_sectors else ""
        reports = self._count("reports", silence.reports)
        return words.fill("ledger", "silent", date=date, reports=reports, on_sectors=on)

    def _count(self, key: str, number: int) -> str:
        return self.writer.words.count(self.writer.words.get("ledger", key), number)

    def _note(self, thread: Thread, text: str) -> Line:
        return Line(text=text, sources=(), entry=thread.id)

    def _when(self, date: str | None, told: str | None) -> str | None:
        if date:
            return self.writer.date(date)
        return self.writer.words.fill("brief", "reported", date=self.writer.date(told)) if told else None


def title(thread: Thread, states: tuple[str, str], writer: Writer) -> str:
    """Return what a thread is about, and with whom beside the two."""
    words = writer.words
    if thread.instrument:
        parties = (*states, *thread.others)
        name = writer.instrument(
            thread.instrument, parties, name=thread.name, sectors=thread.sectors, count=thread.count
        )
        return name if thread.apart else words.fill("ledger", "alike", title=name)
    others = (
        words.fill("ledger", "others", parties=writer.actors.codes(thread.others)) if thread.others else ""
    )
    if thread.target:
        amount = amount_phrase(thread.target.value, thread.target.unit, words, per=thread.target.per)
        when = thread.target.period
        period = words.fill("measure_period", date=writer.period(when)) if when else ""
        indicator = writer.indicator(thread.target.indicator)
        return _capital(words.fill("ledger", "target", indicator=indicator, value=amount, period=period))
    if thread.kind == "general":
        return str(words.get("ledger", "general"))
    return _capital(words.fill("ledger", "subject", sectors=writer.on_sectors(thread.sectors)) + others)


def all_parts(thread: Thread, claims: Mapping[str, Sourced]) -> list[Part]:
    """Return promises, stages and figures as things went, less stages that a promise of the same report asks for."""
    promising = {claims[claim].report for promise in thread.promises for claim in promise.claims}
    stages = [
        at
        for at in thread.stages
        if not (at.wanted and {claims[claim].report for claim in at.claims} <= promising)
    ]
    parts: Sequence[Part] = (*thread.promises, *stages, *thread.figures)
    return sorted(parts, key=lambda part: course(_happened(part)))


def shown_parts(thread: Thread, claims: Mapping[str, Sourced]) -> list[Part]:
    """Return the parts that a page shows: all of a short thread, first and last ones of a long one."""
    parts = all_parts(thread, claims)
    return parts if len(parts) <= _FIRST + _LAST else [*parts[:_FIRST], *parts[-_LAST:]]


def cited_claims(part: Part) -> tuple[str, ...]:
    """Return the claims of a part that a page cites."""
    return part.claims[:_CITED]


def _vague(thread: Thread) -> bool:
    """Tell whether the first promise can't be placed within a month."""
    first, last = course(thread.promises[0].date or thread.promises[0].reported)
    return (last - first).days > _MONTH


def _happened(part: Part) -> str | None:
    return part.period or part.reported if isinstance(part, Figure) else part.date or part.reported


def _rounded(percent: str) -> str:
    """Return a percentage without decimals from ten on."""
    exact = Decimal(percent)
    return f"{exact.quantize(Decimal(1), ROUND_HALF_EVEN) if exact >= 10 else exact.normalize():f}"


def _capital(line: str) -> str:
    return line[:1].upper() + line[1:]
