"""Which candidates come first: the changes that a person would make, in the file's own names and style."""

import ast
from itertools import islice

import pytest

from grader.engine.fix.candidates import candidates
from grader.engine.fix.canonical import canonical
from grader.engine.fix.faults import faults, faults_and_orphans
from grader.engine.fix.text import changes_between
from grader.engine.fix.undo_edits import parts
from grader.kata import find_kata

HEAD = """import numpy as np


class RidgeRegression:
    def __init__(self, n_features, strength=1.0):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.strength = strength

"""
LOSS = """    def compute_loss(self, y_hat, y):
        residual = y_hat - y
        return {}
"""
FIT = """    def fit(self, X, y, lr=0.01, epochs=1000):
        n, w, b, losses = len(X), self.w, self.b, []
        for _ in range(epochs):
            e = X @ w + b - y
            losses.append({})
            w = w - lr * ({})
            b = b - lr * 2 / n * e.sum()
        self.w, self.b = w, b
        return losses
"""
PENALISED = "e @ e / n + self.strength * np.sum(w * w)"
SLOPE = "2 / n * X.T @ e + 2 * self.strength * w"


def line_of(text: str, part: str) -> int:
    """The number of the line that contains `part` first."""
    return text[: text.index(part)].count("\n") + 1


def first_changes(
    exercise: str, text: str, mistake: str, blamed: str, count: int, step: str = ""
) -> list[list[str]]:
    """The code that each of the first candidates inserts, for a mistake on the line containing `blamed`."""
    declared, line = find_kata(exercise).declaration, line_of(text, blamed)
    step = step or declared.catalogue()[mistake].step
    some = islice(candidates(declared, text, step, [line], {mistake: line}), count)
    return [[change.text.strip() for change in changes_between(text, new)] for new in some]


@pytest.mark.parametrize(
    ("method", "wrong", "step", "mistake", "right"),
    [
        (LOSS, ["residual.mean() + self.strength * (self.w @ self.w)"], "loss", "loss-not-squared",
         "return (residual ** 2).mean() + self.strength * (self.w @ self.w)"),
        (LOSS, ["(residual * residual).mean() + self.strength * np.linalg.norm(self.w)"], "loss",
         "loss-penalty-norm", "return (residual * residual).mean() + self.strength * np.sum(self.w ** 2)"),
        (FIT, ["e @ e / n", SLOPE], "fit", "loss-not-penalised",
         "losses.append(e @ e / n + self.strength * np.sum(w ** 2))"),
        (FIT, [PENALISED, "2 / n * X.T @ e"], "fit", "gradient-not-penalised", f"w = w - lr * ({SLOPE})"),
    ],
)  # fmt: skip
def test_the_formula_of_a_mistake_is_undone_in_the_names_of_the_file(
    method: str, wrong: list[str], step: str, mistake: str, right: str
) -> None:
    text = HEAD + method.format(*wrong)
    assert [right] in first_changes("ridge_regression", text, mistake, right.partition("(")[0], 4, step)


def test_two_mistakes_of_a_step_are_undone_together() -> None:
    text = HEAD + LOSS.format("(residual ** 2).sum() - self.strength * np.sum(self.w ** 2)")
    line = line_of(text, "return")
    mistakes = {"loss-not-averaged": line, "loss-penalty-sign-flipped": line}
    some = candidates(find_kata("ridge_regression").declaration, text, "loss", [line], mistakes)
    right = "return (residual ** 2).mean() + self.strength * np.sum(self.w ** 2)\n"
    assert any(right in found for found in islice(some, 60))


def test_a_comparison_that_was_meant_to_store() -> None:
    text = HEAD + FIT.format(PENALISED, SLOPE).replace("b = b -", "b == b -")
    line = line_of(text, "b == b")
    first = next(candidates(find_kata("ridge_regression").declaration, text, "fit", [line]))
    assert first == text.replace("b == b", "b = b")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2 / len(y) * X.T @ e", "2 * (e @ X) / X.shape[0]"),
        ("np.mean((X @ v - y) ** 2)", "np.sum(np.square(X @ v - y)) / len(y)"),
        ("a * a + b", "b + a ** 2"),
        ("np.linalg.norm(v) ** 2", "np.sqrt(v @ v) ** 2.0"),
        ("x / len(y - z)", "x / X.shape[0] * 1"),
        ("n ** 2 / (X @ v).shape[0] ** 2", "n * n / len(X) / len(y)"),
    ],
)
def test_spellings_of_one_expression_are_one(one: str, other: str) -> None:
    same = [ast.dump(canonical(ast.parse(s, mode="eval").body, ("X", "y"))) for s in (one, other)]
    assert same[0] == same[1]


def test_what_differs_is_not_made_one() -> None:
    pairs = [("a - b", "b - a"), ("len(v)", "len(X)"), ("a / b", "b / a"), ("len(X.T)", "len(X)")]
    for one, other in pairs:
        said = [ast.dump(canonical(ast.parse(s, mode="eval").body, ("X", "y"))) for s in (one, other)]
        assert said[0] != said[1]


def test_the_parts_in_which_a_wrong_formula_differs() -> None:
    pairs = parts(find_kata("linear_regression").declaration, "loss-root")
    assert [ast.unparse(right) for right, _ in pairs][:1] == ["np.mean((y_hat - y) ** 2)"]
    assert not parts(find_kata("linear_regression").declaration, "raises")


def test_edits_count_the_names_they_leave_unused() -> None:
    text = HEAD + "    def _sum(self, v):\n        return v.sum()\n"
    assert faults_and_orphans(text) == (0, frozenset({".w", ".b", ".strength", "_sum"}))
    used = text + LOSS.format("self._sum(residual ** 2) + self.strength")
    assert faults_and_orphans(used) == (0, frozenset({".w", ".b", "compute_loss"}))
    assert faults_and_orphans("def f(:") == (float("inf"), frozenset())
    assert faults("class A:\n    x = f()[0]\n    return x\n    y = self.f(1)[0]\n") == 2
