"""Writing a view in the form that a user asked for."""

from typing import TYPE_CHECKING, Literal, TextIO

if TYPE_CHECKING:
    from marsad.views.brief import Page

PageForm = Literal["terminal", "markdown", "html", "json"]
TableForm = Literal["terminal", "markdown", "html", "json", "csv"]


def write_page(made: "Page", form: PageForm, file: TextIO) -> None:
    """Write a view."""
    match form:
        case "terminal":
            from marsad.views.render_terminal import render_terminal

            render_terminal(made, file)
        case "markdown":
            from marsad.views.render_markdown import render_markdown

            file.write(render_markdown(made))
        case "html":
            from marsad.views.render_html import render_html

            file.write(render_html(made))
        case "json":
            from marsad.views.render_json import render_json

            file.write(render_json(made))
