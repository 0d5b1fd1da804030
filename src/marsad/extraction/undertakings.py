"""Undertakings: instruments, bodies and works that states set up together, with the stage they are at.

A noun for the thing opens one; words of stage around it tell where it stands; what follows it in a list
shares its stage. Without a stage, or without a party, the thing is only mentioned and makes no claim.
Example: "وقّعت عُمان وقطر مذكرة تفاهم في النقل، وأخرى في السياحة" → two memoranda, signed, OMN and QAT.
"""

from collections.abc import Sequence

import msgspec

from marsad.extraction.document import Document
from marsad.extraction.sectors import sectors
from marsad.extraction.undertaking_agreed import JOINT, agreed_on, issuers, joint_statement
from marsad.extraction.undertaking_claims import Found, claim_of, count_of
from marsad.extraction.undertaking_founding import founded
from marsad.extraction.undertaking_later import told_later
from marsad.extraction.undertaking_merge import merged, with_heading
from marsad.extraction.undertaking_parties import parties, parties_within, states_of, with_subject
from marsad.extraction.undertaking_stages import Told, stages
from marsad.extraction.undertaking_standing import AGAIN, STANDING, again, known, negotiating, sides, standing
from marsad.extraction.undertaking_things import Thing, opens_list, things
from marsad.extraction.undertaking_words import row, slots
from marsad.language.sentences import Sentence
from marsad.model.claims import Claim, Undertaking
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


def find(document: Document) -> Sequence[Claim]:
    """Return the undertakings of a report; headline and standfirst add what the body doesn't tell."""
    body = merged(_told_in(document, headline=False))
    return with_heading(_told_in(document, headline=True), body)


def _told_in(document: Document, *, headline: bool) -> list[Undertaking]:
    """Return the undertakings of the body, or those of headline and standfirst, in reading order."""
    found: list[Undertaking] = []
    chain: Chain | None = None
    for number, sentence in enumerate(document.surface.sentences):
        if document.surface.in_headline(sentence.start) is not headline:
            continue
        told, chain = _of_sentence(document, sentence, number=number, chain=chain)
        unique = {(f.kind, f.stage, f.left): f for f in told}
        found += [claim_of(document, sentence, f) for f in unique.values()]
    return found


def _of_sentence(
    document: Document, sentence: Sentence, *, number: int, chain: Chain | None
) -> tuple[list[Found], Chain | None]:
    """Return the undertakings of one sentence, and the chain for the next."""
    found: list[Found] = []
    listed = things(document, sentence)
    for index, thing in enumerate(listed):
        start = next((t.end for t in reversed(listed[:index]) if not t.silent), sentence.start)
        end = next((t.left for t in listed[index + 1 :] if not t.silent), sentence.end)
        claims = _of_thing(document, sentence, thing, limits=(start, end), chain=chain, number=number)
        found += claims
        chain = _chained(document, thing, claims, chain=chain, number=number, end=end)
    near = chain is not None and number - chain.sentence <= 1
    carried = list(chain.parties) if chain is not None and number - chain.sentence <= _LIST_SENTENCES else []
    found += founded(document, sentence, found, carried=carried)
    found += agreed_on(document, sentence, found, carried=carried)
    if chain is not None and near:
        later = told_later(document, sentence, found, kind=chain.kind, carried=carried)
        found += [msgspec.structs.replace(f, about=chain.about) for f in later]
    return found, chain


def _of_thing(
    document: Document,
    sentence: Sentence,
    thing: Thing,
    *,
    limits: tuple[int, int],
    chain: Chain | None,
    number: int,
) -> list[Found]:
    """Return an undertaking for each stage told of a thing whose neighbours end and begin at ``limits``."""
    recent = chain if chain is not None and number - chain.sentence <= _LIST_SENTENCES else None
    told = _told(document, sentence, thing, limits=limits, chain=recent, number=number)
    found = [_found(document, sentence, thing, stage=stage, limit=limits[1], chain=recent) for stage in told]
    return [one for one in found if one is not None]


def _told(
    document: Document,
    sentence: Sentence,
    thing: Thing,
    *,
    limits: tuple[int, int],
    chain: Chain | None,
    number: int,
) -> list[Told]:
    """Return the stages of a thing: its own, that of a joint statement or that of the list it stands in."""
    founded = chain is not None and chain.sentence == number and chain.stage in _FOUNDING
    told = stages(document, sentence, thing, window=limits, founded=founded) if thing.kind else []
    if thing.object:
        close = thing.bare and founded
        return [t for t in told if close and t.stage == "agreed" and thing.left - t.end <= _OBJECT_GAP]
    if told or thing.family != "instrument":
        return told
    told = negotiating(document, sentence, thing)
    if told:
        return told
    told = joint_statement(document, sentence, thing)
    if (
        not told
        and thing.joined
        and chain is not None
        and chain.stage in _SHARED
        and thing.may_be(chain.stage)
    ):
        return [Told(chain.stage or "signed", thing.left, thing.end, "list")]
    if not told and opens_list(document, number, thing):
        return [Told("agreed", thing.left, thing.end, "list")]
    return told or standing(document, sentence, thing) or again(document, thing)


def _found(
    document: Document, sentence: Sentence, thing: Thing, *, stage: Told, limit: int, chain: Chain | None
) -> Found | None:
    """Return the undertaking at one stage; None without a party, or when it is what a state does at home."""
    left = min(stage.left, thing.left)
    view = _view(document, sentence, thing, stage=stage, limit=limit, chain=chain)
    kind = thing.kind or (chain.kind if chain else None)
    at_home = (thing.home and "weak" in row(stage.key)) or thing.paired
    at_home = at_home and len(view) < 2
    if kind is None or not view or at_home:
        return None
    return Found(
        kind=kind,
        stage=stage.stage,
        left=left,
        end=max(stage.end, thing.end),
        limit=limit,
        at=thing.left,
        parties=tuple(view),
        rule=f"{thing.key.split('/')[-1] or 'another'}-{_rule_of(thing, stage)}",
        count=count_of(document, thing),
        about=chain.about if chain is not None and thing.definite else (),
    )


def _rule_of(thing: Thing, stage: Told) -> str:
    """Return the stage for the extractor's name, or that the thing only stands."""
    named = bool(thing.key) and stage.key == thing.key and "standing" in slots(thing.key)
    if stage.key == AGAIN:
        return AGAIN
    return STANDING if stage.key == STANDING or (named and stage.stage == "agreed") else stage.stage


def _view(
    document: Document, sentence: Sentence, thing: Thing, *, stage: Told, limit: int, chain: Chain | None
) -> list[str]:
    """Return the parties of a thing at a stage."""
    left = min(stage.left, thing.left)
    if stage.key == JOINT:
        return issuers(document, sentence, thing)
    if stage.key == STANDING or (thing.key and stage.key == thing.key):
        own = sides(document, sentence, thing)
        if len(states_of(own)) > 1 or (own and not thing.paired):
            return own
    if stage.own:
        return with_subject(document, parties_within(document, left, limit), left)
    made = thing.home and "weak" in row(stage.key) and stage.stage != "agreed"
    carried = list(chain.parties) if chain else []
    near_only = (thing.sole or made) and stage.key != "list"
    view = parties(
        document, sentence, (left, limit), carried=carried, near_only=near_only, again=thing.definite
    )
    return list(dict.fromkeys([*view, *known(document, thing, sides(document, sentence, thing))]))


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
