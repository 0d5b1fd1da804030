"""Work grows with the length of a text and no faster: lines of Python run are counted, no time is measured."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from marsad.model.report import RawReport
from marsad.pipeline import process

CLAUSE = (
    "أكد وزير الخارجية العماني بدر البوسعيدي أن السعودية والأردن ترحبان بالاتفاق الذي وقعه الجانبان "
    "في مسقط يوم 5 مايو 2023 بقيمة 3 مليارات دولار، مشيرا إلى أهمية التعاون"
)
TEXTS: dict[str, Callable[[int], str]] = {
    "sentences": lambda times: f"{CLAUSE}. " * times,
    "paragraphs": lambda times: f"{CLAUSE}.\n" * times,
    "an endless sentence": lambda times: f"{CLAUSE}، و" * times,
    "quotation after quotation": lambda times: f'"{CLAUSE}" ' * times,
    "nested quotations": lambda times: 'قال الوزير: "' * times + CLAUSE + '"' * times,
    "names told by a part": lambda times: "وقال عادل ناصيف إن الأمر كذلك وأضاف الناصر ذلك. " * times,
}
#: A text so long that what a sentence of the greatest length costs is reached, and one four times as long.
SHORT, TIMES = 60, 4
#: What a quarter of the work may be over when the text is four times as long; the square would be over fourfold.
MOST = 1.25


def lines_run(text: str) -> int:
    """Return how many lines of Python are run on a text."""
    count = 0

    def trace(_frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        process(RawReport(source="test", text=text))
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("name", TEXTS)
def test_four_times_the_text_is_four_times_the_work(name: str) -> None:
    process(RawReport(source="test", text=TEXTS[name](SHORT - 1)))  # what is read once a process
    short, long = (lines_run(TEXTS[name](times)) for times in (SHORT, SHORT * TIMES))
    assert long / TIMES < MOST * short
