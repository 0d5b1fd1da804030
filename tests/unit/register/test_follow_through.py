"""The threads of two states: what was promised, how often, what came of it, and the silence since."""

from datetime import date

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handmade import RAISI, TOKAYEV, extraction
from marsad.model.claims import Commitment, Measure, Participant, Undertaking
from marsad.model.edtf import parse
from marsad.register.follow_through.days import certainly_before
from marsad.register.follow_through.tellings import Course, Telling
from marsad.register.follow_through.threads import PairFile, follow_through
from marsad.register.sourced import sourced_claims

BOTH = ("IRN", "KAZ")
AS_OF = date(2024, 7, 30)
CALL = {"act": "call", "by": RAISI, "parties": BOTH, "sectors": ("rail",)}
COMMISSION = {"kind": "joint_commission", "parties": BOTH}
GOAL = {"indicator": "trade_volume", "value": "3000000000", "unit": "USD", "target": True, "parties": BOTH}
TRADE = {"indicator": "trade_volume", "unit": "USD", "parties": BOTH}


def told(published, *claims, words=""):
    """A report of that day whose claims stand apart, each in a sentence of its own."""
    phrases = [f"قال الوزير جملته رقم {number} {published} {words}" for number in range(1, len(claims) + 1)]
    text = "عنوان الخبر\n" + ". ".join(phrases) + "."
    parts = [(phrase, *claim) for phrase, claim in zip(phrases, claims, strict=True)]
    return sourced_claims(extraction(text, *parts, published=published))


def file_of(*reports, quiet=()):
    """The file of the pair; undertakings of one kind and sectors are one entry, ``quiet`` reports say nothing of it."""
    claims = tuple(claim for report in reports for claim in report)
    tellings = {item.report: Telling(item.voice, item.published, sectors(item.claim)) for item in claims}
    more = [Telling(f"r{number}", day, frozenset(on)) for number, (day, on) in enumerate(quiet)]
    return PairFile(
        states=BOTH,
        claims=claims,
        entry_of={item.id: entry(item.claim) for item in claims if isinstance(item.claim, Undertaking)},
        tellings=(*tellings.values(), *more),
    )


def entry(claim):
    return f"{claim.kind} {claim.sectors}"


def sectors(claim):
    return frozenset(getattr(claim, "sectors", ()))


def threads(*reports, as_of=AS_OF, **more):
    return follow_through(file_of(*reports, **more), as_of)


def only(*reports, **more):
    (thread,) = threads(*reports, **more)
    return thread


class TestPromises:
    def test_a_promise_made_again_months_later_is_a_repetition(self):
        thread = only(told("2022-06-20", (Commitment, CALL)), told("2023-09-19", (Commitment, CALL)))
        assert [promise.times for promise in thread.promises] == [1, 2]
        assert (thread.repeated, thread.status, thread.waiting) == (1, "open", 25)

    def test_several_reports_of_one_day_tell_of_one_promise(self):
        same_day = told("2022-06-20", (Commitment, CALL), words="كما نقلت وكالة")
        thread = only(told("2022-06-20", (Commitment, CALL)), same_day)
        assert [len(promise.claims) for promise in thread.promises] == [2]
        assert thread.repeated == 0

    def test_a_report_some_days_later_may_tell_of_the_same_occasion(self):
        assert (
            only(told("2022-06-20", (Commitment, CALL)), told("2022-06-24", (Commitment, CALL))).repeated == 0
        )

    def test_a_copy_that_comes_out_later_is_no_repetition(self):
        first, late = told("2022-06-20", (Commitment, CALL)), told("2023-09-19", (Commitment, CALL))
        copy = tuple(msgspec.structs.replace(item, copy_of=first[0].report) for item in late)
        assert only(first, late).repeated == 1
        assert only(first, copy).repeated == 0

    def test_the_same_words_are_no_repetition(self):
        text = "عنوان\nدعا الرئيس إلى تطوير السكك."
        one = sourced_claims(extraction(text, ("دعا الرئيس", Commitment, CALL), published="2022-06-20"))
        two = sourced_claims(
            extraction(text + " خبر", ("دعا الرئيس", Commitment, CALL), published="2024-01-02")
        )
        assert only(one, two).repeated == 0

    def test_the_other_side_repeats_nothing(self):
        theirs = {**CALL, "by": TOKAYEV}
        thread = only(told("2022-06-20", (Commitment, CALL)), told("2023-09-19", (Commitment, theirs)))
        assert [promise.times for promise in thread.promises] == [1, 1]

    def test_where_dates_leave_room_for_one_occasion_nothing_is_counted_twice(self):
        thread = only(told("2022-06/2024-05-19", (Commitment, CALL)), told("2023-09-19", (Commitment, CALL)))
        assert thread.repeated == 0

    def test_a_third_state_promises_nothing_between_the_two(self):
        turk = Participant(state="TUR", office="head_of_state")
        assert threads(told("2022-06-20", (Commitment, {**CALL, "by": turk}))) == ()

    def test_what_names_nothing_to_follow_up_is_set_apart(self):
        vague = {**CALL, "sectors": ("bilateral_relations",)}
        thread = only(told("2022-06-20", (Commitment, vague)), told("2023-09-19", (Commitment, vague)))
        assert (thread.status, thread.repeated) == ("general", 0)

    def test_refusing_is_no_promise(self):
        assert only(told("2022-06-20", (Commitment, {**CALL, "act": "refusal"}))).status == "refused"


