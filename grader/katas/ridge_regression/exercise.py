"""The declaration of ridge regression by gradient descent: linear regression with a penalty."""

from dataclasses import replace
from typing import Any

import numpy as np

from ...engine.declaration.case import Case, Extra
from ...engine.declaration.drawn_cases import Cases
from ...engine.declaration.exercise import catalogue_in
from ...engine.declaration.formula import Formula
from ..linear_regression import checks, data
from ..linear_regression.exercise import EXERCISE as LINEAR

ALPHAS, SMALL_ALPHAS = (0.3, 0.9), (0.02, 0.06)
LARGE_WEIGHTS = 1e4  # so that the smallest penalty shows
NO_PENALTY = "values for alpha=0"
PENALTY = "{penalty_alpha} * {penalty_of}{penalty_half}{penalty_mean}"
SLOPE = "{slope_factor} * {slope_alpha} * {slope_of}{slope_mean}"

FORMULA = Formula(
    "RidgeRegression",
    lines={
        "__init__(self, n_features, alpha=1.0)": (
            "self.w = {initial_w}",
            "self.b = {initial_b}",
            "self.alpha = {alpha}",
        ),
        "predict(self, X)": LINEAR.formula.lines["predict(self, X)"],
        "compute_loss(self, y_hat, y)": (
            *LINEAR.formula.lines["compute_loss(self, y_hat, y)"][:-1],
            "data = {loss_sign}{root}{half}",
            "return {loss}",
        ),
        "compute_gradients(self, X, y, y_hat)": (
            "n, d = X.shape",
            "target = {target}",
            "error = {error}",
            "signal = {signal}",
            "dw = {dw_sign}{dw_factor} * ({dw_product}) / {dw_divisor} {slope_way} {slope}",
            "db = {db_sign}{db_factor} * ({db_sum}) / {db_divisor}{slope_of_bias}",
            "{aside}",
            "return {returned}",
        ),
        "fit(self, X, y, lr=0.01, epochs=1000)": LINEAR.formula.lines[
            "fit(self, X, y, lr=0.01, epochs=1000)"
        ],
    },
    right={
        **LINEAR.formula.right,
        "alpha": "alpha",
        "loss": "data {penalty_way} {penalty}",
        "penalty_way": "+",
        "penalty": PENALTY,
        "penalty_alpha": "self.alpha",
        "penalty_of": "np.sum(self.w ** 2)",
        "penalty_half": "",
        "penalty_mean": "",
        "slope_way": "+",
        "slope": SLOPE,
        "slope_factor": "2",
        "slope_alpha": "self.alpha",
        "slope_of": "self.w",
        "slope_mean": "",
        "slope_of_bias": "",
    },
)


def draw(name: str, random: np.random.Generator, n: int, d: int) -> Case:
    """Draw a case of linear regression with a penalty strength other than the default.

    It is small where a training of a thousand epochs must not arrive too soon.
    """
    case = data.draw(name, random, n, d)
    return replace(case, new=(d, float(random.uniform(*(SMALL_ALPHAS if name == "few" else ALPHAS)))))


def extras(cases: Cases) -> list[Extra]:
    """Extra data for some of the methods; with the penalty, a perfect fit does not have zero loss."""
    found = [replace(e, check="values for y_hat equal to y") if e.case.name in ("perfect", "small") else e
             for e in data.extras(cases)]  # fmt: skip
    large = cases["tall"].at("no_penalty", *(LARGE_WEIGHTS * part for part in cases["tall"].start))
    zero = replace(large, new=(3, 0), may_refuse=True)
    both = ("compute_loss", "compute_gradients")
    return [*found, Extra(NO_PENALTY, "for alpha=0", zero, both, tells=True)]


def own_checks() -> dict[str, list[Any]]:
    """The checks of linear regression that also hold with a penalty."""
    gone = {"zero for a perfect fit", "use of X.T", "convergence to the true parameters"}
    return {step: [c for c in found if c.name not in gone] for step, found in checks.own_checks().items()}


EXERCISE = replace(
    LINEAR,
    name="ridge_regression",
    class_name="RidgeRegression",
    constructor=("n_features", "alpha"),
    constructor_defaults={"alpha": 1.0},
    formula=FORMULA,
    draw=draw,
    catalogue=catalogue_in(__package__),
    extras=extras,
    extra_checks={
        "predict": ("w and b of zero",),
        "compute_loss": ("values for y_hat equal to y", NO_PENALTY),
        "compute_gradients": ("values for y_hat equal to y", NO_PENALTY),
    },
    own_checks=own_checks,
    twists=tuple,
    methods=tuple(
        replace(method, reads_state=True) if method.name in ("compute_loss", "compute_gradients") else method
        for method in LINEAR.methods
    ),
)
