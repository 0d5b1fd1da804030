"""What a search found, worded: reports, the sentences that answer, and the claims that rest on them."""

from collections.abc import Iterator

import msgspec

from marsad.model.claims import claim_type
from marsad.register.search.find import MOST_RANKED, Hit, Results
from marsad.register.search.passages import Passage
from marsad.register.store import Register
from marsad.views.entry_line import tell
from marsad.views.names import Lang, Names
from marsad.views.wording import Phrases, Writer, phrases


class Told(msgspec.Struct, frozen=True):
    """A claim in words, with the entry of the register that it is part of."""

    id: str
    type: str
    entry: str | None
    text: str


class Finding(msgspec.Struct, frozen=True):
    """A report that answers. ``passages`` are in the original, their offsets those of the report's text.

    ``origin`` says outlet and publication date in words, ``published`` the date in EDTF.
    """

    number: int
    report: str
    source: str
    title: str | None
    outlet: str | None
    published: str | None
    origin: str
    passages: tuple[Passage, ...]
    claims: tuple[Told, ...]


class Findings(msgspec.Struct, frozen=True):
    """Everything that a renderer needs; ``total`` counts the reports that answer, shown or not."""

    query: str
    lang: Lang
    direction: str
    title: str
    notes: tuple[str, ...]
    total: int
    findings: tuple[Finding, ...]


def compose_findings(
    register: Register, query: str, results: Results, *, names: Names, lang: Lang = "en"
) -> Findings:
    """Return what a search found in the words of a language."""
    words = phrases(lang)
    writer = Writer(names, words)
    claims = register.claims([claim.id for hit in results.hits for claim in hit.claims])
    told = {
        claim.id: Told(
            claim.id, claim_type(claims[claim.id].claim), claim.entry, tell(writer, claims[claim.id].claim)
        )
        for hit in results.hits
        for claim in hit.claims
    }
    return Findings(
        query=query,
        lang=lang,
        direction=words.direction,
        title=words.fill("search", "title", query=query),
        notes=tuple(_notes(words, results)),
        total=results.total,
        findings=tuple(
            _finding(number, hit, writer, told) for number, hit in enumerate(results.hits, start=1)
        ),
    )


def _finding(number: int, hit: Hit, writer: Writer, told: dict[str, Told]) -> Finding:
    outlet = writer.actors.code(hit.outlet) if hit.outlet else writer.words.get("brief", "no_outlet")
    return Finding(
        number=number,
        report=hit.report,
        source=hit.source,
        title=hit.title,
        outlet=hit.outlet,
        published=hit.published,
        origin=writer.words.fill("brief", "source", outlet=outlet, date=writer.date(hit.published)),
        passages=hit.passages,
        claims=tuple(told[claim.id] for claim in hit.claims),
    )


def _notes(words: Phrases, results: Results) -> Iterator[str]:
    if not results.total:
        yield words.get("search", "nothing")
    else:
        found = words.count(words.get("search", "found"), results.total)
        shown = len(results.hits)
        yield found if shown == results.total else found + words.count(words.get("search", "shown"), shown)
    if results.total > MOST_RANKED:
        yield words.get("search", "newest")
    if results.unknown:
        yield words.fill("search", "unknown", words=words.join(results.unknown))
    if results.left_out:
        yield words.fill("search", "left_out", words=words.join(results.left_out))
    if results.outdated:
        yield words.get("search", "outdated")
