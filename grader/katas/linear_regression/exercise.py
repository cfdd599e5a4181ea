"""The declaration of linear regression by gradient descent."""

from collections.abc import Sequence

from ...engine.declaration.exercise import Descent, Exercise, Method, Parameter, catalogue_in
from ...engine.declaration.twist import Twist
from .checks import own_checks
from .data import draw, extras, integers, valid
from .formula import FORMULA

WEIGHTS = Parameter(
    "w", True, "weights-wrong-shape", "weights-not-small", "weights-integer", "weights-wrong-dtype"
)
BIAS = Parameter("b", False, "bias-not-scalar", "weights-not-small")

PREDICT = Method(
    "predict", "predict", ("X",), ("y_hat",), "predict", reads_state=True, aliases=("forward", "hypothesis")
)
LOSS = Method(
    "compute_loss",
    "loss",
    ("y_hat", "y"),
    ("the loss",),
    "loss",
    misshapen="loss-not-scalar",
    aliases=("mse", "cost", "compute_cost", "error"),
)
GRADIENTS = Method(
    "compute_gradients", "gradients", ("X", "y", "y_hat"), ("dw", "db"), "gradient",
    changes_state="gradient-updates-parameters", aliases=("backward", "derivatives"),
)  # fmt: skip
FIT = Method(
    "fit", "fit", ("X", "y", "lr", "epochs"), family="fit", reads_state=True,
    defaults={"lr": 0.01, "epochs": 1000}, aliases=("train", "learn", "gradient_descent", "optimize"),
)  # fmt: skip


def twists() -> Sequence[Twist]:
    """The available changes of the task."""
    from .twists import TWISTS

    return TWISTS


EXERCISE = Exercise(
    name="linear_regression",
    class_name="LinearRegression",
    constructor=("n_features",),
    steps=("init", "predict", "loss", "gradients", "fit", "vectorization"),
    state=(WEIGHTS, BIAS),
    methods=(PREDICT, LOSS, GRADIENTS, FIT),
    formula=FORMULA,
    draw=draw,
    whole=integers,
    valid=valid,
    catalogue=catalogue_in(__package__),
    extras=extras,
    extra_checks={"predict": ("w and b of zero",), "compute_gradients": ("zero for a perfect fit",)},
    own_checks=own_checks,
    descent=Descent("fit", "predict", "compute_loss", "compute_gradients"),
    starts=True,
    twists=twists,
)
