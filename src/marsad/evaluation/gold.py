"""Annotated reports, and the one form in which annotated and extracted claims are compared."""

from functools import cached_property
from pathlib import Path
from typing import Any, get_args

import msgspec

from marsad.errors import MalformedRecord, UnreadableFile
from marsad.model.claims import Claim
from marsad.model.vocabulary import ClaimType


class Spot(msgspec.Struct, frozen=True):
    """Where evidence stands, in half-open code points; an annotation may leave the words to the report."""

    start: int
    end: int
    text: str = ""


class Who(msgspec.Struct, frozen=True, kw_only=True):
    """A participant as far as the comparison looks at it."""

    person: str | None = None
    name: str | None = None
    state: str | None = None
    organisation: str | None = None


class Where(msgspec.Struct, frozen=True, kw_only=True):
    """A place as far as the comparison looks at it."""

    city: str | None = None
    state: str | None = None


class Noted(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """A claim of any type as the comparison sees it; what an annotator left out is None."""

    type: str
    evidence: Spot | tuple[Spot, ...]
    by: Who | None = None
    by_also: Who | tuple[Who, ...] = ()
    date: str | None = None
    place: Where | None = None
    kind: str | None = None
    status: str | None = None
    participants: tuple[Who, ...] = ()
    stage: str | None = None
    parties: tuple[str, ...] | None = None
    sectors: tuple[str, ...] | None = None
    count: int | None = None
    term_years: int | None = None
    act: str | None = None
    indicator: str | None = None
    value: Any = None
    unit: str | None = None
    target: bool | None = None
    verb: str | None = None
    direct: bool | None = None
    state: str | None = None
    organisation: str | None = None
    person: str | None = None
    name: str | None = None
    office: str | None = None

    @cached_property
    def spans(self) -> tuple[Spot, ...]:
        """All evidence, the span to show first."""
        return (self.evidence,) if isinstance(self.evidence, Spot) else self.evidence

    @cached_property
    def speakers(self) -> tuple[Who | None, ...]:
        """The speaker and those who spoke jointly."""
        also = (self.by_also,) if isinstance(self.by_also, Who) else self.by_also
        return (self.by, *also)

    @property
    def holder(self) -> Who:
        """Whom a tenure is about."""
        return Who(person=self.person, name=self.name)


class Day(msgspec.Struct, frozen=True):
    """A publication date as annotated."""

    edtf: str | None = None


class GoldReport(msgspec.Struct, frozen=True):
    """The annotation of one report.

    ``annotated`` lists the types that were looked for at all, ``partial`` those of which not every claim was noted.
    """

    report: str
    claims: tuple[Noted, ...]
    published: Day | None = None
    partial: dict[str, bool] = {}
    annotated: tuple[str, ...] = get_args(ClaimType)


def read_gold(folder: Path) -> list[GoldReport]:
    """Return a folder's annotations by file name. Raises ``InputError`` where none is or one is broken."""
    files = sorted(folder.glob("*.json"))
    if not files:
        raise UnreadableFile(str(folder), "holds no annotations", "give a folder with one JSON file a report")
    return [_read(path) for path in files]


def noted(claim: Claim) -> Noted:
    """Return an extracted claim in the form of the comparison."""
    return msgspec.convert(msgspec.to_builtins(claim), Noted)


def worded(claim: Noted, text: str) -> Noted:
    """Return an annotated claim with the words that its evidence left to the report's text."""
    spots = tuple(
        spot if spot.text else Spot(spot.start, spot.end, text[spot.start : spot.end]) for spot in claim.spans
    )
    return msgspec.structs.replace(claim, evidence=spots)


def _read(path: Path) -> GoldReport:
    try:
        return msgspec.json.decode(path.read_bytes(), type=GoldReport)
    except OSError as error:
        raise UnreadableFile(str(path), "cannot be read", error.strerror or "") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise MalformedRecord(str(path), f"is no annotation: {error}", "see docs on annotations") from error
