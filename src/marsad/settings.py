"""Settings from the environment. Only entry points read them; everything below takes arguments."""

import os
from collections.abc import Mapping

import msgspec

from marsad.errors import MarsadError


class Settings(msgspec.Struct, frozen=True):
    """``register`` is the register's file or address, ``jobs`` the number of processes that read reports."""

    register: str
    jobs: int


def load_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings of ``MARSAD_REGISTER`` and ``MARSAD_JOBS``, or their defaults.

    Raises ``MarsadError`` when a value makes no sense.
    """
    jobs = environment.get("MARSAD_JOBS") or str(_processors())
    if not jobs.isdecimal() or int(jobs) < 1:
        raise MarsadError(f"MARSAD_JOBS is {jobs!r} (set it to a whole number above zero)")
    return Settings(environment.get("MARSAD_REGISTER") or "marsad.db", int(jobs))


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
