"""Who was present at an encounter that the report told before: "وحضر الاستقبال كل من …"."""

import msgspec

from marsad.extraction.clauses import clause_end, cue, words
from marsad.extraction.encounter_claims import people_of, telling
from marsad.extraction.encounter_scene import Scene, company, members, right_at
from marsad.extraction.encounter_telling import Telling
from marsad.extraction.side_leads import WITH
from marsad.knowledge.lexicon import Hit

#: The verb stands right before the noun, or with "في" between them.
_NEAR = 6


def attended(told: Scene, noun: Hit) -> Hit | None:
    """Return the verb of attending over a noun with the article: "حضر الاجتماع", "شارك في الاجتماع"."""
    if not noun.definite or cue(noun.key)["role"] != "noun":
        return None
    for hit in told.hits:
        if "attends" in cue(hit.key) and hit.end <= noun.left <= hit.end + _NEAR:
            return hit
    return None


def attendance(told: Scene, noun: Hit, verb: Hit) -> list[Telling]:
    """Return who attended an encounter told before, as a telling of those people alone; empty for none."""
    start = _past_relative(told, noun.end)
    end = clause_end(told.document, start, told.sentence)
    present = company(told, start, end, ("", WITH), openers=(start,))
    if not present or not right_at(told, present[0], start):
        return []
    people = people_of((), members(present))
    span = (verb.left, present[-1].end)
    made = telling(told, noun, kind=cue(noun.key)["kind"], people=people, span=span)
    return [msgspec.structs.replace(made, attendance=True)]


def _past_relative(told: Scene, start: int) -> int:
    """Return the end of what says where it was held: "وحضر اللقاء الذي عقد في مسقط الوزير"."""
    first = told.document.surface.tokens.after(start)
    if first is None or first.text not in words("clauses", "relative"):
        return start
    held = told.roles(first.end, first.end + _NEAR, "held", "holds")
    return held[0].end if held else start
