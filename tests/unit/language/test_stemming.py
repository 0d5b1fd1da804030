import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.folding import fold_word
from marsad.knowledge.table import table
from marsad.language.stem_words import stem_words
from marsad.language.stemming import stem

FAMILIES = [
    # spelling
    "إسلام اسلام أسلام اِسلام ٱسلام",
    "اللجنة اللجنه لجنـــة لَجنة",
    "مستشفى مستشفي المستشفى",
    "١٢٥ 125 ۱۲۵",
    "NATO Nato nato",
    "ڤيينا فيينا",
    # article and clitics
    "وزير الوزير والوزير للوزير بالوزير كالوزير ووزير فالوزير لوزير",
    "لقاء اللقاء للقاء واللقاء ولقاء بلقاء",
    "لبنان للبنان ولبنان بلبنان",
    "يزور سيزور وسيزور زار زارت",
    # pronouns, plurals, duals, feminine
    "علاقة علاقات علاقاته علاقاتهما بعلاقاتها العلاقات علاقتنا",
    "زيارة زيارته زيارتها زيارات الزيارات زيارتين",
    "لقاء لقائه لقاؤهما لقاءات",
    "ولاية ولايات ولايته الولايات",
    "مشترك مشتركة المشتركة مشتركين مشتركون",
    "قانون قانوني قانونية القانون قانونا قوانين",
    "بيان بيانا بيانات البيانات",
    "دولة دول الدول دولتين للدول ودولته",
    # nisba
    "كازاخستان كازاخستاني الكازاخستانية والكازاخستانيين للكازاخستانيات",
    "روسيا روسي الروسية الروس",
    "تركيا التركي الأتراك وتركيا",
    "إيران إيراني الإيرانيين لإيران",
    "السعودية سعودي السعوديون",
    "أمريكا أميركا الأمريكي الأميركية",
    "اقتصاد اقتصادي الاقتصادية",
    # other spellings
    "خارطة خريطة الخرائط وخريطته",
    "مسؤول مسئول المسئولين",
    # broken plurals
    "وزير وزراء الوزراء وزرائهم وللوزراء",
    "رئيس رؤساء الرؤساء لرؤساء رؤسائها",
    "مشروع مشاريع المشاريع مشاريعها",
    "ميناء موانئ الموانئ موانئها",
    "قضية قضايا القضايا",
    "حق حقوق الحقوق",
    "سكة سكك السكك",
]
APART = [
    ("وزير", "زير"),
    ("وفد", "فد"),
    ("رئيسي", "رئيس"),
    ("دولي", "دولة"),
    ("إيران", "أير"),
    ("خارجية", "خارج"),
    ("اجتماعي", "اجتماع"),
    ("بوتين", "وتين"),
    ("كازاخستان", "قرغيزستان"),
    ("التزام", "زامل"),
    ("لبنان", "لبن"),
    ("سحق", "حق"),
    ("عملة", "عمل"),
    ("ثلاثين", "ثلاثة"),
]
LETTERS = st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىةًَُِّـپڤ0123456789٣aZ", min_size=1, max_size=14)


@pytest.mark.parametrize("family", FAMILIES)
def test_forms_of_one_word_have_one_stem(family):
    assert len({stem(form) for form in family.split()}) == 1


@pytest.mark.parametrize(("one", "other"), APART)
def test_words_that_only_look_related_stay_apart(one, other):
    assert stem(one) != stem(other)


@given(LETTERS)
def test_a_stem_is_its_own_stem(word):
    assert stem(stem(word)) == stem(word)


@given(LETTERS)
def test_a_stem_is_folded_and_folding_first_changes_nothing(word):
    assert fold_word(stem(word)) == stem(word) == stem(fold_word(word))


@given(LETTERS)
def test_no_word_is_emptied(word):
    assert bool(stem(word)) == bool(fold_word(word))


@given(st.text(max_size=200))
def test_any_text_has_a_stem(word):
    assert stem(stem(word)) == stem(word)


def test_every_irregular_form_comes_to_rest():
    for form in (*stem_words().leads, *stem_words().whole):
        assert stem(stem(form)) == stem(form) != ""


def test_every_plural_of_the_table_leads_to_its_singular():
    wrong = {
        plural: stem(plural)
        for singular, plurals in table().files["stemming"]["plurals"].items()
        for plural in plurals
        if stem(plural) != stem(singular) or stem("ال" + plural) != stem(singular)
    }
    assert wrong == {}


def test_a_plural_has_one_singular():
    plurals = [form for forms in table().files["stemming"]["plurals"].values() for form in forms]
    assert len(plurals) == len(set(plurals))
