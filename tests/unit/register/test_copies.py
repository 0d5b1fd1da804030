import hashlib
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handmade import extraction
from marsad.register import copies

WORDS = ["السفير", "الوفد", "التجارة", "النقل", "المياه", "الطاقة", "الحدود", "الميناء", "القمح", "التعليم"]


def report(body, outlet="A", title="خبر"):
    return extraction(f"{title}\n{body}", outlet=outlet).report


def prose(seed, length=120):
    drawn = random.Random(seed)  # noqa: S311
    return " ".join(f"{drawn.choice(WORDS)}{drawn.randrange(500)}" for _ in range(length))


def gathered(reports, order):
    """Gather reports one after the other, as a register does."""
    marks = {one.id: set(copies.marks(one)) for one in reports}
    of = {one.id: copies.shingles(one) for one in reports}
    standing, there = {}, []
    for at in order:
        new = reports[at].id
        there.append(new)

        def near(name, known=tuple(there)):
            return [other for other in known if marks[name] & marks[other]]

        standing |= copies.gather([new], near=near, of=of, standing=standing)
    return standing


def test_the_same_words_under_another_headline_are_a_copy():
    one, other = report(prose(1), title="أول"), report(prose(1), title="ثان")
    assert set(copies.marks(one)) == set(copies.marks(other))
    assert copies.copied(copies.shingles(one), copies.shingles(other))


def test_marks_of_a_text_never_change():
    # Registers keep them: another hash would part old reports from new ones.
    digest = hashlib.blake2b("عاد الوفد".encode(), digest_size=8).digest()
    assert copies.marks(report("عادَ الوفدُ"))[0] == int.from_bytes(digest, "little") // 2


@pytest.mark.parametrize("seed", range(20))
def test_a_text_cut_short_is_found_and_is_a_copy(seed):
    whole, cut = report(prose(seed)), report(" ".join(prose(seed).split()[:72]))
    assert set(copies.marks(whole)) & set(copies.marks(cut))
    assert copies.copied(copies.shingles(whole), copies.shingles(cut))


def test_two_texts_of_one_event_are_no_copies():
    shared = prose(1, 20)
    one, other = report(f"{shared} {prose(2)}"), report(f"{shared} {prose(3)}")
    assert not copies.copied(copies.shingles(one), copies.shingles(other))


def test_diacritics_and_line_breaks_make_no_other_text():
    one, other = report("وصل الوفد إلى المدينة"), report("وصَل الوفدُ\nإلى المدينه")
    assert copies.marks(one)[0] == copies.marks(other)[0]


def test_a_report_without_words_is_no_copy_of_another():
    assert copies.marks(report("…")) == ()


CASES = st.permutations(range(8))


@settings(max_examples=25, deadline=None)
@given(order=CASES)
def test_whatever_the_order_the_same_report_stands_for_a_text(order):
    chain = prose(7, 200).split()
    reports = [
        *(report(" ".join(chain[at : at + 100]), title=str(at)) for at in (0, 35, 70, 100)),
        report(prose(8), title="5"),
        report(prose(8), title="6"),
        report(prose(9), title="7"),
        report("عاد", title="8"),
    ]
    found = gathered(reports, order)
    assert found == gathered(reports, range(8))
    assert set(found.values()) == {min(one.id for one in reports[:4]), min(one.id for one in reports[4:6])}
