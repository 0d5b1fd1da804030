"""Who has the floor: the speaker to whom a verb without a subject belongs.

"وقالت الوزيرة إن … وأضاف نظيرها أن … وختمت بأن": the feminine verb goes back to her.
"""

from typing import NamedTuple

from marsad.folding import fold_word
from marsad.model.claims import Participant

Speakers = tuple[Participant, ...]


class Subject(NamedTuple):
    """Who speaks, and the stretch of text that says so; no ``speakers`` when it is somebody we can't tell.

    ``human`` says that they are people though not named, ``several`` that one participant stands for many,
    ``vague`` that nothing but their words tells which body they are.
    """

    speakers: Speakers
    start: int
    end: int
    human: bool = False
    several: bool = False
    vague: bool = False


#: The mark of one participant that stands for many people: "خبراء". No verb in the singular goes back to them.
SEVERAL = "several"
_MARKS = {"3ms": "m", "3fs": "f", "3md": "p", "3fd": "p", "3mp": "p"}


def mark_of(person: str, speakers: Speakers) -> str:
    """Return ``m``, ``f`` or ``p`` for the verb form with which speakers were introduced.

    A verb before its subject stays singular ("أكد الجانبان"), so several speakers count as plural.
    """
    return "p" if len(speakers) > 1 else _MARKS.get(person, "")


class Floor:
    """Carries speaker, document and medium through one report."""

    def __init__(self) -> None:
        self.current: Speakers = ()
        #: Who issued the document that was spoken of last.
        self.issuer: Speakers = ()
        #: Who was told last by what they are: "مسؤول ياباني".
        self.unnamed: Speakers = ()
        #: The body that spoke last.
        self.body: Participant | None = None
        #: Speakers by the parts of their names, folded; a last part goes before a first one.
        self.people: dict[str, Participant] = {}
        #: Who acted last in the sentence before, speaking or not.
        self.acted: Speakers = ()
        #: By a surname: up to which token full names were looked for, where the first stands, and whose it is.
        self.full_names: dict[str, tuple[int, int, Participant | None]] = {}
        self._mark = ""
        self._last: dict[str, Speakers] = {}

    def take(self, speakers: Speakers, mark: str) -> None:
        """Give the floor to somebody; to nobody where the report names a speaker whom we can't tell."""
        self.current, self._mark = speakers, mark
        self._last[mark] = speakers
        if speakers and speakers[0].organisation and not (speakers[0].person or speakers[0].office):
            self.body = speakers[0]
        for who in speakers:
            *earlier, last = fold_word(who.name or "").split() or [""]
            self.people[last] = who
            for part in earlier:
                self.people.setdefault(part, who)

    def overheard(self, speakers: Speakers, mark: str) -> None:
        """Remember a source named by the way ("…، بحسب الصحيفة"), which takes nobody's floor."""
        if not self.current:
            self.take(speakers, mark)
        elif mark:
            self._last[mark] = speakers

    def carried(self, person: str) -> Speakers:
        """Return whom a verb of this person and number can mean; empty when nobody fits."""
        mark = _MARKS.get(person, "")
        if not mark or not self._mark or mark == self._mark:
            return self.current
        if mark == "p" and self._mark == SEVERAL:
            return self.current
        if mark == "p":
            alone = len(self.current) == 1 and self.current[0].person is not None
            return self._last.get("p") or (() if alone else self.current)
        if self._mark == "p" and len(self.current) == 1:
            return self.current
        return self._last.get(mark, ())
