"""The shape of the knowledge files, as records that ``lint`` holds them to."""

from typing import Literal

import msgspec

from marsad.model.vocabulary import Act, MembershipStatus, OfficeCode, Sector, Stage, UndertakingKind

Forms = list[str]


class _Strict(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A record in which a misspelt key is an error."""


class Nisba(_Strict, frozen=True):
    """Adjectives of a state, indefinite: masculine, feminine, plurals."""

    m: Forms = []
    f: Forms = []
    mp: Forms = []
    fp: Forms = []


class State(_Strict, frozen=True):
    """An entry of ``states.yml``."""

    en: str
    ar: Forms
    nisba: Nisba
    capital: str | None
    seats: Forms
    ambiguous: Forms = []
    nisba_ambiguous: Nisba = Nisba()


class FormerName(_Strict, frozen=True, rename={"from_": "from"}):
    """Names that a city bore for a time."""

    ar: Forms
    en: str
    from_: str
    until: str


class City(_Strict, frozen=True):
    """An entry of ``cities.yml``; ``state`` is null where its status is disputed."""

    en: str
    ar: Forms
    state: str | None
    names: list[FormerName] = []
    ambiguous: bool = False
    stands_for: str | None = None


class Venue(_Strict, frozen=True):
    """A building in which officials meet."""

    en: str
    ar: Forms
    city: str | None


class Tenure(_Strict, frozen=True, rename={"from_": "from"}):
    """A stretch of time in an office; dates are EDTF of year, month or day."""

    office: OfficeCode
    state: str | None = None
    organisation: str | None = None
    portfolio: str | None = None
    from_: str | None = None
    until: str | None = None


class Person(_Strict, frozen=True):
    """An entry of ``people/*.yml``."""

    en: str
    ar: Forms
    tenures: list[Tenure]
    short: Forms = []


class Member(_Strict, frozen=True, rename={"from_": "from"}):
    """A state's standing in an organisation."""

    state: str
    status: MembershipStatus
    from_: str | None = None
    until: str | None = None


class Organisation(_Strict, frozen=True):
    """An entry of ``organisations.yml``."""

    en: str
    ar: Forms
    kind: Literal["intergovernmental", "agency", "company", "movement", "medium", "bank", "other"]
    short: Forms = []
    state: str | None = None
    members: list[Member] = []


class Body(_Strict, frozen=True):
    """A ministry, parliament or force, of every state or of one."""

    en: str
    ar: Forms
    short: Forms = []
    state: str | None = None


class Outlet(_Strict, frozen=True):
    """An entry of ``outlets.yml``."""

    en: str
    ar: Forms
    state: str | None = None
    short: Forms = []
    domains: list[str] = []
    signs: list[str] = []


class SectorCues(_Strict, frozen=True):
    """An entry of ``sectors.yml``."""

    en: str
    ar_name: str
    cues: Forms


class States(_Strict, frozen=True):
    """``states.yml``."""

    sources: list[str]
    states: dict[str, State]


class Cities(_Strict, frozen=True):
    """``cities.yml``."""

    sources: list[str]
    cities: dict[str, City]
    venues: dict[str, Venue]


class People(_Strict, frozen=True):
    """A file of ``people/``."""

    sources: list[str]
    people: dict[str, Person]


class Organisations(_Strict, frozen=True):
    """``organisations.yml``."""

    sources: list[str]
    organisations: dict[str, Organisation]
    bodies: dict[str, Body]


class Outlets(_Strict, frozen=True):
    """``outlets.yml``."""

    sources: list[str]
    outlets: dict[str, Outlet]
    generic: dict[str, Body]


class Sectors(_Strict, frozen=True):
    """``sectors.yml``."""

    sources: list[str]
    sectors: dict[Sector, SectorCues]


class Delivery(_Strict, frozen=True):
    """The stages at which an undertaking of a kind is delivered; ``one``: a pair has one at a time."""

    stages: list[Stage]
    reason: str
    one: bool = False


#: Promises repeat one another only within a group.
ActGroup = Literal["offer", "aim", "proposal", "demand", "refusal"]


class FollowThrough(_Strict, frozen=True):
    """``follow_through.yml``."""

    sources: list[str]
    delivery: dict[UndertakingKind, Delivery]
    general: list[Sector]
    names_kind: dict[Sector, UndertakingKind]
    acts: dict[Act, ActGroup]
    wanted: dict[Stage, ActGroup]
    ended: list[Stage]


class Sourced(msgspec.Struct, frozen=True):
    """Any other file: it must at least say where its facts come from."""

    sources: list[str]


#: The record of each file by its name without ending.
RECORDS: dict[str, type[msgspec.Struct]] = {
    "states": States,
    "cities": Cities,
    "organisations": Organisations,
    "outlets": Outlets,
    "sectors": Sectors,
    "follow_through": FollowThrough,
}


def record_of(name: str) -> type[msgspec.Struct]:
    """Return the record that a file must fit."""
    return People if name.startswith("people/") else RECORDS.get(name, Sourced)
