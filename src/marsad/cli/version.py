"""The version of what is installed."""


def version_line() -> str:
    """Return the program's name and version."""
    from importlib.metadata import version

    return f"marsad {version('marsad')}"
