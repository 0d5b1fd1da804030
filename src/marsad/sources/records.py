"""JSONL: one report a line, read line by line and never held whole in memory."""

import io
from collections.abc import Iterator

import msgspec

from marsad.errors import InputError, MalformedRecord, UnreadableFile
from marsad.model.report import RawReport
from marsad.sources.decoding import REMEDY, decode, stream_encoding
from marsad.sources.limits import Limits

_REMEDY = 'each line has to be a JSON object with at least a "text"'
_BLANK_LINE = "\n\n"


class _Fields(msgspec.Struct, frozen=True):
    """The fields that are read; others are passed over."""

    text: str | None = None
    id: str | int | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    published: str | int | None = None


_DECODER = msgspec.json.Decoder(_Fields)


def read_records(stream: io.BufferedReader, path: str, limits: Limits) -> Iterator[RawReport | InputError]:
    """Yield the report of each line of ``stream``, or the error of the line.

    Blank lines are passed over. A line's source is ``path#id``, or ``path#line-N`` without an id,
    N counting from 1. Raises OSError, EOFError and zlib.error where the stream breaks off.
    """
    for number, line in enumerate(_lines(stream, path, limits), start=1):
        place = f"{path}#line-{number}"
        if len(line) > limits.file_bytes:
            yield limits.line_too_long(place)
            return  # what follows is the rest of this line
        if line.strip():
            yield _record(line, path, place, limits)


def _lines(stream: io.BufferedReader, path: str, limits: Limits) -> Iterator[bytes | str]:
    """Yield the lines, decoded where the stream is in an encoding whose lines can't be told apart before."""
    encoding = stream_encoding(stream.peek(1024))
    lines = stream if encoding is None else io.TextIOWrapper(stream, encoding, newline="\n")
    try:
        while line := lines.readline(limits.file_bytes + 1):
            yield line
    except UnicodeError as fault:
        raise UnreadableFile(path, f"is broken {encoding}: {fault}", REMEDY) from fault


def _record(line: bytes | str, path: str, place: str, limits: Limits) -> RawReport | InputError:
    try:
        return parse_record(line if isinstance(line, str) else decode(line, place), path, place, limits)
    except InputError as error:
        return error


def parse_record(line: str, path: str, place: str, limits: Limits) -> RawReport:
    """Return the report that ``line`` holds; ``place`` names the line where it has no id.

    Raises MalformedRecord for anything but a JSON object with a text, and UnreadableFile for a
    text over the limit.
    """
    fields = _fields(line, place)
    if fields.text is None:
        raise MalformedRecord(place, 'has no "text"', _REMEDY)
    source = place if fields.id is None or fields.id == "" else f"{path}#{fields.id}"
    lead = f"{fields.title}{_BLANK_LINE}" if fields.title else ""
    too_long = limits.check_text(source, lead + fields.text)
    if too_long is not None:
        raise too_long
    return RawReport(
        source=source,
        text=lead + fields.text,
        title=fields.title or None,
        body_start=len(lead),
        outlet=fields.outlet or None,
        published=None if fields.published in {None, ""} else str(fields.published),
        url=fields.url or None,
    )


def _fields(line: str, place: str) -> _Fields:
    try:
        fields = _DECODER.decode(line.removeprefix("\ufeff"))
        names = [str(value) for value in msgspec.structs.astuple(fields) if value is not None]
    except msgspec.ValidationError as fault:
        raise MalformedRecord(place, f"has a field of the wrong kind: {fault}", _REMEDY) from fault
    except (msgspec.DecodeError, UnicodeError, ValueError) as fault:
        problem = f"is no JSON, or holds half a surrogate pair: {fault}"
        raise MalformedRecord(place, problem, _REMEDY) from fault
    except RecursionError as fault:
        raise MalformedRecord(place, "is nested too deeply", _REMEDY) from fault
    if any("\x00" in name for name in names):
        raise MalformedRecord(place, "holds NUL characters", "remove them")
    return fields
