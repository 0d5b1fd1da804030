"""The seven types of claim. ``claims.md`` of the design is normative; this module is its Python form.

Every claim is immutable. Its ``evidence`` is never empty and its first span is the one to show.
"""

from typing import Any

import msgspec

from marsad.model.vocabulary import (
    Act,
    DateBasis,
    EncounterKind,
    EncounterStatus,
    MembershipStatus,
    OfficeCode,
    Sector,
    SpeechVerb,
    Stage,
    Stance,
    TenureStatus,
    UndertakingKind,
)


class Evidence(msgspec.Struct, frozen=True):
    """The exact characters that a claim rests on: ``report.text[start:end] == text``."""

    start: int
    end: int
    text: str


class Participant(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody in a claim; what is unknown is None.

    ``person`` is a stable slug, ``name`` the fullest Arabic name in the report, ``state`` an
    ISO 3166-1 alpha-3 code, ``organisation`` a code or slug of the knowledge.
    """

    person: str | None = None
    name: str | None = None
    state: str | None = None
    organisation: str | None = None
    office: OfficeCode | None = None


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where something happened: English names, ISO alpha-3 state."""

    city: str | None = None
    state: str | None = None
    venue: str | None = None


class Amount(msgspec.Struct, frozen=True):
    """A decimal string and its unit (ISO 4217, ``percent``, ``count`` or UCUM)."""

    amount: str
    unit: str


class BaseClaim(msgspec.Struct, frozen=True, kw_only=True, tag_field="type"):
    """The fields that every claim has."""

    evidence: tuple[Evidence, ...]
    by: Participant | None = None
    by_also: tuple[Participant, ...] = ()
    date: str | None = None
    date_basis: DateBasis | None = None
    place: Place | None = None
    extractor: str


class Encounter(BaseClaim, frozen=True, kw_only=True, tag="encounter"):
    """People of states or organisations come together. For a visit the visitor comes first."""

    kind: EncounterKind
    status: EncounterStatus
    participants: tuple[Participant, ...] = ()
    invited_by: Participant | None = None
    host: Participant | None = None
    format: str | None = None
    purpose: str | None = None


class Undertaking(BaseClaim, frozen=True, kw_only=True, tag="undertaking"):
    """Something that states set up together, and the stage it is said to be at."""

    kind: UndertakingKind
    stage: Stage
    parties: tuple[str, ...] = ()
    name: str | None = None
    sectors: tuple[Sector, ...] = ()
    count: int | None = None
    term_years: int | None = None
    value: Amount | None = None


class Commitment(BaseClaim, frozen=True, kw_only=True, tag="commitment"):
    """What somebody binds themselves or somebody else to, however softly."""

    act: Act
    to: Participant | None = None
    parties: tuple[str, ...] = ()
    sectors: tuple[Sector, ...] = ()
    deadline: str | None = None


class Measure(BaseClaim, frozen=True, kw_only=True, tag="measure", rename={"from_": "from"}):
    """A figure about the world. ``value`` is a decimal string, ``period`` an EDTF date."""

    indicator: str
    value: str
    unit: str
    per: str | None = None
    approx: bool = False
    at_least: bool = False
    at_most: bool = False
    target: bool = False
    from_: str | None = None
    period: str | None = None
    parties: tuple[str, ...] = ()


class Statement(BaseClaim, frozen=True, kw_only=True, tag="statement"):
    """Reported or quoted speech. ``topic`` holds states and organisations other than the speaker's own."""

    verb: SpeechVerb | None = None
    to: Participant | None = None
    direct: bool = False
    headline: bool = False
    topic: tuple[str, ...] = ()
    stance: Stance | None = None


class Membership(BaseClaim, frozen=True, kw_only=True, tag="membership"):
    """A state is said to belong, in some status, to an organisation."""

    state: str
    organisation: str
    status: MembershipStatus


class Tenure(BaseClaim, frozen=True, kw_only=True, tag="tenure"):
    """A report names somebody as the holder of an office."""

    person: str
    name: str
    state: str | None = None
    office: OfficeCode
    organisation: str | None = None
    status: TenureStatus


Claim = Encounter | Undertaking | Commitment | Measure | Statement | Membership | Tenure


def claim_type(claim: Claim) -> str:
    """The ``type`` of a claim as it stands in the JSON."""
    tag: Any = claim.__struct_config__.tag
    return str(tag)
