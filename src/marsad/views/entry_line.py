"""The line of any entry, and of any claim, by itself."""

from collections.abc import Sequence

from marsad.model.claims import (
    Claim,
    Commitment,
    Encounter,
    Measure,
    Membership,
    Statement,
    Tenure,
    Undertaking,
)
from marsad.model.entry import Entry
from marsad.register.sourced import Sourced
from marsad.views.desk import reported
from marsad.views.wording import Writer


def entry_line(entry: Entry, claims: Sequence[Sourced], writer: Writer) -> str:
    """Return an entry in one sentence, after its date, or that of its reports; ``claims`` are all of the entry."""
    text = entry_text(entry, claims, writer)
    if entry.type == "tenure":
        return text
    when = entry_date(claims, writer)
    return f"{when} — {text}" if when else text


def entry_text(entry: Entry, claims: Sequence[Sourced], writer: Writer) -> str:
    """Return an entry in one sentence, without its date."""
    claim = claims[-1].claim
    match claim:
        case Encounter():
            return writer.encounter(claim, entry.stages[:-1])
        case Undertaking():
            return writer.undertaking(claim, entry.stages)
        case Tenure():
            return writer.tenure(claim, reported(claims))
        case Membership():
            return writer.membership(claim)
        case _:
            return tell(writer, claim)


def tell(writer: Writer, claim: Claim) -> str:
    """Return one claim as a line by itself."""
    match claim:
        case Encounter():
            return writer.encounter(claim)
        case Undertaking():
            return writer.undertaking(claim, ())
        case Commitment():
            return writer.commitment(claim)
        case Measure():
            return writer.measure(claim)
        case Statement():
            return writer.statement(claim)
        case Membership():
            organisation = writer.actors.code(claim.organisation)
            return writer.words.fill(
                "search", "membership", organisation=organisation, line=writer.membership(claim)
            )
        case Tenure():
            return writer.tenure(claim, None)


def entry_date(claims: Sequence[Sourced], writer: Writer) -> str:
    """Return the last date that claims give in words, failing it when they were reported, else nothing."""
    dates = [item.claim.date for item in claims if item.claim.date]
    if dates:
        return writer.date(dates[-1])
    told = reported(claims)
    return writer.words.fill("brief", "reported", date=writer.date(told)) if told else ""
