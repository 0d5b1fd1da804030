"""Lines: one sentence for each claim, written from the claim alone."""

from collections.abc import Sequence

from marsad.model.claims import (
    Amount,
    Commitment,
    Encounter,
    Measure,
    Membership,
    Participant,
    Statement,
    Tenure,
    Undertaking,
)
from marsad.model.entry import StageAt
from marsad.model.vocabulary import Act, UndertakingKind
from marsad.views.names import Names
from marsad.views.wording.actors import Actors
from marsad.views.wording.amounts import amount_phrase
from marsad.views.wording.dates import date_phrase
from marsad.views.wording.phrases import Phrases

# Sectors that go without saying of an undertaking.
_UNDERSTOOD = frozenset(("agreements", "joint_commission", "bilateral_relations"))


class Writer:
    """Writes lines in one language. Nothing stands in a line that the claim doesn't say."""

    def __init__(self, names: Names, words: Phrases, *, lead: tuple[str, ...] = ()) -> None:
        self.words = words
        self.actors = Actors(names, words, lead=lead)

    def encounter(self, claim: Encounter, before: Sequence[StageAt] = ()) -> str:
        """Return who met, where, whether it took place, and what it was said to be before that."""
        visitor, host = _visit(claim)
        if claim.kind == "visit" and host:
            form = "line"
        else:
            form = "line" if claim.kind != "visit" and len(_parties(claim)) > 1 else "alone"
        if form == "line" and claim.status != "held":
            form = "planned"
        line = self.words.fill(
            "encounters",
            claim.kind,
            form,
            people=self.actors.everyone(claim.participants) or self.actors.who(None),
            visitor=self.actors.everyone(visitor),
            host=self._host(claim, host),
            place=self.actors.place(claim.place),
        )
        return _capital(
            line + self._purpose(claim.purpose) + self._status(claim) + self._earlier(claim, before)
        )

    def undertaking(self, claim: Undertaking, stages: Sequence[StageAt]) -> str:
        """Return what was set up between whom, and its stages, oldest first."""
        forms = self.words.get("undertakings", claim.kind)
        parties = self.actors.codes(claim.parties)
        between = "between" if len(claim.parties) > 1 else "of_one"
        return _capital(
            self.words.fill(
                "undertaking",
                kind=self.words.count(forms, claim.count or 1),
                parties=self._if(claim.parties, between, parties=parties),
                name=self._if(claim.name, "called", name=claim.name),
                sectors=self.on_sectors([sector for sector in claim.sectors if sector not in _UNDERSTOOD]),
                term=self.words.count(self.words.get("term"), claim.term_years) if claim.term_years else "",
                value=self._if(claim.value, "worth", value=self._amount(claim.value)),
                stages=self.words.fill("stages_suffix", stages=self._stages(claim, stages)),
            )
        )

    def instrument(
        self,
        kind: UndertakingKind,
        parties: Sequence[str],
        *,
        name: str | None = None,
        sectors: Sequence[str] = (),
        count: int | None = None,
    ) -> str:
        """Return what is or was to be set up between whom, without its stages."""
        return _capital(
            self.words.fill(
                "undertaking",
                kind=self.words.count(self.words.get("undertakings", kind), count or 1),
                parties=self.words.fill("between", parties=self.actors.codes(parties)),
                name=self._if(name, "called", name=name),
                sectors=self.on_sectors([sector for sector in sectors if sector not in _UNDERSTOOD]),
                term="",
                value="",
                stages="",
            )
        )

    def commitment(self, claim: Commitment) -> str:
        """Return who binds whom to what."""
        others = [code for code in claim.parties if claim.by is None or code != claim.by.state]
        return _capital(
            self.words.fill(
                "commitment",
                act=self.act(claim.act, claim.by, claim.by_also),
                to=self._if(claim.to, "to", who=self.actors.who(claim.to)),
                sectors=self.on_sectors(claim.sectors),
                concerning=self._if(others, "concerning", parties=self.actors.codes(others)),
                deadline=self._if(claim.deadline, "deadline", date=self.date(claim.deadline)),
            )
        )

    def act(self, act: Act, by: Participant | None, also: Sequence[Participant] = ()) -> str:
        """Return who pledged, called, hoped …, without to whom and for what."""
        return self.words.fill("acts", act, who=self._speakers(by, also))

    def measure(self, claim: Measure) -> str:
        """Return a figure, of whom and when, and who gave it."""
        flags = [flag for flag in ("approx", "at_least", "at_most") if getattr(claim, flag)]
        before = claim.from_ and amount_phrase(claim.from_, claim.unit, self.words, per=claim.per)
        return _capital(
            self.words.fill(
                "measure",
                indicator=self._measured(claim),
                parties=self._if(claim.parties, "measure_parties", parties=self.actors.codes(claim.parties)),
                period=self._if(claim.period, "measure_period", date=self.period(claim.period)),
                flags="".join(self.words.get("flags", flag) for flag in flags),
                value=amount_phrase(claim.value, claim.unit, self.words, per=claim.per),
                target=self._if(claim.target, "measure_target"),
                origin=self._if(before, "measure_from", value=before),
                by=self._if(claim.by, "measure_by", who=self.actors.who(claim.by)),
            )
        )

    def statement(self, claim: Statement) -> str:
        """Return who spoke to whom about what; what was said is shown in the original."""
        own = claim.by.state if claim.by else None
        topics = [code for code in claim.topic if code != own]
        return _capital(
            self.words.fill(
                "statement",
                who=self._speakers(claim.by, claim.by_also),
                verb=self.words.get("verbs", claim.verb or "say"),
                to=self._if(claim.to, "addressed", who=self.actors.who(claim.to)),
                about=self._if(topics, "about", topics=self.actors.codes(topics)),
            )
        )

    def tenure(self, claim: Tenure, reported: str | None) -> str:
        """Return who holds which office, and between which days reports say so (EDTF)."""
        line = self.words.fill(
            "tenure",
            name=self.actors.person(claim.person, claim.name),
            office=self.actors.office(claim.office, claim.state or claim.organisation),
            status=self.words.get("tenure_statuses", claim.status),
        )
        return line + self._if(reported, "tenure_reported", dates=self.date(reported))

    def membership(self, claim: Membership) -> str:
        """Return what a state is said to be to an organisation, which stands above the line."""
        status = self.words.get("membership_statuses", claim.status)
        return self.words.fill("membership", state=self.actors.code(claim.state), status=status)

    def _measured(self, claim: Measure) -> str:
        """Return what a figure measures; things counted that nothing names are shown as the report has them."""
        if claim.unit == "count" and not self.words.label("indicators", claim.indicator):
            return self.words.fill("counted", words=" ".join(claim.evidence[0].text.split()))
        return self.indicator(claim.indicator)

    def indicator(self, code: str) -> str:
        """Return an indicator in words; one that the wording lacks is read from its code."""
        known = self.words.label("indicators", code)
        if known:
            return known
        for change in ("growth", "decline"):
            if code.endswith(f"_{change}"):
                return self.words.fill(change, indicator=self.indicator(code.removesuffix(f"_{change}")))
        return code.replace("_", " ")

    def date(self, edtf: str | None) -> str:
        """Return an EDTF date in words."""
        return date_phrase(edtf, self.words)

    def period(self, edtf: str | None) -> str:
        """Return in words the time through which something lasted."""
        return date_phrase(edtf, self.words, lasting=True)

    def _if(self, given: object, *template: str, **values: object) -> str:
        return self.words.fill(*template, **values) if given else ""

    def _speakers(self, by: Participant | None, also: Sequence[Participant]) -> str:
        return self.words.join([self.actors.who(who) for who in (by, *also)])

    def on_sectors(self, sectors: Sequence[str]) -> str:
        """Return a list of sectors as a phrase to append, empty for none."""
        labels = [str(self.words.get("sectors", sector)) for sector in sectors]
        return self._if(labels, "on_sectors", sectors=self.words.join(labels))

    def _amount(self, value: Amount | None) -> str:
        return amount_phrase(value.amount, value.unit, self.words) if value else ""

    def _stages(self, claim: Undertaking, stages: Sequence[StageAt]) -> str:
        course = stages or [StageAt(claim.stage, claim.date, "")]
        return str(self.words.get("stage_list")).join(self._stage(at) for at in course)

    def _stage(self, at: StageAt) -> str:
        label = str(self.words.get("stages", at.stage))
        return self.words.fill("stage_at", stage=label, date=self.date(at.date)) if at.date else label

    def _status(self, claim: Encounter) -> str:
        if claim.status == "held":
            return ""
        return self.words.fill("status_suffix", status=self._status_word(claim, claim.status))

    def _earlier(self, claim: Encounter, before: Sequence[StageAt]) -> str:
        """Return what changed; that a visit is over which was under way is no change."""
        changed = [at for at in before if at.stage not in ("under_way", claim.status)]
        told = [self._status_word(claim, at.stage) for at in changed]
        return self._if(told, "earlier", statuses=str(self.words.get("stage_list")).join(told))

    def _status_word(self, claim: Encounter, status: str) -> str:
        word = self.words.get("statuses", status)
        return str(
            word[self.words.get("encounters", claim.kind, "gender")] if isinstance(word, dict) else word
        )

    def _purpose(self, purpose: str | None) -> str:
        return self._if(purpose, "purpose", purpose=purpose)

    def _host(self, claim: Encounter, host: str | None) -> str:
        if host is None:
            return ""
        state = self.actors.codes([host])
        city = self.actors.city(claim.place) if claim.place and claim.place.state == host else None
        return self.words.fill("host_city", state=state, city=city) if city else state


def _visit(claim: Encounter) -> tuple[list[Participant], str | None]:
    """Return who visits and the state visited, None when the claim doesn't tell."""
    if not claim.participants:
        return [], None
    home = claim.participants[0].state
    visitors = [who for who in claim.participants if who.state == home]
    visited = [who.state for who in claim.participants if who.state and who.state != home]
    place = claim.place.state if claim.place and claim.place.state != home else None
    return visitors, visited[0] if visited else place


def _parties(claim: Encounter) -> set[str]:
    return {who.person or who.name or who.state or who.organisation or "" for who in claim.participants}


def _capital(line: str) -> str:
    return line[:1].upper() + line[1:]
