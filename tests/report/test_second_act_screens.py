"""The screens of a second act: what it asks for, the debrief of both acts, and the history with twists."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from grader.kata import find_kata
from grader.practice.debrief import debrief
from grader.practice.history import history
from grader.practice.journal import JournalRecords
from grader.practice.schedule import Plan
from grader.report import debrief as debrief_screen
from grader.report import history as history_screen
from grader.report import task as screen
from grader.report.listing import ExerciseSummary, TaskSummary

from ..helpers.clocks import START
from ..helpers.goldens import SIZES, empty, hold_against_golden
from ..helpers.interviews import NAME, answer, debriefed, ended, stands
from ..helpers.stories import STEPS, passing, record, run
from ..practice.test_second_act import BOTH, DAY, SECOND, changing, half_way

KATA = find_kata()
HALF = KATA.twisted("half")
KEPT = "exercises/.grader/saved/linear_regression-0001-20261124T183000Z.py"
TWIST = screen.Task(
    exercise="linear_regression",
    twist="momentum",
    title="fit descends with momentum 0.9",
    before="half",
    text="- fit(X, y, lr=0.01, epochs=1000): one step per epoch, with momentum.",
    file="exercises/linear_regression.py",
    kept=KEPT,
    passed="Passed in 10:00 of 30 minutes.",
)
FURTHER = replace(
    TWIST,
    exercise="standard_scaler",
    twist=None,
    title="",
    before=None,
    text=find_kata("standard_scaler").statement,
    file="exercises/standard_scaler.py",
)
TALKED = (
    *BOTH,
    ended(950, "passed", SECOND),
    answer(960, "why-divide-by-n", right=True),
    answer(970, "half-same-steps", right=False, name=SECOND),
    debriefed(990, SECOND),
)
LATER = (
    record(DAY, "laid-out", how="reset", saved=None, twist="half"),
    *passing(DAY, 100, 500)[1:],
    record(2 * DAY, "laid-out", how="reset", saved=None, twist="half"),
    *passing(2 * DAY, 90, 400)[1:],
    *passing(3 * DAY, 80, 550),
    *passing(4 * DAY, 70, 450),
)
OTHERS = (
    TaskSummary("half", False, 400.0, Plan(4, date(2026, 11, 30))),
    TaskSummary("half", True, 300.0, None),
)
ROWS = (
    ExerciseSummary(
        "linear_regression",
        "A",
        6,
        6,
        "",
        date(2026, 11, 28),
        (TaskSummary(None, False, 450.0, Plan(8, date(2026, 12, 6))), *OTHERS),
    ),
    ExerciseSummary("standard_scaler", "B", None, 4),
)


@pytest.mark.parametrize("size", SIZES)
def test_second_act_is_the_golden_one(size: str) -> None:
    page = empty(size)
    screen.offered(page)
    for task in (TWIST, FURTHER):
        page.blank()
        screen.announced(page, task)
    page.blank()
    screen.announced(page, FURTHER, short=True)
    hold_against_golden("second_act", f"asked_{size}", page)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("is_passed", [True, False], ids=["passed", "time"])
def test_debrief_tells_both_acts(size: str, is_passed: bool) -> None:
    records = (
        TALKED if is_passed else (*BOTH[:-5], *changing(610), half_way(700), ended(1800, "time", SECOND))
    )
    found = []
    for name, kata in ((NAME, KATA), (SECOND, HALF)):
        state = stands(*records, at=2000, name=name)
        steps = state.attempt.timed_steps(STEPS)
        found.append(debrief(state, records, steps, kata.rubric, kata.questions))
    page = empty(size)
    second = debrief_screen.ActDebrief("linear_regression", found[1], HALF.catalogue)
    debrief_screen.debrief(
        page, [debrief_screen.ActDebrief("linear_regression", found[0], KATA.catalogue), second]
    )
    hold_against_golden("second_act", f"debrief_{'passed' if is_passed else 'time'}_{size}", page)


@pytest.mark.parametrize("size", SIZES)
def test_history_keeps_twists_apart(size: str) -> None:
    told = history("linear_regression", STEPS, JournalRecords((*TALKED, *LATER)))
    page = empty(size)
    history_screen.history(page, told, {}, START + timedelta(days=6), exercises=ROWS)
    hold_against_golden("second_act", f"history_{size}", page)
    assert [attempt.number for attempt in told.attempts if told.is_best(attempt)] == [2, 4, 6]


def test_old_journals_tell_of_no_second_act() -> None:
    state = stands(*BOTH[:2], run(100, 2), at=200)
    assert (state.wants_second, state.awaits_second) == (False, False)
    assert state.first is state.second is None
