"""The steps with their checks, and the commands to go on."""

import pytest

from grader.report import listing
from grader.report.page import Page, cells

from .test_report import CHECKS, FILE


def test_list_names_steps_checks_and_commands() -> None:
    shown = listing.steps("linear_regression", CHECKS, None, FILE, Page(60)).plain()
    flat = " ".join(shown.split())
    assert all(f"{n}. {name} " in shown for n, name in enumerate(CHECKS, 1))
    assert all(check in flat for checks in CHECKS.values() for check in checks)
    assert "python -m grader explain MISTAKE" in shown


@pytest.mark.parametrize("width", [40, 60, 64, 65, 80])
def test_list_never_breaks_the_path(width: int) -> None:
    shown = listing.steps("linear_regression", CHECKS, None, FILE, Page(width))
    assert FILE in shown.plain()
    assert all(cells(row) <= width for row in shown.plain().splitlines())
