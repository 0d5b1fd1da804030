"""Who says what: the utterances of a report, each with its speakers and the stretch of text that is theirs.

Rules cover verb–speaker–content ("وقال الوزير إن …"), speaker–verb–content ("الوزير يؤكد …"), chained
participles ("… مؤكدا أن …"), a speaker carried on ("وأضاف: …"), nouns of speech ("مع تأكيده أن"), "X: …",
"بحسب X" and "نقلت الوكالة عن X قوله". A verb whose subject stays open belongs to the last speaker only where
a clause begins; inside a clause it is nobody's and is left out. Example: in "وأشاد الوزير بالاتفاق، مؤكدا أن
بلاده ستنفذه" there are two utterances of one speaker.
"""

from bisect import bisect_right
from itertools import accumulate

import msgspec

from marsad.extraction.mentions import Cast
from marsad.extraction.speech_acting import Acting
from marsad.extraction.speech_content import Trigger
from marsad.extraction.speech_floor import Floor
from marsad.extraction.speech_line import STOPS, Line, row_of, words
from marsad.extraction.speech_sources import colon, handed_on, source
from marsad.extraction.speech_subjects import state_of
from marsad.extraction.speech_verbs import read_verb
from marsad.extraction.surface import Surface
from marsad.knowledge.lexicon import Hit
from marsad.language.sentences import Sentence, quotations
from marsad.model.claims import Participant
from marsad.model.vocabulary import SpeechVerb

#: A quotation that begins at most so far behind the start of the content makes the speech direct.
_QUOTE_WITHIN = 60
#: Behind how many words at most a quotation goes on with what a paper or body said.
_EARLY = 8


class Utterance(msgspec.Struct, frozen=True, kw_only=True):
    """Something said, in folded offsets: ``start`` to ``end`` with verb and speaker, ``content`` without."""

    start: int
    end: int
    content: int
    speakers: tuple[Participant, ...]
    verb: SpeechVerb | None
    direct: bool
    headline: bool
    sentence: Sentence

    @property
    def speaker(self) -> Participant:
        """The one named first."""
        return self.speakers[0]


class Speech(msgspec.Struct, frozen=True):
    """All utterances of a report in reading order."""

    utterances: tuple[Utterance, ...]

    #: Where each begins, and the farthest end of all up to it.
    starts: tuple[int, ...]
    reach: tuple[int, ...]

    def at(self, position: int) -> Utterance | None:
        """Return the utterance in which a position lies, the one that begins last where two do."""
        index = bisect_right(self.starts, position) - 1
        while index >= 0 and self.reach[index] > position:
            if self.utterances[index].end > position:
                return self.utterances[index]
            index -= 1
        return None


