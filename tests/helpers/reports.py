"""A submission, verdicts to report on it, from a blank stub to a pass, and the screen that shows one."""

from collections.abc import Mapping
from dataclasses import replace

from grader.report import terminal
from grader.report.page import Page
from grader.verdict import CheckResult, Finding, Printed, Status, Step, Verdict

SOURCE = """\
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y  # the résidu, "signed"
        dw = 2 * X.T @ error
        db = 2 * np.sum(error)
        return dw, db
"""
FILE = "exercises/linear_regression.py"
TITLES = {
    "gradient-not-divided-by-n": "the sum over the samples is not divided by n",
    "fit-ascends": "the gradient is added",
    "history-not-plain-floats": "losses are NumPy scalars",
    "syntax-error": "the file has a syntax error",
}
METHODS = {
    "predict": "predict",
    "loss": "compute_loss",
    "gradients": "compute_gradients",
    "fit": "fit",
    "vectorization": "a method",
}
CHECKS = {
    "init": ("shape of w", "b is one number", "small start", "float weights"),
    "predict": ("shapes", "values", "values for one sample", "bias", "float32", "inputs unchanged"),
    "loss": ("one number", "values", "division by n", "zero for a perfect fit", "inputs unchanged"),
    "gradients": (
        "shapes",
        "values",
        "values where n is d",
        "values for one sample",
        "every sample twice",
        "finite differences",
        "gradient of b",
        "inputs unchanged",
    ),
    "fit": ("epochs obeyed", "lr obeyed", "history length", "history values", "second call", "convergence"),
    "vectorization": ("no Python loop over the samples", "no n by n array"),
}
UNDIVIDED = Finding(
    "gradient-not-divided-by-n",
    "error",
    "gradients",
    17,
    "dw and db are 50 times what they should be, and n is 50",
    (
        "What happens to the size of the gradient when every sample is there twice?",
        "The sum over the samples is not divided by n, so that the step grows with the size of the data set"
        " and the learning rate has to shrink with it.",
        "dw = (2 / n) * X.T @ error and db = (2 / n) * error.sum(), with n = len(y)",
    ),
)
ASCENDS = Finding(
    "fit-ascends",
    "error",
    "fit",
    3,
    "after one step w moved by +0.06 * dw, expected -0.06 * dw",
    ("?", "b", "c"),
)
SCALARS = Finding(
    "history-not-plain-floats",
    "advice",
    "fit",
    13,
    "losses[0] is numpy.float64, not a Python float",
    (
        "How do the losses print?",
        "The losses are NumPy scalars, which print as np.float64(...).",
        "float(loss)",
    ),
)
SYNTAX = Finding(
    "syntax-error",
    "error",
    "loading",
    9,
    "expected ':'",
    ("Where does Python stop reading?", "Line 9 lacks its colon at the end.", "def predict(self, X):"),
)


def step(name: str, status: Status, failing: tuple[str, ...] = (), message: str = "") -> Step:
    """A step whose checks all have its status; in a failed step, all but the `failing` checks passed."""
    if status == "failed":
        checks = [CheckResult(n, "failed" if n in failing else "passed") for n in CHECKS[name]]
    else:
        checks = [CheckResult(n, status, message) for n in CHECKS[name]]
    return Step(name, status, tuple(checks))


def verdict(outcome: str, steps: Mapping[str, Step], *findings: Finding) -> Verdict:
    """A verdict in which all other steps than the given ones have passed."""
    all_steps = tuple(steps.get(name, step(name, "passed")) for name in CHECKS)
    given = (outcome, all_steps, findings, "", False, 20261123, 0.412)
    return Verdict("linear_regression", FILE, *given)  # type: ignore[arg-type]


def todo(*names: str) -> dict[str, Step]:
    """Steps that are not written yet."""
    return {name: step(name, "todo", message=f"{METHODS[name]} is not written yet") for name in names}


BAD_GRADIENTS = step("gradients", "failed", ("values", "values where n is d", "values for one sample"))
ALL_BAD = step("gradients", "failed", CHECKS["gradients"])
BAD_FIT = step("fit", "failed", ("history values", "convergence"))
BLOCKED = {name: step(name, "blocked", message="the file could not be loaded") for name in CHECKS}

PRINTED = (
    Printed("", (("hello", 1, 1),)),
    Printed("predict", (("(50, 3)", 41, 41), ("(3, 3), and a résumé", 2, 1))),
    Printed("fit", (("loss 1.31652", 2000, 14), *((f"epoch\x1b[31m {n}", 1, 1) for n in range(30))), 1_200),
)

CASES = {
    "stub": verdict("unfinished", todo("predict", "loss", "gradients", "fit", "vectorization")),
    "unfinished": verdict("unfinished", todo("gradients", "fit", "vectorization")),
    "one_finding": verdict("failed", {"gradients": BAD_GRADIENTS}, UNDIVIDED),
    "several": verdict("failed", {"gradients": ALL_BAD, "fit": BAD_FIT}, UNDIVIDED, ASCENDS, SCALARS),
    "half_way": verdict("failed", {"gradients": BAD_GRADIENTS, **todo("fit", "vectorization")}, UNDIVIDED),
    "no_hints": verdict("failed", {"gradients": BAD_GRADIENTS}, replace(UNDIVIDED, hints=())),
    "advice": verdict("passed", {}, SCALARS),
    "passed": verdict("passed", {}),
    "loading": verdict("failed", BLOCKED, SYNTAX),
    "printed": replace(verdict("failed", {"gradients": BAD_GRADIENTS}, UNDIVIDED), printed_by=PRINTED),
}


def screen(case: Verdict, page: Page, lines: list[str] | None = None, again: str = "python -m grader") -> str:
    """The screen of a verdict, without colour."""
    source = SOURCE.split("\n") if lines is None else lines
    background = terminal.Background(source, TITLES, "solutions/linear_regression.py", again)
    return terminal.report(case, background, page).plain()
