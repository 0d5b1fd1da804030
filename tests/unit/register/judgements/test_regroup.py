"""Clusters after merges and splits, and judged claims found again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.model.claims import Encounter, Evidence
from marsad.model.judgement import Anchor
from marsad.register.cluster import Cluster
from marsad.register.judgements.anchoring import found_again
from marsad.register.judgements.regroup import regroup
from marsad.register.judgements.rulings import Rulings
from marsad.register.sourced import Sourced


def sourced(name, *, report="r1", start=0, end=10):
    claim = Encounter(
        kind="meeting",
        status="held",
        evidence=(Evidence(start, end, "س" * (end - start)),),
        extractor="test/x",
    )
    return Sourced(name, claim, report, None, None)


def clusters(*groups):
    return [Cluster((str(at),), [sourced(name) for name in group]) for at, group in enumerate(groups)]


def names(found):
    return sorted(sorted(item.id for item in cluster.members) for cluster in found)


def test_a_merge_joins_whole_clusters():
    made = regroup(clusters("ab", "c", "d"), Rulings(together=(frozenset("bc"),)))
    assert names(made) == [["a", "b", "c"], ["d"]]


def test_a_split_parts_a_cluster():
    made = regroup(clusters("abc", "d"), Rulings(apart=((frozenset("c"), frozenset("ab")),)))
    assert names(made) == [["a", "b"], ["c"], ["d"]]
    assert len({cluster.key for cluster in made}) == 3


@given(
    st.lists(st.sampled_from("01234"), min_size=7, max_size=7),
    st.lists(st.sets(st.sampled_from("abcdefg"), min_size=2, max_size=4), max_size=2),
    st.lists(st.sets(st.sampled_from("abcdefg"), min_size=1, max_size=3), max_size=2),
)
def test_no_claim_is_lost_or_doubled(where, together, out):
    groups = ["".join(n for n, at in zip("abcdefg", where, strict=True) if at == spot) for spot in "01234"]
    made = regroup(
        clusters(*filter(None, groups)),
        Rulings(
            together=tuple(frozenset(group) for group in together),
            apart=tuple((frozenset(one), frozenset("abcdefg") - one) for one in out),
        ),
    )
    assert sorted(item.id for cluster in made for item in cluster.members) == list("abcdefg")
    for group in together:
        assert any(group <= {item.id for item in cluster.members} for cluster in made)


@pytest.mark.parametrize(
    ("present", "again"),
    [
        ([sourced("old", start=40, end=50), sourced("new", start=100, end=120)], "old"),
        ([sourced("new", start=101, end=119), sourced("far", start=0, end=20)], "new"),
        ([sourced("one", start=101, end=110), sourced("two", start=111, end=120)], None),
        ([sourced("other", report="r2", start=100, end=120)], None),
        ([], None),
    ],
)
def test_a_judged_claim_is_found_again_only_where_that_is_certain(present, again):
    assert found_again(Anchor("old", "r1", "encounter", 100, 120), present) == again
