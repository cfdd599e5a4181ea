"""The declaration of standardising features."""

import numpy as np

from ...engine.declaration.case import Case, Extra
from ...engine.declaration.drawn_cases import LARGE, Cases
from ...engine.declaration.exercise import Exercise, Method, Parameter, catalogue_in
from ...engine.declaration.formula import Formula

FORMULA = Formula(
    "StandardScaler",
    lines={
        "__init__(self)": ("pass",),
        "fit(self, X)": (
            "n, d = X.shape",
            "mean = {mean}",
            "spread = {spread}",
            "scale = {guarded}",
            "{keep}",
            "return self",
        ),
        "transform(self, X)": ("{before}", "return {standardised}"),
        "inverse_transform(self, Z)": ("return {restored}",),
    },
    right={
        "mean": "np.mean(X, axis=0)",
        "spread": "np.std(X, axis=0)",
        "guarded": "np.where((X == X[0]).all(axis=0), 1.0, spread)",
        "keep": "self.mean_, self.scale_ = mean, scale",
        "before": "",
        "standardised": "(X - self.mean_) / self.scale_",
        "restored": "Z * self.scale_ + self.mean_",
    },
)


def draw(name: str, random: np.random.Generator, n: int, d: int) -> Case:
    """Draw a case whose columns have different spreads, and means between 2 and 9 in size."""
    both = np.resize([-1.0, 1.0], d)  # else the largest of every column could be its largest in size
    centre = random.permutation(both) * random.uniform(2.0, 9.0, d)
    X = random.normal(0.0, 1.0, (n, d)) * random.uniform(0.5, 5.0, d) + centre
    Z = random.normal(0.5, 1.5, (n, d))
    signs = random.choice([-1.0, 1.0], d)
    state = {"mean_": signs * random.uniform(1.0, 3.0, d), "scale_": random.uniform(1.5, 4.0, d)}
    return Case(name, {"X": X, "Z": Z}, state)


def extras(cases: Cases) -> list[Extra]:
    """Extra data: columns that are constant, columns that only look so, and very small numbers.

    A deviation below 1e-8 may count as that of a constant column, as `np.isclose(scale, 0)` has it, and so
    may one below 1e-4 times the mean; one of 1e-7, or of a thousandth of the mean, may not.
    """
    X = cases["wide"].X.copy()
    X[:, 1], X[:, 2] = 7.0, 0.1
    constant, tall = cases["wide"].with_args("constant", X=X), cases["tall"]
    years, flag = 2000.0 + _spread(tall.X[:10, 1], 0.4), 1.0 * (np.arange(10) == 6)
    tenths = tall.with_args("tenths", X=np.column_stack([tall.X[:10, 0], np.full(10, 0.1), years, flag]))
    small = np.column_stack([_spread(tall.X[:, 0], 1.7e-8), 1e-6 * tall.X[:, 1:]])
    scale = np.full(3, 7e-6)
    tiny = tall.with_args("tiny", X=scale * (0.2 * tall["Z"] + 0.1)).at(
        "tiny", scale * [0.1, -0.2, 0.3], scale
    )
    return [
        Extra("constant columns", "for constant columns of 7 and 0.1", constant, ("fit",), tells=True),
        Extra("constant columns", "for a constant column, years, and a column of 0 and 1", tenths, ("fit",)),
        Extra("constant columns", "for small values", tall.with_args("small", X=small), ("fit",)),
        Extra(LARGE, "for tiny values of scale_", tiny, ("transform", "inverse_transform")),
    ]


def _spread(column: np.ndarray, deviation: float) -> np.ndarray:
    """The column, scaled to this standard deviation, around zero."""
    found: np.ndarray = (column - column.mean()) * (deviation / column.std())
    return found


EXERCISE = Exercise(
    name="standard_scaler",
    class_name="StandardScaler",
    steps=("fit", "transform", "inverse", "vectorization"),
    state=tuple(Parameter(name, True, "statistics-wrong-shape") for name in ("mean_", "scale_")),
    methods=(
        Method("fit", "fit", ("X",), ("mean_", "scale_"), "statistics", sets=True),
        Method(
            "transform", "transform", ("X",), ("the result",), "transform", reads_state=True, needs="fit",
            aliases=("scale", "standardize", "standardise", "apply"),
        ),
        Method(
            "inverse_transform", "inverse", ("Z",), ("the result",), "inverse", reads_state=True, needs="fit",
            aliases=("inverse", "unscale", "restore", "undo"),
        ),
    ),
    formula=FORMULA,
    draw=draw,
    catalogue=catalogue_in(__package__),
    extras=extras,
    extra_checks={"fit": ("constant columns",)},
)  # fmt: skip
