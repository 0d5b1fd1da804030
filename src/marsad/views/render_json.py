"""A view as JSON."""

import msgspec

from marsad.views.brief import Page


def render_json(page: Page) -> str:
    """Return the view as indented JSON, Arabic unescaped."""
    return msgspec.json.format(msgspec.json.encode(page), indent=2).decode() + "\n"
