"""A word that may bind somebody, with the stretch of report around it, and the bond that comes of it."""

import re
from functools import cache

import msgspec

from marsad.extraction.clauses import cue, words
from marsad.extraction.commitment_actors import WORDS, Actor
from marsad.extraction.document import Document
from marsad.extraction.speech import Utterance
from marsad.knowledge.forms import with_pronouns
from marsad.knowledge.lexicon import Hit
from marsad.knowledge.table import table
from marsad.language.sentences import Sentence
from marsad.language.tokens import Token
from marsad.model.claims import Participant
from marsad.model.vocabulary import Act


class Bond(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody bound by what begins at ``start``, a folded offset.

    ``actor`` is who acts there, for clauses that go on without naming them; ``finite`` says that a finite
    verb binds, so that another one of its kind is another bond.
    """

    act: Act
    start: int
    by: tuple[Participant, ...]
    rule: str
    to: Participant | None = None
    actor: Actor | None = None
    finite: bool = False


class Trigger(msgspec.Struct, frozen=True, kw_only=True):
    """A cue in its sentence; ``last`` is who acted in the bond before it in the same paragraph."""

    document: Document
    sentence: Sentence
    utterance: Utterance | None
    hit: Hit
    last: Actor | None

    @property
    def name(self) -> str:
        """The cue's name in the knowledge."""
        return self.hit.key.split("/")[1]

    @property
    def end(self) -> int:
        """Where the utterance ends, or else the sentence."""
        return self.utterance.end if self.utterance is not None else self.sentence.end

    @property
    def act(self) -> Act:
        """The act that the cue makes."""
        return cue(self.hit.key)["act"]  # type: ignore[return-value]  # the vocabulary is the knowledge's

    @property
    def is_verb(self) -> bool:
        """Whether the cue is a form of a verb."""
        return self.hit.feature.startswith("verb.")

    @property
    def person(self) -> str:
        """Grammatical person of a verb ("3ms", "3fs", …), empty for other words."""
        return self.hit.feature.rpartition(".")[2] if self.is_verb else ""

    @property
    def speakers(self) -> tuple[Participant, ...]:
        """Those in whose mouth the cue stands, none in the report's own voice."""
        return self.utterance.speakers if self.utterance is not None else ()

    @property
    def says_it(self) -> bool:
        """Whether the cue is the verb of the utterance itself."""
        said = self.utterance
        return said is not None and self.is_verb and said.start <= self.hit.left < said.content

    @property
    def paragraph_start(self) -> int:
        """Where the paragraph of the cue begins."""
        return self.document.text.rfind("\n", 0, self.sentence.start) + 1

    def bond(
        self, by: tuple[Participant, ...], *, actor: Actor | None = None, act: Act | None = None
    ) -> Bond | None:
        """Return the bond of those bound, begun where an actor before it stands; None when there are none."""
        if not by:
            return None
        start = self.hit.left
        if actor is not None and actor is not self.last:
            start = min(start, actor.start)
        if self.utterance is not None:
            start = max(start, self.utterance.start)
        return Bond(act=act or self.act, start=start, by=by, rule=self.name, actor=actor, finite=self.is_verb)

    def before(self, count: int = 1) -> list[str]:
        """Return up to ``count`` words of the sentence before the cue, nearest first."""
        found: list[str] = []
        token = self.document.surface.tokens.before(self.hit.left)
        while token is not None and token.start >= self.sentence.start and len(found) < count:
            found.append(token.text)
            token = self.document.surface.tokens.before(token.start)
        return found

    def after(self, count: int, *, behind: Actor | None = None) -> list[Token]:
        """Return up to ``count`` tokens behind the cue and an actor that follows it, up to ``end``."""
        start = max(self.hit.end, behind.end) if behind is not None else self.hit.end
        return self.document.surface.tokens.between(start, self.end)[:count]

    def follows(self, name: str, *, file: str = WORDS) -> bool:
        """Whether the cue follows at once a word of a list of the knowledge."""
        return any(word in words(file, name) for word in self.before())

    @property
    def negated(self) -> bool:
        """Whether a negation stands right before."""
        return self.follows("negations")

    @property
    def supposed(self) -> bool:
        """Whether what it says is past or only supposed: "كانت تسعى", "إذا قررت"."""
        if self.hit.feature.startswith("verb.perfect") and self.follows("done_already"):
            return False
        if self.hit.feature.startswith("verb.perfect") and self.follows("long_since"):
            return False
        return self.follows("past_or_supposed")

    @property
    def governed(self) -> bool:
        """Whether a preposition stands right before, so that a verb's form is a noun: "على طلب الوزير"."""
        return self.follows("prepositions", file="attribution")

    @property
    def goes_on(self) -> bool:
        """Whether the cue carries a clause on: "وستدعم", "كما رفضت"."""
        return self.hit.prefix.startswith(("و", "ف")) or self.follows("carries_on") or not self.before()


@cache
def _deeds() -> frozenset[str]:
    """Return nouns of doing, also with article or pronoun: "متابعة", "المتابعة", "متابعتها"."""
    return _nouns("action_nouns", "deeds")


@cache
def _actions() -> frozenset[str]:
    return _nouns("action_nouns")


def _nouns(*lists: str) -> frozenset[str]:
    bare = {noun.removeprefix("ال") for name in lists for noun in words(WORDS, name)}
    owned = {form for noun in bare for form in with_pronouns(noun) if form.endswith(("ه", "ها"))}
    return frozenset(bare | owned | {"ال" + noun for noun in bare})


@cache
def _shapes() -> re.Pattern[str]:
    return re.compile("|".join(table().files[WORDS]["deed_shapes"]))


@cache
def is_deed(word: str) -> bool:
    """Whether a folded word names something that one does, by a list or by its shape: "تثبيت", "المصالحة".

    A shape counts without a pronoun only.
    """
    return word in _deeds() or is_action(word)


@cache
def is_action(word: str) -> bool:
    """Whether a folded word names an action that one can call for: "أهمية تثبيت", and not "أهمية أبعاد"."""
    bare = word.removeprefix("ال")
    if word in _actions():
        return True
    return bare not in words(WORDS, "not_deeds") and _shapes().fullmatch(bare) is not None
