"""Searching the reports of a register."""

from collections.abc import Mapping, Sequence

import msgspec
from sqlalchemy import column, func, select, table

from marsad.model.claims import claim_type
from marsad.model.report import Report, Span
from marsad.register.keys import kind
from marsad.register.search.dialects import dialect_of
from marsad.register.search.filters import Filters
from marsad.register.search.index import index_is_there, is_current, rebuild_index
from marsad.register.search.passages import Passage, passages
from marsad.register.search.query import Query
from marsad.register.sourced import Sourced
from marsad.register.store import Register
from marsad.register.store.schema import claims, entry_claims, search_reports

_PASSAGES = 3
#: Where more reports answer, the query says so little that the newest are the best guess, and to weigh them takes long.
MOST_RANKED = 15_000


class FoundClaim(msgspec.Struct, frozen=True):
    """A claim whose evidence lies in a sentence found, and the entry that it belongs to."""

    id: str
    type: str
    kind: str
    entry: str | None


class Hit(msgspec.Struct, frozen=True):
    """A report that answers a query; the claims are those whose evidence lies in its ``passages``."""

    report: str
    source: str
    title: str | None
    outlet: str | None
    published: str | None
    passages: tuple[Passage, ...]
    claims: tuple[FoundClaim, ...]

    @property
    def entries(self) -> tuple[str, ...]:
        """The entries of the claims, each once."""
        return tuple(dict.fromkeys(claim.entry for claim in self.claims if claim.entry))


class Results(msgspec.Struct, frozen=True):
    """The best of the ``total`` reports that answer a query, the best first.

    ``unknown`` are English words that the knowledge doesn't hold (they were looked for as written), ``left_out``
    those that have no counterpart in Arabic. ``outdated`` says that the index was made with other stems than ours.
    """

    total: int
    hits: tuple[Hit, ...]
    unknown: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    outdated: bool = False


def search(register: Register, query: Query, filters: Filters | None = None, *, limit: int = 20) -> Results:
    """Return the reports that answer a query: by fit, of those that fit alike the newer first.

    Where more than ``MOST_RANKED`` answer, the newest come first.

    Raises ``RegisterError`` when the register can't be read.
    """
    filters = filters or Filters()
    register.refresh()
    if not index_is_there(register):
        rebuild_index(register)
    ranked, total = _ranked(register, query, filters, limit)
    found = _claims(register, ranked, filters)
    reports, sourced = register.reports(ranked), register.claims(found)
    of_report: dict[str, list[Sourced]] = {name: [] for name in ranked}
    for claim in found:
        of_report[sourced[claim].report].append(sourced[claim])
    hits = tuple(_hit(reports[name], query, of_report[name], found) for name in ranked)
    return Results(total, hits, query.unknown, query.left_out, outdated=not is_current(register))


def _ranked(register: Register, query: Query, filters: Filters, limit: int) -> tuple[list[str], int]:
    """Return the ids of the best reports, and how many there are in all."""
    dialect = dialect_of(register.dialect)
    index = table("search_index", column(dialect.key))
    found = (
        select(search_reports.c.report)
        .select_from(index)
        .join(search_reports, search_reports.c.number == index.c[dialect.key])
        .where(dialect.matches(query.tree, filters.facets()), filters.of_reports())
    )
    (counted,) = register.select(
        found.with_only_columns(func.count().label("total"), maintain_column_froms=True)
    )
    in_order = (search_reports.c.last.desc().nulls_last(), search_reports.c.report)
    by_fit = (dialect.score(query.tree),) if counted["total"] <= MOST_RANKED else ()
    best = found.order_by(*by_fit, *in_order).limit(limit)
    return [row["report"] for row in register.select(best)], counted["total"]


def _claims(register: Register, reports: Sequence[str], filters: Filters) -> dict[str, str | None]:
    """Return the claims of reports that the filters let pass, in order, each with its entry."""
    query = (
        select(claims.c.id, entry_claims.c.entry)
        .outerjoin(entry_claims, entry_claims.c.claim == claims.c.id)
        .where(claims.c.report.in_(reports), filters.of_claims())
        .order_by(claims.c.report, claims.c.position)
    )
    return {row["id"]: row["entry"] for row in register.select(query)}


def _hit(report: Report, query: Query, sourced: Sequence[Sourced], entries: Mapping[str, str | None]) -> Hit:
    evidence = [Span(span.start, span.end) for item in sourced for span in item.claim.evidence]
    shown = passages(report, query.terms, most=_PASSAGES, evidence=evidence)
    return Hit(
        report=report.id,
        source=report.source,
        title=report.title,
        outlet=report.outlet,
        published=report.published.edtf,
        passages=shown,
        claims=tuple(
            FoundClaim(item.id, claim_type(item.claim), kind(item.claim), entries[item.id])
            for item in sourced
            if any(_lies_in(item, passage) for passage in shown)
        ),
    )


def _lies_in(sourced: Sourced, passage: Passage) -> bool:
    return any(span.start < passage.end and passage.start < span.end for span in sourced.claim.evidence)
