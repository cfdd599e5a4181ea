"""The second act: when it is the default, what is drawn, its state, what its times are compared with."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from grader.commands.interviews.acts import Part
from grader.kata import find_kata
from grader.practice import backups, second_act
from grader.practice.appointment import Act, act_in
from grader.practice.attempts import Attempt
from grader.practice.history import bests_of_each
from grader.practice.interview import InterviewState
from grader.practice.journal import Journal, Record
from grader.practice.practice import Practice
from grader.practice.schedule import drawn, least_seen, plans
from grader.practice.stretches import twist_laid_out
from grader.report.interview import ending

from ..helpers.clocks import START, TestClock
from ..helpers.interviews import NAME, begun, stands
from ..helpers.stories import STEPS, hint, passing, record, run, story, stub

ALL = len(STEPS)
DAY = 86_400
SECOND, FIRST = "second", Act("x", None, NAME)
IGNORED = [["twist-ignored", "loss"], ["twist-ignored", "gradients"]]
UNCHANGED = {"init": "passed", **dict.fromkeys(STEPS, "passed"), "loss": "failed", "gradients": "failed"}


def changing(at: float, twist: str = "half", name: str = SECOND) -> tuple[Record, ...]:
    """The records that start a 20-minute second act, in which learners change their own code."""
    deadline = (START + timedelta(seconds=at + 1200)).isoformat()
    facts = {"saved": None, "twist": twist, "steps": ["loss", "gradients"], "digest": "base"}
    return (
        record(at, "second-act-drawn", interview=NAME, act=vars(Act("x", twist, name)), seed=1),
        record(at, "laid-out", how="second-act", **facts),
        record(at, "interview-started", interview=name, minutes=20, deadline=deadline, first=vars(FIRST)),
        record(at + 1, "run", digest="base", verdict="failed", steps=UNCHANGED, mistakes=IGNORED),
    )


def half_way(at: float) -> Record:
    """The run of a version in which the loss was changed and the gradients were not."""
    steps = {**UNCHANGED, "loss": "passed"}
    return record(at, "run", digest="half way", verdict="failed", steps=steps, mistakes=IGNORED[1:])


WAY = (*begun(), run(100, 2), run(600, ALL), *changing(610))
BOTH = (*WAY, half_way(700), run(910, ALL, digest="changed"))


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ((), False),
        (passing(0, 100, 900), False),
        ((*passing(0, 100, 900), *passing(DAY, 100, 800)), True),
        ((*passing(0, 100, 900), *passing(DAY, 100, 2000)), False),
        ((*passing(0, 100, 900), *passing(DAY, 100, 800), *passing(2 * DAY, 100, 2000)), True),
        ((*passing(0, 100, 900), stub(DAY), hint(DAY + 9), run(DAY + 99, 1), run(DAY + 500, ALL)), False),
        ((*passing(0, 100, 900), *passing(DAY, 3)), False),
    ],
    ids=["none", "one", "two", "slow", "best two", "hint", "at once"],
)
def test_usual_when_the_best_two_passed_in_time_without_help(
    found: tuple[Record, ...], expected: bool
) -> None:
    assert second_act.is_usual(story(*found), (None, False), 30) is expected
    assert second_act.is_usual(story(*found), ("half", False), 30) is False


@given(some.lists(some.sampled_from("abcdef"), min_size=1, unique=True), some.integers(0, 2**32 - 1))
def test_every_task_is_drawn_before_one_repeats(names: list[str], seed: int) -> None:
    seen = Counter(dict.fromkeys(names, 0))
    for turn in range(3 * len(names)):
        one = least_seen(seen, seed + turn)
        assert seen[one] == min(seen.values())
        seen[one] += 1
    assert set(seen.values()) == {3}


def test_both_acts_are_in_one_journal() -> None:
    first, last = stands(*BOTH, at=950, name=NAME), stands(*BOTH, at=950)
    assert (first.how, first.second, first.is_polishing) == ("passed", Act("x", "half", SECOND), False)
    assert (last.id, last.first, last.how, last.earlier) == (SECOND, FIRST, "passed", ())
    assert (last.is_polishing, last.awaits_second) == (True, False)
    assert (first.attempt.seconds, last.attempt.seconds) == (600.0, 300.0)


def test_time_up_in_the_second_act_leaves_the_first_passed() -> None:
    first, last = stands(*WAY, at=9000, name=NAME), stands(*WAY, at=9000)
    assert (first.how, first.attempt.outcome, last.how) == ("passed", "passed", "time")
    assert last.attempt.runs == ()
    assert ending(last) == "Time's up after 20 minutes: nothing was changed."


def test_splits_are_those_of_what_is_changed() -> None:
    attempt = stands(*BOTH, at=950).attempt
    assert [(split.steps, split.segment) for split in attempt.splits] == [
        (("loss",), 90.0),
        (("gradients",), 210.0),
    ]
    assert attempt.timed_steps(STEPS) == ("loss", "gradients")
    assert (attempt.tries("loss"), attempt.tries("gradients"), attempt.mistakes) == (1, 1, ())
    assert (attempt.is_timed, attempt.task) == (True, ("half", True))


def test_times_are_never_compared_across() -> None:
    twisted = (record(DAY, "laid-out", how="reset", saved=None, twist="half"), *passing(DAY, 100, 500)[1:])
    found = story(*BOTH, *twisted, *passing(2 * DAY, 50, 400))
    best = bests_of_each(found, STEPS)
    assert [(task, one.attempt.seconds) for task, one in best.items() if one.attempt] == [
        ((None, False), 400.0),
        (("half", False), 500.0),
        (("half", True), 300.0),
    ]
    assert best["half", True].sum == 300.0
    assert list(plans(found)) == [None, "half"]


@given(
    some.lists(some.tuples(some.sampled_from([None, "half", "huber"]), some.integers(30, 3000)), max_size=6)
)
def test_best_of_each_twist_is_its_own_quickest(tries: list[tuple[str | None, int]]) -> None:
    records: list[Record] = []
    for number, (twist, seconds) in enumerate(tries):
        at = number * DAY
        records += [record(at, "laid-out", how="reset", saved=None, twist=twist)]
        records += [run(at + 9, 1), run(at + seconds, ALL)]
    found: tuple[Attempt, ...] = story(*records)
    best = {task[0]: one.attempt.seconds for task, one in bests_of_each(found, STEPS).items() if one.attempt}
    twists = {twist for twist, _ in tries}
    assert best == {twist: min(s for other, s in tries if other == twist) for twist in twists}


@pytest.mark.parametrize("held", [None, 3, {}, {"exercise": "x"}, {"exercise": 1, "interview": "i"}])
def test_what_names_no_act_is_none(held: object) -> None:
    assert act_in(held) is None


def home(folder: Path, name: str) -> Practice:
    """The `Practice` of an exercise in a separate folder."""
    file = folder / name / f"{name}.py"
    file.parent.mkdir()
    file.write_text("mine\n", encoding="utf-8")
    return Practice(name, file, "stub\n", STEPS, Journal(file.parent / ".grader", TestClock()))


def last(practice: Practice) -> InterviewState:
    """The state of the last interview."""
    found = practice.last_interview()
    assert found is not None
    return found


def passed(practice: Practice) -> InterviewState:
    """Start an interview with a second act to follow, and pass it after ten minutes."""
    practice.start_interview(30, second_act=True)
    practice.clock.sleep(600)
    practice.record("run", **run(0, ALL).facts)
    return last(practice)


def test_second_act_begins_in_the_journal_of_its_exercise(tmp_path: Path) -> None:
    x, y = home(tmp_path, "x"), home(tmp_path, "y")
    first = passed(x)
    y.clock.sleep(600)
    assert first.awaits_second
    act = second_act.draw(x, first, {("y", None): 0, ("x", "half"): 1}, 7)
    assert act is not None
    assert (act.exercise, act.twist) == ("y", None)
    assert x.past().records[-1].facts["seed"] == 7
    killed = last(x)
    assert killed.awaits_second
    assert second_act.draw(x, killed, {}, 8) == act
    second_act.begin(y, act, Act("x", None, first.id), killed, None)
    found = last(y)
    assert (found.left, found.minutes, found.deadline) == (1200.0, 20.0, first.deadline)
    assert found.first == Act("x", None, first.id)
    assert y.exercise.read_text(encoding="utf-8") == "stub\n"
    assert [copy.read_text(encoding="utf-8") for copy in y.saved.glob("*.py")] == ["mine\n"]


@pytest.mark.parametrize("is_brief", [True, False])
def test_further_exercise_is_stated_in_brief_where_the_first_one_was(tmp_path: Path, is_brief: bool) -> None:
    kata, y = find_kata("ridge_regression"), replace(home(tmp_path, "y"), brief_stub="in brief\n")
    first = replace(passed(home(tmp_path, "x")), is_brief=is_brief)
    second_act.begin(y, Act("y", None, "second"), Act("x", None, first.id), first, None)
    found = last(y)
    assert found.is_brief is is_brief
    assert y.exercise.read_text(encoding="utf-8") == ("in brief\n" if is_brief else "stub\n")
    task = Part(kata, y, found).task("Passed.")
    assert task is not None and kata.brief is not None
    assert (task.text == kata.statement, task.text.startswith(kata.brief.text)) == (not is_brief, is_brief)


def test_own_code_stays_and_is_kept(tmp_path: Path) -> None:
    x = home(tmp_path, "x")
    first = passed(x)
    x.exercise.write_text("right\n", encoding="utf-8")
    act = second_act.draw(x, first, {("x", "half"): 0}, 7)
    assert act is not None
    second_act.begin(x, act, Act("x", None, first.id), first, ("right\n", ["loss"]))
    copy, found = backups.last(x.exercise, x.saved), last(x)
    assert copy is not None
    assert [path.read_text(encoding="utf-8") for path in (x.exercise, copy)] == ["right\n"] * 2
    assert (found.attempt.changes, found.attempt.twist) == (("loss",), "half")
    assert found.saved == f"saved/{copy.name}"


def test_too_little_time_prevents_the_second_act(tmp_path: Path) -> None:
    x = home(tmp_path, "x")
    passed(x)
    x.clock.sleep(1139)
    assert last(x).awaits_second
    x.clock.sleep(2)
    assert (last(x).awaits_second, last(x).is_polishing) == (False, True)


NAMES = ["half", "huber", "decay"]


def test_no_twist_returns_before_the_others_have_been_seen(tmp_path: Path) -> None:
    plain, seen = home(tmp_path, "x"), list[str]()
    for seed in range(6):
        seen.append(drawn(NAMES, plain.attempts(), seed))
        replace(plain, twist=seen[-1]).start_interview(10, seed)
    assert sorted(seen[:3]) == sorted(seen[3:]) == sorted(NAMES)
    assert [attempt.twist for attempt in plain.attempts()] == seen
    assert [record.facts["seed"] for record in plain.past().of("interview-started")] == list(range(6))


def test_file_remembers_its_twist_until_a_plain_reset_and_with_undo(tmp_path: Path) -> None:
    plain = home(tmp_path, "x")

    def now() -> str | None:
        return twist_laid_out(plain.past().records)

    assert now() is None
    replace(plain, twist="half").lay_out("reset")
    assert now() == "half"
    plain.exercise.write_text("for half\n", encoding="utf-8")
    plain.lay_out("reset")
    assert now() is None
    copy = backups.last(plain.exercise, plain.saved)
    assert copy is not None
    plain.bring_back(copy)
    assert now() == "half"
    assert plain.exercise.read_text(encoding="utf-8") == "for half\n"
