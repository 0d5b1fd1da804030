"""Going through entries at the keyboard; keys, questions and output are given, so that no terminal is needed."""

from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from marsad.cli.judgements import judgement_line
from marsad.cli.review_lines import HELP, entry_lines, listed
from marsad.errors import JudgementError
from marsad.model.entry import Entry
from marsad.model.judgement import Anchor, Judgement, Verdict, anchor
from marsad.register.judgements.book import judge, now, recorded
from marsad.register.judgements.naming import anchors_of
from marsad.register.judgements.queue import queue, verdicts
from marsad.register.judgements.values import value_of
from marsad.register.sourced import Sourced
from marsad.register.store import Register
from marsad.views.wording import Writer

# Keys that need no entry.
_AT_THE_END = frozenset("upl?")


class Choice(msgspec.Struct, frozen=True):
    """Which entries are gone through: about all ``states``, of ``types`` (all if empty), accepted ones or not."""

    states: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    everything: bool = False


class Review:
    """One run through the entries.

    ``keys`` returns the next key, ``ask`` the answer to a question, empty where there is none; ``say`` shows lines.
    """

    def __init__(
        self,
        register: Register,
        choice: Choice,
        by: str,
        writer: Writer,
        *,
        keys: Callable[[], str],
        ask: Callable[[str], str],
        say: Callable[[str], None],
    ) -> None:
        self.register, self.choice, self.by, self.writer = register, choice, by, writer
        self.keys, self.ask, self.say = keys, ask, say
        self.at = self.made = 0
        # Claims accepted in this run: their entries stay, so that one can go back to them.
        self.seen: set[str] = set()
        self.entries: list[Entry] = []
        self.actions: dict[str, Callable[[], bool]] = {
            "a": self._accept,
            "r": self._reject,
            "c": self._correct,
            "m": self._merge,
            "s": self._split,
            "n": self._note,
            "u": self._undo,
            " ": self._next,
            "p": self._back,
            "l": self._list,
            "?": self._help,
        }

    def run(self) -> None:
        """Show entry after entry and do what keys say, until ``q``."""
        self._load()
        if not self.entries:
            self.say("no entry waits to be judged (--all shows accepted ones too)")
            return
        show = True
        while True:
            if show:
                self._show()
            key = self.keys()
            if key == "q":
                break
            try:
                show = self._do(key)
            except JudgementError as error:
                self.say(f"{error}")
                show = False
        self.say(f"{self.made:,} judgements made")

    def _do(self, key: str) -> bool:
        """Do what a key says; tell whether the entry has to be shown anew."""
        if key not in self.actions:
            self.say(f"{key!r} is no key here; ? shows them")
            return False
        if self.at >= len(self.entries) and key not in _AT_THE_END:
            return True
        return self.actions[key]()

    def _load(self, stay_at: str | None = None) -> None:
        """Fetch the entries anew, and stay at the one with a claim where there is one."""
        found = queue(self.register, self.choice.states, self.choice.types)
        told = verdicts(self.register, {claim for entry in found for claim in entry.claims})
        self.entries = [entry for entry in found if self._waits(entry, told)]
        places = (at for at, entry in enumerate(self.entries) if stay_at in entry.claims)
        self.at = next(places, min(self.at, max(len(self.entries) - 1, 0)))

    def _waits(self, entry: Entry, told: dict[str, str]) -> bool:
        accepted = all(told.get(claim) == "accepted" for claim in entry.claims)
        return self.choice.everything or not accepted or bool(self.seen & set(entry.claims))

    @property
    def _entry(self) -> Entry:
        return self.entries[self.at]

    def _claims(self, entry: Entry) -> list[Sourced]:
        found = self.register.claims(entry.claims)
        return [found[name] for name in entry.claims]

    def _anchors(self, chosen: Sequence[Sourced]) -> tuple[Anchor, ...]:
        return tuple(anchor(item.id, item.report, item.claim) for item in chosen)

    def _show(self) -> None:
        if self.at >= len(self.entries):
            self.say("\nthat was the last entry (q quit, p back, u undo)")
            return
        entry = self._entry
        claims = self._claims(entry)
        told = verdicts(self.register, entry.claims)
        self.say(f"\n── {self.at + 1} of {len(self.entries)} · {entry.type} · {entry.id}")
        for line in entry_lines(entry, claims, told, self.writer):
            self.say(line)

    def _judge(self, verdict: Verdict, on: tuple[Anchor, ...] = (), **fields: Any) -> None:  # noqa: ANN401
        made = judge(self.register, Judgement(verdict=verdict, on=on, by=self.by, at=now(), **fields))
        self.made += 1
        self.say(judgement_line(made))

    def _whole(self) -> tuple[Anchor, ...]:
        return self._anchors(self._claims(self._entry))

    def _accept(self) -> bool:
        first = self._entry.claims[0]
        self._judge("accept", self._whole())
        self.seen |= set(self._entry.claims)
        self._load(stay_at=first)
        return self._next()

    def _reject(self) -> bool:
        last = self.at == len(self.entries) - 1
        self._judge("reject", self._whole())
        self._load()
        if last:
            self.at = len(self.entries)
        return True

    def _correct(self) -> bool:
        slot = self.ask("Slot (such as date, place.city)")
        typed = self.ask("Value (null empties it)") if slot else ""
        if not typed:
            return self._nothing()
        claims = self._claims(self._entry)
        value = value_of(typed, slot, (item.claim for item in claims))
        self._judge("correct", self._anchors(claims), slot=slot, value=value)
        self._load(stay_at=claims[0].id)
        return True

    def _merge(self) -> bool:
        answer = self.ask("With which entry (its number in the list, l, or an id)")
        if not answer:
            return self._nothing()
        first = self._entry.claims[0]
        other = self.entries[self._number(answer, len(self.entries))].id if answer.isdecimal() else answer
        if other == self._entry.id:
            raise JudgementError("that is this entry itself (give another)")
        self._judge("merge", (*self._whole(), *anchors_of(self.register, [other])))
        self._load(stay_at=first)
        return True

    def _split(self) -> bool:
        claims = self._claims(self._entry)
        answer = self.ask("Which claims go into an entry of their own (numbers)")
        if not answer:
            return self._nothing()
        chosen = {self._number(word, len(claims)) for word in answer.replace(",", " ").split()}
        out = [item for at, item in enumerate(claims) if at in chosen]
        rest = [item for at, item in enumerate(claims) if at not in chosen]
        self._judge("split", self._anchors(out), apart=self._anchors(rest))
        self._load(stay_at=claims[0].id)
        return True

    def _note(self) -> bool:
        text = self.ask("Note")
        if not text:
            return self._nothing()
        self._judge("note", self._whole(), note=text)
        return True

    def _undo(self) -> bool:
        """Take back the last judgement of this person."""
        mine = (item.judgement for item in reversed(recorded(self.register)) if item.state != "undone")
        last = next((item for item in mine if item.by == self.by and item.verdict != "undo"), None)
        if last is None:
            raise JudgementError(f"{self.by} has judged nothing that could be undone (p goes back)")
        self._judge("undo", undoes=last.id)
        self._load(stay_at=last.on[0].claim)
        return True

    def _next(self) -> bool:
        self.at += 1
        return True

    def _back(self) -> bool:
        self.at = max(self.at - 1, 0)
        return True

    def _list(self) -> bool:
        for line in listed(self.entries, self.at, self._claims, self.writer):
            self.say(line)
        return False

    def _help(self) -> bool:
        self.say(HELP)
        return False

    def _nothing(self) -> bool:
        self.say("nothing judged")
        return False

    @staticmethod
    def _number(word: str, count: int) -> int:
        """Return the place, from 0, of what was asked for by its number, from 1."""
        if not word.isdecimal() or not 1 <= int(word) <= count:
            raise JudgementError(f"{word!r} is no number from 1 to {count} (see the list)")
        return int(word) - 1
