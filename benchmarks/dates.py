"""The date grammar against a general date parser, on the same sentences of our own."""

import datetime
import time
from collections.abc import Callable

import dateparser.search

from marsad.folding import fold
from marsad.language.dates import Anchor, find_dates

SENTENCES = (
    "التقى الوزيران يوم الاثنين 18 سبتمبر 2023 في نيويورك.",
    "وقع الجانبان الاتفاق في 5 كانون الأول/ديسمبر 2023.",
    "تبدأ الزيارة في 12 مايو 2024 وتنتهي في 14 مايو 2024.",
    "عقدت اللجنة دورتها الأولى في شهر حزيران/يونيو الماضي.",
    "دخلت الاتفاقية حيز التنفيذ مطلع عام 2022.",
)
DAY = datetime.date(2024, 5, 6)


def measure(rounds: int = 40) -> None:
    """Print how many expressions each finds, and the ratio of their times."""
    folded = [fold(sentence).text for sentence in SENTENCES]
    ours, our_time = _timed(
        rounds, lambda: [found for text in folded for found in find_dates(text, Anchor(DAY, None))]
    )
    theirs, their_time = _timed(rounds, lambda: [found for text in SENTENCES for found in _search(text)])
    print("\ndates, the same", len(SENTENCES), "sentences")
    print(
        f"  marsad finds {ours} expressions, dateparser {theirs}; "
        f"dateparser takes {their_time / our_time:.0f} times as long"
    )


def _search(text: str) -> list[object]:
    return dateparser.search.search_dates(text, languages=["ar"]) or []


def _timed(rounds: int, work: Callable[[], list[object]]) -> tuple[int, float]:
    count = len(work())
    start = time.perf_counter()
    for _ in range(rounds):
        work()
    return count, time.perf_counter() - start
