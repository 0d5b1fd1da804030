"""What judgements come to: the later holds, undoing is exact, and order of arrival does not matter."""

from hypothesis import given
from hypothesis import strategies as st

from marsad.model.judgement import Anchor, Judgement, identified
from marsad.register.judgements.rulings import Rulings, in_force, rulings

CLAIMS = ("c1", "c2", "c3", "c4")
NOW = {claim: claim for claim in CLAIMS}


def judgement(verdict, *on, minute=0, **fields):
    """Return a judgement of an analyst on claims, made at a minute of one morning."""
    anchors = tuple(Anchor(claim, "r1", "encounter", 0, 5) for claim in on)
    return identified(
        Judgement(verdict=verdict, on=anchors, by="noor", at=f"2024-05-06T09:{minute:02}:00Z", **fields)
    )


def split(one, other, minute=0):
    apart = tuple(Anchor(claim, "r1", "encounter", 0, 5) for claim in other)
    return judgement("split", *one, minute=minute, apart=apart)


def test_the_later_of_accepting_and_rejecting_holds():
    made = rulings([judgement("accept", "c1", minute=2), judgement("reject", "c1", minute=1)], NOW)
    assert made.accepted == {"c1"}
    assert not made.rejected


def test_what_was_undone_rules_nothing_and_undoing_can_be_undone():
    first = judgement("reject", "c1", minute=1)
    undo = judgement("undo", undoes=first.id, minute=2)
    again = judgement("undo", undoes=undo.id, minute=3)
    assert rulings([first, undo], NOW) == Rulings()
    assert rulings([first, undo, again], NOW).rejected == {"c1"}


def test_corrections_keep_their_order():
    made = rulings(
        [
            judgement("correct", "c1", slot="date", value="2024-05-02", minute=2),
            judgement("correct", "c1", slot="date", value="2024-05-01", minute=1),
        ],
        NOW,
    )
    assert made.corrections == {"c1": (("date", "2024-05-01"), ("date", "2024-05-02"))}


def test_merging_twice_brings_all_together():
    made = rulings([judgement("merge", "c1", "c2"), judgement("merge", "c2", "c3", minute=1)], NOW)
    assert made.together == (frozenset({"c1", "c2", "c3"}),)


def test_a_later_split_takes_a_merge_apart_and_the_other_way_round():
    merged = judgement("merge", "c1", "c2", minute=1)
    assert rulings([merged, split(["c2"], ["c1"], minute=2)], NOW).together == ()
    made = rulings([split(["c2"], ["c1"], minute=0), merged], NOW)
    assert made.together == (frozenset({"c1", "c2"}),)
    assert made.apart == ()


def test_a_claim_that_is_gone_is_ruled_by_nothing_and_a_renamed_one_is_followed():
    judged = [judgement("reject", "c1")]
    assert rulings(judged, {}).rejected == frozenset()
    assert rulings(judged, {"c1": "c9"}).rejected == {"c9"}


@st.composite
def courses(draw):
    """Draw judgements made one a minute, some of which undo earlier ones."""
    course = []
    for minute in range(draw(st.integers(0, 8))):
        verdict = draw(st.sampled_from(["accept", "reject", "merge", "split", "undo"]))
        on = draw(st.lists(st.sampled_from(CLAIMS), min_size=1, max_size=3, unique=True))
        if verdict == "undo" and course:
            made = judgement("undo", undoes=draw(st.sampled_from(course)).id, minute=minute)
        elif verdict == "split":
            made = split(on, [claim for claim in CLAIMS if claim not in on], minute)
        else:
            made = judgement("accept" if verdict == "undo" else verdict, *on, minute=minute)
        course.append(made)
    return course


@given(courses(), st.randoms(use_true_random=False))
def test_the_order_in_which_judgements_arrive_does_not_matter(course, random):
    shuffled = list(course)
    random.shuffle(shuffled)
    assert rulings(shuffled, NOW) == rulings(course, NOW)


@given(courses())
def test_undoing_the_last_leaves_what_was_before(course):
    last = judgement("reject", "c1", minute=30)
    undo = judgement("undo", undoes=last.id, minute=31)
    assert rulings([*course, last, undo], NOW) == rulings(course, NOW)
    assert undo not in in_force([*course, last, undo])


@given(courses())
def test_no_claim_is_accepted_and_rejected_or_together_with_what_it_is_apart_from(course):
    made = rulings(course, NOW)
    assert not made.accepted & made.rejected
    for group in made.together:
        assert not any(group & one and group & other for one, other in made.apart)
