"""Decoding by evidence: UTF-8, UTF-16 or Windows-1256, and an error rather than a guess.

UTF-8 is tried first, because bytes that are valid UTF-8 by chance practically don't occur. What is
neither UTF-8 nor UTF-16 counts as Windows-1256 only where the outcome has the letters of Arabic
prose in their usual proportions: every byte sequence "decodes" as Windows-1256, damaged UTF-8 too.
"""

import codecs
import re

from marsad.errors import UnreadableFile

REMEDY = "save it as UTF-8, UTF-16 with a byte order mark, or Windows-1256"

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 20_000
_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\v\f\r\x1a\x1b")
_ARABIC_LETTERS = re.compile("[\u0621-\u063a\u0641-\u064a]")
_LETTERS = re.compile(r"[^\W\d_]")
_ARTICLE = "\u0627\u0644"  # alef lam: one letter in ten or so of any Arabic prose
_UTF8_LEADS = "\u0637\u0638"  # what the first bytes of two-byte Arabic letters look like in Windows-1256


def decode(data: bytes, source: str) -> str:
    """Return ``data`` decoded, without a byte order mark.

    Raises UnreadableFile, naming ``source``, when the bytes are truncated or in no known encoding.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, source)
    wide = _wide_encoding(data[:_SAMPLE])
    if wide is not None:
        return _strict(data, wide, source)
    if b"\x00" in data:
        raise UnreadableFile(source, "holds NUL bytes: it is no text file", REMEDY)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as fault:
        return _not_utf8(data, fault, source)


def stream_encoding(head: bytes) -> str | None:
    """Return the UTF-16 or UTF-32 that a stream beginning with ``head`` is in; None for eight-bit ones.

    Lines of such a stream can't be told apart before it is decoded.
    """
    for mark, encoding in _BOMS[1:]:
        if head.startswith(mark):
            return encoding.rpartition("-")[0]  # the plain name takes the mark off
    return _wide_encoding(head)


def _strict(data: bytes, encoding: str, source: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as fault:
        if _is_truncated(fault, data):
            raise UnreadableFile(source, "breaks off within a character", "fetch it again") from fault
        raise UnreadableFile(source, f"is broken {encoding.upper()} at byte {fault.start}", REMEDY) from fault
    if "\x00" in text:
        raise UnreadableFile(source, "holds NUL characters: it is no text file", REMEDY)
    return text


def _is_truncated(fault: UnicodeDecodeError, data: bytes) -> bool:
    return fault.end >= len(data) and fault.reason in {"unexpected end of data", "truncated data"}


def _not_utf8(data: bytes, fault: UnicodeDecodeError, source: str) -> str:
    if _is_truncated(fault, data) and fault.start > 0:
        raise UnreadableFile(
            source, "is UTF-8 that breaks off within a character", "fetch it again"
        ) from fault
    text = data.decode("cp1256")
    if _reads_as_arabic(text[:_SAMPLE]):
        return text
    raise UnreadableFile(
        source, f"is neither UTF-8 (wrong from byte {fault.start}) nor UTF-16 nor Windows-1256 Arabic", REMEDY
    ) from fault


def _reads_as_arabic(text: str) -> bool:
    """Return whether ``text`` has the letters of Arabic prose in their usual proportions."""
    letters = len(_LETTERS.findall(text))
    arabic = len(_ARABIC_LETTERS.findall(text))
    if arabic < max(4, 0.6 * letters):
        return False
    leads = sum(text.count(letter) for letter in _UTF8_LEADS)
    return leads <= 0.2 * arabic and text.count(_ARTICLE) >= 0.015 * arabic


def _wide_encoding(sample: bytes) -> str | None:
    """Return the UTF-16 that ``sample`` clearly is in, without a byte order mark; None when it isn't.

    Arabic letters have 06 as their high byte and blanks and digits 00, neither of which text in an
    eight-bit encoding contains.
    """
    sample = sample[: len(sample) // 2 * 2]
    if len(sample) < 4 or len(sample.translate(None, _CONTROLS)) > 0.75 * len(sample):
        return None
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        low = sample[::2] if encoding == "utf-16-le" else sample[1::2]
        if _mostly_high_bytes(high) and not _mostly_high_bytes(low):
            return encoding
    return None


def _mostly_high_bytes(column: bytes) -> bool:
    return column.count(6) + column.count(0) >= 0.9 * len(column)
