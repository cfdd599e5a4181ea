"""A long descent is computed in closed form, and equals a sequence of short ones."""

from dataclasses import replace

import numpy as np
import pytest

from grader.engine.declaration.drawn_cases import Cases
from grader.engine.declaration.formula import Formula
from grader.engine.training import descent
from grader.kata import find_kata


@pytest.mark.parametrize("name", ["linear_regression", "ridge_regression"])
def test_a_long_way_is_made_of_short_ones(name: str) -> None:
    exercise = find_kata(name).declaration
    case, lr, short = Cases(exercise, 3)["path"], 0.05, descent.FEW
    assert descent.is_computed(exercise, 3 * short)
    assert not descent.is_computed(exercise, short)
    states, losses = descent.descend(exercise, case, lr, 3 * short)
    assert len(states) == len(losses) == 3 * short + 1
    state = case.start
    for begun in range(0, 3 * short, short):
        way = descent.descend(exercise, case, lr, short, state)
        for seen, wanted in zip(states[begun : begun + short + 1], way.states, strict=True):
            assert np.allclose(np.append(*seen), np.append(*wanted), rtol=1e-10)
        assert np.allclose(losses[begun : begun + short + 1], way.losses, rtol=1e-10)
        state = way.end


def test_losses_that_are_not_quadratic_are_worked_out_one_by_one() -> None:
    exercise = find_kata("linear_regression").declaration
    right = exercise.formula
    lines = {**right.lines, right.headers["compute_loss"]: ("return np.sqrt(np.mean((y_hat - y) ** 2))",)}
    rooted = replace(exercise, formula=Formula(right.class_name, lines, right.right))
    case, epochs = Cases(exercise, 3)["path"], 2 * descent.FEW
    squares = descent.descend(exercise, case, 0.05, epochs).losses
    assert np.allclose(np.square(descent.descend(rooted, case, 0.05, epochs).losses), squares, rtol=1e-10)


def test_rounding_errors_that_grow_beyond_all_numbers_raise_nothing() -> None:
    exercise = find_kata("linear_regression").declaration
    case = Cases(exercise, 5)["path"]
    matrix = descent.affine(exercise, case).matrix
    rate = 1 / np.linalg.eigvalsh((matrix + matrix.T) / 2)[0]  # one direction is nearly lost in each step
    assert descent.growth_backwards(exercise, case, float(rate) * (1 + 1e-12), 1_000) == np.inf
