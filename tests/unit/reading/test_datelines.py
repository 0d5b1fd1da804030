import pytest

from marsad.folding import fold_word
from marsad.reading.datelines import dateline_length, dateline_parts, is_dateline


@pytest.mark.parametrize(
    "text",
    [
        "مسقط - العمانية",
        "واس / الرياض",
        "طهران – إرنا",
        "سالم الكندي - مسقط",
        "القاهرة",
        "رويترز",
        "العالم- ايران",
    ],
)
def test_datelines(text: str) -> None:
    assert is_dateline(fold_word(text))


@pytest.mark.parametrize(
    "text",
    [
        "قمة مسقط - خطوة أولى نحو الحل",
        "عمان وقطر - شراكة تتجدد",
        "البوسعيدي: مستعدون للوساطة",
        "هل تستضيف مسقط القمة؟",
        "افتتاح الميناء - 2021",
    ],
)
def test_no_datelines(text: str) -> None:
    assert not is_dateline(fold_word(text))


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("الكويت - 5 - 7 (كونا) -- وصل الوفد", "وصل الوفد"),
        ("واس - الرياض: وصل الوفد", "وصل الوفد"),
        ("طهران/ 30 تموز/ يوليو/ ارنا- وصل الوفد", "وصل الوفد"),
        ("عمان 3 أيار (بترا)- وصل الوفد", "وصل الوفد"),
        ("الدوحة في 19 سبتمبر /قنا/ وصل الوفد", "وصل الوفد"),
        ("بكين 19 سبتمبر 2023 (شينخوا) وصل الوفد", "وصل الوفد"),
        ("موسكو - سبوتنيك. وصل الوفد", "وصل الوفد"),
        ("سالم الكندي - واس - جدة: وصل الوفد", "وصل الوفد"),
        ('"رويترز" - لندن: وصل الوفد', "وصل الوفد"),
    ],
)
def test_dateline_in_front_of_a_paragraph(text: str, rest: str) -> None:
    folded = fold_word(text)
    assert folded[dateline_length(folded) :] == fold_word(rest)


@pytest.mark.parametrize(
    "text",
    [
        "إيران: مستعدون للحوار",
        "السلطان - حفظه الله - استقبل الوفد",
        "قال الوزير (كما نقلت واس) إن الوفد وصل",
        "اليوم - كما أمس - لم يصل الوفد",
        "وصل الوفد",
        "",
    ],
)
def test_no_dateline_in_front(text: str) -> None:
    assert dateline_length(fold_word(text)) == 0


def test_parts() -> None:
    assert dateline_parts(fold_word("الدوحة في 19 سبتمبر /قنا/")) == ["الدوحه في 19 سبتمبر", "قنا", "سبتمبر"]
