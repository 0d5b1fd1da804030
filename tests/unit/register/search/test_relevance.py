"""Questions that somebody would ask, and which of the example reports answer them."""

import re
from pathlib import Path

import pytest

from marsad.model.jsonform import Extraction
from marsad.pipeline import process
from marsad.register.search.find import search
from marsad.register.search.parsing import parse_query
from marsad.register.store import open_register
from marsad.sources import open_sources

EXAMPLES = Path(__file__).parents[4] / "examples" / "reports"


@pytest.fixture(scope="module")
def register(tmp_path_factory):
    with open_register(tmp_path_factory.mktemp("search") / "made.db", create=True) as opened:
        made = [process(raw) for raw in open_sources([str(EXAMPLES)])]
        assert all(isinstance(item, Extraction) for item in made)
        opened.add(made)
        yield opened


def names(register, query):
    hits = search(register, parse_query(query)).hits
    return [re.sub(r"^.*(regional\.jsonl#|/\d{4}-\d\d-\d\d-)|\.txt$", "", hit.source) for hit in hits]


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("Kazakhstan railway", {"tehran-tokayev", "new-york"}),
        ("السكك الحديدية كازاخستان", {"tehran-tokayev", "new-york"}),
        ("Rasht Astara", {"rasht-astara-2023", "raisi-putin-call"}),
        ("رشت-أستارا", {"rasht-astara-2023", "raisi-putin-call"}),
        ("joint commission Kyrgyzstan", {"new-york"}),
        ('"الدورة التاسعة عشرة"', {"commission"}),
        ("كازاخستانيون مستثمرون", {"commission"}),
        ("صادرات الحبوب", {"tehran-tokayev"}),
        ("Pezeshkian Kazakhstan", {"ashimbayev", "astana", "departure"}),
        ("وزراء الزراعة", {"commission"}),
        ("phone call Putin", {"raisi-putin-call"}),
        ("الخليج ميناء", {"smailov"}),
        ("Bandar Abbas", {"smailov"}),
        ("خريطة طريق NOT آستانة", {"smailov"}),
    ],
)
def test_the_reports_that_answer_are_found_and_stand_first(register, query, wanted):
    found = names(register, query)
    assert set(found[: len(wanted)]) == wanted
