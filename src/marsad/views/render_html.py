"""A view as one HTML page that needs nothing else: no script, no style sheet, no font from elsewhere."""

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from marsad.views.brief import Chart, Page, Source
from marsad.views.marks import foreign_runs


def render_html(page: Page) -> str:
    """Return the page. Whatever comes from a report is escaped."""
    environment = Environment(
        loader=PackageLoader("marsad.views"),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    template = environment.get_template("page.html.j2")
    return template.render(page=page, draw=_draw, pieces=_pieces, runs=foreign_runs)


def _draw(chart: Chart, direction: str) -> Markup:
    from marsad.views.chart_svg import chart_svg

    # The drawing library escapes the labels; nothing else of the chart comes from a report.
    return Markup(chart_svg(chart, direction))  # noqa: S704


def _pieces(source: Source) -> list[tuple[str, bool]]:
    """Cut the sentence into what the claims cite and what stands around it."""
    pieces: list[tuple[str, bool]] = []
    at = 0
    for start, end in source.marks:
        pieces += [(source.text[at:start], False), (source.text[start:end], True)]
        at = end
    pieces.append((source.text[at:], False))
    return [(text, cited) for text, cited in pieces if text]
