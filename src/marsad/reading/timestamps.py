"""Timestamps of machines: ISO 8601, Unix seconds, and the dates of mail and feeds."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_MOMENT = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})[T ](?P<time>\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?"
    r"\s?(?P<zone>Z|UTC|[+-]\d{2}(?::?\d{2})?)?"
)
_MAIL = re.compile(
    r"(?:[A-Za-z]{3}, ?)?\d{1,2} [A-Za-z]{3} \d{4} \d{2}:\d{2}(?::\d{2})?(?: [A-Z]{1,4}| [+-]\d{4})?"
)
_UNIX = re.compile(r"1\d{9}(?:\d{3})?")
_FIRST_YEAR, _LAST_YEAR = 1900, 2199  # a Hijri or solar year is no timestamp


def read_timestamp(text: str) -> str | None:
    """Return the EDTF of a machine's timestamp, at its own precision and offset; else None.

    Fractions of seconds are left off; Unix time becomes UTC.
    """
    text = text.strip()
    edtf = _iso_day(text) or _iso_moment(text) or _unix(text) or _mail(text)
    if edtf is None or not _FIRST_YEAR <= int(edtf[:4]) <= _LAST_YEAR:
        return None
    return edtf


def _iso_day(text: str) -> str | None:
    match = _DAY.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(part or 1) for part in match.groups())
    return text if _exists(year, month, day) else None


def _exists(year: int, month: int, day: int) -> bool:
    try:
        datetime(year, month, day, tzinfo=UTC)
    except ValueError:
        return False
    return True


def _iso_moment(text: str) -> str | None:
    match = _MOMENT.fullmatch(text)
    if match is None:
        return None
    zone = match["zone"] or ""
    if zone[:1] in {"+", "-"}:
        digits = zone.replace(":", "").ljust(5, "0")
        zone = f"{digits[:3]}:{digits[3:]}"
    edtf = f"{match['day']}T{match['time']}{'Z' if zone == 'UTC' else zone}"
    try:
        datetime.fromisoformat(edtf)
    except ValueError:
        return None
    return edtf


def _unix(text: str) -> str | None:
    if _UNIX.fullmatch(text) is None:
        return None
    return f"{datetime.fromtimestamp(int(text[:10]), UTC):%Y-%m-%dT%H:%M:%SZ}"


def _mail(text: str) -> str | None:
    if _MAIL.fullmatch(text) is None:
        return None
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    naive = moment.tzinfo is None
    return f"{moment.replace(tzinfo=None).isoformat()}{'' if naive else moment.isoformat()[19:]}"
