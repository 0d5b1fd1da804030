"""Who says what: reporting verbs, their speakers, and the stretch of text that is theirs.

Rules cover verb–speaker–content ("وقال الوزير إن …"), speaker–verb–content ("الوزير يؤكد …"), chained participles
("… مؤكدا أن …"), a speaker carried on ("وأضاف: …"), "X: …" and "بحسب X". A verb whose subject stays open
belongs to the last speaker only where a clause begins; inside a clause it is nobody's and is left out.
Orders after A. AlAgha et al.'s account of Arabic reported speech; example: in "وأشاد الوزير بالاتفاق، مؤكدا أن
بلاده ستنفذه" there are two utterances of one speaker.
"""

from functools import cache
from typing import Any

import msgspec

from marsad.extraction.mentions import Cast, Mention
from marsad.extraction.names import name_at
from marsad.extraction.surface import Surface
from marsad.knowledge.lexicon import Hit
from marsad.knowledge.table import table
from marsad.language.folding import fold_word
from marsad.language.sentences import Sentence, quotations
from marsad.language.tokens import Token
from marsad.linking.romanise import slug
from marsad.model.claims import Participant
from marsad.model.report import Span
from marsad.model.vocabulary import SpeechVerb

#: How many tokens may stand between a verb and the word that leads into its content.
_FARTHEST_LEAD_IN = 45
_SHORTEST_QUOTE = 3
_PLURAL = ("3md", "3fd", "3mp")


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

    def at(self, position: int) -> Utterance | None:
        """Return the utterance in which a position lies, the one that begins last where two do."""
        found = None
        for utterance in self.utterances:
            if utterance.start <= position < utterance.end:
                found = utterance
        return found


class _Verb(msgspec.Struct, frozen=True):
    """A reporting verb in its clause, with what was found of its subject and its content."""

    hit: Hit
    speech_class: str
    start: int
    content: int
    speakers: tuple[Participant, ...]
    explicit: bool


@cache
def _words(name: str) -> frozenset[str]:
    words: list[str] = table().files["attribution"][name]
    return frozenset(map(fold_word, words))


@cache
def _row(key: str) -> dict[str, Any]:
    speech_class, index = key.split("/")
    row: dict[str, Any] = table().files["verbs"]["verbs"][speech_class][int(index)]
    return row


def _agrees(hit: Hit, mention: Mention) -> bool:
    """A feminine state takes a feminine verb: in "واعتبر إيران شريكا" it is the object."""
    if mention.kind != "state" or not hit.feature.endswith("3ms") or mention.city is not None:
        return mention.city is None or not hit.feature.endswith("3ms")
    masculine: list[str] = table().files["attribution"]["masculine_states"]
    return mention.participant.state in masculine or mention.seat


