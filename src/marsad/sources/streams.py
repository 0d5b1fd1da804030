"""Byte streams: a file or standard input, decompressed where its first bytes say gzip."""

import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from marsad.errors import UnreadableFile

STDIN = "-"
READ_FAULTS = (OSError, EOFError, zlib.error)  # a gzip.BadGzipFile is an OSError
_GZIP_MAGIC = b"\x1f\x8b"
_CHUNK = 8192


class _Rewound(io.RawIOBase):
    """A stream with the bytes that were looked at put back in front: a pipe can't seek."""

    def __init__(self, head: bytes, rest: io.BufferedReader) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        chunk = self._head[: len(buffer)] or self._rest.read1(len(buffer))
        self._head = self._head[len(chunk) :]
        buffer[: len(chunk)] = chunk
        return len(chunk)


@contextmanager
def open_bytes(path: str) -> Iterator[io.BufferedReader]:
    """Open the bytes of ``path`` (``-``: standard input, left open), decompressed when they are gzip.

    Raises OSError, and ValueError for a path that no file can have.
    """
    if path == STDIN:
        yield _decompressed(cast("io.BufferedReader", sys.stdin.buffer))
    else:
        with Path(path).open("rb") as raw:
            yield _decompressed(raw)


def _decompressed(raw: io.BufferedReader) -> io.BufferedReader:
    head = b""
    while len(head) < len(_GZIP_MAGIC) and (more := raw.read1(_CHUNK)):
        head += more
    stream = put_back(head, raw)
    if not head.startswith(_GZIP_MAGIC):
        return stream
    return io.BufferedReader(gzip.GzipFile(fileobj=stream, mode="rb"))


def put_back(head: bytes, stream: io.BufferedReader) -> io.BufferedReader:
    """Return a stream that gives ``head`` and then what ``stream`` still holds."""
    return io.BufferedReader(_Rewound(head, stream))


def unreadable(source: str, fault: Exception) -> UnreadableFile:
    """Return the error that says why ``source`` could not be read."""
    match fault:
        case EOFError():
            return UnreadableFile(source, "is a gzip file that breaks off", "fetch it again")
        case gzip.BadGzipFile() | zlib.error():
            return UnreadableFile(source, f"is a damaged gzip file: {fault}", "fetch it again")
        case OSError():
            problem = (fault.strerror or str(fault)).lower()
            return UnreadableFile(source, problem, "check the path and its permissions")
    return UnreadableFile(source, f"is no path: {fault}", "check the path")
