"""Attempts, splits and bests derived from whatever a journal holds."""

import math
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from grader.practice.attempts import Attempt, attempts
from grader.practice.bests import Bests, bests, compared
from grader.practice.journal import Record
from grader.practice.runs import run_in, run_of
from grader.verdict import Finding, Step, Verdict

from ..helpers.clocks import START
from ..helpers.interviews import NAME, begun
from ..helpers.stories import STEPS, hint, passing, record, run, story, stub

ALL = len(STEPS)


def test_run_is_remembered_as_it_was() -> None:
    steps = (Step("init", "passed"), Step("predict", "failed"))
    error, advice = Finding("a", "error", "predict", 1, ""), Finding("b", "advice", "predict", 1, "")
    findings = (error, advice, error)
    kept = run_of(Verdict("x", "x.py", "failed", steps, findings, "", False, 1, 0.1), "é\n", "watch")
    assert kept.mistakes == (("a", "predict"),)
    assert kept.advice == (("b", "predict"),)
    assert (kept.by, kept.passed, kept.untouched, len(kept.digest)) == ("watch", False, False, 64)
    assert run_in(Record(START, "run", kept.facts())) == kept


def test_attempt_runs_from_the_lay_out_to_the_first_pass() -> None:
    (one,) = story(
        stub(0), run(60, 1), run(90, 2, "slip"), run(100, 2, "slip"), run(200, 3), run(500, ALL), run(900, 2)
    )
    assert (one.start, one.outcome, one.seconds, len(one.runs)) == ("stub", "passed", 500, 5)
    assert (one.started, one.ended) == (START, START + timedelta(seconds=500))
    assert [(s.steps, s.segment, s.sum) for s in one.splits] == [
        (("predict",), 60, 60), (("loss",), 30, 90), (("gradients",), 110, 200),
        (("fit", "vectorization"), 300, 500),
    ]  # fmt: skip
    assert one.mistakes == ((("slip", "gradients"), 1),)
    assert [one.tries(step) for step in STEPS] == [1, 1, 2, 1, 1]


def test_first_run_ever_begins_an_attempt_of_unknown_length() -> None:
    (one,) = story(run(0, 3), run(50, ALL))
    assert (one.start, one.seconds, one.is_timed) == ("run", 50, False)
    (stub_first,) = story(run(0, 0), run(40, 1), run(50, ALL))
    assert (stub_first.start, stub_first.is_timed) == ("stub", True)


def test_untouched_stub_begins_an_attempt_only_after_a_pass() -> None:
    assert [a.seconds for a in story(stub(0), run(9, 1, "slip"), run(20, 0), run(50, ALL))] == [50]
    told = story(*passing(0, 100), run(200, 0), run(260, ALL), run(300, ALL))
    assert [(a.number, a.start, a.seconds, a.outcome) for a in told] == [
        (1, "stub", 100, "passed"), (2, "stub", 60, "passed"),
    ]  # fmt: skip


def test_time_to_read_before_anything_is_written_does_not_count() -> None:
    (one,) = story(run(0, 0), hint(600), run(1_200, 0), run(1_230, 1), run(1_240, 0), run(1_300, ALL))
    assert (one.start, one.started, one.seconds) == ("stub", START + timedelta(seconds=1_200), 100)
    assert [(split.segment, split.sum) for split in one.splits] == [(30, 30), (70, 100)]
    assert (one.hints, len(one.runs), one.is_timed) == (1, 5, True)
    (still_reading,) = story(run(0, 0), run(1_200, 0))
    assert (still_reading.outcome, still_reading.seconds) == ("open", 0)
    (set_back_before,) = story(run(0, 0), run(-3_000, 0), run(-2_900, ALL))
    assert (set_back_before.seconds, set_back_before.set_back) == (100, False)
    again = story(*passing(0, 100), run(200, 0), run(900, 0), run(960, ALL))
    assert [attempt.seconds for attempt in again] == [100, 60]


def test_time_to_read_counts_where_the_stub_was_laid_out_on_purpose() -> None:
    assert [a.seconds for a in story(stub(0), run(10, 0), run(1_200, 0), run(1_260, ALL))] == [1_260]
    assert [a.seconds for a in story(*begun(0, 30), run(600, 0), run(1_260, ALL))] == [1_260]
    assert [a.seconds for a in story(run(0, 1), run(60, 0), run(100, ALL))] == [100]


