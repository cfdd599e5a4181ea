"""The catalogue of all named mistakes in linear regression by the normal equation."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from ...catalogue import Catalogue, Mistake
from ...engine.declaration.common_mistakes import Words, loading, running, vectorization
from ..linear_regression.mistakes import init, predict
from .data import squares, with_ones

DESIGN = "A = np.column_stack([X, np.ones(n)])"
SOLVED = "theta = np.linalg.lstsq(A, y, rcond=None)[0]"
KEPT = "self.w, self.b = theta[:-1], float(theta[-1])"
RIGHT = f"{DESIGN}\n{SOLVED}\n{KEPT}"
EQUATION = "theta = np.linalg.solve(A.T @ A, A.T @ y)"
BY_MEANS = "self.b = y.mean() - X.mean(axis=0) @ self.w"
EXAMPLE = (
    "With X = [[0], [1], [2], [3]] and y = [1, 3, 5, 7], A is [[0, 1], [1, 1], [2, 1], [3, 1]]:\n"
    "A.T @ A = [[14, 6], [6, 4]] and A.T @ y = [34, 16], so theta = [2, 1]: w = [2], b = 1"
)
WORDS = Words(
    "LinearRegression",
    "class LinearRegression:\n    def __init__(self, n_features): ...\n    def predict(self, X): ...\n"
    "    def fit(self, X, y): ...",
    f"y_hat = X @ w + b\n{RIGHT}",
    "X and y",
)
ORIGIN = {"ones": "np.zeros(n)"}
CENTRED = "(X - X.mean(axis=0))"
SLOPES = {  # wrong slopes of centred data, computed without solving the equation
    "own": f"{CENTRED}.T @ (y - y.mean())",
    "divided": f"{CENTRED}.T @ (y - y.mean()) / np.sum({CENTRED} ** 2, axis=0)",
    "mean": f"{CENTRED}.T @ (y - y.mean()) / n",
    "by entry": f"(1 / ({CENTRED}.T @ {CENTRED})) @ ({CENTRED}.T @ (y - y.mean()))",
    "multiplied": f"({CENTRED}.T @ {CENTRED}) @ ({CENTRED}.T @ (y - y.mean()))",
}
THETA = "np.linalg.lstsq(np.column_stack([X, np.ones(n)]), y, rcond=None)[0]"
UNSOLVED = (  # wrong solutions in terms of A: X with ones first or last, or without ones
    "1 / (A.T @ A)", "(A.T @ A) @ (A.T @ y)", "(1 / (A.T @ A)) @ (A.T @ y)",
    "A.T @ y / np.diag(A.T @ A)", "A.T @ y / n", "A.T @ y",
)  # fmt: skip
DESIGNS = ("np.column_stack([X, np.ones(n)])", "np.column_stack([np.ones(n), X])", "X")
MEAN_ALONE = "self.b = float(np.mean(y))"
SCALED = "self.w = theta[:d] * X.std(axis=0)"


def descends(case: Any, numbers: Sequence[np.ndarray]) -> bool:
    """Whether w and b have a smaller loss than zeros or the model's parameters, or have diverged."""
    theta = np.append(*numbers)
    with np.errstate(all="ignore"):
        found = squares(case, theta)
    start = squares(case, np.zeros(case.d + 1)), squares(case, np.append(*case.start))
    return not np.isfinite(found) or found < max(start) or found > 1e6 * max(start)


def unsolved(case: Any, numbers: Sequence[np.ndarray]) -> bool:
    """Whether w and b, or w for centred data, are a multiple of the equation's right-hand side."""
    w, b = numbers
    if not np.isfinite(np.append(w, b)).all():
        return False
    centred = case.X - case.X.mean(axis=0)
    pairs = ((np.append(w, b), with_ones(case).T @ case.y), (w, centred.T @ (case.y - case.y.mean())))
    return any(_is_along(found, right) for found, right in pairs)


def _is_along(found: np.ndarray, right: np.ndarray) -> bool:
    factor = float(found @ right) / (float(right @ right) or 1.0)
    size = float(np.max(np.abs(factor * right)))
    return len(right) > 1 and size > 0 and np.allclose(found, factor * right, atol=1e-6 * size)


def penalised(case: Any, numbers: Sequence[np.ndarray]) -> bool:
    """Whether w and b solve the equation with a ridge term: a positive multiple of w, or of w and b."""
    w, b = numbers
    A, theta = with_ones(case), np.append(w, b)
    if not np.isfinite(theta).all():
        return False
    missing = A.T @ (case.y - A @ theta)
    for of in (np.append(w, 0.0), theta):
        factor = float(missing @ of) / (float(of @ of) or 1.0)
        if factor > 0 and np.allclose(missing, factor * of, rtol=1e-5, atol=1e-5 * np.max(np.abs(missing))):
            return True
    return False


def _either(told: str) -> str:
    """Alternatives for a telltale value, one for each form of the data: with ones, without, or centred."""
    values = [told.replace("A", design) for design in DESIGNS]
    return " || ".join([*values, told.replace("A", CENTRED).replace("@ y", "@ (y - y.mean())")])


