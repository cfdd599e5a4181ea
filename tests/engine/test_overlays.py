"""Two mistakes in one method are both named, or the pair is listed as masking each other."""

from pathlib import Path
from types import SimpleNamespace
from zlib import crc32

import numpy as np
import pytest

from grader.catalogue import Mistake
from grader.engine.diagnose.overlay import overlays
from grader.engine.diagnose.training.path_overlay import _rates
from grader.engine.training import descent
from grader.engine.training.trajectory import LR
from grader.kata import find_kata
from grader.katas.linear_regression.formula import FORMULA

from ..helpers.graded import errors, graded
from .overlaid import Names, Overlays

STEPS = ("predict", "loss", "gradients")
GRADED_EACH_RUN = {"predict": 3, "loss": 6, "gradients": 16}

# What is named instead of a pair, for each way of making both mistakes together.
MASKED: dict[tuple[str, str], set[Names]] = {
    # The same numbers have two names; one of them is given.
    ("predict-ignores-bias", "predict-transposes-x"): {("predict-ignores-bias", "predict-swaps-operands")},
    ("predict-subtracts-bias", "predict-transposes-x"): {
        ("predict-subtracts-bias", "predict-swaps-operands")
    },
    # The mean over all pairs of sample and target is the mean over the samples if nothing is squared.
    ("loss-not-squared", "loss-broadcasts"): {("loss-not-squared",)},
    ("loss-square-of-mean", "loss-broadcasts"): {("loss-square-of-mean",)},
    # The square of y alone is taken without the residual.
    ("loss-broadcasts", "loss-wrong-value"): {("loss-wrong-value",)},
    # The catalogue has unsquared residuals with both signs.
    ("loss-not-squared", "loss-sign-flipped"): {("loss-not-squared",)},
    # The root of each square is the absolute value.
    ("loss-root", "loss-not-scalar"): {("loss-absolute", "loss-not-scalar")},
    # The mean over the features divides by d.
    ("gradient-weights-not-divided-by-n", "gradient-weights-collapsed"): {
        ("gradient-divided-by-features", "gradient-weights-collapsed"),
        ("gradient-weights-not-divided-by-n", "gradient-weights-collapsed"),
    },
    # Both halves make the whole, and the whole combined with one half leaves the other half.
    ("gradient-weights-not-divided-by-n", "gradient-bias-not-divided-by-n"): {("gradient-not-divided-by-n",)},
    ("gradient-weights-missing-factor-two", "gradient-bias-missing-factor-two"): {
        ("gradient-missing-factor-two",)
    },
    ("gradient-weights-sign-flipped", "gradient-bias-sign-flipped"): {("gradient-sign-flipped",)},
    ("gradient-sign-flipped", "gradient-weights-sign-flipped"): {("gradient-bias-sign-flipped",)},
    ("gradient-sign-flipped", "gradient-bias-sign-flipped"): {("gradient-weights-sign-flipped",)},
    # db is one value per sample, with or without the division.
    ("gradient-bias-not-divided-by-n", "gradient-bias-not-summed"): {("gradient-bias-not-summed",)},
    ("gradient-weights-not-divided-by-n", "gradient-bias-not-summed"): {
        ("gradient-not-divided-by-n", "gradient-bias-not-summed"),
        ("gradient-weights-not-divided-by-n", "gradient-bias-not-summed"),
    },
    # The derivative of the absolute error has no 2.
    ("gradient-missing-factor-two", "gradient-of-absolute-error"): {("gradient-of-absolute-error",)},
    # The square of the residual does not depend on its sign.
    ("gradient-sign-flipped", "gradient-of-squared-residual"): {
        ("gradient-of-squared-residual",),
        ("gradient-sign-flipped", "gradient-of-squared-residual"),
    },
    # A missing transpose gives numbers only if n equals d.
    ("gradient-missing-transpose", "gradient-divided-by-features"): {("gradient-missing-transpose",)},
    # Without the features, dw may be the same number as db.
    ("gradient-ignores-features", "gradient-returned-swapped"): {
        ("gradient-ignores-features",),
        ("gradient-ignores-features", "gradient-returned-swapped"),
    },
    # The sum over all pairs is n times the sum over the samples.
    ("gradient-ignores-features", "gradient-broadcasts"): {
        ("gradient-not-divided-by-n", "gradient-ignores-features")
    },
}
# Different names for the same numbers.
EITHER = {"predict-transposes-x": "predict-swaps-operands"}


@pytest.mark.parametrize("step", STEPS)
def test_both_are_named_or_the_pair_is_known_to_mask_itself(step: str) -> None:
    table = Overlays(step)
    named = {(one.id, two.id): table.named((one, two)) for one, two in table.pairs()}
    masked = {pair: found for pair, found in named.items() if found != {pair}}
    assert masked == {pair: found for pair, found in MASKED.items() if pair in named}


def test_masked_pairs_can_be_laid_over_each_other() -> None:
    there = {(one.id, two.id) for step in STEPS for one, two in Overlays(step).pairs()}
    assert set(MASKED) <= there


def cases() -> list[object]:
    """The unmasked pairs, as parameters; some are graded on every run, all of them with `--all`."""
    found: list[object] = []
    for step in STEPS:
        pairs = [pair for pair in Overlays(step).pairs() if (pair[0].id, pair[1].id) not in MASKED]
        pairs.sort(key=lambda pair: crc32(f"{pair[0].id}+{pair[1].id}".encode()))
        for number, pair in enumerate(pairs):
            marks = [] if number < GRADED_EACH_RUN[step] else [pytest.mark.slow]
            found.append(pytest.param(pair, id=f"{pair[0].id}+{pair[1].id}", marks=marks))
    return found


@pytest.mark.parametrize("pair", cases())
def test_both_are_named_by_the_whole_grader(pair: tuple[Mistake, Mistake], tmp_path: Path) -> None:
    verdict = graded(FORMULA.source(next(overlays(pair))), tmp_path)
    found = {EITHER.get(name, name) for name in errors(verdict)}
    assert found == {EITHER.get(entry.id, entry.id) for entry in pair}


def test_rate_shows_in_the_step_of_one_parameter_if_the_other_gradient_is_zero() -> None:
    exercise = find_kata("linear_regression").twisted("absolute").declaration
    case = exercise.draw("even", np.random.default_rng(0), 6, 2)
    signs = np.array([1.0, -1.0] * 3)
    case = case.with_args("even", y=descent.forward(exercise, case) - signs)
    vector, number = case.start
    slope, zero = descent.gradients(exercise, case, case.start)
    assert zero == 0
    run = SimpleNamespace(exercise=exercise, case=case, lr=LR, epochs=1, end=(vector - 0.37 * slope, number))
    rates = [float(rate) for edit in _rates([run], case.start) for rate in edit.values()]  # type: ignore[list-item]
    assert any(abs(rate - 0.37) < 1e-9 for rate in rates)
    assert np.isfinite(rates).all()
