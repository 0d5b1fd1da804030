"""Who acts in a sentence, speaking or not: the subject to whom a participle or a following verb belongs.

Example: in "واستقبل الوزير الوفد، مشيرا إلى متانة العلاقات" the one who points out is the minister.
"""

from marsad.extraction.speech_floor import Floor, Speakers
from marsad.extraction.speech_fronted import subject_before
from marsad.extraction.speech_line import Line, words
from marsad.extraction.speech_subjects import Subject, joint
from marsad.knowledge.lexicon import Hit


class Acting:
    """Follows the subjects of one sentence in reading order."""

    def __init__(self, line: Line, floor: Floor) -> None:
        self.line = line
        self.floor = floor
        self.speakers: Speakers = self._opening()

    def take(self, speakers: Speakers) -> None:
        """Let somebody act who was found to speak."""
        self.speakers = speakers

    def note(self, hit: Hit) -> None:
        """Notice the subject of a verb that may tell of no speech: "بحث الوزيران", "رفض الرئيس"."""
        verb = hit.kind == "verb" or (hit.kind == "cue" and hit.feature.startswith("verb.") and not self._speaks(hit))
        if not verb or "perfect.3" not in hit.feature or self.line.quoted(hit.start):
            return
        if hit.prefix not in ("و", "ف") and not self.line.opens_clause(hit.left):
            return
        found = self._behind(hit.end) or subject_before(self.line, self.floor, hit)
        if found is not None:
            self.speakers = found.speakers

    def _speaks(self, hit: Hit) -> bool:
        """Whether the same word is a reporting verb too, which is read by itself."""
        return any(other.kind == "verb" for other in self.line.surface.hits_between(hit.start, hit.start + 1))

    def _behind(self, position: int) -> Subject | None:
        mention = self.line.mention_at(self.line.skip(position, "between"))
        if mention is None or not (mention.is_human or mention.kind in ("group", "organisation")):
            return None
        return joint(self.line, Subject(mention.members, mention.start, mention.end), self.line.sentence.end)

    def _opening(self) -> Speakers:
        """A sentence that begins with a participant, or with one word and a person behind it ("تلقى الرئيس")."""
        first = self.line.after(self.line.sentence.start)
        if first is not None and first.text in words("same_again"):
            return self.floor.acted
        start = self.line.skip(self.line.sentence.start, "sentence_openers")
        mention = self.line.mention_at(start)
        if mention is not None:
            return mention.members
        token = self.line.after(start)
        if token is None or not token.is_word or token.text in words("prepositions") or _is_noun(token.text):
            return ()
        found = self._behind(token.end)
        return found.speakers if found is not None and found.speakers[0].person else ()


def _is_noun(word: str) -> bool:
    """Whether a word can be no verb: it has the article or the ending ة."""
    return word.startswith("ال") or word.endswith("ه")
