"""Who was present at an encounter that the report told before: "وحضر الاستقبال كل من …"."""

import msgspec

from marsad.extraction.clauses import clause_end, cue
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
    end = clause_end(told.document, noun.end, told.sentence)
    present = company(told, noun.end, end, ("", WITH), openers=(noun.end,))
    if not present or not right_at(told, present[0], noun.end):
        return []
    people = people_of((), members(present))
    span = (verb.left, present[-1].end)
    made = telling(told, noun, kind=cue(noun.key)["kind"], people=people, span=span)
    return [msgspec.structs.replace(made, attendance=True)]
