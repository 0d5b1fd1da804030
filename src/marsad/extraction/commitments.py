"""Commitments: pledges, readiness, hopes, proposals, calls, targets, invitations, refusals.

Cue words, each by its role, and the forms of some verbs bind whoever speaks or, in the report's own voice,
whoever acts; verbs of demanding and hoping do so by themselves. Headlines bind nobody: the body tells it
again. Example: "وأكد الوزير ضرورة تفعيل اللجنة" → a call.
"""

from collections.abc import Callable

from marsad.extraction import commitment_demands as asked
from marsad.extraction import commitment_forms as forms
from marsad.extraction import commitment_futures as futures
from marsad.extraction import commitment_invitations as invitations
from marsad.extraction import commitment_plans as plans
from marsad.extraction import commitment_words as single
from marsad.extraction.clauses import cue, cues, words
from marsad.extraction.commitment_actors import WORDS, Actor
from marsad.extraction.commitment_slots import addressee, deadline, fields
from marsad.extraction.commitment_triggers import Bond, Trigger
from marsad.extraction.document import Document
from marsad.extraction.sectors import parties
from marsad.extraction.speech import Utterance
from marsad.language.sentences import Sentence
from marsad.model.claims import Claim, Commitment, Participant
from marsad.model.vocabulary import Act

_READERS: dict[str, Callable[[Trigger], Bond | None]] = {
    "modal": single.modal,
    "importance": single.importance,
    "goal": single.goal,
    "striving": single.striving,
    "willing": single.willing,
    "keen": single.keen,
    "shown": single.shown,
    "given": single.given,
    "unopposed": single.unopposed,
    "continues": single.continues,
    "demands": asked.demands,
    "requested": asked.requested,
    "duty": asked.duty,
    "announced": asked.announced,
    "intends": plans.intends,
    "weighs": plans.weighs,
    "aims": plans.aims,
    "works_on": futures.works_on,
    "wants": plans.wants,
    "needs": plans.needs,
    "refuses": plans.refuses,
    "decides": plans.decides,
    "to_begin": plans.to_begin,
    "promises": plans.promises,
    "proposes": plans.proposes,
    "offers": plans.offers,
    "does": futures.does,
    "invites": invitations.invites,
    "invited": invitations.invited,
}
#: Two verbs that bind make two commitments only when at least so many characters lie between.
_APART = 25
_BY_SPEECH: dict[str, Act] = {"demand": "call", "hope": "hope", "promise": "pledge", "propose": "proposal"}


def find(document: Document) -> list[Claim]:
    """Return the commitments of a report, one for each act and stretch that binds somebody."""
    found: list[Claim] = []
    spoken: dict[int, list[Utterance]] = {}
    for utterance in document.speech.utterances:
        if not utterance.headline:
            spoken.setdefault(utterance.sentence.start, []).append(utterance)
    last: Actor | None = None
    paragraph = -1
    for sentence in document.surface.sentences:
        if document.surface.in_headline(sentence.start):
            continue
        if sentence.paragraph != paragraph:
            last, paragraph = None, sentence.paragraph
        bonds = _of_sentence(document, sentence, spoken.get(sentence.start, []), last)
        found += [_claim(document, bond, sentence) for bond in _distinct(document, bonds)]
        last = next((bond.actor for bond in reversed(bonds) if bond.actor is not None), last)
    return found


def _of_sentence(
    document: Document, sentence: Sentence, spoken: list[Utterance], last: Actor | None
) -> list[Bond]:
    found: list[Bond] = []
    read: set[int] = set()
    for hit in cues(document, "commitments", sentence.start, sentence.end):
        said = document.said(hit.left)
        if hit.prefix.endswith("ل") and hit.feature.startswith("verb.perfect"):
            # "لحث الأطراف": the noun that the verb's form is as well.
            continue
        trigger = Trigger(document=document, sentence=sentence, utterance=said, hit=hit, last=last)
        role = cue(hit.key)["role"]
        bond = _READERS[role](trigger)
        if role in ("does", "works_on"):
            read.add(hit.left)
        if bond is not None:
            found.append(bond)
            last = bond.actor or last
    for utterance in spoken:
        found += forms.by_form(document, utterance, frozenset(read)) + _of_verb(document, utterance, found)
    return sorted(found, key=lambda bond: bond.start)


def _of_verb(document: Document, utterance: Utterance, found: list[Bond]) -> list[Bond]:
    """Return the act that an utterance's own verb makes, where no cue in it has made it already.

    Wishing somebody well ("متمنيا له الصحة") is no hope of one's own.
    """
    act = _BY_SPEECH.get(utterance.verb or "")
    second = document.surface.tokens.between(utterance.start, utterance.end)[1:2]
    if act == "hope" and any(token.text in words(WORDS, "well_wished") for token in second):
        return []
    if not _asks(document, utterance):
        return []
    within = [bond for bond in found if utterance.start <= bond.start < utterance.end]
    if act is None or any(bond.act in ("invitation", act) for bond in within):
        return []
    return [Bond(act=act, start=utterance.start, by=utterance.speakers, rule=f"verb-{utterance.verb}")]


def _asks(document: Document, utterance: Utterance) -> bool:
    """Whether something is asked or proposed: "طلب نقل تحياته" and "تعرض البلد لأزمة" are other things."""
    tokens = [token.text for token in document.surface.tokens.between(utterance.start, utterance.end)[:8]]
    if utterance.verb == "propose" and tokens[:1] and tokens[0] in words(WORDS, "not_proposing"):
        return False
    prayed = utterance.verb == "demand" and words(WORDS, "prayed_to").intersection(tokens[1:3])
    return not prayed and not words(WORDS, "greetings").intersection(tokens)


def _distinct(document: Document, bonds: list[Bond]) -> list[Bond]:
    """Return the bonds of a sentence without repeats: an act counts again only with a verb of its own."""
    seen: set[tuple[str, int, tuple[Participant, ...]]] = set()
    kept: list[Bond] = []
    for bond in bonds:
        utterance = document.said(bond.start)
        key = (bond.act, utterance.start if utterance is not None else -1, bond.by)
        if key not in seen or (bond.finite and bond.start - kept[-1].start >= _APART):
            seen.add(key)
            kept.append(bond)
    return kept


def _claim(document: Document, bond: Bond, sentence: Sentence) -> Commitment:
    utterance = document.said(bond.start)
    end = utterance.end if utterance is not None else sentence.end
    own = [p.state for p in bond.by if p.state]
    return Commitment(
        evidence=(document.surface.evidence(bond.start, end),),
        by=bond.by[0],
        by_also=bond.by[1:],
        extractor=f"commitments/{bond.rule}",
        act=bond.act,
        to=addressee(document, bond, end),
        parties=tuple(dict.fromkeys([*own, *parties(document, bond.start, end)])),
        sectors=fields(document, sentence, bond.start, end),
        deadline=deadline(document, bond.start, end),
    )
