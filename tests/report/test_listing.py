"""The list of exercises, with the steps and checks of one, what last passed, and the next commands."""

from datetime import date

import pytest

from grader.practice.runs import GradedRun
from grader.report import listing
from grader.report.listing import ExerciseSummary, TaskSummary
from grader.report.page import Page, cells

from ..helpers.goldens import empty, hold_against_golden
from ..helpers.reports import CHECKS, FILE

NAME = "linear_regression"
ALL = [
    ExerciseSummary(
        NAME, "LinearRegression", 6, 6, "", date(2026, 11, 24), (TaskSummary(None, False, 1440.0, None),)
    ),
    ExerciseSummary("standard_scaler", "StandardScaler", None, 4),
    ExerciseSummary("ridge_regression", "RidgeRegression", 5, 6, "", date(2026, 11, 20)),
    ExerciseSummary("logistic_regression", "LogisticRegression", 2, 7),
    ExerciseSummary("later", "", None, 0, "its stub is missing"),
]
STEPS = dict(zip(CHECKS, ("passed", "passed", "failed", "blocked", "todo", "todo"), strict=True))
RUN = GradedRun("failed", STEPS, checks={"loss": ("values", "gone"), "gradients": ("shapes",)})


@pytest.mark.parametrize("size", ["80", "60", "ascii"])
def test_exercises_are_the_golden_ones(size: str) -> None:
    hold_against_golden("list", f"exercises_{size}", listing.exercises(ALL, empty(size)))


@pytest.mark.parametrize("size", ["80", "60", "ascii"])
def test_steps_are_the_golden_ones(size: str) -> None:
    page = listing.steps("standard_scaler", CHECKS, RUN, "exercises/standard_scaler.py", empty(size), {})
    hold_against_golden("list", f"steps_{size}", page)


@pytest.mark.parametrize("width", [40, 60, 64, 65, 80])
def test_list_never_breaks_the_path(width: int) -> None:
    shown = listing.steps(NAME, CHECKS, None, FILE, Page(width), {})
    assert FILE in shown.plain()
    assert all(cells(row) <= width for row in shown.plain().splitlines())