def test_attempt_is_left_for_the_next_one_and_the_last_one_is_open() -> None:
    left, still_open = story(stub(0), run(30, 1), stub(40), run(50, 1))
    assert (left.outcome, left.ended, left.seconds) == ("left", START + timedelta(seconds=30), 30)
    assert (still_open.outcome, still_open.ended, still_open.seconds) == ("open", None, 10)


def test_lay_out_that_is_undone_at_once_never_was() -> None:
    assert [a.seconds for a in story(stub(0), run(30, 1), stub(40), stub(45, "undo"), run(90, ALL))] == [90]
    assert [a.seconds for a in story(stub(0), stub(40), run(90, ALL))] == [50]
    told = story(stub(0), run(30, 1), stub(40), run(50, 1), stub(60, "undo"), run(70, ALL))
    assert [(a.start, a.outcome, a.is_timed) for a in told] == [
        ("stub", "left", True), ("stub", "left", True), ("undo", "passed", False),
    ]  # fmt: skip


@pytest.mark.parametrize(("at", "outcome"), [(600, "passed"), (601, "late")])
def test_pass_after_the_deadline_is_late(at: float, outcome: str) -> None:
    end = record(600, "interview-ended", interview=NAME, how="time")
    (one,) = story(*begun(0, 10), run(at - 5, 4), end, run(at, ALL))
    assert (one.outcome, one.passed, one.seconds) == (outcome, True, at)
    assert one.interview is not None
    assert (one.interview.id, one.interview.minutes, one.interview.how) == (NAME, 10, "time")


def test_interview_without_a_run_counts_as_an_attempt() -> None:
    first, second = story(*begun(0, 10), *begun(900, 10, "i2"))
    assert (first.outcome, second.outcome) == ("left", "open")
    assert first.interview is not None
    assert first.interview.how is None


def test_hints_are_counted_once_each_and_only_before_the_pass() -> None:
    (one,) = story(stub(0), hint(1), hint(2), hint(3, 2), hint(4, 2, "slip"), run(9, ALL), hint(10, 3))
    assert one.hints == 3


def test_solution_seen_is_remembered_in_its_attempt() -> None:
    seen = record(5, "solution-seen", by="compare", method=None)
    first, second = story(stub(0), run(1, 1), seen, run(9, ALL), *passing(10, 5, 9))
    assert (first.solution_seen, second.solution_seen) == (True, False)
    assert (first.is_timed, second.is_timed) == (False, True)
    (begun_by_it,) = story(seen, run(9, ALL))
    assert begun_by_it.solution_seen


def test_clock_set_back_takes_no_time_and_is_noted() -> None:
    (one,) = story(stub(0), run(60, 1), run(-3_000, 2), run(-2_990, ALL))
    assert [split.segment for split in one.splits] == [60, 0, 10]
    assert (one.seconds, one.set_back, one.is_timed) == (70, True, False)
    (hardly,) = story(stub(0), run(60, 1), run(59.5, ALL))
    assert not hardly.set_back


def test_personal_best_is_the_quickest_pass_without_the_solution_seen() -> None:
    seen = record(2_001, "solution-seen", by="compare", method=None)
    told = story(
        *passing(0, 9, 100), hint(900), *passing(1_000, 9, 90),
        stub(2_000), seen, run(2_005, 1), run(2_010, ALL), run(2_020, 0),
    )  # fmt: skip
    assert [a.seconds for a in told] == [100, 90, 10, 0]
    best = bests(told, STEPS)
    assert best.attempt is told[1]
    assert bests((), STEPS) == Bests()


def test_best_segments_come_from_all_attempts_and_may_be_put_together() -> None:
    told = story(
        *passing(0, 10, 30, 60, 100), *passing(1_000, 20, 30, 50, 100),
        stub(2_000), run(2_005, 1), *passing(3_000, 3),
    )  # fmt: skip
    best = bests(told, STEPS)
    assert best.attempt is told[0]
    assert best.segments == {
        frozenset({"predict"}): 5, frozenset({"loss"}): 10, frozenset({"gradients"}): 20,
        frozenset({"fit", "vectorization"}): 40,
    }  # fmt: skip
    assert best.sum == 75


