"""What `history` says about all exercises: the best times, the next dates, and which one is due first."""

from datetime import UTC, date, timedelta

import pytest

from grader.practice.passes import Passes
from grader.practice.schedule import Plan
from grader.report import history as screen
from grader.report.listing import Listed
from grader.report.page import Page

from ..helpers.clocks import START
from ..helpers.fakes import Fakes, fakes
from ..helpers.goldens import SIZES, empty, hold_against_golden
from .test_history import TITLES, told

__all__ = ["fakes"]

FIRST = Listed(
    "linear_regression", "A", 6, 6, passes=Passes(date(2026, 11, 24), 1440.0), plan=Plan(4, date(2026, 12, 7))
)
OVERDUE = Listed(
    "ridge_regression", "B", 6, 6, passes=Passes(date(2026, 11, 20), None), plan=Plan(1, date(2026, 11, 25))
)
NEW, BROKEN = Listed("standard_scaler", "C", None, 4), Listed("later", "", None, 0, "its stub is missing")


def shown(page: Page, *rows: Listed) -> Page:
    """Put the history with these exercises on the page, nine days after the start."""
    screen.history(page, told(), TITLES, START + timedelta(days=9), UTC, exercises=rows)
    return page


@pytest.mark.parametrize("size", SIZES)
def test_screen_is_the_golden_one(size: str) -> None:
    page = shown(empty(size), FIRST, NEW, OVERDUE, BROKEN)
    hold_against_golden("history", f"all_{size}", page)


def test_first_that_is_due_comes_first_even_in_the_future() -> None:
    overdue = "Due first  ridge_regression, today (it was due on 2026-11-25)\n"
    assert overdue in shown(Page(100), FIRST, OVERDUE).plain()
    ahead = "Due first  linear_regression, on 2026-12-07, in 4 days\n           python -m grader reset\n"
    assert ahead in shown(Page(100), FIRST, NEW).plain()
    assert "All exercises" not in shown(Page(100), NEW, NEW).plain()


def test_one_exercise_alone_is_no_table(fakes: Fakes) -> None:
    assert "All exercises" not in fakes.run("history")
