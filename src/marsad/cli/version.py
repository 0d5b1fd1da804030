"""The version of what is installed."""

from importlib.metadata import version


def version_line() -> str:
    """Return the program's name and version."""
    return f"marsad {version('marsad')}"