def _by_slopes(slopes: str) -> dict[str, str]:
    """The edit that fits centred data with these slopes."""
    return {"keep_w": f"self.w = {slopes}", "keep_b": BY_MEANS}


FIT = (
    Mistake(
        "fit-without-intercept", "fit", "The fit goes through the origin",
        "If every feature of a sample is 0, what does your fitted model predict, and why?",
        "The weights are found without a bias, so the fitted plane goes through the origin. Add a column"
        " of ones to X, or subtract the means first: w and b have to be found together.",
        RIGHT,
        (ORIGIN, ORIGIN | {"keep_b": ""}, ORIGIN | {"keep_b": BY_MEANS}),
        telltales=("named: X", "X.T @ X"),
    ),
    Mistake(
        "fit-bias-ignores-means", "fit", "b is the mean of y alone",
        "What does your model predict for a sample with average features, and what is the mean of y?",
        "b is the mean of y. The best plane goes through the point of the means, so b is the mean of y"
        " minus the mean of X times w. If every feature has mean 0, the two agree.",
        f"{BY_MEANS}\n# or, with a column of ones:\n{KEPT}",
        ({"keep_b": MEAN_ALONE}, ORIGIN | {"keep_b": MEAN_ALONE},
         ORIGIN | {"moment": "A.T @ (y - np.mean(y))", "keep_b": MEAN_ALONE}),
        telltales=("last: np.mean(y)",),
    ),
    Mistake(
        "fit-unpacks-swapped", "fit", "b is taken from the wrong end",
        "Is your column of ones the first or the last one, and which entry of the solution belongs to it?",
        "The bias and the weights are taken from the wrong ends of the solution. The bias is the entry that"
        " belongs to the column of ones: the last one if the ones are last, the first one if they are"
        " first.",
        f"{DESIGN}  # ones last\n{KEPT}",
        ({"keep_w": "self.w = np.roll(theta, 1)[:d]", "keep_b": "self.b = float(theta[d - 1])"},
         {"keep_w": "self.w = theta[1:]", "keep_b": "self.b = float(theta[0])"},
         {"keep_b": "self.b = float(theta[0])"}, {"keep_b": "self.b = float(theta[d - 1])"},
         {"keep_w": "self.w = theta[1:]"}, {"keep_w": "self.w = np.roll(theta, 1)[:d]"}),
        telltales=(f"{THETA}[1:] || np.roll({THETA}, 1)[:d] || {THETA}[0] || {THETA}[d - 1]",),
    ),
    Mistake(
        "fit-missing-transpose", "fit", "A transpose is missing",
        "What are the shapes on both sides of each product, and which of the two inner sizes is n?",
        "A product pairs the features of one factor with the samples of the other. The sums run over the"
        " samples, so the first factor has to be transposed: (d, n) @ (n, d) and (d, n) @ (n,).",
        f"{EQUATION}  # (d + 1, n) @ (n, d + 1), (d + 1, n) @ (n,)",
        ({"gram": "A @ A"}, {"moment": "A @ y"}, {"gram": "A @ A", "moment": "A @ y"}),
        proving_messages=(
            "(size {n} is different from {d})", "(size {n} is different from {d1})",
            "(size {d} is different from {n})", "(size {d1} is different from {n})",
            "shapes ({n},{d}) and ({n},", "shapes ({n},{d1}) and ({n},",
            "shapes ({n},{n}) and ({d},", "shapes ({n},{n}) and ({d1},",
            "remapped shapes [original->remapped]", "shape-mismatch for sum",
        ),
    ),
    Mistake(
        "fit-penalised", "fit", "A multiple of the identity is added",
        "Which w and b make A.T @ A @ theta equal to A.T @ y, and do yours?",
        "A multiple of the identity is added to A.T @ A. That is ridge regression: it makes the weights"
        " smaller, so they no longer minimise the sum of squares. For dependent columns,"
        " np.linalg.lstsq needs no such term.",
        SOLVED,
        ({"theta": "np.linalg.solve(gram + <constant> * np.eye(d + 1), moment)"},
         {"theta": "np.linalg.solve(gram + np.eye(d + 1), moment)"},
         {"theta": "np.linalg.solve(gram + np.diag(np.arange(d + 1) < d), moment)"},
         {"theta": "np.linalg.solve(gram + <constant> * np.diag(np.arange(d + 1) < d), moment)"}),
        predicate=penalised,
    ),
    Mistake(
        "fit-not-inverted", "fit", "The equation is not solved",
        "You have A.T @ A @ theta = A.T @ y: which operation gets theta out of that?",
        "The equation is not solved for theta. Neither a product with the matrix A.T @ A nor a division"
        " by its entries does that: `** -1` and `1 / matrix` work entry by entry.",
        f"{SOLVED}\n# or, for independent columns:\n{EQUATION}",
        ({"theta": "moment"}, {"theta": "gram @ moment"}, {"theta": "(1 / gram) @ moment"},
         {"theta": "moment / n"}, {"theta": "moment / np.diag(gram)"},
         *(_by_slopes(slopes) for slopes in SLOPES.values())),
        telltales=tuple(_either(told) for told in UNSOLVED), predicate=unsolved,
    ),
    Mistake(
        "fit-scales-data", "fit", "The weights are for scaled data",
        "On which X is predict called later, and in which units are your weights?",
        "fit solves for standardised data and keeps those weights, but predict gets the data as they are."
        " A least squares fit needs no scaling. If you scale, convert w and b back.",
        RIGHT,
        ({"keep_w": SCALED, "keep_b": MEAN_ALONE}, {"keep_w": SCALED, "keep_b": BY_MEANS},
         {"keep_w": SCALED}, {"keep_w": f"{SCALED} / y.std()", "keep_b": "self.b = 0.0"}),
    ),
    Mistake(
        "fit-weights-not-updated", "fit", "w never changes",
        "What does print(model.w) show before and after the call?",
        "w is the same before and after fit: the solution never reaches it.",
        KEPT, ({"keep_w": ""}, {"keep_w": "", "keep_b": BY_MEANS}), telltales=(f"own: kept: {THETA}[:d]",),
    ),
    Mistake(
        "fit-bias-not-updated", "fit", "b never changes",
        "What does print(model.b) show before and after the call?",
        "w is right, and b is the same before and after fit: the solution never reaches it.",
        f"{KEPT}\n# or, after a fit of centred data:\n{BY_MEANS}",
        ({"keep_b": ""}, {"keep_b": "self.b = 0.0"}),
        telltales=(f"own: kept: {THETA}[d]",),
    ),
    Mistake(
        "fit-updates-a-copy", "fit", "The solution never reaches the model",
        "After fit has returned, where does the model keep what it has found, and is it there?",
        "Neither w nor b of the model has changed after fit: the solution is stored somewhere else. Code"
        " that reads w and b afterwards gets the old values.",
        KEPT, ({"keep_w": "", "keep_b": ""},),
        telltales=(f"own: kept: {THETA}[:d]", f"own: kept: {THETA} || np.roll({THETA}, 1)"),
    ),
    Mistake(
        "fit-not-exact", "fit", "The descent does not reach the minimum",
        "How many steps would your loop need on features in the thousands, and at which learning rate?",
        "fit goes step by step and stops before the minimum, or diverges on large values. The minimum can"
        " be computed directly: it is where the gradient is zero, and that is a linear equation.",
        RIGHT, predicate=descends, needs_repetition=True,
    ),
    Mistake(
        "fit-wrong-shape", "fit", "w or b has the wrong shape after fit",
        "After fit, what do `model.w.shape` and `type(model.b)` print?",
        "After fit, w is not an array of shape (d,), or b is not one number. A column of ones or of targets"
        " that is not cut off or flattened again gives such shapes.",
        f"{KEPT}  # theta has shape (d + 1,)",
    ),
    Mistake(
        "fit-wrong-value", "fit", "w and b do not minimise the squared residuals",
        "For a few points on a line, what are w and b by hand, and what does fit find?",
        "Other w and b have a smaller sum of squared residuals than those that fit sets. Compare with a"
        " small example worked out by hand to see where they diverge.",
        EXAMPLE,
    ),
)  # fmt: skip

