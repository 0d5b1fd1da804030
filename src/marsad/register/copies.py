"""Whether two reports are one text: an agency's dispatch that five papers print is one voice.

The text is cut into shingles of three folded words. Reports that share a mark (a hash of the whole text,
or of a few of its smallest shingles: MinHash with one permutation) are candidates, and copies if the
shingles that they share are at least two fifths of all that they have (Jaccard). Marks are kept in the
register, so hashes must never differ between versions, platforms or runs.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from hashlib import blake2b
from zlib import crc32

from marsad.folding import fold
from marsad.model.report import Report

# Papers cut an agency's text and swap its titles, but hardly rewrite it. Titles and set phrases alone make two reports
# of different audiences share up to 0.26; what two authors wrote of one event shares less than 0.1. With 30 bands of
# 2, all but one in 180 pairs of texts that share 0.4 find each other.
SHARED = 0.4
_BANDS, _ROWS = 30, 2
_WORD = re.compile(r"\w+")
# Odd factors that spread sums of 32-bit checksums over 64 bits (as in Fibonacci hashing).
_FIRST, _SECOND, _THIRD = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9
_MASK = (1 << 64) - 1

Shingles = frozenset[int]


def shingles(report: Report) -> Shingles:
    """Return the hashes of the report's runs of three words, headline and furniture left out."""
    return _shingles(_words(report))


def marks(report: Report) -> tuple[int, ...]:
    """Return the marks by which copies find each other, as integers of 63 bits. Copies share at least one."""
    words = _words(report)
    if not words:
        return ()
    lowest = _lowest(_shingles(words))
    bands = ((at, *lowest[at : at + _ROWS]) for at in range(0, len(lowest), _ROWS))
    packed = (b"".join(part.to_bytes(8, "little") for part in band) for band in bands)
    return tuple(dict.fromkeys(map(_mark, (" ".join(words).encode(), *packed))))


def copied(one: Shingles, other: Shingles) -> bool:
    """Whether two texts are one."""
    shared = len(one & other)
    return bool(shared) and shared >= SHARED * (len(one) + len(other) - shared)


def gather(
    new: Iterable[str],
    *,
    near: Callable[[str], Iterable[str]],
    of: Mapping[str, Shingles],
    standing: Mapping[str, str],
) -> dict[str, str]:
    """Return, for each report whose text has copies, the one that stands for all: the smallest id.

    ``new`` are the reports to place, ``near`` gives those that share a mark with one, ``of`` the shingles
    of each, and ``standing`` those already gathered. Only reports in a group with a new one are in the
    answer, and the answer doesn't depend on the order in which reports came.
    """
    parent: dict[str, str] = dict(standing)

    def root(report: str) -> str:
        while (above := parent.get(report, report)) != report:
            report = above
        return report

    touched = set()
    for report in new:
        for other in near(report):
            if other != report and copied(of[report], of[other]):
                one, two = sorted((root(report), root(other)))
                parent[two] = one
                touched |= {report, other}
    roots = {root(report) for report in touched}
    groups = {report: root(report) for report in (*parent, *touched)}
    return {report: first for report, first in groups.items() if first in roots}


def _words(report: Report) -> list[str]:
    text = " ".join(report.text[span.start : span.end] for span in report.body)
    return _WORD.findall(fold(text).text)


def _shingles(words: list[str]) -> Shingles:
    one = [crc32(word.encode()) for word in words]
    two, three = one[1:] or one, one[2:] or one
    return frozenset(
        (a * _FIRST + b * _SECOND + c * _THIRD) & _MASK for a, b, c in zip(one, two, three, strict=False)
    )


def _lowest(found: Shingles) -> list[int]:
    """Return the smallest hash of each bin; an empty bin borrows from the next that isn't, and says how far."""
    size = _BANDS * _ROWS
    bins: list[int | None] = [None] * size
    for number in sorted(found, reverse=True):
        bins[(number >> 8) % size] = number
    filled = [at for at, lowest in enumerate(bins) if lowest is not None]
    return [_borrowed(at, bins, filled) for at in range(size)]


def _borrowed(at: int, bins: list[int | None], filled: list[int]) -> int:
    own = bins[at]
    if own is not None:
        return own
    far, lender = min(((other - at) % len(bins), other) for other in filled)
    return ((bins[lender] or 0) + far) & _MASK


def _mark(content: bytes) -> int:
    return int.from_bytes(blake2b(content, digest_size=8).digest(), "little") >> 1
