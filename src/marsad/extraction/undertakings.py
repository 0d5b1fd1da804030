"""Undertakings: instruments, bodies and works that states set up together, with the stage they are at.

A noun for the thing opens one; words of stage around it tell where it stands; what follows it in a list
shares its stage. Without a stage, or without a party, the thing is only mentioned and makes no claim.
Example: "وقّعت عُمان وقطر مذكرة تفاهم في النقل، وأخرى في السياحة" → two memoranda, signed, OMN and QAT.
"""

import msgspec

from marsad.extraction.document import Document
from marsad.extraction.sectors import sectors
from marsad.extraction.undertaking_agreed import JOINT, agreed_on, issuers, joint_statement
from marsad.extraction.undertaking_claims import Found, claim_of, count_of
from marsad.extraction.undertaking_later import told_later
from marsad.extraction.undertaking_parties import parties, parties_within, with_subject
from marsad.extraction.undertaking_stages import Told, stages
from marsad.extraction.undertaking_things import Thing, opens_list, things
from marsad.extraction.undertaking_words import row
from marsad.language.sentences import Sentence
from marsad.model.claims import Claim
from marsad.model.vocabulary import Sector

#: Stages that the items of a list can share.
_SHARED = ("signed", "agreed", "signing_scheduled", "proposed", "under_negotiation")
#: Stages of a document that sets something up; None: it is only named, "تنص الاتفاقية على إنشاء …".
_FOUNDING = (None, "signed", "agreed")
#: "بناء سوق", "إنشاء أول مركز": what is made follows within so many characters.
_OBJECT_GAP = 8
#: A list goes on over this many sentences without a word of stage of its own.
_LIST_SENTENCES = 2


class Chain(msgspec.Struct, frozen=True):
    """The last instrument: what a list behind it, or a stage told later, goes on from."""

    kind: str
    stage: str | None
    parties: tuple[str, ...]
    sentence: int
    about: tuple[Sector, ...] = ()


def find(document: Document) -> list[Claim]:
    """Return the undertakings of a report in reading order."""
    found: list[Claim] = []
    chain: Chain | None = None
    for number, sentence in enumerate(document.surface.sentences):
        if document.surface.in_headline(sentence.start):
            continue
        told, chain = _of_sentence(document, sentence, number, chain)
        unique = {(f.kind, f.stage, f.left): f for f in told}
        found += [claim_of(document, sentence, f) for f in unique.values()]
    return found


def _of_sentence(
    document: Document, sentence: Sentence, number: int, chain: Chain | None
) -> tuple[list[Found], Chain | None]:
    """Return the undertakings of one sentence, and the chain for the next."""
    found: list[Found] = []
    listed = things(document, sentence)
    for index, thing in enumerate(listed):
        start = next((t.end for t in reversed(listed[:index]) if not t.silent), sentence.start)
        end = next((t.left for t in listed[index + 1 :] if not t.silent), sentence.end)
        claims = _of_thing(document, sentence, thing, window=(start, end), chain=chain, number=number)
        found += claims
        chain = _chained(document, thing, claims, chain=chain, number=number, end=end)
    near = chain is not None and number - chain.sentence <= 1
    carried = list(chain.parties) if chain is not None and number - chain.sentence <= _LIST_SENTENCES else []
    found += agreed_on(document, sentence, found, carried)
    if chain is not None and near:
        later = told_later(document, sentence, found, kind=chain.kind, carried=carried)
        found += [msgspec.structs.replace(f, about=chain.about) for f in later]
    return found, chain


def _of_thing(
    document: Document,
    sentence: Sentence,
    thing: Thing,
    *,
    window: tuple[int, int],
    chain: Chain | None,
    number: int,
) -> list[Found]:
    recent = chain is not None and number - chain.sentence <= _LIST_SENTENCES
    founded = recent and chain is not None and chain.sentence == number and chain.stage in _FOUNDING
    told = stages(document, sentence, thing, window=window, founded=founded) if thing.kind else []
    if thing.object:
        told = [
            t
            for t in told
            if founded and t.stage == "agreed" and thing.bare and thing.left - t.end <= _OBJECT_GAP
        ]
    if not told and thing.family == "instrument":
        told = joint_statement(document, sentence, thing)
    if not told and thing.joined and recent and chain is not None and _continues(thing, chain):
        told = [Told(chain.stage or "signed", thing.left, thing.end, "list")]
    if not told and thing.family == "instrument" and opens_list(document, number, thing):
        told = [Told("agreed", thing.left, thing.end, "list")]
    return _claims(document, sentence, thing, told, window=window, chain=chain if recent else None)


def _continues(thing: Thing, chain: Chain) -> bool:
    return thing.family == "instrument" and chain.stage in _SHARED


def _claims(
    document: Document,
    sentence: Sentence,
    thing: Thing,
    told: list[Told],
    *,
    window: tuple[int, int],
    chain: Chain | None,
) -> list[Found]:
    found: list[Found] = []
    for stage in told:
        left = min(stage.left, thing.left)
        carried = list(chain.parties) if chain else []
        if stage.key == JOINT:
            view = issuers(document, sentence, thing)
        else:
            near_only = thing.sole or (thing.home and "weak" in row(stage.key) and stage.stage != "agreed")
            view = parties(
                document, sentence, (left, window[1]), carried, near_only=near_only, again=thing.definite
            )
        if stage.own:
            view = with_subject(document, parties_within(document, left, window[1]), left)
        if thing.home and len(view) < 2 and "weak" in row(stage.key):
            continue
        kind = thing.kind or (chain.kind if chain else None)
        if kind is None or not view:
            continue
        found.append(
            Found(
                kind=kind,
                stage=stage.stage,
                left=left,
                end=max(stage.end, thing.end),
                limit=window[1],
                at=thing.left,
                parties=tuple(view),
                rule=f"{(thing.key or 'x/another').split('/')[1]}-{stage.stage}",
                count=count_of(document, thing),
                about=chain.about if chain is not None and thing.definite else (),
            )
        )
    return found


def _chained(
    document: Document, thing: Thing, claims: list[Found], *, chain: Chain | None, number: int, end: int
) -> Chain | None:
    """Return the chain after a thing: an instrument renews it, with its stage or, only mentioned, without."""
    if thing.kind is None and chain is not None:
        return msgspec.structs.replace(chain, sentence=number)
    if thing.family != "instrument" or thing.kind is None or (thing.sole and not claims):
        return chain
    near = chain is not None and number - chain.sentence <= 1
    about = sectors(document, thing.left, end)
    if chain is not None and near and thing.definite:
        about = about or chain.about
        if not claims:
            return msgspec.structs.replace(chain, sentence=number, about=about)
    if claims:
        return Chain(thing.kind, claims[0].stage, claims[0].parties, number, about)
    view = parties_within(document, thing.left, end) or (list(chain.parties) if chain else [])
    return Chain(thing.kind, None, tuple(view), number, about)