RANK = (
    Mistake(
        "fit-singular", "rank", "Dependent columns are not handled",
        "If a column is in X twice, how many w give the same predictions, and what is the inverse of"
        " A.T @ A then?",
        "Where columns are dependent, or samples are fewer than features, A.T @ A is singular. Inverting or"
        " solving it raises an exception or returns noise. np.linalg.lstsq works on A itself and returns"
        " the smallest of the many solutions; np.linalg.pinv does too.",
        f"{DESIGN}\n{SOLVED}",
    ),
)  # fmt: skip

EXPLAINED = {
    "parameters-missing": "A new model has no `w` or no `b`. Both have to exist from the start, even"
    " before fit is called, under these names.",
    "weights-not-small": "`w` or `b` starts far from zero. The task asks for zeros or small random values.",
    "weights-integer": "`w` has an integer dtype. If fit stores its solution in that array, the decimals"
    " are cut off.",
    "predict-subtracts-bias": "The prediction subtracts the bias instead of adding it.",
    "predict-wrong-shape": "The prediction is not an array with one number per sample, shape (n,).",
}
QUESTION = {"weights-integer": "What happens to 2.7 when you store it in an array with this dtype?"}
LOOP = {"moment": "sum(row * target for row, target in zip(A, y))"}
SQUARE = {"moment": "A.T @ (np.eye(n) @ y)"}

CATALOGUE = Catalogue(
    (
        *loading(WORDS), *running(WORDS),
        *(
            replace(e, explanation=EXPLAINED.get(e.id, e.explanation),
                    question=QUESTION.get(e.id, e.question))
            for e in (*init.MISTAKES, *predict.MISTAKES)
        ),
        *FIT, *RANK, *vectorization(WORDS, LOOP, SQUARE),
    )
)  # fmt: skip
