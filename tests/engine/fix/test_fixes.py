"""Fixes: when applied they pass with other data; what is shown fits the file; dangerous code does no harm."""

import ast
from pathlib import Path

import pytest

from grader.engine.fix.candidates import candidates
from grader.engine.fix.code.text import applied, changes_between, lines_of, touch
from grader.engine.fix.reference.methods_at_once import whole_methods
from grader.engine.fix.tidy.leftovers import leftovers, without_leftovers
from grader.fixing import corrected
from grader.kata import find_kata

from ...helpers.graded import fixed_text, graded_text
from ...helpers.paths import SUBMISSIONS

FIXED: list[object] = [
    "linear_regression/wrong/fit_ascends__the_bias_alone.py",
    "linear_regression/wrong/gradient_missing_transpose__double_transpose.py",
    "linear_regression/wrong/mutates_input__in_a_helper_of_two.py",
    "linear_regression/wrong/loss_penalised__ridge.py",
    "standard_scaler/wrong/divides_by_features.py",
    "ridge_regression/wrong/minus_alpha.py",
    # A whole method is replaced, but its right parts are kept:
    "linear_regression/wrong/fit_has_momentum__adam.py",
    pytest.param("linear_regression/wrong/fit_stochastic__sample_by_sample.py", marks=pytest.mark.slow),
    pytest.param("linear_regression/wrong/fit_history_missing__parameters_only.py", marks=pytest.mark.slow),
]
REWRITTEN = '''
import numpy as xp


class LinearRegression:
    def __init__(self, n_features):
        self.w = xp.zeros(n_features)
        self.b = 0.0

    def predict(self, data):
        """Predictions."""
        if data.ndim != 2:
            raise ValueError("data is not (n, d)")
        out = []
        for row in data:
            out.append(self._one(row))
        return xp.array(out)

    def _one(self, row):
        return row @ self.w + self.b

    def fit(self, X, y, lr=0.01, epochs=1000):
    \thistory = []
    \tfor epoch in range(epochs):  # all of them
    \t\tguess = self.predict(X)
    \t\thistory.append(self.compute_loss(guess, y))  # before the step
    \t\tpick = xp.random.randint(len(y))
    \t\tdw, db = self.compute_gradients(X[[pick]], y[[pick]], guess[[pick]])
    \t\tself.w = self.w - lr * dw
    \t\tself.b = self.b - lr * db
    \treturn history
'''
DANGEROUS = """
import os
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        if len(X) < 0:
            os.remove(PLACE)
        return X @ self.w - self.b
"""


@pytest.mark.parametrize("name", FIXED)
def test_an_applied_fix_passes_with_another_seed(name: str) -> None:
    source, exercise = (SUBMISSIONS / name).read_text("utf-8"), name.partition("/")[0]
    verdict = fixed_text(source, find_kata(exercise))
    assert verdict.fixed
    assert all(finding.fix for finding in verdict.errors)
    assert graded_text(corrected(source, verdict), find_kata(exercise), 77).verdict == "passed"


def test_nothing_is_looked_for_where_nothing_is_wrong() -> None:
    source = Path("solutions/linear_regression.py").read_text("utf-8")
    assert fixed_text(source).fixed is None


def test_a_dangerous_candidate_is_contained(tmp_path: Path) -> None:
    place = tmp_path / "kept"
    place.write_text("here", "utf-8")
    source = DANGEROUS.replace("PLACE", repr(str(place)))
    verdict = fixed_text(source)
    assert place.exists()
    assert [f.fix for f in verdict.errors] == [
        changes_between(source, source.replace("- self.b", "+ self.b"))
    ]


LOOP = """
def fit(X, y):
    n = len(y)
    w = 0.0
    for _ in range(3):
        error = w - y
        w = w - error / n
        half, rest = w / 2, error
        print(half)
    return y
"""


