"""Charts as SVG, by Vega-Altair and vl-convert: slow to import, so import it where a chart is drawn."""

import json

import altair as alt
import vl_convert
from markupsafe import escape

from marsad.views.brief import Chart

_SAID, _WANTED = "#0b57a4", "#9dbfe3"
_FONT = "system-ui, sans-serif"


def chart_svg(chart: Chart, direction: str) -> str:
    """Return a bar chart as an SVG element, its title as its label; it reads in ``direction``."""
    rows = [
        {"row": row, "value": bar.value, "text": bar.text, "target": bar.target}
        for row, bar in enumerate(chart.bars)
    ]
    rtl = direction == "rtl"
    # Two bars may have the same label, so rows are told apart by number and labelled afterwards.
    labels = json.dumps([bar.label for bar in chart.bars])
    axis = alt.Axis(
        labelExpr=f"{labels}[datum.value]",
        orient="right" if rtl else "left",
        ticks=False,
        domain=False,
        labelLimit=0,
    )
    base = alt.Chart({"values": rows}).encode(
        y=alt.Y("row:O", title=None, axis=axis),
        x=alt.X("value:Q", title=None, axis=None, scale=alt.Scale(reverse=rtl, zero=True)),
    )
    bars = base.mark_bar().encode(color=alt.condition("datum.target", alt.value(_WANTED), alt.value(_SAID)))
    amounts = base.mark_text(align="right" if rtl else "left", dx=-4 if rtl else 4).encode(text="text:N")
    drawn = (
        (bars + amounts)
        .properties(width=360, height=alt.Step(26))
        .configure(aria=False, font=_FONT, background="white")
    )
    svg: str = vl_convert.vegalite_to_svg(drawn.configure_view(stroke=None).to_dict())
    return svg.replace("<svg ", f'<svg role="img" aria-label="{escape(chart.title)}" ', 1)
