import pytest

from marsad.knowledge.table import table
from marsad.register.search.english import EnglishVocabulary, english_words
from marsad.register.search.words import stems_of

ENGLISH = EnglishVocabulary()


@pytest.mark.parametrize(
    ("english", "arabic"),
    [
        ("Kazakhstan", "كازاخستان"),
        ("Kazakh", "الكازاخستانية"),
        ("USA", "أميركا"),
        ("Türkiye", "الأتراك"),
        ("Oman", "عمان"),
        ("Tehran", "طهران"),
        ("Nur-Sultan", "نور سلطان"),
        ("Kassym-Jomart Tokayev", "توكاييف"),
        ("Tokayev", "توكاييف"),
        ("Shanghai Cooperation Organisation", "منظمة شنغهاي للتعاون"),
        ("SCO", "منظمة شنغهاي"),
        ("OPEC", "أوبك"),
        ("foreign minister", "وزير الخارجية"),
        ("transport ministry", "وزارة النقل"),
        ("joint commission", "اللجنة المشتركة"),
        ("joint commissions", "لجان مشتركة"),
        ("railway", "السكك الحديدية"),
        ("railways", "سكة حديد"),
        ("memorandum of understanding", "مذكرات تفاهم"),
        ("free trade area", "منطقة تجارة حرة"),
        ("ports", "الموانئ"),
        ("sanctions", "العقوبات"),
        ("visit", "زيارته"),
    ],
)
def test_english_finds_arabic(english, arabic):
    stems = f" {' '.join(stems_of(arabic))} "
    assert any(f" {' '.join(form)} " in stems for form in ENGLISH.forms(english_words(english)))


@pytest.mark.parametrize("english", ["frobnicate", "v", "xyzzy of kazakhstan"])
def test_what_nothing_knows_has_no_forms(english):
    assert ENGLISH.forms(english_words(english)) == ()


@pytest.mark.parametrize(
    ("english", "arabic"),
    [("Saudi Arabia", "المملكة"), ("Iran", "العراق"), ("wheat", "حنظل"), ("North Korean", "كوريا الجنوبية")],
)
def test_english_does_not_find_what_it_does_not_mean(english, arabic):
    assert stems_of(arabic) not in ENGLISH.forms(english_words(english))


def test_every_listed_word_has_a_form():
    words = [english for row in table().files["search"]["words"] for english in row["en"]]
    assert [english for english in words if not ENGLISH.forms(english_words(english))] == []


def test_every_alias_and_demonym_is_of_a_known_state():
    file = table().files["search"]
    known = table().files["states"]["states"].keys()
    assert {*file["states"], *file["demonyms"], *file["family_name_first"]} <= known
