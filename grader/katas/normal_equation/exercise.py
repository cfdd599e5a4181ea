"""The declaration of linear regression by the normal equation."""

from ...engine.declaration.exercise import Apart, Exercise, Method, catalogue_in
from ...engine.declaration.formula import Formula
from ..linear_regression.data import integers
from ..linear_regression.exercise import BIAS, PREDICT, WEIGHTS
from ..linear_regression.formula import LINES, RIGHT
from .data import dependent, draw, extras, no_minimiser

FORMULA = Formula(
    "LinearRegression",
    lines={
        "__init__(self, n_features)": LINES["__init__(self, n_features)"],
        "predict(self, X)": LINES["predict(self, X)"],
        "fit(self, X, y)": (
            "n, d = X.shape",
            "A = np.column_stack([X, {ones}])",
            "gram = {gram}",
            "moment = {moment}",
            "theta = {theta}",
            "{keep_w}",
            "{keep_b}",
            "return self",
        ),
    },
    right={
        **{slot: RIGHT[slot] for slot in ("initial_w", "initial_b", "product", "bias")},
        "ones": "np.ones(n)",
        "gram": "A.T @ A",
        "moment": "A.T @ y",
        "theta": "np.linalg.pinv(gram, 1e-12) @ moment",
        "keep_w": "self.w = theta[:d]",
        "keep_b": "self.b = float(theta[d])",
    },
)


FIT = Method(
    "fit", "fit", ("X", "y"), ("w", "b"), "fit", reads_state=True, sets=True,
    aliases=("train", "learn", "solve", "fit_normal_equation"), accepts=no_minimiser,
    apart=Apart("rank", dependent, "fit-singular"),
)  # fmt: skip
EXERCISE = Exercise(
    name="normal_equation",
    class_name="LinearRegression",
    constructor=("n_features",),
    steps=("init", "predict", "fit", "rank", "vectorization"),
    state=(WEIGHTS, BIAS),
    methods=(PREDICT, FIT),
    formula=FORMULA,
    draw=draw,
    whole=integers,
    catalogue=catalogue_in(__package__),
    extras=extras,
    extra_checks={
        "fit": (
            "two samples close together", "a column of zeros", "a constant column", "a repeated column",
            "a column that is the sum of two", "dummies of every category",
        )
    },
    starts=True,
    leaves_out=("large_values",),  # with these, a tiny multiple of the identity distorts the column of ones
)  # fmt: skip
