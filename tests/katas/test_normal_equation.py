"""The normal equation: what counts as a minimiser, and how a wrong solution is detected."""

import numpy as np
import pytest

from grader.engine.asking.answers import computed
from grader.engine.declaration.drawn_cases import Cases
from grader.katas.normal_equation import data
from grader.katas.normal_equation.exercise import EXERCISE
from grader.katas.normal_equation.mistakes import descends, penalised, unsolved

CASES = Cases(EXERCISE, 3)
FIT = EXERCISE.method("fit")
DEPENDENT = ("square", "pair", "broad", "one_sample", "lone", "wild", "zeros", "columns_twice", "dummies")
INDEPENDENT = ("tall", "wide", "one_feature", "integers", "large", "vast", "small_values", "float32")


def best(name: str) -> np.ndarray:
    """The minimiser of a case with the smallest norm."""
    case = CASES[name]
    found: np.ndarray = np.linalg.lstsq(data.with_ones(case), case.y, rcond=None)[0]
    return found


def said(name: str, theta: np.ndarray) -> str:
    """What is wrong with theta, which is w followed by b; empty if nothing is."""
    return data.no_minimiser(CASES[name], (theta[:-1], theta[-1]))


def test_each_step_has_its_own_data() -> None:
    assert all(data.dependent(CASES[name]) for name in DEPENDENT)
    assert not any(data.dependent(CASES[name]) for name in INDEPENDENT)
    assert {case.name for case in CASES.main("fit")} == {"tall", "wide"}
    assert any(not CASES[name].X.any(axis=0).all() for name in DEPENDENT)


@pytest.mark.parametrize("name", [*DEPENDENT, *INDEPENDENT])
def test_formula_finds_a_minimiser(name: str) -> None:
    numbers = computed(EXERCISE, FIT, CASES[name], {})
    assert not isinstance(numbers, str)
    assert data.no_minimiser(CASES[name], numbers) == ""


@pytest.mark.parametrize("name", ["tall", "columns_twice"])
def test_what_is_allowed_beside_the_smallest_sum(name: str) -> None:
    case, theta = CASES[name], best(name)
    least, unit = data.smallest(case), np.append(np.zeros(case.d), 1.0)
    allowed = np.sqrt(1e-6 * (least + np.sum(case.y**2)) / case.n)  # the sum grows by n * (change of b) ** 2
    assert said(name, theta + 0.99 * allowed * unit) == ""
    assert said(name, theta + 1.01 * allowed * unit).startswith("the sum of squared residuals is ")
    assert said(name, theta * np.nan) == "w or b holds NaN or infinity"


def test_any_minimiser_is_right_where_there_are_many() -> None:
    apart = np.zeros(5)
    apart[[0, 3]] = 1.0, -1.0
    assert said("columns_twice", best("columns_twice") + 100 * apart) == ""
    assert said("wide", best("wide") + 0.5 * apart) != ""


def test_predicates_hold_for_their_mistake_and_not_for_the_minimum() -> None:
    case, theta = CASES["tall"], best("tall")
    A = data.with_ones(case)
    shrunk = np.linalg.solve(A.T @ A + 0.3 * np.eye(4), A.T @ case.y)
    moment = A.T @ case.y / 7
    right = (theta[:-1], theta[-1])
    assert penalised(case, (shrunk[:-1], shrunk[-1]))
    assert unsolved(case, (moment[:-1], moment[-1]))
    assert descends(case, (0.5 * theta[:-1], 0.5 * theta[-1]))
    assert not unsolved(case, right)
    assert not penalised(case, (1.1 * theta[:-1], theta[-1]))
    assert not unsolved(case, (shrunk[:-1], shrunk[-1]))


@pytest.mark.parametrize("seed", range(60))
def test_a_jitter_is_judged_alike_on_every_seed(seed: int) -> None:
    """A multiple JITTER of the identity is never seen, and ten times as much always is."""
    cases = Cases(EXERCISE, seed)
    judged = [case for _, case in cases.odder("fit")] + [cases["tall"], cases["square"], cases["one_feature"]]
    assert all(data.lost_by(data.JITTER, case) < data.SLACK for case in judged)
    assert any(data.lost_by(10 * data.JITTER, case) > 2 * data.SLACK for case in judged)
