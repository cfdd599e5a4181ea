"""The path of descent in closed form, and backwards."""

import numpy as np
import pytest

from grader.engine import descent
from grader.engine.drawn_cases import Cases
from grader.kata import find_kata


@pytest.mark.parametrize("name", ["linear_regression", "ridge_regression"])
def test_the_computed_path_is_that_of_the_steps(name: str) -> None:
    exercise = find_kata(name).declaration
    case, lr, epochs = Cases(exercise, 3)["path"], 0.05, 24
    vectors, numbers, _ = descent.descend(exercise, case, lr, epochs)
    walked = descent.path(exercise, case, lr, epochs, case.start)
    assert np.allclose(walked, np.column_stack([vectors, numbers]), rtol=1e-10)


def test_rounding_errors_that_grow_beyond_all_numbers_raise_nothing() -> None:
    exercise = find_kata("linear_regression").declaration
    case = Cases(exercise, 5)["path"]
    matrix = descent.affine(exercise, case).matrix
    rate = 1 / np.linalg.eigvalsh((matrix + matrix.T) / 2)[0]  # one direction is nearly lost in each step
    assert descent.growth_backwards(exercise, case, float(rate) * (1 + 1e-12), 1_000) == np.inf
