"""Ceremonies told only by who signed: "وقع المذكرة الوزير فلان، والمدير فلان".

All positions are folded offsets.
"""

from marsad.extraction.clauses import clause_end, words
from marsad.extraction.encounter_claims import people_of, telling
from marsad.extraction.encounter_scene import Scene, company
from marsad.extraction.encounter_telling import Telling
from marsad.knowledge.lexicon import Hit


def of_signing(told: Scene, trigger: Hit) -> list[Telling]:
    """Return the ceremony of those who signed, where instrument and two named signers of two bodies follow the verb.

    Nothing where a ceremony was told before: then it was there. "وقع الوزيران اتفاقية" tells of the document only.
    """
    first = told.document.surface.tokens.after(trigger.end)
    if first is None or first.text not in words("clauses", "instruments"):
        return []
    if any(earlier.encounter.kind == "ceremony" for earlier in told.earlier):
        return []
    end = clause_end(told.document, first.end, told.sentence)
    signers = company(told, first.end, end, ("",), openers=(first.end,))
    people = people_of((), tuple(p for side in signers for p in side.members if p.person))
    if len({(p.state, p.organisation) for p in people}) < 2:
        return []
    return [telling(told, trigger, kind="ceremony", people=people, span=(trigger.left, signers[-1].end))]
