"""When an exercise last passed, and how fast."""

from datetime import UTC, date

from grader.practice.passes import Passes, has_passed, passes

from ..helpers.clocks import START
from ..helpers.stories import passing, record, run, story, stub

FIRST, SECOND = passing(0, 100, 600), passing(90_000, 100, 500)
FORGOTTEN = record(10, "attempt-forgotten", began=START.isoformat(timespec="milliseconds"))


def test_last_pass_and_best_time() -> None:
    assert passes(story(*FIRST, *SECOND), UTC) == Passes(date(2026, 11, 25), 500.0)
    late_again = (*SECOND, stub(180_000), run(180_100, 3))
    assert passes(story(*FIRST, *late_again), UTC) == Passes(date(2026, 11, 25), 500.0)


def test_without_a_time_that_counts_there_is_no_best() -> None:
    copied = (stub(0), run(5, 5))
    assert passes(story(*copied), UTC) == Passes(date(2026, 11, 24), None)


def test_pass_of_a_twist_is_none_of_the_plain_task() -> None:
    twisted = (record(0, "laid-out", how="reset", saved=None, twist="half"), run(60, 2), run(300, 5))
    assert (passes(story(*twisted)), has_passed(twisted)) == (None, False)
    assert passes(story(*twisted, *SECOND), UTC) == Passes(date(2026, 11, 25), 500.0)


def test_what_is_forgotten_or_open_is_no_pass() -> None:
    assert passes(story(stub(0), run(5, 4))) is None
    assert not has_passed((*FIRST, FORGOTTEN))
    assert has_passed(FIRST)
    assert not has_passed(())
