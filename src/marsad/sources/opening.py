"""Opening what the user names: files, folders and standard input, in the order given."""

import io
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from marsad.errors import InputError, MalformedRecord, UnreadableFile
from marsad.model.report import RawReport
from marsad.sources.decoding import decode
from marsad.sources.limits import Limits
from marsad.sources.records import parse_record, read_records
from marsad.sources.streams import READ_FAULTS, STDIN, open_bytes, put_back, unreadable

_RECORD_SUFFIXES = (".jsonl", ".ndjson")
_IN_FOLDERS = (".txt", ".jsonl", ".txt.gz", ".jsonl.gz")
_MARKUP = ("<!doctype", "<html", "<?xml")
_DEFAULT_LIMITS = Limits()


def open_sources(
    paths: Sequence[str], *, limits: Limits = _DEFAULT_LIMITS
) -> Iterator[RawReport | InputError]:
    """Yield the reports of ``paths`` in order, and in the place of each unreadable one its error.

    A path is a text file (one report), a JSONL file (one report a line), a folder (all ``.txt``
    and ``.jsonl`` below it, also gzipped, sorted by name) or ``-`` for standard input. Errors are
    values, so that a batch goes on after them.
    """
    for path in paths:
        if path != STDIN and _is_folder(path):
            yield from _read_folder(path, limits)
        else:
            yield from _read_file(path, limits)


def _is_folder(path: str) -> bool:
    try:
        return path != "" and Path(path).is_dir()  # Path("") would be the current folder
    except (OSError, ValueError):
        return False  # opening it as a file says what is wrong


def _read_folder(folder: str, limits: Limits) -> Iterator[RawReport | InputError]:
    found = False
    for path in _walk(folder):
        found = True
        if isinstance(path, InputError):
            yield path
        else:
            yield from _read_file(path, limits)
    if not found:
        remedy = f"reports are files ending in {', '.join(_IN_FOLDERS)}"
        yield UnreadableFile(_printable(folder), "is a folder without reports", remedy)


def _walk(folder: str) -> Iterator[str | InputError]:
    """Yield the report files below ``folder``, sorted by path; links to folders are not followed."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as fault:
        yield unreadable(_printable(folder), fault)
        return
    for entry in entries:
        path = f"{folder.removesuffix(os.sep)}{os.sep}{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(path)
        elif _is_report_file(entry):
            yield path


def _is_report_file(entry: "os.DirEntry[str]") -> bool:
    # Pipes and devices would block; a broken link is opened, so that its error is told.
    regular = entry.is_file() or (entry.is_symlink() and not Path(entry.path).exists())
    return regular and entry.name.endswith(_IN_FOLDERS) and not entry.name.startswith(".")


def _read_file(path: str, limits: Limits) -> Iterator[RawReport | InputError]:
    source = _printable(path)
    try:
        with open_bytes(path) as stream:
            yield from _read_stream(stream, source, limits)
    except InputError as error:
        yield error
    except (*READ_FAULTS, ValueError) as fault:
        yield unreadable(source, fault)


def _printable(path: str) -> str:
    """Return ``path`` without the surrogates that stand for bytes of a name that is no UTF-8."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _read_stream(stream: io.BufferedReader, source: str, limits: Limits) -> Iterator[RawReport | InputError]:
    stem = source.removesuffix(".gz")
    if stem.endswith(_RECORD_SUFFIXES):
        yield from read_records(stream, source, limits)
    elif stem.endswith(".txt"):
        yield _read_text(stream, source, limits)
    else:
        yield from _read_unnamed(stream, source, limits)


def _read_unnamed(stream: io.BufferedReader, source: str, limits: Limits) -> Iterator[RawReport | InputError]:
    """Read standard input, or a file whose name doesn't tell: JSONL if its first line is a record."""
    head = first = stream.readline(limits.file_bytes + 1)
    while first and not first.strip() and len(head) <= limits.file_bytes:
        first = stream.readline(limits.file_bytes + 1)
        head += first
    whole = put_back(head, stream)
    if _is_record(first, source, limits):
        yield from read_records(whole, source, limits)
    else:
        yield _read_text(whole, source, limits)


def _is_record(line: bytes, source: str, limits: Limits) -> bool:
    if not line.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        return False
    try:
        parse_record(decode(line, source), source, source, limits)
    except InputError:
        return False
    return True


def _read_text(stream: io.BufferedReader, source: str, limits: Limits) -> RawReport | InputError:
    data = stream.read(limits.file_bytes + 1)
    if len(data) > limits.file_bytes:
        return limits.file_too_large(source)
    try:
        text = decode(data, source)
    except InputError as error:
        return error
    return _not_text(source, text) or limits.check_text(source, text) or RawReport(source=source, text=text)


def _not_text(source: str, text: str) -> InputError | None:
    """Return an error for a web page or for JSON spread over lines, which would pass as text."""
    start = text[:200].lstrip().lower()
    if start.startswith(_MARKUP):
        return UnreadableFile(source, "is a web page, not a text", "save the article's text alone")
    if start.startswith(("{", "[")) and _is_json(text):
        return MalformedRecord(source, "is JSON, but not one object a line", "write each report on one line")
    return None


def _is_json(text: str) -> bool:
    try:
        msgspec.json.decode(text, type=msgspec.Raw)
    except (ValueError, RecursionError):
        return False
    return True
