"""How much one input may hold, so that one damaged file cannot take the memory of a batch."""

import msgspec

from marsad.errors import InputError, MalformedRecord, UnreadableFile


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """The largest inputs that are taken.

    ``file_bytes`` bounds what is held in memory at once, after decompression: a text file, or one
    line of a JSONL file. A JSONL file as a whole is streamed and may be of any length.
    ``text_chars`` bounds one report's text, in code points.
    """

    file_bytes: int = 100_000_000
    text_chars: int = 5_000_000

    def file_too_large(self, source: str) -> UnreadableFile:
        """Return the error for a text file of more than ``file_bytes``."""
        problem = f"is larger than {self.file_bytes:,} bytes"
        return UnreadableFile(source, problem, "split it, or raise the limit file_bytes")

    def line_too_long(self, source: str) -> MalformedRecord:
        """Return the error for a line of a JSONL file of more than ``file_bytes``."""
        problem = f"is a line of more than {self.file_bytes:,} bytes"
        return MalformedRecord(source, problem, "raise the limit file_bytes")

    def check_text(self, source: str, text: str) -> InputError | None:
        """Return an error when ``text`` is over ``text_chars``, else None."""
        if len(text) <= self.text_chars:
            return None
        problem = f"holds a text of more than {self.text_chars:,} characters"
        return UnreadableFile(source, problem, "split it, or raise the limit text_chars")