class Listener:
    """Hears one report through, carrying the speaker from clause to clause."""

    def __init__(self, surface: Surface, cast: Cast) -> None:
        self.surface = surface
        self.cast = cast
        self.text = surface.text
        self.current: tuple[Participant, ...] = ()
        self.quotes: list[Span] = []

    def listen(self) -> Speech:
        """Return everything said in the report."""
        found: list[Utterance] = []
        for sentence in self.surface.sentences:
            self.quotes = quotations(self.text, sentence.start, sentence.end)
            found += self._sentence(sentence)
        return Speech(tuple(found))

    def _sentence(self, sentence: Sentence) -> list[Utterance]:
        verbs = self._verbs(sentence)
        colon = self._colon(sentence) if not verbs or verbs[0].start > sentence.start else None
        if colon is not None:
            return [colon]
        if not verbs:
            according = self._according(sentence)
            return [according] if according else []
        ends = [verb.start for verb in verbs[1:]] + [sentence.end]
        return [self._utterance(verb, end, sentence) for verb, end in zip(verbs, ends, strict=True)]

    def _utterance(self, verb: _Verb, end: int, sentence: Sentence) -> Utterance:
        quote = next((q for q in self.quotes if verb.hit.end <= q.start <= max(verb.content + 60, verb.hit.end + 60) and q.start < end), None)
        direct = quote is not None
        start = verb.start
        if quote is not None and ":" in self.text[verb.hit.end : quote.start]:
            start = quote.start
            end = min(end, max(quote.end, quote.start))
        elif ":" in self.text[verb.hit.end : verb.content]:
            start = verb.content
        return Utterance(
            start=start,
            end=self._trim(start, end),
            content=max(verb.content, start),
            speakers=verb.speakers,
            verb=verb.speech_class,  # type: ignore[arg-type]  # the knowledge's linter holds the vocabulary
            direct=direct,
            headline=self.surface.in_headline(verb.start),
            sentence=sentence,
        )

    def _trim(self, start: int, end: int) -> int:
        """Leave off what leads over to the next clause: "، كما", "، و", "من جانبه"."""
        tokens = self.surface.tokens.between(start, end)
        while tokens and (tokens[-1].text in "،,؛;:." or tokens[-1].text in ("كما", "و", "ثم", "كذلك", "ايضا", "حيث")):
            tokens = tokens[:-1]
        return tokens[-1].end if tokens else end

    # -- verbs ---------------------------------------------------------------------------------

    def _verbs(self, sentence: Sentence) -> list[_Verb]:
        found: list[_Verb] = []
        seen = -1
        for hit in self.surface.hits_between(sentence.start, sentence.end):
            if hit.kind != "verb" or hit.start <= seen or self._quoted(hit.start) or self._inside_mention(hit):
                continue
            verb = self._verb(hit, sentence)
            if verb is not None:
                found.append(verb)
                seen = hit.start
                if verb.explicit:
                    self.current = verb.speakers
        return found

    def _quoted(self, position: int) -> bool:
        return any(quote.start <= position < quote.end for quote in self.quotes)

    def _inside_mention(self, hit: Hit) -> bool:
        before = self.cast.before(hit.start + 1)
        return bool(before) and before[-1].start <= hit.start < before[-1].end

    def _verb(self, hit: Hit, sentence: Sentence) -> _Verb | None:
        row = _row(hit.key)
        tense, person = hit.feature.split(".")
        lead = self._lead_in(hit, sentence, row)
        subject = self._subject_after(hit, lead, sentence)
        start = hit.left
        if subject is None:
            before = self._subject_before(hit, sentence)
            if before is not None:
                subject, start = before
        if self._relayed(hit.end) or not self._accepts(row, tense, hit, lead, subject=subject):
            return None
        opens = self._opens_clause(hit, sentence)
        if subject is None:
            if tense == "imperfect" or not (opens or tense == "participle") or self._unknown_subject(hit, lead):
                return self._of_stranger(hit, lead, sentence) if tense == "perfect" else None
            speakers = self._carried(person)
            if not speakers:
                return None
            return _Verb(hit, hit.key.split("/")[0], start, lead or hit.end, speakers, explicit=False)
        return _Verb(hit, hit.key.split("/")[0], start, lead or hit.end, subject, explicit=True)

    def _accepts(
        self, row: dict[str, Any], tense: str, hit: Hit, lead: int | None, *, subject: tuple[Participant, ...] | None
    ) -> bool:
        """Whether the verb reports speech here, by what follows it."""
        if lead is not None:
            return True
        if row.get("weak") or not row.get("object"):
            return False
        if subject is not None:
            return True
        return self._object_follows(hit, row) and tense != "imperfect"

    def _object_follows(self, hit: Hit, row: dict[str, Any]) -> bool:
        token = self.surface.tokens.after(hit.end)
        if token is None or not token.is_word:
            return False
        after = [fold_word(word) for word in row["after"]]
        if not after:
            return True
        return any(token.text == word or (len(word) == 1 and token.text.startswith(word)) for word in after) or (
            "ان" in after
        )

    def _lead_in(self, hit: Hit, sentence: Sentence, row: dict[str, Any]) -> int | None:
        """Return where the content begins: after أن/إن, a colon, or at a quotation mark; None without any."""
        words = _words("lead_in")
        tokens = self.surface.tokens.between(hit.end, sentence.end)
        for count, token in enumerate(tokens[:_FARTHEST_LEAD_IN]):
            if token.text in words:
                return token.end if self._near(hit, token, count) else None
            if token.text == ":":
                return token.end if self._near(hit, token, count) else None
            if token.text == '"':
                if self._names(token.end) or self._short_quote(token.end):
                    continue
                return token.start
            if count and self._is_verb(token.start) and not self._in_relative(hit.end, token.start):
                return None
        return None

    def _near(self, hit: Hit, token: Token, count: int) -> bool:
        """A lead-in far off belongs to the verb only across a subject or an adverbial, not across other content."""
        return count <= 3 or "\n" not in self.text[hit.end : token.start]

    def _names(self, position: int) -> bool:
        """Whether a quotation mark only sets off a name: الرئيس "صدر جباروف"."""
        before = self.cast.before(position + 2)
        return bool(before) and before[-1].start <= position < before[-1].end or any(
            m.start == position for m in self.cast.between(position, position + 1)
        )

    def _short_quote(self, position: int) -> bool:
        """One or two words in quotation marks are a name or a term, no speech: لوكالة "نوفا"."""
        for quote in self.quotes:
            if quote.start <= position <= quote.end:
                return len(self.surface.tokens.between(quote.start, quote.end)) < _SHORTEST_QUOTE
        return True

    def _is_verb(self, position: int) -> bool:
        return any(
            hit.kind == "verb" and not hit.feature.startswith("imperfect") and not self._inside_mention(hit)
            for hit in self.surface.hits_between(position, position + 3)
            if hit.left == position
        )

    def _in_relative(self, start: int, position: int) -> bool:
        return any(token.text in ("الذي", "التي") for token in self.surface.tokens.between(start, position))

    # -- subjects ------------------------------------------------------------------------------

    def _subject_after(self, hit: Hit, lead: int | None, sentence: Sentence) -> tuple[Participant, ...] | None:
        limit = lead if lead is not None else sentence.end
        if self._relayed(hit.end):
            return None
        medium = self._medium(hit.end, limit)
        if medium is not None:
            return (medium,)
        for mention in self.cast.between(hit.end, limit)[:1]:
            gap = self.surface.tokens.between(hit.end, mention.left)
            if mention.prefix or not all(t.text in _words("between") or t.text in "،,\"()" for t in gap):
                return None
            if not _agrees(hit, mention):
                return None
            return self._with_joint(mention, limit)
        return None

    def _relayed(self, position: int) -> bool:
        """An agency that only passes the news on is no speaker: "وأفادت وكالة … بأن"."""
        token = self.surface.tokens.after(position)
        return token is not None and token.text in _words("relays")

    def _medium(self, position: int, limit: int) -> Participant | None:
        """A newspaper, channel or agency as subject: known, named in quotation marks, or the one last named."""
        token = self.surface.tokens.after(position)
        if token is None or token.start >= limit:
            return None
        if token.text in _words("media_again"):
            earlier = [m for m in self.cast.before(position) if m.kind == "organisation"]
            return earlier[-1].participant if earlier else None
        if token.text not in _words("media"):
            return None
        inside = [m for m in self.cast.between(token.end, min(limit, token.end + 4)) if m.kind == "organisation"]
        if inside:
            return inside[0].participant
        quote = next((q for q in self.quotes if 0 <= q.start - token.end <= 2), None)
        return Participant(organisation=slug(self.text[quote.start : quote.end])) if quote is not None else None

    def _with_joint(self, mention: Mention, limit: int) -> tuple[Participant, ...]:
        """Collect the people joined to the first by و: "أكد الرئيس ورئيس الوزراء أن …"."""
        speakers = list(mention.members)
        end = mention.end
        for other in self.cast.between(mention.end, limit):
            gap = self.text[end : other.left].strip(" \"")
            if gap or not other.prefix.startswith("و") or other.prefix not in ("و", "وال") or not other.is_human:
                break
            speakers += [p for p in other.members if p not in speakers]
            end = other.end
        return tuple(speakers)

    def _subject_before(self, hit: Hit, sentence: Sentence) -> tuple[tuple[Participant, ...], int] | None:
        """Return the subject in front of a verb and where it begins: "الرئيس الإيراني يؤكد", "الوزير الذي أسف"."""
        if hit.prefix in ("و", "ف") or hit.feature.startswith("participle"):
            return None
        before = [m for m in self.cast.before(hit.left) if m.start >= sentence.start]
        if not before:
            return None
        mention = before[-1]
        gap = self.surface.tokens.between(mention.end, hit.left)
        if len(gap) > 5 or not all(t.text in _words("subject_to_verb") or t.text in "،,\"" for t in gap):
            return None
        if mention.prefix not in ("", "و", "ف") or (mention.kind == "state" and not self._state_acts(mention, sentence)):
            return None
        speakers = mention.members
        if hit.feature.endswith(_PLURAL) and len(speakers) == 1 and len(before) > 1:
            speakers = (*before[-2].members, *speakers)
        return speakers, mention.left if not gap else hit.left

    def _state_acts(self, mention: Mention, sentence: Sentence) -> bool:
        """A state in front of a verb is its subject only where a clause begins with it."""
        before = self.surface.tokens.before(mention.left)
        return before is None or before.start < sentence.start or before.text in "،,؛:.\"" or before.text == "كانت"

    def _opens_clause(self, hit: Hit, sentence: Sentence) -> bool:
        if hit.prefix in ("و", "ف") or hit.left == sentence.start:
            return True
        before = self.surface.tokens.before(hit.left)
        return before is not None and (before.text in "،,؛;:.\"-" or before.text in _words("clause_openers"))

    def _unknown_subject(self, hit: Hit, lead: int | None) -> bool:
        """Whether a noun that is no known participant follows the verb as its subject: "وقال الخبير إن"."""
        token = self.surface.tokens.after(hit.end)
        if token is None or lead is None or token.start >= lead - len(token.text) or not token.is_word:
            return False
        row = _row(hit.key)
        if token.text in _words("lead_in") or token.text in _words("between") or token.text in _words("prepositions"):
            return False
        if any(len(word) == 1 and token.text.startswith(word) for word in row["after"]):
            return False
        return not token.text.startswith(("ل", "ب"))

    def _of_stranger(self, hit: Hit, lead: int | None, sentence: Sentence) -> _Verb | None:
        """A speaker whom neither knowledge nor office gives away, but whom the text names in full."""
        if lead is None or not self._unknown_subject(hit, lead):
            return None
        token = self.surface.tokens.after(hit.end)
        if token is None:
            return None
        if token.text in _words("documents"):
            if not self.current:
                return None
            return _Verb(hit, hit.key.split("/")[0], hit.left, lead, self.current, explicit=False)
        span = name_at(self.surface, token.start, single=False)
        if span is None:
            return None
        original = self.surface.folded.original(span.start, span.end)
        name = self.surface.report.text[original.start : original.end]
        speaker = Participant(person=slug(name), name=name)
        return _Verb(hit, hit.key.split("/")[0], hit.left, lead, (speaker,), explicit=True)

    def _carried(self, person: str) -> tuple[Participant, ...]:
        if person in _PLURAL and len(self.current) == 1:
            return self.current
        return self.current

    # -- without a verb -------------------------------------------------------------------------

    def _colon(self, sentence: Sentence) -> Utterance | None:
        """"رئيسي: العلاقات في تطور": a participant, a colon, and what they say."""
        mentions = self.cast.between(sentence.start, sentence.start + 2)
        if not mentions or not (mentions[0].is_human or mentions[0].kind == "state"):
            return None
        end = mentions[0].end
        speakers = self._with_joint(mentions[0], sentence.end)
        later = [m for m in self.cast.between(sentence.start, sentence.end) if m.members[0] in speakers and m.end > end]
        for mention in later[: len(speakers) - 1]:
            end = mention.end
        token = self.surface.tokens.after(end)
        if token is None or token.text != ":" or self.text[end : token.start].strip():
            return None
        self.current = speakers
        return Utterance(
            start=sentence.start, end=sentence.end, content=token.end, speakers=speakers, verb="say", direct=False,
            headline=self.surface.in_headline(sentence.start), sentence=sentence,
        )  # fmt: skip

    def _according(self, sentence: Sentence) -> Utterance | None:
        """"… بحسب وزارة الخارجية": the whole sentence is the source's word."""
        for mention in self.cast.between(sentence.start, sentence.end):
            before = self.surface.tokens.before(mention.left)
            if before is not None and before.text in _words("according"):
                return Utterance(
                    start=sentence.start, end=sentence.end, content=sentence.start, speakers=mention.members,
                    verb="say", direct=bool(self.quotes), headline=self.surface.in_headline(sentence.start),
                    sentence=sentence,
                )  # fmt: skip
        return None

