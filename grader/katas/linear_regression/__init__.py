"""Linear regression by gradient descent: all that the grader knows about this exercise.

What `grading` calls is gathered here; NumPy and the diagnosis are imported when first needed, so that a
worker can start meanwhile.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...verdict import Check, Status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...comparison import Comparison, Demonstration, Descent
    from ...sandbox.client import Sandbox
    from ...sandbox.limits import Ended
    from ...submission import Submission
    from .learner import Learner
    from .named import Named

STEPS = ("init", "predict", "loss", "gradients", "fit", "vectorization")
FALLBACK = {
    "init": "raises", "predict": "predict-wrong-value", "loss": "loss-wrong-value",
    "gradients": "gradient-wrong-value", "fit": "fit-wrong-value", "vectorization": "loop-over-samples",
}  # fmt: skip


def load_request(source: str, filename: str, off_limits: list[Path]) -> dict[str, Any]:
    """What a sandbox is asked to load."""
    return {
        "source": source,
        "filename": filename,
        "class": "LinearRegression",
        "members": {"predict": [], "compute_loss": [], "compute_gradients": [], "fit": []},
        "off_limits": [str(path) for path in off_limits],
    }


def right_source() -> str:
    """The text of a right submission, whose methods can be put under a learner's `fit`."""
    from .formula import source

    return source({})


def loading_errors(loaded: "dict[str, Any] | Ended", source: str) -> "list[Named]":
    """Why nothing of the file can be judged; empty where something can."""
    from .loading import diagnose

    return diagnose(loaded, source)


def missing_methods(learner: "Learner") -> "list[Named]":
    """The methods that are not there; what is there is still judged."""
    from .loading import missing_methods as missing

    return missing(learner)


def make_learner(sandbox: "Sandbox", loaded: dict[str, Any], right: Any, seed: int) -> "Learner":
    """The loaded file as the checks see it."""
    from .learner import Learner
    from .outcomes import Blocked, Todo

    STATUSES.update({Todo: "todo", Blocked: "blocked"})
    return Learner(sandbox, loaded, right, seed)


def ask_ahead(learner: "Learner") -> None:
    """Ask what every grading asks, while the checks are made ready; the answers are kept."""
    from .ahead import ask_ahead as ask

    ask(learner)


STATUSES: dict[type[Exception], Status] = {}


def find_mistakes(learner: "Learner", failed: set[str]) -> "list[Named]":
    """The mistakes in the steps that failed."""
    if not failed:
        return []
    from .diagnose import diagnose

    return diagnose(learner, failed)


def find_advice(learner: "Learner", passed: set[str]) -> "list[Named]":
    """What could be better in the steps that passed."""
    from .advice import advise

    return advise(learner, passed)


def find_unexplained(
    learner: "Learner", steps: set[str], checks: dict[str, tuple[Check, ...]], named: "list[Named]"
) -> "list[Named]":
    """For steps that failed without a mistake being recognised: what was seen, and no guess.

    `fit` and vectorization are left out where another finding explains them. Where none does and no step
    failed either, there may be one whose work could not be looked at.
    """
    from .diagnose import NUMERIC, of_method
    from .named import Named

    found = []
    for step in STEPS:
        if step not in steps or (step in ("fit", "vectorization") and named):
            continue
        if step in NUMERIC and of_method(learner, step):
            continue  # it shows what is named where another method shows it too
        message = next(check.message for check in checks[step] if check.status == "failed")
        line = learner.outline.line_of_return(
            {"loss": "compute_loss", "gradients": "compute_gradients"}.get(step, step)
        )
        found.append(Named(FALLBACK[step], step, line, message))
    blocked = any(check.status == "blocked" for check in checks["vectorization"])
    if found or named or not blocked:
        return found
    from .diagnose.vectorization import unjudged

    return unjudged(learner)


def find_violations(reported: list[dict[str, Any]]) -> "list[Named]":
    """What the guard refused, each kind once, in the step of the method that led to it."""
    from .learner import STEP_OF
    from .named import Named

    found: dict[str, Named] = {}
    for report in reported:
        kind, what, line = report["violation"], report["what"], report["line"]
        within = report["within"]
        if kind == "forbidden-library" and _is_like_numpy(what):
            what += "; is numpy meant?"
        step = "loading" if within in ("<module>", "") else STEP_OF.get(within, "init")
        found.setdefault(kind, Named(kind, step, line, what))
    return list(found.values())


def _is_like_numpy(module: str) -> bool:
    from difflib import SequenceMatcher

    return SequenceMatcher(None, "numpy", module.partition(".")[0]).ratio() >= 0.75


def compared_names() -> "Mapping[str, str]":
    """What a method can be called in a comparison, and its name."""
    from .comparing import NAMES

    return NAMES


def compare(
    own: "tuple[Sandbox, Submission]",
    reference: "tuple[Sandbox, Submission]",
    statuses: "Mapping[str, Status]",
    seed: int,
    method: str | None,
) -> "Comparison":
    """The submission beside the reference, in code and behaviour."""
    from .comparing import compare as beside

    return beside(own, reference, statuses, seed, method)


def demonstrate(sandbox: "Sandbox") -> "Demonstration":
    """The submission, trained on the documented data."""
    from .demo import demonstrate as trained

    return trained(sandbox)


def descend(sandbox: "Sandbox", statuses: "Mapping[str, Status]") -> "Descent | None":
    """The way of the submission over the loss, to be drawn; None where there is no `fit` to go it."""
    from .descending import descend as drawn

    return None if statuses["fit"] in ("todo", "blocked") else drawn(sandbox)
