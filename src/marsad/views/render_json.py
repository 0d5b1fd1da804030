"""The brief as JSON."""

import msgspec

from marsad.views.brief import Brief


def render_json(brief: Brief) -> str:
    """Return the brief as indented JSON, Arabic unescaped."""
    return msgspec.json.format(msgspec.json.encode(brief), indent=2).decode() + "\n"
