"""The catalogue of all named mistakes in standardising features."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from ...catalogue import Catalogue, Mistake
from ...engine.declaration.common_mistakes import Words, loading, running, vectorization

MEAN, SCALE = "mean = X.mean(axis=0)  # (n, d) -> (d,)", "scale = X.std(axis=0)  # (n, d) -> (d,)"
TRANSFORMED, RESTORED = "return (X - self.mean_) / self.scale_", "return Z * self.scale_ + self.mean_"
DEVIATION = "np.sqrt(np.mean((X - mean) ** 2, axis=0))"
EXAMPLE = "With X = [[1, 10], [3, 10]]: mean_ = [2, 10], scale_ = [1, 1],\n"
WORDS = Words(
    "StandardScaler",
    "class StandardScaler:\n    def fit(self, X): ...\n    def transform(self, X): ...\n"
    "    def inverse_transform(self, Z): ...",
    f"{MEAN}\n{SCALE}\n{TRANSFORMED}  # (n, d) - (d,) -> (n, d)",
    "X",
)


def unguarded(case: Any, numbers: Sequence[np.ndarray]) -> bool:
    """Whether only the scale of a constant column is wrong: a small number, and not 1."""
    mean, scale = numbers
    constant = np.ptp(case.X, axis=0) == 0
    found, others = scale[constant], scale[~constant]
    same = np.allclose(mean, case.X.mean(axis=0)) and np.allclose(others, case.X.std(axis=0)[~constant], 0.01)
    return bool(same and (found < 1).any() and ((found < 0.1) | (found == 1)).all())


FIT = (
    Mistake(
        "parameters-missing", "fit", "mean_ or scale_ is not set, or does not keep its value",
        "After fit, in which attributes does transform look for what fit has learned?",
        "After fit, the model has no `mean_` or no `scale_`. The task asks for these names, with the"
        " underscore.",
        "self.mean_ = X.mean(axis=0)\nself.scale_ = ...",
        ({"keep": "self.mean, self.scale = mean, scale"}, {"keep": ""}),
    ),
    Mistake(
        "statistics-over-features", "fit", "The statistics are along the wrong axis",
        "Which axis of X holds the samples, and how many means should there be?",
        "The mean or the deviation is taken along a row of X, over the features of one sample. Each"
        " feature needs its own, taken down its column.",
        f"{MEAN}\n{SCALE}",
        tuple(
            {**mean, **spread, **free}
            for mean in ({"mean": "np.mean(X, axis=1)"}, {})
            for spread in ({"spread": "np.std(X, axis=1)"}, {"spread": DEVIATION}, {})
            for free in ({"guarded": "np.where(spread == 0, 1.0, spread)"}, {"guarded": "spread"}, {})
            if mean or spread.get("spread", DEVIATION) != DEVIATION
        ),
        telltales=("X.mean(axis=1) || X.var(axis=1) || X.std(axis=1)",),
    ),
    Mistake(
        "statistics-of-everything", "fit", "All columns share one number",
        "How many means does a data set of d features have?",
        "The mean or the deviation is taken over all numbers of X at once. That does not centre or scale"
        " features of different sizes.",
        f"{MEAN}\n{SCALE}",
        tuple(
            {**mean, **spread, **free}
            for mean in ({"mean": "np.mean(X)"}, {"mean": "np.full(d, np.mean(X))"}, {})
            for spread in ({"spread": "np.std(X)"}, {"spread": "np.full(d, np.std(X))"},
                           {"spread": "np.sqrt(np.mean((X - mean) ** 2))"},
                           {"spread": "np.mean(np.std(X, axis=0))"}, {"spread": DEVIATION}, {})
            for free in ({}, {"guarded": "spread"})
            if mean or spread.get("spread", DEVIATION) != DEVIATION
        ),
        telltales=("np.mean(np.std(X, axis=0)) || np.mean((X - np.mean(X, axis=0)) ** 2)",),
    ),
    Mistake(
        "scale-variance", "fit", "The scale is the variance, without the root",
        "In which unit is the variance of a length?",
        "The scale is the variance, without the square root. A feature that is divided by its variance"
        " hardly ever has a standard deviation of 1.",
        SCALE, ({"spread": "np.var(X, axis=0)"},),
    ),
    Mistake(
        "scale-sample", "fit", "The variance is divided by n - 1",
        "In the standard deviation that the task asks for, what do you divide the sum of squares by?",
        "The scale is the sample standard deviation, divided by n - 1. The task asks for the population's,"
        " divided by n. That is what np.std gives by default.",
        f"{SCALE}  # ddof=0",
        ({"spread": "np.std(X, axis=0, ddof=1)"}, {"spread": "np.sqrt(np.var(X, axis=0, ddof=1))"},
         {"spread": "np.sqrt(np.sum((X - mean) ** 2, axis=0) / max(n - 1, 1))"}),
    ),
    Mistake(
        "scale-range", "fit", "The scale is the range, not the deviation",
        "Can a single sample change your scale as much as it likes?",
        "The scale is the range of the column, or its largest absolute value. The task asks for the standard"
        " deviation, to which every sample contributes.",
        SCALE,
        ({"spread": "np.ptp(X, axis=0)"}, {"spread": "np.max(np.abs(X), axis=0)"},
         {"spread": "np.max(np.abs(X), axis=0)", "guarded": "spread"},
         {"spread": "np.max(np.abs(X - mean), axis=0)"}, {"spread": "np.max(X, axis=0)"},
         {"spread": "np.max(X, axis=0)", "guarded": "spread"}),
        telltales=("np.max(np.abs(X), axis=0)", "np.max(np.abs(X - X.mean(axis=0)), axis=0)"),
    ),
    Mistake(
        "constant-column", "fit", "A constant column should have scale 1",
        "What is the standard deviation of a column of sevens, and what happens when you divide by it?",
        "If all entries of a column are equal, its deviation is zero, or close to zero if its mean is"
        " rounded, as for 0.1. Dividing by that gives NaN, infinity or noise. The scale of such a column"
        " is 1.",
        "constant = X.max(axis=0) == X.min(axis=0)\nself.scale_ = np.where(constant, 1.0, scale)",
        ({"guarded": "spread"}, {"guarded": "np.where(spread == 0, 1.0, spread)"},
         {"guarded": "np.where((X == X[0]).all(axis=0), 1e-8, spread)"},
         {"guarded": "np.where((X == X[0]).all(axis=0), np.nan, spread)"},
         {"guarded": "spread + 1e-8"},
         {"guarded": "spread + min(<constant>, 0.1)"},
         {"guarded": "np.hypot(spread, min(<constant>, 0.1) ** 0.5)"}),
        predicate=unguarded, guard=True,
    ),
    Mistake(
        "statistics-wrong-shape", "fit", "mean_ and scale_ should have shape (d,)",
        "What do `model.mean_.shape` and `model.scale_.shape` print, and how many features are there?",
        "mean_ or scale_ is not an array with one number per feature, shape (d,).",
        f"{EXAMPLE}both of shape (2,); keepdims=True would give (1, 2)",
    ),
    Mistake(
        "statistics-wrong-value", "fit", "mean_ or scale_ is wrong",
        "For a column of two numbers, what are the mean and the deviation by hand, and what does fit"
        " store?",
        "mean_ or scale_ is not the mean or the population standard deviation of each column.",
        f"{EXAMPLE}since the second column is constant",
    ),
)  # fmt: skip

TRANSFORM = (
    Mistake(
        "transform-refits", "transform", "transform uses the statistics of its own argument",
        "With which mean would you transform a single new sample?",
        "transform takes the mean or the deviation from the X that it is given. It has to use what fit"
        " found. Otherwise new data end up on a different scale than the training data.",
        TRANSFORMED,
        ({"standardised": "(X - X.mean(axis=0)) / np.where(np.ptp(X, axis=0) == 0, 1.0, X.std(axis=0))"},
         {"standardised": "(X - X.mean(axis=0)) / X.std(axis=0)"},
         {"standardised": "(X - X.mean(axis=0)) / self.scale_"},
         {"standardised": "(X - self.mean_) / X.std(axis=0)"}, {"before": "self.fit(X)"},
         {"standardised": "(X - X.mean()) / X.std()"},
         {"standardised": "(X - X.mean(axis=1, keepdims=True)) / X.std(axis=1, keepdims=True)"}),
        telltales=("own: X.mean(axis=0)", "own: X.std(axis=0)"),
    ),
    Mistake(
        "transform-not-centred", "transform", "The mean is not subtracted",
        "What should the mean of a transformed column be, and what is it?",
        "The values are divided by the scale, but the mean is not subtracted first.",
        TRANSFORMED, ({"standardised": "X / self.scale_"},),
    ),
    Mistake(
        "transform-not-scaled", "transform", "The values are not divided by the scale",
        "What should the deviation of a transformed column be, and what is it?",
        "The mean is subtracted, but the result is not divided by the scale.",
        TRANSFORMED, ({"standardised": "X - self.mean_"},),
    ),
    Mistake(
        "transform-wrong-shape", "transform", "The result should have shape (n, d)",
        "What are the shapes of X, mean_ and scale_, and what does NumPy make of them together?",
        "transform does not return an array with the shape of X.",
        f"{EXAMPLE}so X becomes [[-1, 0], [1, 0]], of shape (2, 2)",
    ),
    Mistake(
        "transform-wrong-value", "transform", "The transformed values are wrong",
        "For one number, which two operations bring it to the standard scale, and in which order?",
        "transform does not give (X - mean_) / scale_.",
        f"{EXAMPLE}so X becomes [[-1, 0], [1, 0]]",
        ({"standardised": "X - self.mean_ / self.scale_"},),
        remark="only the mean is divided by the scale, not the difference",
    ),
)  # fmt: skip

INVERSE = (
    Mistake(
        "inverse-wrong-order", "inverse", "The mean is added before scaling back",
        "transform subtracts first and then divides: which of the two do you undo first?",
        "The mean is added too early. transform divides last, so you have to undo the division first.",
        RESTORED, ({"restored": "(Z + self.mean_) * self.scale_"},),
    ),
    Mistake(
        "inverse-not-shifted", "inverse", "The mean is not added",
        "Which value does transform turn into 0, and what does your inverse make of 0?",
        "The values are multiplied by the scale, but the mean is not added.",
        RESTORED, ({"restored": "Z * self.scale_"},),
    ),
    Mistake(
        "inverse-not-scaled", "inverse", "The values are not multiplied by the scale",
        "If two values are 1 apart after transform, how far apart were they before?",
        "The mean is added, but the values are not multiplied by the scale.",
        RESTORED, ({"restored": "Z + self.mean_"},),
    ),
    Mistake(
        "inverse-wrong-shape", "inverse", "The result should have shape (n, d)",
        "What are the shapes of Z, scale_ and mean_, and what does NumPy make of them together?",
        "inverse_transform does not return an array with the shape of Z.",
        f"{EXAMPLE}so Z = [[-1, 0], [1, 0]] becomes [[1, 10], [3, 10]]",
    ),
    Mistake(
        "inverse-wrong-value", "inverse", "The restored values are wrong",
        "What should inverse_transform(transform(X)) be?",
        "inverse_transform does not give Z * scale_ + mean_.",
        f"{EXAMPLE}so Z = [[-1, 0], [1, 0]] becomes [[1, 10], [3, 10]]",
    ),
)  # fmt: skip

LOOP = {"standardised": "np.array([(row - self.mean_) / self.scale_ for row in X])"}
SQUARE = {"mean": "(np.ones((n, n)) @ X)[0] / n"}

CATALOGUE = Catalogue(
    (*loading(WORDS), *running(WORDS), *FIT, *TRANSFORM, *INVERSE, *vectorization(WORDS, LOOP, SQUARE))
)
