"""The screen of what a submission printed: each method has its own rows."""

from dataclasses import replace

from grader.commands.shared import checking
from grader.kata import find_kata
from grader.report import printed, terminal
from grader.report.page import Page
from grader.submission import Submission
from grader.verdict import Printed, Verdict

from ..helpers.reports import CASES


def shown(*groups: Printed, width: int = 60, encoding: str = "utf-8") -> str:
    """The rows for these groups of printed lines."""
    page = Page(width, encoding)
    verdict: Verdict = replace(CASES["passed"], printed_by=groups)
    printed.show(page, verdict)
    return page.plain()


def test_no_section_is_shown_without_printed_output() -> None:
    assert shown() == ""


def test_a_line_is_counted_where_it_came_more_than_once() -> None:
    lines = (("once", 1, 1), ("a loop", 2000, 1), ("each", 41, 41), ("both", 2000, 14))
    assert shown(Printed("", (("hello", 1, 1),)), Printed("fit", lines)) == (
        "Printed by your code:\n"
        "  at load │ hello\n"
        "  fit     │ once\n"
        "          │ a loop  (2,000 times)\n"
        "          │ each  (in 41 calls)\n"
        "          │ both  (2,000 times in 14 calls)\n"
    )


def test_an_array_is_broken_at_spaces_and_counted_at_its_end() -> None:
    lines = (
        ("[-0.27 1.94 0.62", 8, 8),
        (" 1.61 1.34]", 8, 8),
        ("other", 8, 8),
        ("[[1 2]", 3, 3),
        (" [3 4]]", 2, 2),
    )
    assert shown(Printed("fit", lines), width=40) == (
        "Printed by your code:\n"
        "  fit │ [-0.27 1.94 0.62\n"
        "      │  1.61 1.34]  (in 8 calls)\n"
        "      │ other  (in 8 calls)\n"
        "      │ [[1 2]\n"
        "      │  [3 4]]  (in 2 calls)\n"
    )
    long = " ".join(f"{number}.5" for number in range(12))
    assert shown(Printed("fit", ((long, 8, 8),)), width=40) == (
        "Printed by your code:\n"
        "  fit │ 0.5 1.5 2.5 3.5 4.5 5.5 6.5 7.5\n"
        "      │ 8.5 9.5 10.5 11.5  (in 8 calls)\n"
    )


def test_a_method_that_prints_much_takes_no_rows_of_another() -> None:
    many = tuple((f"epoch {number}", 1, 1) for number in range(50))
    rows = shown(Printed("fit", many, 1_200), Printed("predict", (("a", 1, 1), ("b", 1, 1)))).splitlines()
    assert [row for row in rows if "predict" in row] == ["  predict │ a"]
    assert sum("epoch" in row for row in rows) == 10
    assert "          … 1,240 more lines" in rows
    assert rows[-2:] == ["  python -m grader --html FILE shows more of it, --json the", "  text as it came"]
    page = Page(100)
    printed.show(page, replace(CASES["printed"], truncated=True))
    assert page.plain().endswith("--json the first 10,000 characters\n")


def test_every_one_of_many_methods_has_a_row() -> None:
    names = [f"method_{number}" for number in range(20)]
    rows = shown(*(Printed(name, (("x", 1, 1), ("y", 1, 1))) for name in names))
    assert all(f"  {name}" in rows for name in names)


def test_one_endless_line_takes_twelve_rows_on_a_page_of_any_width() -> None:
    for width in (40, 60, 80, 100):
        rows = shown(Printed("inverse_transform", (("é" * 5_000, 1, 1),)), width=width).splitlines()
        assert sum("é" in row for row in rows) == 12
        assert max(map(len, rows)) <= width
        assert sum("… 1 more line" in row for row in rows) == 1


def test_the_command_for_the_rest_names_the_file_where_a_save_grades_it_again() -> None:
    verdict = CASES["printed"]
    told = checking.background(
        find_kata(), Submission("my file.py", ""), replace(verdict, findings=()), again=""
    )
    shown = terminal.report(replace(verdict, findings=()), told, Page(100)).plain()
    assert "\n  python -m grader 'my file.py' --html FILE shows more of it, --json " in shown


def test_a_warning_is_one_line_that_says_where() -> None:
    path = "/home/me/exercises/linear_regression.py"
    lines = (
        (f"{path}:14: RuntimeWarning: overflow encountered in square", 3, 3),
        ("  return float(np.mean((y_hat - y) ** 2))", 3, 3),
        ("  indented by the learner", 1, 1),
        ("/usr/lib/other.py:7: UserWarning: not about this file", 1, 1),
        ("  its line", 1, 1),
        (
            "/venv/lib/site-packages/numpy/_core/fromnumeric.py:3824: RuntimeWarning: Mean of empty slice",
            1,
            1,
        ),
        ("  return _methods._mean(a, axis=axis, dtype=dtype,", 1, 1),
    )
    assert shown(Printed("fit", lines), width=90) == (
        "Printed by your code:\n"
        "  fit │ line 14: RuntimeWarning: overflow encountered in square  (in 3 calls)\n"
        "      │   indented by the learner\n"
        "      │ /usr/lib/other.py:7: UserWarning: not about this file\n"
        "      │   its line\n"
        "      │ numpy: RuntimeWarning: Mean of empty slice\n"
    )
