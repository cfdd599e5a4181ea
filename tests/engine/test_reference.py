"""The right numbers are consistent: computed in closed form, they equal those computed step by step."""

import numpy as np
import pytest

from grader.engine.declaration.case import Case
from grader.engine.declaration.drawn_cases import Cases, same_rows
from grader.engine.training import descent
from grader.katas.linear_regression.exercise import EXERCISE


def descended(case: Case, lr: float, epochs: int, start: descent.State) -> np.ndarray:
    """The parameters after 0, 1, ... epochs, computed without any code of the engine."""
    theta, A = np.append(*start), np.column_stack([case.X, np.ones(case.n)])
    found = [theta]
    for _ in range(epochs):
        theta = theta - lr * 2 / case.n * A.T @ (A @ theta - case.y)
        found.append(theta)
    return np.array(found)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("lr", [0.0, 0.06, 0.3])
def test_the_way_all_at_once_is_that_of_descent(seed: int, lr: float) -> None:
    cases = Cases(EXERCISE, seed)
    for case in (cases["path"], cases["easy"], cases["path_square"]):
        for start in (case.start, (np.zeros(case.d), 0.0)):
            states, losses = descent.descend(EXERCISE, case, lr, 20, start)
            wanted = np.array([np.append(*state) for state in states])
            assert wanted == pytest.approx(descended(case, lr, 20, start), rel=1e-9, abs=1e-9)
            found = descent.path(EXERCISE, case, lr, 20, start)
            assert found == pytest.approx(wanted, rel=1e-9, abs=1e-9)
            errors = [case.X @ w + b - case.y for w, b in states]
            assert losses == pytest.approx([float(np.mean(error**2)) for error in errors])


def test_lifting_is_descending_backwards() -> None:
    case = Cases(EXERCISE, 1)["path"]
    end = descent.descend(EXERCISE, case, 0.06, 5).end
    w, b = descent.lift(EXERCISE, case, end, 0.06, 5)
    assert w == pytest.approx(case.state["w"])
    assert b == pytest.approx(case.state["b"])


def test_descent_ends_at_the_least_squares_answer() -> None:
    case = Cases(EXERCISE, 1)["easy"]
    best = np.append(*descent.best(EXERCISE, case))
    found = descent.path(EXERCISE, case, 0.3, 1_000, case.start)[-1]
    assert found == pytest.approx(best)
    A = np.column_stack([case.X, np.ones(case.n)])
    assert best == pytest.approx(np.linalg.lstsq(A, case.y, rcond=None)[0])


def test_cases_of_one_row_are_told_apart_by_name() -> None:
    cases = Cases(EXERCISE, 1)
    assert same_rows(cases["path"]).name != same_rows(cases["large"]).name
