"""Every error that marsad raises on purpose.

::

    MarsadError
    ├── InputError            one input cannot be read; the batch goes on
    │   ├── UnreadableFile    missing, forbidden, truncated, not decodable
    │   ├── MalformedRecord   a JSONL line that is no JSON, or lacks a field
    │   └── NotAReport        readable, but nothing to extract from: empty, or not Arabic
    ├── KnowledgeError        a knowledge file breaks its schema, or is missing
    ├── UnknownCode           a state, organisation or kind that the knowledge does not hold
    ├── QueryError            a search query that can't be read, with the place
    ├── RegisterError         the register file cannot be opened, is locked, or is of another version
    ├── JudgementError        a judgement that cannot be made, or is about nothing in the register
    └── EvidenceError         a claim's evidence does not stand in its report: a fault in a rule

Each message names the thing at fault and says what to do about it. Code that maps reports
catches ``InputError`` and nothing wider.
"""


class MarsadError(Exception):
    """Base of all errors below; its text is written for the person who reads it."""


class InputError(MarsadError):
    """One input cannot be used. ``source`` names it, ``remedy`` says what to do."""

    def __init__(self, source: str, problem: str, remedy: str = "") -> None:
        self.source = source
        self.problem = problem
        self.remedy = remedy
        super().__init__(f"{source}: {problem}" + (f" ({remedy})" if remedy else ""))

    def __reduce__(self) -> tuple[type["InputError"], tuple[str, str, str]]:
        """Pickle by the three parts, so that the error crosses process boundaries whole."""
        return type(self), (self.source, self.problem, self.remedy)


class UnreadableFile(InputError):
    """The file is missing, forbidden, truncated, or in no encoding that we know."""


class MalformedRecord(InputError):
    """A record of a JSONL file is no JSON object or lacks its ``text``."""


class NotAReport(InputError):
    """The text is empty or not in Arabic, so there is nothing to extract."""


class KnowledgeError(MarsadError):
    """A knowledge file breaks its schema or contradicts another one."""


class UnknownCode(MarsadError):
    """A code that the knowledge does not hold."""


class QueryError(MarsadError):
    """A search query that cannot be read. ``position`` counts its characters from 0."""

    def __init__(self, position: int, problem: str, remedy: str) -> None:
        self.position = position
        super().__init__(f"query, character {position + 1}: {problem} ({remedy})")


class RegisterError(MarsadError):
    """The register cannot be opened or written."""


class JudgementError(MarsadError):
    """A judgement names what is not there, or sets a slot to what it cannot hold."""


class EvidenceError(MarsadError):
    """A claim's evidence is not what stands in its report."""
