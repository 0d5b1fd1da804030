import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.model.claims import Participant
from marsad.register.naming import compare, name_parts, named

LETTERS = "ابتجحخدرزسشعفقكلمنهوي"
WORD = st.text(alphabet=LETTERS, min_size=3, max_size=9)


def who(name, person=None):
    return named(Participant(name=name, person=person, state="KAZ"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أنطونيو غوتيريش", "انطونيو جوتيريش"),
        ("قاسم توكاييف", "قاسم توكايف"),
        ("عبد الله بن زايد", "عبدالله زايد"),
        ("الأمير فيصل الراشد", "فيصل راشد"),
    ],
)
def test_spellings_of_one_name(one, other):
    assert compare(who(one), who(other)) == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("محمد الكامل", "محمود الكامل"),
        ("حسن الكامل", "حسين الكامل"),
        ("سلمان الكامل", "سليمان الكامل"),
        ("مراد نورتليو", "أحمد نورتليو"),
    ],
)
def test_other_given_names_are_other_people(one, other):
    assert compare(who(one), who(other)) == "different"


@pytest.mark.parametrize(("one", "other"), [("نورتليو", "مراد نورتليو"), ("محمد ظريف", "محمد جواد ظريف")])
def test_a_part_of_a_name_proves_nothing_and_rules_nothing_out(one, other):
    assert compare(who(one), who(other)) == compare(who(other), who(one)) == "possible"


def test_two_whom_the_knowledge_holds_are_two():
    father = who("عبد الله بن عبد العزيز", "abdullah-bin-abdulaziz-al-saud")
    king = who("سلمان بن عبد العزيز", "salman-bin-abdulaziz-al-saud")
    assert compare(father, king) == "different"


def test_one_slug_is_one_person_however_written():
    assert compare(who("توكاييف", "kassym-jomart-tokayev"), who("الرئيس", "kassym-jomart-tokayev")) == "same"


def test_nobody_named():
    assert named(Participant(state="KAZ")) is None


def test_parts_leave_titles_and_links_out():
    assert name_parts("الأمير محمد بن نايف آل سعود") == ("محمد", "نايف", "سعود")


@given(surname=WORD, one=WORD, other=WORD)
def test_a_surname_alone_never_makes_two_one(surname, one, other):
    assert compare(who(surname), who(f"{one} {surname}")) != "same"
    if one[0] != other[0]:
        assert compare(who(f"{one} {surname}"), who(f"{other} {surname}")) != "same"


@given(st.lists(WORD, min_size=1, max_size=4), st.lists(WORD, min_size=1, max_size=4))
def test_comparing_has_no_direction(one, other):
    first, second = who(" ".join(one)), who(" ".join(other))
    assert compare(first, second) == compare(second, first)