def test_locals_that_nothing_needs_are_left_out() -> None:
    assert len(leftovers(LOOP)) == 1  # printed values are needed, and so is everything that they depend on
    alone = LOOP.replace("print(half)", "pass")
    assert len(leftovers(alone)) == 6
    tidy = without_leftovers(LOOP, alone)
    assert "error" not in tidy
    assert "pass" in tidy
    assert without_leftovers(alone, alone) == alone  # code that was unused before the fix stays
    assert not leftovers("def f(:")


def test_what_is_off_limits_gets_no_fix(tmp_path: Path) -> None:
    source = DANGEROUS.replace("PLACE", repr(str(tmp_path / "x"))).replace("< 0", "> 0")
    assert fixed_text(source).fixed is False


def test_candidates_keep_comments_and_ends_of_lines() -> None:
    exercise = find_kata("linear_regression").declaration
    source = DANGEROUS.replace("- self.b", "- self.b  # é: the bias").replace("\n", "\r\n")
    found = list(candidates(exercise, source, "predict", [14]))
    assert found
    assert all("é: the bias\r\n" in text for text in found[:20])
    for text in found:
        ast.parse(text)
        assert applied(source, changes_between(source, text)) == text


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("import numpy as np\n", ""),
        ("import numpy as np\n", "import nunpy as np\n"),
        ("class LinearRegression:\n", "class LinearRegresion:\n"),
        ("    def predict(self, X: Array) -> Array:\n", "    def predict(self, X: Array) -> Array\n"),
        ("        return X @ self.w + self.b\n", "        return (X @ self.w + self.b\n"),
        ("        error = y_hat - y\n", "          error = y_hat - y\n"),
        ("    def compute_loss(", "    def compute_los("),
        ("    def __init__(", "    def _init_("),
        ("lr: float = 0.01, epochs: int = 1000", "epochs: int = 1000, lr: float = 0.01"),
    ],
)
def test_a_slip_that_keeps_the_file_from_loading(right: str, wrong: str) -> None:
    solution = Path("solutions/linear_regression.py").read_text("utf-8")
    verdict = fixed_text(solution.replace(right, wrong, 1))
    assert verdict.fixed
    assert len({change for finding in verdict.errors for change in finding.fix or ()}) == 1
    assert "lr: int" not in corrected(solution.replace(right, wrong, 1), verdict)


def whole(method: str, line: int, source: str = REWRITTEN) -> str:
    """The text that rewriting one whole method adds, without the lines that it keeps."""
    exercise = find_kata("linear_regression").declaration
    solution = Path("solutions/linear_regression.py").read_text("utf-8")
    *_, text = whole_methods(exercise, source, [method], [line], solution)
    ast.parse(text)
    return "".join(change.text for change in changes_between(source, text))


def test_a_whole_method_keeps_what_is_right() -> None:
    new = whole("fit", 27)
    assert new == "    \t\tdw, db = self.compute_gradients(X, y, guess)\n"


def test_a_whole_method_keeps_a_value_that_is_named_first() -> None:
    named = "now = self.compute_loss(guess, y)\n    \t\thistory.append(now)"
    source = REWRITTEN.replace("history.append(self.compute_loss(guess, y))", named)
    assert whole("fit", 27, source) == "    \t\tdw, db = self.compute_gradients(X, y, guess)\n"


def test_a_whole_method_keeps_guards_and_drops_helpers_of_no_use() -> None:
    assert whole("predict", 15) == "        return data @ self.w + self.b\n"


def test_changes_are_whole_lines() -> None:
    old, new = "a\nb\nc\n", "a\nx\nc\nd\n"
    changes = changes_between(old, new)
    assert [(c.start, c.end, c.text) for c in changes] == [(2, 2, "x\n"), (4, 3, "d\n")]
    assert applied(old, changes) == new
    assert lines_of("a\r\nb\rc") == ["a\r\n", "b\r", "c"]
    assert touch(changes, changes[:1])
    assert not touch(changes[:1], changes[1:])
