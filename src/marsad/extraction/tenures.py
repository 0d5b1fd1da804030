"""Tenures: a report names somebody as the holder of an office. Example: "وزير الطاقة العماني سالم العوفي"."""

from marsad.extraction.document import Document
from marsad.extraction.mentions import Mention
from marsad.linking.tenures import terms_of
from marsad.model.claims import Claim, Evidence, Participant, Tenure


def find(document: Document) -> list[Claim]:
    """Return one tenure for each person, office and status, with the place that says it most fully first."""
    best: dict[tuple[str | None, str | None, str | None], tuple[Participant, Mention, list[Evidence]]] = {}
    for mention in document.cast.mentions:
        if mention.kind != "person" or not _says_office(document, mention):
            continue
        member = mention.participant
        key = (member.person, member.office, mention.status)
        evidence = document.surface.evidence(mention.start, mention.end)
        if key not in best:
            best[key] = (member, mention, [evidence])
        else:
            best[key][2].append(evidence)
    return [_tenure(member, mention, evidence) for member, mention, evidence in best.values()]


def _says_office(document: Document, mention: Mention) -> bool:
    """Whether the words themselves give the office, or the knowledge has the person in it at the time.

    A bare name of somebody who has left office ("سياسة شيراك") says nothing of the office.
    """
    member = mention.participant
    if member.person is None or member.office is None or not (member.state or member.organisation):
        return False
    if mention.end - mention.start > len(member.name or ""):
        return True
    return any(
        term.office == member.office and term.overlaps(document.window) for term in terms_of(member.person)
    )


def _tenure(member: Participant, mention: Mention, evidence: list[Evidence]) -> Tenure:
    assert member.person is not None  # noqa: S101 -- for the type checker; _says_office tests it
    assert member.office is not None  # noqa: S101
    return Tenure(
        evidence=tuple(evidence[:3]),
        extractor="tenures/office-and-name",
        person=member.person,
        name=member.name or "",
        state=member.state,
        office=member.office,
        organisation=member.organisation,
        status=mention.status or "incumbent",
    )