class TestStages:
    def test_a_commission_that_convenes_is_delivered(self):
        proposal = (Undertaking, {**COMMISSION, "stage": "proposed", "by": RAISI})
        convened = (Undertaking, {**COMMISSION, "stage": "convened"})
        thread = only(told("2022-06-20", proposal), told("2023-09-19", convened))
        assert (thread.status, thread.stage) == ("delivered", "convened")
        assert [promise.group for promise in thread.promises] == ["proposal"]

    def test_promised_again_after_delivery(self):
        convened = (Undertaking, {**COMMISSION, "stage": "convened"})
        again = (Undertaking, {**COMMISSION, "stage": "proposed", "by": RAISI})
        assert only(told("2023-09-19", convened), told("2024-02-01", again)).status == "renewed"

    def test_what_stands_in_the_words_of_a_call_is_only_wanted(self):
        text = "عنوان\nدعا رئيسي إلى عقد اللجنة المشتركة قريبا."
        made = extraction(
            text,
            (
                "دعا رئيسي إلى عقد اللجنة المشتركة قريبا",
                Commitment,
                {**CALL, "sectors": ("joint_commission",)},
            ),
            ("عقد اللجنة المشتركة", Undertaking, {**COMMISSION, "stage": "convened"}),
            published="2023-09-19",
        )
        thread = only(sourced_claims(made))
        assert (thread.kind, thread.status, thread.stage) == ("undertaking", "open", None)
        assert [at.wanted for at in thread.stages] == [True]

    def test_a_stage_dated_after_its_report_is_still_to_come(self):
        coming = (
            Undertaking,
            {**COMMISSION, "stage": "convened", "date": "2024-03-01", "date_basis": "explicit"},
        )
        assert only(told("2023-09-19", coming)).status == "open"

    def test_agreements_that_nothing_tells_apart_are_never_delivered(self):
        bare = {"kind": "agreement", "parties": BOTH}
        pledge = {"act": "pledge", "by": RAISI, "parties": BOTH, "sectors": ("agreements",)}
        in_force = told("2023-09-19", (Undertaking, {**bare, "stage": "in_force"}))
        thread = only(told("2022-06-20", (Commitment, pledge)), in_force)
        assert (thread.apart, thread.status) == (False, "open")
        assert not any(at.delivery for at in thread.stages)

    def test_signature_of_an_agreement_is_a_stage_and_no_delivery(self):
        rail = {"kind": "agreement", "parties": BOTH, "sectors": ("rail",)}
        thread = only(told("2022-06-20", (Undertaking, {**rail, "stage": "signed"})))
        assert (thread.status, thread.stage) == ("open", "signed")

    def test_terminated_and_not_taken_up_again(self):
        rail = {"kind": "agreement", "parties": BOTH, "sectors": ("rail",)}
        gone = (Undertaking, {**rail, "stage": "terminated"})
        assert (
            only(
                told("2022-06-20", (Undertaking, {**rail, "stage": "signed"})), told("2023-01-05", gone)
            ).status
            == "ended"
        )

    def test_a_promise_on_the_same_sectors_only_points_to_the_undertaking(self):
        rail = (Undertaking, {"kind": "rail_link", "parties": BOTH, "sectors": ("rail",), "stage": "opened"})
        made = {
            thread.kind: thread
            for thread in threads(told("2022-06-20", (Commitment, CALL)), told("2023-01-05", rail))
        }
        assert made["subject"].related == (made["undertaking"].id,)
        assert (made["subject"].status, made["undertaking"].status) == ("open", "delivered")


