"""Who acts in a sentence, speaking or not: the subject to whom a participle or a following verb belongs.

Example: in "واستقبل الوزير الوفد، مشيرا إلى متانة العلاقات" the one who points out is the minister.
"""

from marsad.extraction.speech_floor import Floor, Speakers, Subject, mark_of
from marsad.extraction.speech_fronted import subject_before
from marsad.extraction.speech_line import Line, row_of, words
from marsad.extraction.speech_subjects import joint
from marsad.knowledge.lexicon import Hit


class Acting:
    """Follows the subjects of one sentence in reading order."""

    def __init__(self, line: Line, floor: Floor) -> None:
        self.line = line
        self.floor = floor
        self.mark = ""
        self.speakers: Speakers = self._opening()

    def take(self, speakers: Speakers, mark: str) -> None:
        """Let somebody act who was found to speak."""
        self.speakers, self.mark = speakers, mark

    def fitting(self, person: str) -> Speakers:
        """Return who acts, where a verb of this person and number can mean them: not "أشار" for a woman."""
        mark = mark_of(person, ())
        if mark == "p" and len(self.speakers) == 1 and self.speakers[0].person:
            return ()
        return () if {mark, self.mark} == {"m", "f"} else self.speakers

    def note(self, hit: Hit) -> None:
        """Notice the subject of a verb that may tell of no speech: "بحث الوزيران", "رفض الرئيس"."""
        tells = hit.kind == "cue" and hit.feature.startswith("verb.") and not self._speaks(hit)
        if not (hit.kind == "verb" or tells) or "perfect" not in hit.feature or self.line.quoted(hit.start):
            return
        if not self.line.begins_clause(hit):
            return
        if hit.kind == "verb" and row_of(hit.key).get("strict"):
            return
        found = self._behind(hit.end) or subject_before(self.line, self.floor, hit)
        if found is not None:
            self.speakers = found.speakers
            self.mark = mark_of(hit.feature.split(".")[-1], found.speakers)

    def _speaks(self, hit: Hit) -> bool:
        """Whether the same word is a reporting verb too, which is read by itself."""
        return any(other.kind == "verb" for other in self.line.surface.hits_between(hit.start, hit.start + 1))

    def _behind(self, position: int) -> Subject | None:
        mention = self.line.mention_at(self.line.skip(position, "between"))
        if mention is None or not (mention.is_human or mention.kind in ("group", "organisation", "state")):
            return None
        return joint(self.line, Subject(mention.members, mention.start, mention.end), self.line.sentence.end)

    def _opening(self) -> Speakers:
        """Return whom a sentence begins with, at once or behind one word: "تلقى الرئيس"."""
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
