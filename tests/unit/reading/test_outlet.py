import pytest

from marsad.model.report import RawReport
from marsad.reading.outlet import find_outlet
from marsad.reading.zones import find_zones

LEAD = "التقى وزير النقل العماني نظيره القطري في الدوحة، وبحثا إنشاء خط ملاحي بين الميناءين."
SECOND = "وقال الوزير إن الخط الجديد سيبدأ العمل قبل نهاية العام."


def outlet(*lines: str, field: str | None = None, url: str | None = None) -> str | None:
    raw = RawReport(source="a", text="\n".join(lines or (LEAD, SECOND)), outlet=field, url=url)
    return find_outlet(raw, find_zones(raw))


@pytest.mark.parametrize(
    ("field", "url", "name"),
    [
        ("IRNA", None, "IRNA"),
        ("irna", None, "IRNA"),
        ("إرنا", None, "IRNA"),
        ("skynews", "https://www.skynewsarabia.com/world/1", "Sky News Arabia"),
        ("alarabia", "http://www.alarabiya.net/ar/1.html", "Al Arabiya"),
        ("Reuters", "https://news.yahoo.com/1", "Reuters"),
        ("Sahil Gazette", "https://sahil.example/1", "Sahil Gazette"),
        (None, "https://ar.irna.ir/news/1", "IRNA"),
        (None, "https://sahil.example/1", None),
        (None, "http://[broken", None),
        (None, None, None),
    ],
)
def test_fields_and_address(field: str | None, url: str | None, name: str | None) -> None:
    assert outlet(field=field, url=url) == name


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        ((LEAD, SECOND, "المصدر: إرنا"), "IRNA"),
        ((f"الدوحة في 12 مارس /قنا/ {LEAD}", SECOND), "Qatar News Agency"),
        (("الدوحة - قنا", LEAD, SECOND), "Qatar News Agency"),
        (("خط ملاحي جديد بين البلدين", f"وأفادت وكالة تسنيم بأن الخط يبدأ قريبا. {SECOND}"), "Tasnim"),
        ((f"مسقط - سبوتنيك. {LEAD}", SECOND), "Sputnik"),
        (("https://ar.irna.ir/news/85", "خط ملاحي جديد بين البلدين", LEAD, SECOND), "IRNA"),
        ((LEAD, f"{SECOND} كما أفادت وكالة تسنيم."), None),
        ((LEAD, "وقالت وكالة تسنيم إن الخط يبدأ قريبا."), None),
    ],
)
def test_signs_on_the_page(lines: tuple[str, ...], name: str | None) -> None:
    assert outlet(*lines) == name