def test_comparison_with_the_personal_best() -> None:
    earlier = story(*passing(0, 10, 30, 60, 100))
    (now,) = story(stub(0), run(12, 1), run(25, 2), run(70, 3))
    rows = compared(now, bests(earlier, STEPS), STEPS)
    assert [(r.step, r.segment, r.sum, r.best_sum, r.behind, r.is_best_segment) for r in rows] == [
        ("predict", 12, 12, 10, 2, False), ("loss", 13, 25, 30, -5, True),
        ("gradients", 45, 70, 60, 10, False),
        ("fit", None, None, 100, None, False), ("vectorization", None, None, 100, None, False),
    ]  # fmt: skip
    last = compared(earlier[0], Bests(), STEPS)
    assert [(row.segment, row.behind) for row in last[-2:]] == [(40, None), (None, None)]
    assert not any(row.is_best_segment for row in last)


ANYTHING: some.SearchStrategy[object] = some.sampled_from(
    (None, True, -1, 2.5, math.nan, 10**400, "", "passed", "2026-11-24T18:30:00", "2026-11-24T18:30:00+00:00",
     [], [[]], [["a", "b"], 3, ["c"]], {}, {"fit": "passed"}, {"fit": ["passed"]}, {"loss": None}),
)  # fmt: skip
EVENTS = ("run", "laid-out", "hint", "solution-seen", "interview-started", "interview-ended", "answer", "new",
          "attempt-forgotten", "attempt-noted")  # fmt: skip
KEYS = ("verdict", "steps", "mistakes", "digest", "untouched", "how", "interview", "deadline", "minutes",
        "rung", "asked", "kept", "saved", "began", "text")  # fmt: skip
NONSENSE = some.builds(
    lambda at, event, facts: record(at, event, **facts),
    some.floats(-1e6, 1e6),
    some.sampled_from(EVENTS),
    some.dictionaries(some.sampled_from(KEYS), ANYTHING),
)
PLAUSIBLE = some.one_of(
    some.builds(run, some.floats(0, 1e5), some.integers(0, ALL)),
    some.builds(run, some.floats(0, 1e5), some.integers(0, ALL - 1), some.just("slip")),
    some.builds(stub, some.floats(0, 1e5), some.sampled_from(("reset", "interview", "undo"))),
    some.builds(lambda at: begun(at, 10)[1], some.floats(0, 1e5)),
    some.builds(hint, some.floats(0, 1e5), some.integers(1, 3)),
    some.builds(record, some.floats(0, 1e5), some.just("solution-seen")),
)


def check_sense(told: tuple[Attempt, ...]) -> None:
    """Check what must hold for all attempts, whatever was recorded."""
    assert [attempt.number for attempt in told] == list(range(1, len(told) + 1))
    assert all(attempt.outcome != "open" for attempt in told[:-1])
    for attempt in told:
        passed = [step for split in attempt.splits for step in split.steps]
        assert len(passed) == len(set(passed))
        assert set(passed) <= set(STEPS)
        assert all(split.segment >= 0 and split.steps for split in attempt.splits)
        sums = [split.sum for split in attempt.splits]
        assert sums == sorted(sums)
        assert math.isclose(
            sum(split.segment for split in attempt.splits), max(sums, default=0.0), abs_tol=1e-6
        )
        assert attempt.seconds >= max(sums, default=0.0)
        assert all(1 <= count <= len(attempt.runs) for _, count in attempt.mistakes)
    best = bests(told, STEPS)
    if best.sum is not None and best.attempt is not None and len(best.attempt.splits) > 0:
        complete = {step for split in best.attempt.splits for step in split.steps} == set(STEPS)
        assert not complete or best.sum <= best.attempt.seconds + 1e-6
    for attempt in told:
        assert [row.step for row in compared(attempt, best, STEPS)] == list(STEPS)
        assert not any(row.is_best_segment for row in compared(attempt, best, STEPS) if attempt.is_timed)


@given(some.lists(PLAUSIBLE, max_size=20))
def test_any_order_of_events_makes_sense(records: list[Record]) -> None:
    check_sense(attempts(records, STEPS))


@given(some.lists(NONSENSE | PLAUSIBLE, max_size=12))
def test_any_content_of_a_journal_makes_sense(records: list[Record]) -> None:
    check_sense(attempts(records, STEPS))
