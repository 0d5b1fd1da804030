"""What reads reports now: the versions of rules and knowledge that go into the register with each report."""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable

import msgspec

from marsad.knowledge.table import knowledge_digest

# Where the rules are: a change in any of these may change what a report is found to claim.
_RULES = ("extraction", "language", "linking", "model", "reading", "folding.py", "pipeline.py")


class Reader(msgspec.Struct, frozen=True):
    """``rules`` is the package's version and a digest of its rules, ``knowledge`` the digest of the compiled table."""

    rules: str
    knowledge: str


@cache
def this_reader() -> Reader:
    """Return the versions that this program reads with. Raises ``KnowledgeError`` where none is compiled."""
    return Reader(f"{metadata.version('marsad')}+{_digest(_RULES)}", knowledge_digest())


@cache
def consolidation() -> str:
    """Return the version of the rules that make entries of claims: the package's, and a digest of theirs."""
    return f"{metadata.version('marsad')}+{_digest(('register', 'model', 'folding.py'))}"


def _digest(parts: tuple[str, ...]) -> str:
    root = resources.files("marsad")
    found = hashlib.blake2b(digest_size=4)
    for part in parts:
        for file in _sources(root / part):
            found.update(file.name.encode() + b"\0" + file.read_bytes())
    return found.hexdigest()


def _sources(place: Traversable) -> Iterator[Traversable]:
    """Yield a file, or the Python files of a folder by name."""
    if place.is_file():
        yield place
        return
    for item in sorted(place.iterdir(), key=lambda each: each.name):
        if item.name.endswith(".py") or (item.is_dir() and item.name != "__pycache__"):
            yield from _sources(item)
