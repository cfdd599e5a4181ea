"""The state of an interview, whatever the journal holds and the clock shows; and the timer on the screen."""

from datetime import timedelta
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as some

from grader.practice.interview import JUMP_SECONDS, Timer, state_of
from grader.practice.journal import Record

from ..helpers.clocks import START, TestClock
from ..helpers.interviews import COPY, NAME, answer, begun, debriefed, ended, stands
from ..helpers.stories import STEPS, hint, passing, record, run, stub

ALL = len(STEPS)


def test_without_one_there_is_none() -> None:
    assert state_of((), STEPS, START) is None
    assert state_of(passing(0, 100, 200), STEPS, START) is None


def test_running_interview_continues_where_it_is() -> None:
    now = stands(*begun(), run(60, 1), run(100, 2, "slip"), at=400)
    assert (now.how, now.left, now.set_back, now.minutes) == (None, 1400, 0, 30)
    assert (now.id, now.saved) == (NAME, COPY)
    assert [step for step in STEPS if now.status(step) == "passed"] == ["predict", "loss"]
    assert not now.is_to_be_debriefed


@pytest.mark.parametrize(
    ("records", "at", "how", "is_recorded"),
    [
        ((), 1799.9, None, False),
        ((), 1800, "time", False),
        ((), 1e7, "time", False),
        ((run(1700, ALL),), 1e7, "passed", False),
        ((run(1900, ALL),), 2000, "time", False),
        ((run(100, ALL), ended(101, "passed")), 1e7, "passed", True),
        ((ended(101, "ended"), run(200, ALL)), 300, "ended", True),
        ((ended(101, "abandoned"),), 300, "abandoned", True),
        ((ended(101, "something else"),), 300, "ended", True),
        ((stub(50),), 60, "abandoned", False),
        ((stub(50, "undo"),), 60, "abandoned", False),
    ],
)
def test_it_ends_by_what_comes_first(
    records: tuple[Record, ...], at: float, how: str | None, is_recorded: bool
) -> None:
    now = stands(*begun(), *records, at=at)
    assert (now.how, now.is_recorded) == (how, is_recorded)
    assert now.is_to_be_debriefed == (how in ("passed", "time", "ended"))


def test_debrief_is_due_once() -> None:
    end = (*begun(), run(60, ALL), ended(60, "passed"))
    assert stands(*end, at=70).is_to_be_debriefed
    assert not stands(*end, debriefed(80), at=90).is_to_be_debriefed
    assert stands(*end, debriefed(80, "another"), at=90).is_to_be_debriefed


def test_the_last_one_counts() -> None:
    first = (*begun(), ended(9, "abandoned"))
    now = stands(*first, *begun(100, 10, "second"), run(130, 1), at=160)
    assert (now.id, now.how, now.left, len(now.earlier)) == ("second", None, 540, 1)


def test_practising_after_it_does_not_bring_it_back() -> None:
    now = stands(*begun(), run(60, ALL), ended(60, "passed"), debriefed(61), *passing(500, 9), at=600)
    assert (now.id, now.how, now.is_to_be_debriefed) == (NAME, "passed", False)


def test_clock_that_is_set_back_gives_no_time() -> None:
    told = (*begun(), run(600, 1))
    before = stands(*told, at=600)
    back = stands(*told, at=-90_000)
    assert (before.left, before.set_back) == (1200, 0)
    assert (back.left, back.set_back, back.how) == (1200, 90_600, None)
    assert stands(*told, at=599.5).set_back == 0


@pytest.mark.parametrize("facts", [{}, {"minutes": None, "deadline": 3}, {"minutes": -1, "saved": 1}])
def test_start_that_makes_no_sense_is_over(facts: dict[str, object]) -> None:
    now = stands(stub(0), record(0, "interview-started", **facts), at=1)
    assert (now.how, now.left, now.saved) == ("time", 0, None)


EVENTS = some.one_of(
    some.builds(begun, some.floats(0, 1e5), some.integers(0, 90), some.sampled_from(("a", "b"))),
    some.builds(lambda *args: (run(*args),), some.floats(-1e5, 1e5), some.integers(0, ALL)),
    some.builds(
        lambda *args: (ended(*args),),
        some.floats(0, 1e5),
        some.sampled_from(("passed", "time", "ended", "abandoned")),
        some.sampled_from(("a", "b")),
    ),
    some.builds(lambda at, name: (debriefed(at, name),), some.floats(0, 1e5), some.sampled_from(("a", "b"))),
    some.builds(lambda at: (stub(at),), some.floats(0, 1e5)),
    some.builds(lambda at: (hint(at),), some.floats(0, 1e5)),
    some.builds(lambda at: (answer(at, "q", right=True),), some.floats(0, 1e5)),
)


@given(some.lists(EVENTS, max_size=12), some.floats(-1e6, 1e6), some.floats(0, 1e6))
def test_time_left_is_never_negative_and_never_grows(
    told: list[tuple[Record, ...]], at: float, later: float
) -> None:
    records = [one for group in told for one in group]
    now, then = (state_of(records, STEPS, START + timedelta(seconds=s)) for s in (at, at + later))
    if now is None or then is None:
        assert not any(one.event == "interview-started" for one in records)
        return
    assert 0 <= then.left <= now.left <= 60 * now.minutes
    assert now.set_back >= 0
    assert now.how is None or now.how == then.how
    assert (now.how is None) <= (now.left > 0)
    assert now.attempt not in now.earlier


def test_timer_follows_the_clock() -> None:
    clock = TestClock()
    timer = Timer(clock, START)
    clock.go_on(100)
    assert (timer.now(), timer.jump()) == (START + timedelta(seconds=100), 0)


def test_timer_begins_no_earlier_than_what_was_recorded() -> None:
    clock = TestClock()
    timer = Timer(clock, START + timedelta(hours=1))
    clock.go_on(10)
    assert timer.now() == START + timedelta(hours=1, seconds=10)
    assert timer.jump() == 0


@given(some.lists(some.tuples(some.integers(0, 1000), some.integers(-100_000, 100_000)), min_size=1))
def test_timer_continues_when_the_clock_is_set_back(turns: list[tuple[int, int]]) -> None:
    clock = TestClock()
    timer = Timer(clock, START)
    passed = accumulate(seconds for seconds, _ in turns)
    for (seconds, jump), all_ in zip(turns, passed, strict=True):
        clock.go_on(seconds)
        clock.time = START + timedelta(seconds=all_ + jump)
        assert timer.now() == START + timedelta(seconds=all_ + max(jump, 0))
        assert timer.jump() == (jump if abs(jump) >= JUMP_SECONDS else 0)
