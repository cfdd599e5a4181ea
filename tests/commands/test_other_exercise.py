"""A file with the class of another exercise: reports say which, and no fix renames the class."""

from pathlib import Path

import pytest

from grader.kata import find_kata
from grader.other_exercise import MISSING, exercises_of

from ..helpers.checkouts import Checkout, checkout

__all__ = ["checkout"]

SCALER = Path("solutions/standard_scaler.py").read_text("utf-8")


def test_report_names_the_exercise_of_the_class(checkout: Checkout) -> None:
    Path("mine.py").write_text(SCALER, "utf-8")
    out = checkout.said("check", "mine.py", "--fix", status=1)
    assert "StandardScaler is the class of standard_scaler" in out
    assert "for standard_scaler, run: python -m grader mine.py --exercise standard_scaler" in out
    assert "No verified fix was found" in out
    assert "fix line" not in out


def test_exercises_of_one_class_are_all_named(checkout: Checkout) -> None:
    path = "exercises/linear_regression.py"
    out = checkout.said("check", path, "--exercise", "standard_scaler", status=1)
    assert "LinearRegression is the class of linear_regression and of normal_equation" in out
    assert "run: python -m grader Or if it is for normal_equation, run: python -m grader" in out


def test_report_names_the_exercise_whose_class_has_the_same_name(checkout: Checkout) -> None:
    source = find_kata("normal_equation").solution_text
    Path("mine.py").write_text(source, "utf-8")
    out = checkout.said("check", "mine.py", status=1)
    assert "Or if it is for normal_equation, run: python -m grader mine.py --exercise normal_equation" in out
    assert "fix the method at line" in out
    for other in (find_kata().solution_text, source.replace("y: Array)", "target: Array)")):
        Path("mine.py").write_text(other.replace("lr: float", "rate: float"), "utf-8")
        assert "normal_equation" not in checkout.said("check", "mine.py", status=1)


def test_report_names_the_exercise_that_asks_for_more_methods(checkout: Checkout) -> None:
    source = find_kata().solution_text
    arguments, said = ("check", "mine.py", "--exercise", "normal_equation"), "if it is for linear_regression"
    Path("mine.py").write_text(source, "utf-8")
    out = checkout.said(*arguments, status=1)
    assert f"Or {said}, run: python -m grader mine.py" in out
    Path("mine.py").write_text(source.replace("def compute_loss", "def cost"), "utf-8")
    assert said not in checkout.said(*arguments, status=1)
    Path("mine.py").write_text(source + "\nx = (", "utf-8")
    assert said not in checkout.said(*arguments, status=1)


def test_batch_says_it_once_for_all_files(checkout: Checkout) -> None:
    for name in ("one.py", "two.py"):
        Path(name).write_text(SCALER, "utf-8")
    out = checkout.said("batch", "one.py", "two.py", status=1)
    typed = "python -m grader batch PATH... --exercise standard_scaler"
    assert f"2 files with the class of standard_scaler. To grade by it: {typed}" in out


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "constant-column",
            "a mistake of standard_scaler. Type: {0} constant-column --exercise standard_scaler",
        ),
        ("twist-ignored", "a mistake of a twist. Type: {0} twist-ignored --twist half"),
        ("loss-halved --twist huber", "a mistake of the plain task. Type: {0} loss-halved --twist none"),
        ("fit-ascends --exercise standard_scaler", "a mistake of linear_regression. Type: {0} fit-ascends"),
    ],
)
def test_explain_says_where_a_mistake_belongs(checkout: Checkout, typed: str, said: str) -> None:
    out = checkout.refusal("explain", *typed.split())
    assert out.endswith(f"{said.format('python -m grader explain')}\n")


def test_report_explains_by_the_twist_that_was_named(checkout: Checkout) -> None:
    Path("mine.py").write_text(find_kata().solution_text, "utf-8")
    out = checkout.run("check", "mine.py", "--twist", "half", status=1)
    assert "\nMore   python -m grader explain twist-ignored --twist half\n" in out
    checkout.run("reset", "--twist", "half", "--yes")
    checkout.solve()
    assert "\nMore   python -m grader explain twist-ignored\n" in checkout.run("check", status=1)


def test_only_a_missing_class_counts() -> None:
    kata = find_kata()
    assert exercises_of(kata, SCALER, [MISSING]) == ["standard_scaler"]
    assert exercises_of(kata, SCALER, ["raises"]) == []
    assert exercises_of(kata, "class Other: ...", [MISSING]) == []
    assert exercises_of(kata, "class (", [MISSING]) == []
