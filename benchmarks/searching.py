"""How long a search takes: ``python -m benchmarks.searching REGISTER``; every query five times, as it is shown."""

import sys
import time
from datetime import date

from marsad.register.search.filters import Filters
from marsad.register.search.find import search
from marsad.register.search.parsing import parse_query
from marsad.register.store import Register, open_register

#: From rare to what nearly every report holds, with and without filters.
QUERIES: tuple[tuple[str, Filters], ...] = (
    ("Kazakhstan joint commission railway", Filters()),
    ("كازاخستان السكك الحديدية", Filters()),
    ("إيران روسيا NOT سوريا", Filters()),
    ('"العلاقات الثنائية"', Filters()),
    ("الاتفاق النووي", Filters()),
    ("وزير الخارجية", Filters()),
    ("Lavrov Syria", Filters()),
    ("trade agreement", Filters()),
    ("الأمم المتحدة اليمن", Filters()),
    ("الرئيس", Filters()),
    ("العلاقات", Filters(states=("RUS",))),
    ("العلاقات", Filters(states=("IRN", "KAZ"))),
    ("Putin gas", Filters(types=("measure",))),
    ("الاتفاق النووي", Filters(speakers=frozenset(("sergey-lavrov",)))),
    ("اتفاق", Filters(states=("SAU", "RUS"), types=("commitment",))),
    ("زيارة", Filters(outlets=frozenset(("Al Mayadeen",)))),
    ("الوزير", Filters(since=date(2018, 5, 1), until=date(2018, 5, 31))),
)
_TIMES = 5


def one_search(register: Register) -> object:
    """Return what a search with filters finds, as it is shown."""
    query, filters = QUERIES[11]
    return search(register, parse_query(query), filters, limit=10)


def measure(register: Register) -> None:
    """Print each query's best and worst time, and the median and 95th percentile of all."""
    search(register, parse_query("Iran"), limit=10)
    every: list[float] = []
    for query, filters in QUERIES:
        times = []
        for _ in range(_TIMES):
            start = time.perf_counter()
            found = search(register, parse_query(query), filters, limit=10)
            times.append((time.perf_counter() - start) * 1000)
        every += times
        print(f"{min(times):7.1f}–{max(times):.1f} ms, {found.total:>7,} reports: {query}")
    every.sort()
    print(f"search: median {every[len(every) // 2]:.0f} ms, p95 {every[int(len(every) * 0.95)]:.0f} ms")


if __name__ == "__main__":
    with open_register(sys.argv[1]) as opened:
        measure(opened)