class TestTargets:
    def test_a_figure_is_set_against_the_target(self):
        actual = (Measure, {**TRADE, "value": "400000000"})
        thread = only(told("2022-06-20", (Measure, GOAL)), told("2024-07-28", actual))
        assert [figure.percent for figure in thread.figures] == ["13.3"]
        assert thread.status == "open"
        assert [(promise.act, promise.by) for promise in thread.promises] == [("target", None)]

    def test_a_figure_as_high_as_the_target_delivers_it(self):
        actual = (Measure, {**TRADE, "value": "3100000000"})
        thread = only(told("2022-06-20", (Measure, GOAL)), told("2024-07-28", actual))
        assert (thread.status, thread.figures[0].percent) == ("delivered", "103.3")

    @pytest.mark.parametrize(
        "other",
        [{"unit": "EUR"}, {"indicator": "exports"}, {"parties": (*BOTH, "RUS")}, {"per": "mo"}],
    )
    def test_other_units_indicators_or_parties_are_not_set_against_it(self, other):
        actual = (Measure, {**TRADE, "value": "400000000", **other})
        assert only(told("2022-06-20", (Measure, GOAL)), told("2024-07-28", actual)).figures == ()

    def test_part_of_a_year_is_shown_but_not_reckoned(self):
        quarter = (Measure, {**TRADE, "value": "400000000", "period": "2024-33"})
        (figure,) = only(told("2022-06-20", (Measure, GOAL)), told("2024-07-28", quarter)).figures
        assert figure.percent is None

    def test_what_was_so_before_the_target_was_named_is_no_delivery(self):
        before = (Measure, {**TRADE, "value": "3200000000", "period": "2019"})
        thread = only(told("2022-06-20", (Measure, GOAL), before))
        assert [figure.before for figure in thread.figures] == [True]
        assert thread.status == "open"

    def test_a_target_period_that_has_passed_is_overdue(self):
        thread = only(told("2022-06-20", (Measure, {**GOAL, "period": "2023"})))
        assert (thread.status, thread.due) == ("overdue", "2023")

    def test_a_target_for_the_current_year_is_not(self):
        assert only(told("2022-06-20", (Measure, {**GOAL, "period": "2024"}))).status == "open"


class TestSilence:
    def test_it_is_counted_in_the_reports_that_could_have_spoken(self):
        quiet = [("2023-01-05", {"rail"}), ("2023-02-05", {"culture"}), ("2022-01-05", {"rail"})]
        silence = only(told("2022-06-20", (Commitment, CALL)), quiet=quiet).silence
        assert (silence.last, silence.months, silence.reports, silence.on_sectors) == ("2022-06-20", 25, 2, 1)

    def test_copies_count_once(self):
        file = file_of(told("2022-06-20", (Commitment, CALL)))
        copies = (Telling("r1", "2023-01-05", frozenset()), Telling("r1", "2023-01-06", frozenset()))
        (thread,) = follow_through(msgspec.structs.replace(file, tellings=(*file.tellings, *copies)), AS_OF)
        assert thread.silence.reports == 1

    def test_it_is_unknown_where_the_last_telling_has_no_end(self):
        silence = only(told("2022-06-20/..", (Commitment, CALL)), quiet=[("2023-01-05", ())]).silence
        assert (silence.months, silence.reports) == (None, None)

    def test_as_of_an_earlier_day_later_reports_are_not_there_yet(self):
        reports = told("2022-06-20", (Commitment, CALL)), told("2023-09-19", (Commitment, CALL))
        thread = only(*reports, as_of=date(2023, 1, 1), quiet=[("2024-01-01", {"rail"})])
        assert (thread.repeated, thread.silence.months, thread.silence.reports) == (0, 6, 0)

    def test_a_deadline_that_has_passed_makes_it_overdue(self):
        dated = {**CALL, "deadline": "2023-12-31"}
        report = told("2022-06-20", (Commitment, dated))
        assert only(report).status == "overdue"
        assert only(report, as_of=date(2023, 12, 31)).status == "open"


