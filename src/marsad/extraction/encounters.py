"""Encounters: who met, called, visited or received whom. Example: "التقى الوزير العماني نظيره في مسقط".

A trigger word (verb or noun, ``cues/encounters.yml``) opens a clause; its subject and its partners are the
sides around it. What has no second side is left out, except press conferences, and conferences and ceremonies
that somebody is said to take part in.
"""

import msgspec

from marsad.extraction.clauses import cue
from marsad.extraction.document import Document
from marsad.extraction.encounter_attendance import attendance, attended
from marsad.extraction.encounter_journeys import of_journey
from marsad.extraction.encounter_merge import merge
from marsad.extraction.encounter_nouns import of_noun
from marsad.extraction.encounter_scene import Scene, scene
from marsad.extraction.encounter_signings import of_signing
from marsad.extraction.encounter_telling import Telling
from marsad.extraction.encounter_verbs import of_verb
from marsad.extraction.encounter_visits import of_travel, of_visit_noun
from marsad.knowledge.lexicon import Hit
from marsad.model.claims import Claim


def find(document: Document) -> list[Claim]:
    """Return one encounter for each that the report tells of, with the places that tell of it as evidence."""
    told: list[Telling] = []
    for sentence in document.surface.sentences:
        seen = scene(document, sentence)
        if seen is not None:
            for trigger in seen.hits:
                told += tellings(msgspec.structs.replace(seen, earlier=tuple(told)), trigger)
    return list(merge(told))


def tellings(told: Scene, trigger: Hit) -> list[Telling]:
    """Return what one word of a sentence tells of, if it is a trigger."""
    role = cue(trigger.key)["role"]
    if _is_other_word(told, trigger):
        return []
    if role in ("meets", "receives", "gathers", "talks"):
        return of_verb(told, trigger, role)
    if role == "travels":
        return of_travel(told, trigger)
    if role == "signs":
        return of_signing(told, trigger)
    if role != "noun":
        return []
    verb = attended(told, trigger)
    if verb is not None:
        return attendance(told, trigger, verb)
    if cue(trigger.key)["kind"] == "visit":
        return of_visit_noun(told, trigger) or of_journey(told, trigger)
    return of_noun(told, trigger)


def _is_other_word(told: Scene, trigger: Hit) -> bool:
    """Tell whether it only looks like a trigger: "لبحث" is a noun of purpose, "اجتماعي" an adjective."""
    if trigger.feature.startswith("verb."):
        return trigger.prefix.endswith("ل")
    text = told.document.text[trigger.start : trigger.end]
    return trigger.feature == "noun.own" and text.endswith("ي") and not text.endswith(("تي", "ئي"))