class Listener:
    """Hears one report through, carrying the speaker from clause to clause."""

    def __init__(self, surface: Surface, cast: Cast) -> None:
        self.surface = surface
        self.cast = cast
        self.floor = Floor()
        self.spoke_until = -1

    def listen(self) -> Speech:
        """Return everything said in the report."""
        found: list[Utterance] = []
        for sentence in self.surface.sentences:
            quotes = tuple(quotations(self.surface.text, sentence.start, sentence.end))
            line = Line(self.surface, self.cast, sentence, quotes)
            heard = self._sentence(line)
            found += heard
            if heard:
                self.spoke_until = sentence.end
        found.sort(key=_start)
        starts = tuple([utterance.start for utterance in found])
        return Speech(tuple(found), starts, tuple(accumulate((each.end for each in found), max)))

    def _sentence(self, line: Line) -> list[Utterance]:
        acting = Acting(line, self.floor)
        triggers = self._triggers(line, acting)
        if not triggers:
            continued = self._continued(line, acting)
            return [continued] if continued else []
        return [
            self._utterance(line, trigger, _end(line, triggers[at + 1 :], trigger))
            for at, trigger in enumerate(triggers)
            if trigger.speakers
        ]

    # -- triggers --------------------------------------------------------------------------------

    def _triggers(self, line: Line, acting: Acting) -> list[Trigger]:
        found: list[Trigger] = []
        seen = -1
        first = colon(line, self.floor)
        for hit in self.surface.hits_between(line.sentence.start, line.sentence.end):
            if hit.kind not in ("verb", "cue"):
                continue
            trigger = self._read(line, hit, acting) if hit.kind == "verb" and hit.start > seen else None
            if trigger is None:
                acting.note(hit)
                continue
            seen = trigger.until or hit.start
            if found and trigger.explicit and not (hit.prefix or line.opens_clause(trigger.start)):
                # Told in the middle of what somebody says: "وقال إنه قبل القمة أبلغت بلاده الوفود بأن …".
                trigger = msgspec.structs.replace(trigger, inner=True)
            if not trigger.inner and trigger.explicit:
                self.floor.take(trigger.speakers, trigger.person)
                acting.take(trigger.speakers, trigger.person)
                if any(t.text in words("documents") for t in line.tokens(trigger.key, trigger.content)):
                    self.floor.issuer = trigger.speakers
            found.append(trigger)
        self.floor.acted = acting.speakers or self.floor.acted
        if first is not None and not any(t.start < first.content for t in found):
            self.floor.take(first.speakers, first.person)
            return [first]
        return self._sourced(line, found)

    def _read(self, line: Line, hit: Hit, acting: Acting) -> Trigger | None:
        if row_of(hit.key).get("handed_on"):
            return None if line.quoted(hit.start) else handed_on(line, self.floor, hit)
        return read_verb(line, self.floor, hit, acting.fitting(hit.feature.split(".")[1]))

    def _sourced(self, line: Line, found: list[Trigger]) -> list[Trigger]:
        """Add what the sentence puts on a source: the whole of it, or what stands before the first verb."""
        openers = words("source_openers")
        for token in line.tokens(line.sentence.start, line.sentence.end):
            if token.text not in openers or line.quoted(token.start):
                continue
            named = source(line, self.floor, token)
            if named is None:
                continue
            subject, end = named
            if any(t.start < token.start and not t.inner for t in found):
                return [t for t in found if not token.start <= t.start < end]
            first_word = line.opens_clause(token.start) and line.before(token.start) is None
            (self.floor.take if first_word else self.floor.overheard)(subject.speakers, "")
            rest = [t for t in found if not t.start < end]
            start = line.sentence.start
            told = Trigger(start=start, key=end, content=start, speakers=subject.speakers, verb="say")
            return [told, *rest]
        return found

    # -- utterances ------------------------------------------------------------------------------

    def _utterance(self, line: Line, trigger: Trigger, end: int) -> Utterance:
        end = _narrative(line, trigger.content, end)
        said = min(trigger.key, trigger.content)
        quote = next((q for q in line.quotes if said <= q.start < end and line.speaks(q)), None)
        return Utterance(
            start=trigger.start,
            end=_trimmed(line, trigger.start, end),
            content=max(trigger.content, trigger.start),
            speakers=tuple(map(_at_home, trigger.speakers)),
            verb=trigger.verb,  # type: ignore[arg-type]  # the knowledge's linter holds the vocabulary
            direct=quote is not None and quote.start <= trigger.content + _QUOTE_WITHIN,
            headline=line.headline,
            sentence=line.sentence,
        )

    def _may_go_on(self, line: Line, quote: int) -> bool:
        """Whether a quotation is the speaker's by where it stands: a paper is quoted from early on in a sentence."""
        person = self.floor.current[0].person or self.floor.current[0].office
        return bool(person) or len(line.tokens(line.sentence.start, quote)) <= _EARLY

    def _continued(self, line: Line, acting: Acting) -> Utterance | None:
        """Let a sentence that quotes, without a verb of speech, go on with the speaker of the one before."""
        if not self.floor.current or line.headline:
            return None
        if acting.speakers and not any(who in self.floor.current for who in acting.speakers):
            return None
        if self.surface.text[self.spoke_until : line.sentence.start].strip(' \n."'):
            return None
        first = line.after(line.sentence.start)
        if first is not None and first.text in words("source_openers") - words("as") | words("impersonal"):
            return None
        spoken = next((quote for quote in line.quotes if line.speaks(quote)), None)
        if spoken is None or not self._may_go_on(line, spoken.start):
            return None
        return Utterance(
            start=line.sentence.start,
            end=line.sentence.end,
            content=line.sentence.start,
            speakers=self.floor.current,
            verb="say",
            direct=True,
            headline=False,
            sentence=line.sentence,
        )


def _start(utterance: Utterance) -> int:
    return utterance.start


def _at_home(who: Participant) -> Participant:
    """Return a company or agency with the state to which the knowledge says that it belongs."""
    if who.state is not None or who.person is not None or who.organisation is None:
        return who
    return msgspec.structs.replace(who, state=state_of(who.organisation))


def _end(line: Line, later: list[Trigger], trigger: Trigger) -> int:
    """Where an utterance gives way to the next; speech told inside it does not end it."""
    for following in later:
        if trigger.inner or not following.inner:
            return following.start
    return line.sentence.end


def _narrative(line: Line, content: int, end: int) -> int:
    """Cut at a clause in which the report speaks again: "…، فيما وصل الوفد"."""
    for token in line.tokens(content, end)[3:]:
        if token.text in words("narrative") and not line.quoted(token.start):
            before = line.before(token.start)
            if before is not None and before.text in "،,؛":
                return before.start
    return end


def _trimmed(line: Line, start: int, end: int) -> int:
    """Leave off what leads over to the next clause: "، كما", "، و", "من جانبه"."""
    tokens = line.tokens(start, end)
    while tokens and (tokens[-1].text in STOPS or tokens[-1].text in words("leads_over")):
        tokens = tokens[:-1]
    return tokens[-1].end if tokens else end
