"""An interview counts the times of the saves: a grading may come much later and changes nothing."""

from datetime import timedelta

import pytest

from grader.practice.attempts import Attempt
from grader.practice.journal import Record
from grader.practice.runs import run_in, run_of
from grader.verdict import Step, Verdict

from ..helpers.clocks import START
from ..helpers.interviews import begun, ended, stands
from ..helpers.stories import STEPS, passing, run, story

ALL = len(STEPS)
LATER = 9_000


def saved(at: float, graded: float, passed: int, mistake: str = "") -> Record:
    """The record of a grading at `graded` seconds, of a file saved at `at` seconds."""
    return run(graded, passed, mistake, saved=(START + timedelta(seconds=at)).isoformat())


def interview(*records: Record) -> Attempt:
    """The attempt that belongs to an interview of half an hour with these records."""
    (one,) = story(*begun(), *records)
    return one


@pytest.mark.parametrize(
    ("at", "outcome", "seconds"),
    [(1_500, "passed", 1_500), (1_800, "passed", 1_800), (1_801, "late", 1_801), (99_999, "late", LATER)],
)
def test_pass_counts_from_its_save(at: float, outcome: str, seconds: float) -> None:
    for end in ((), (ended(LATER, "time"),), (ended(1_800, "time"),)):
        one = interview(run(600, 1), *end, saved(at, LATER, ALL))
        assert (one.outcome, one.seconds, one.set_back, one.is_timed) == (outcome, seconds, False, True)
        assert one.ended == START + timedelta(seconds=seconds)
        assert [split.sum for split in one.splits] == [600, seconds]


def test_save_is_behind_what_was_recorded_ahead_of_it() -> None:
    one = interview(saved(-99_999, 60, 1), saved(30, 600, 2), saved(1_000, 1_900, ALL))
    assert [split.sum for split in one.splits] == [0, 30, 1_000]
    assert (one.outcome, one.set_back) == ("passed", False)


def test_clock_that_was_set_back_is_noted_despite_times_of_saves() -> None:
    one = interview(saved(600, 600, 1), saved(-3_000, -3_000, 2), saved(-2_990, -2_990, ALL))
    assert (one.set_back, one.seconds, one.is_timed) == (True, 610, False)


def test_interview_without_a_pass_takes_its_time() -> None:
    one = interview(saved(600, 610, 1), ended(1_800, "time"), saved(1_700, LATER, 2))
    assert (one.outcome, one.seconds) == ("open", 1_800)
    assert [split.sum for split in one.splits] == [600, 1_700]


def test_end_follows_from_the_save() -> None:
    in_time = stands(*begun(), run(600, 1), saved(1_700, LATER, ALL), at=LATER)
    late = stands(*begun(), run(600, 1), saved(1_900, LATER, ALL), at=LATER)
    assert (in_time.how, late.how) == ("passed", "time")


def test_other_attempts_go_by_their_gradings() -> None:
    stub, *_ = passing(0, 9)
    (one,) = story(stub, saved(10, 60, 1), saved(70, 100, ALL))
    assert [split.sum for split in one.splits] == [60, 100]


@pytest.mark.parametrize("seconds", [None, 1e300, float("nan")])
def test_invalid_moment_is_left_out(seconds: float | None) -> None:
    verdict = Verdict("x", "x.py", "passed", (Step("a", "passed"),), (), "", False, 7, 0.1)
    assert "saved" not in run_of(verdict, "", "check", seconds).facts()
    known = run_of(verdict, "", "check", START.timestamp())
    assert known.saved == "2026-11-24T18:30:00.000+00:00"
    assert run_in(Record(START, "run", known.facts())) == known
