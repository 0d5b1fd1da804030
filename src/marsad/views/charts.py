"""Which figures of a brief make a chart: two or more of the same indicator, parties and unit."""

from collections.abc import Iterable
from datetime import date

from marsad.model.claims import Measure
from marsad.model.edtf import parse
from marsad.register.sourced import Sourced
from marsad.views.brief import Bar, Chart
from marsad.views.desk import Desk, Found
from marsad.views.wording.amounts import amount_phrase, unit_phrase

Series = tuple[str, str, str, tuple[str, ...]]
Point = tuple[Measure, list[Sourced]]


def charts(desk: Desk, figures: Iterable[Found]) -> tuple[Chart, ...]:
    """Return the charts, the longest first. A figure without a period is labelled by its report."""
    series: dict[Series, list[Point]] = {}
    for _, claims in figures:
        claim = claims[0].claim
        if isinstance(claim, Measure) and claim.parties:
            key = (claim.indicator, claim.unit, claim.per or "", tuple(sorted(claim.parties)))
            series.setdefault(key, []).append((claim, claims))
    drawn = [_chart(desk, key, points) for key, points in series.items() if len(points) > 1]
    return tuple(sorted(drawn, key=lambda chart: -len(chart.bars)))


def _chart(desk: Desk, key: Series, points: list[Point]) -> Chart:
    indicator, unit, _, parties = key
    writer = desk.writer
    title = writer.words.fill(
        "brief",
        "chart",
        indicator=writer.indicator(indicator),
        parties=writer.actors.codes(parties),
        unit=unit_phrase(unit, writer.words),
    )
    bars = tuple(_bar(desk, claim, claims) for claim, claims in sorted(points, key=_course))
    return Chart(title[:1].upper() + title[1:], str(writer.words.get("brief", "target")), bars)


def _course(point: Point) -> tuple[date, str]:
    claim, claims = point
    when = claim.period or claim.date or claims[0].published
    return ((parse(when).first if when else None) or date.max, claim.value)


def _bar(desk: Desk, claim: Measure, claims: list[Sourced]) -> Bar:
    writer = desk.writer
    label = writer.period(claim.period) if claim.period else desk.when(claims, claim.date)
    return Bar(
        label=label or writer.date(None),
        value=float(claim.value),
        text=amount_phrase(claim.value, claim.unit, writer.words, per=claim.per),
        target=claim.target,
        sources=desk.citations.cite(claims),
    )
