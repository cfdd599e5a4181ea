"""What a report says at its end: what to do next."""

from dataclasses import replace

from grader.report.page import Page

from .test_report import CASES, screen


def test_command_to_run_again_is_the_one_that_was_run() -> None:
    shown = screen(CASES["one_finding"], Page(80), again="python -m grader 'my file.py'")
    assert "mend line 17, then run: python -m grader 'my file.py'" in shown


def test_after_a_pass_the_reference_is_where_it_can_be_seen() -> None:
    shown = screen(CASES["passed"], Page(80))
    assert all(text in shown for text in ("python -m grader compare\n", "python -m grader interview\n"))
    other = replace(CASES["passed"], submission="other.py")
    shown = screen(other, Page(80), again="python -m grader other.py")
    assert "read solutions/linear_regression.py\n" in shown
    assert "python -m grader" not in shown
    reference = replace(other, submission="./solutions/linear_regression.py")
    assert "reference" not in screen(reference, Page(80), again="python -m grader solutions/...")
