"""Whatever was judged, taking it back leaves the entries as they were."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from handmade import meeting_report, visit_report
from marsad.errors import JudgementError
from marsad.model.judgement import Judgement, anchor
from marsad.register.judgements.book import judge, now
from marsad.register.judgements.queue import queue
from marsad.register.store import open_register
from marsad.register.store.schema import claims
from marsad.register.store.verification import verify

VERDICTS = ("accept", "reject", "correct", "merge", "split")
DAYS = ("2023-09-20", "2024-02", "2023")


@st.composite
def decisions(draw):
    """A verdict, the claims that it is about, and those that stay behind, by their places among all claims."""
    places = draw(st.lists(st.integers(0, 10), min_size=2, max_size=5, unique=True))
    cut = draw(st.integers(1, len(places) - 1))
    return draw(st.sampled_from(VERDICTS)), places, cut, draw(st.sampled_from(DAYS))


def made(anchors, decision):
    verdict, places, cut, day = decision
    chosen = tuple(anchors[place % len(anchors)] for place in places)
    fields = {"slot": "date", "value": day} if verdict == "correct" else {}
    if verdict == "split":
        chosen, fields = chosen[:cut], {"apart": chosen[cut:]}
    return Judgement(verdict=verdict, on=chosen, by="Salma", at=now(), **fields)


def try_to(register, judgement):
    """Judge, where that can be: claims of two types can't share an entry."""
    try:
        return judge(register, judgement)
    except JudgementError:
        return None


@settings(max_examples=12, deadline=None)
@given(st.lists(decisions(), min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_entries_after_judging_and_undoing_are_as_before(chosen, random):
    with (
        tempfile.TemporaryDirectory() as folder,
        open_register(Path(folder) / "made.db", create=True) as register,
    ):
        register.add([meeting_report(), visit_report(), meeting_report(source="again.txt")])
        before = queue(register, [], [])
        ids = [row["id"] for row in register.select(select(claims.c.id).order_by(claims.c.type, claims.c.id))]
        found = register.claims(ids)
        anchors = [anchor(item, found[item].report, found[item].claim) for item in ids]
        done = [judgement for decision in chosen if (judgement := try_to(register, made(anchors, decision)))]
        register.refresh()
        assert verify(register).sound
        random.shuffle(done)
        for judgement in done:
            judge(register, Judgement(verdict="undo", undoes=judgement.id, by="Huda", at=now()))
            register.refresh()
        assert queue(register, [], []) == before
        assert verify(register).sound
