"""The end of a report, which says what to do next."""

from dataclasses import replace

from grader.report.page import Page

from ..helpers.reports import CASES, SYNTAX, UNDIVIDED, screen, verdict


def test_command_to_run_again_is_the_one_that_was_run() -> None:
    shown = screen(CASES["one_finding"], Page(80), again="python -m grader 'my file.py'")
    assert "fix line 17, then run: python -m grader 'my file.py'" in shown


def test_after_a_pass_the_reference_is_where_it_can_be_seen() -> None:
    shown = screen(CASES["passed"], Page(80))
    assert all(text in shown for text in ("python -m grader compare\n", "python -m grader interview\n"))
    other = replace(CASES["passed"], submission="other.py")
    shown = screen(other, Page(80), again="python -m grader other.py")
    assert "read solutions/linear_regression.py\n" in shown
    assert "python -m grader" not in shown
    reference = replace(other, submission="./solutions/linear_regression.py")
    assert "reference" not in screen(reference, Page(80), again="python -m grader solutions/...")


def test_first_line_of_a_method_stands_for_all_of_it() -> None:
    lines = ["class A:", "    def compute_gradients(self, X, y, y_hat):", "        return 0"]
    for line, what in (
        (1, "line 1"),
        (2, "the method at line 2"),
        (3, "line 3"),
        (9, "line 9"),
        (None, "this"),
    ):
        shown = screen(verdict("failed", {}, replace(UNDIVIDED, line=line)), Page(80), lines)
        assert f"Next   fix {what}, then run: python -m grader\n" in shown
    shown = screen(verdict("failed", {}, replace(SYNTAX, line=2)), Page(80), lines)
    assert "Next   fix line 2, then" in shown