DAYS = st.sampled_from(
    ["2022-06-20", "2022-06-24", "2023-09-19", "2022-06/2024-05-19", "2024-07-28/..", "2024-02"]
)
SPEAKERS = st.sampled_from([RAISI, TOKAYEV, Participant(state="IRN"), None])
SECTORS = st.sampled_from([(), ("rail",), ("agreements",), ("rail", "trade"), ("bilateral_relations",)])
COMMITMENTS = st.builds(
    lambda by, act, sectors, deadline: (
        Commitment,
        {"by": by, "act": act, "parties": BOTH, "sectors": sectors, "deadline": deadline},
    ),
    SPEAKERS,
    st.sampled_from(["call", "pledge", "hope", "refusal"]),
    SECTORS,
    st.sampled_from([None, "2023-12-31"]),
)
UNDERTAKINGS = st.builds(
    lambda by, kind, stage, sectors: (
        Undertaking,
        {"by": by, "kind": kind, "stage": stage, "parties": BOTH, "sectors": sectors},
    ),
    SPEAKERS,
    st.sampled_from(["agreement", "joint_commission", "rail_link"]),
    st.sampled_from(["proposed", "signed", "in_force", "convened", "opened", "terminated"]),
    SECTORS,
)
MEASURES = st.builds(
    lambda value, unit, target, period: (
        Measure,
        {**TRADE, "value": value, "unit": unit, "target": target, "period": period},
    ),
    st.sampled_from(["400", "3000"]),
    st.sampled_from(["USD", "EUR"]),
    st.booleans(),
    st.sampled_from([None, "2023", "2024-33"]),
)
REPORTS = st.lists(
    st.tuples(DAYS, st.lists(st.one_of(COMMITMENTS, UNDERTAKINGS, MEASURES), min_size=1, max_size=4)),
    min_size=1,
    max_size=5,
)


def made_of(drawn):
    return [told(day, *claims, words=f"في الخبر {number}") for number, (day, claims) in enumerate(drawn)]


@settings(max_examples=60, deadline=None)
@given(drawn=REPORTS, seed=st.randoms(use_true_random=False))
def test_the_order_of_claims_makes_no_difference(drawn, seed):
    file = file_of(*made_of(drawn))
    claims, tellings = list(file.claims), list(file.tellings)
    seed.shuffle(claims)
    seed.shuffle(tellings)
    shuffled = PairFile(BOTH, tuple(claims), file.entry_of, tuple(tellings))
    assert follow_through(shuffled, AS_OF) == follow_through(file, AS_OF)


@settings(max_examples=60, deadline=None)
@given(drawn=REPORTS)
def test_nothing_is_delivered_without_a_claim_that_says_so(drawn):
    file = file_of(*made_of(drawn))
    by_id = {item.id: item.claim for item in file.claims}
    for thread in follow_through(file, AS_OF):
        if thread.status in ("delivered", "renewed"):
            stages = [by_id[claim].stage for at in thread.stages if at.delivery for claim in at.claims]
            high = [figure for figure in thread.figures if figure.percent and float(figure.percent) >= 100]
            assert stages or high
            assert set(stages) <= {"in_force", "convened", "opened"}


@settings(max_examples=60, deadline=None)
@given(drawn=REPORTS)
def test_percentages_are_of_the_same_unit_and_never_of_a_part_of_a_year(drawn):
    file = file_of(*made_of(drawn))
    by_id = {item.id: item.claim for item in file.claims}
    for thread in follow_through(file, AS_OF):
        for figure in thread.figures:
            for claim in figure.claims:
                assert (by_id[claim].unit, by_id[claim].target) == (thread.target.unit, False)
            parts = {figure.period, thread.target.period}
            assert figure.percent is None or len(parts) == 1 or "2024-33" not in parts


@settings(max_examples=60, deadline=None)
@given(drawn=REPORTS)
def test_every_claim_stands_in_one_thread_only_unless_it_is_a_figure(drawn):
    file = file_of(*made_of(drawn))
    by_id = {item.id: item.claim for item in file.claims}
    shown = [claim for thread in follow_through(file, AS_OF) for claim in thread.claims]
    promised = [claim for claim in shown if not _is_actual(by_id[claim])]
    assert len(promised) == len(set(promised))
    assert set(promised) == {claim for claim, record in by_id.items() if not _is_actual(record)}


def _is_actual(claim):
    return isinstance(claim, Measure) and not claim.target


TELLINGS = st.lists(
    st.builds(
        Telling,
        st.sampled_from(["r1", "r2", "r3"]),
        st.one_of(st.none(), DAYS),
        st.sampled_from(
            [frozenset(), frozenset({"rail"}), frozenset({"rail", "trade"}), frozenset({"water"})]
        ),
    ),
    max_size=8,
)


@given(tellings=TELLINGS, last=st.sampled_from(["2022-06-20", "2023-09-19", "2022-06/2024-05-19"]))
def test_reports_since_are_those_that_certainly_came_out_later(tellings, last):
    later = [item for item in tellings if certainly_before(last, item.published)]
    day, course = parse(last).last, Course(tellings)
    assert course.since(day) == len({item.voice for item in later})
    on = {item.voice for item in later if item.sectors & {"rail", "water"}}
    assert course.on_sectors_since(day, ("rail", "water")) == len(on)
