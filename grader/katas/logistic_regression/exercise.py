"""The declaration of logistic regression by gradient descent."""

from dataclasses import replace
from typing import Any

from ...engine.declaration.exercise import Descent, Method, catalogue_in
from ..linear_regression import checks
from ..linear_regression.exercise import EXERCISE as LINEAR
from .data import GROWING_LR, draw, extras, integers, valid
from .edges import edges
from .formula import FORMULA

PROBABILITY = Method(
    "predict_proba", "probability", ("X",), ("p",), "probability", reads_state=True,
    aliases=("predict_probability", "predict_probabilities", "forward", "proba"),
)  # fmt: skip
PREDICT = Method(
    "predict", "predict", ("X",), ("labels",), "labels", reads_state=True, booleans=True,
    uses=("predict_proba",), aliases=("classify", "predict_labels", "predict_label"),
)  # fmt: skip
LOSS = Method(
    "compute_loss", "loss", ("p", "y"), ("the loss",), "loss", misshapen="loss-not-scalar",
    aliases=("loss", "cost", "compute_cost", "bce", "cross_entropy", "log_loss"),
)  # fmt: skip
GRADIENTS = replace(LINEAR.method("compute_gradients"), takes=("X", "y", "p"))
FIT = replace(LINEAR.method("fit"), defaults={"lr": 0.1, "epochs": 1000})


def own_checks() -> dict[str, list[Any]]:
    """The checks of linear regression that also hold here."""
    found = checks.own_checks()
    return {step: [c for c in found[step] if c.name == "division by n"] for step in ("loss", "gradients")}


EXERCISE = replace(
    LINEAR,
    name="logistic_regression",
    class_name="LogisticRegression",
    steps=("init", "probability", "predict", "loss", "gradients", "fit", "vectorization"),
    methods=(PROBABILITY, PREDICT, LOSS, GRADIENTS, FIT),
    formula=FORMULA,
    draw=draw,
    whole=integers,
    valid=valid,
    edges=edges,
    catalogue=catalogue_in(__package__),
    extras=extras,
    extra_checks={"predict_proba": ("w and b of zero",)},
    own_checks=own_checks,
    twists=tuple,
    descent=Descent(
        "fit", "predict_proba", "compute_loss", "compute_gradients", predicted="p", affine=False,
        answer="the best parameters", easy_lr=3.0, growing_lr=GROWING_LR,
    ),
)  # fmt: skip
