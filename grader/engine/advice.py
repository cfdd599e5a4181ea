"""Advise on code that is accepted but could be better. Lines are looked up only for advice that is given."""

import numpy as np

from .asking.learner import Learner
from .checks import new_model, work
from .diagnosis import Named
from .training import trajectory
from .training.collaborators import right_under
from .training.trajectory import METHOD, STEP


def advise(learner: Learner, passed: set[str]) -> list[Named]:
    """Give the advice on the steps that passed; empty if nothing could be better."""
    found = _of_fit(learner) if learner.training and STEP in passed else []
    return _of_whole(learner) + found + _of_defaults(learner) + _of_loops(learner)


def _of_whole(learner: Learner) -> list[Named]:
    """Advise on parameters that start as integers, if that does no harm."""
    if not new_model.starts_whole(learner) or new_model.harm_of_whole(learner):
        return []
    from .diagnose.init import line_of_parameter

    parameter = learner.exercise.state[0]
    line, step = line_of_parameter(learner, parameter.name), learner.exercise.steps[0]
    dtype = np.dtype(learner.start().parameter(parameter.name).dtype).name
    said = f"the dtype of {parameter.name} is {dtype}; training such a model gives the same as with floats"
    return [Named(parameter.whole, step, line, said, severity="advice")]


def _of_defaults(learner: Learner) -> list[Named]:
    """Advise on default arguments that differ from the documented ones."""
    advice = []
    for method in ("__init__", *learner.written()):
        other = learner.signatures.other_defaults(method)
        if other:
            line = learner.outline.line_of_method(method)
            exercise = learner.exercise
            step = exercise.steps[0] if method == "__init__" else exercise.step_of(method)
            advice.append(Named("other-defaults", step, line, "; ".join(other)))
    return advice


def _of_fit(learner: Learner) -> list[Named]:
    runs = trajectory.runs(learner, right_under(learner))
    value, recorded = runs[3].seen.value, learner.fits(runs[3].case, (trajectory.LR, 3))[0].value
    if value is None or not all(run.is_right for run in runs):
        return []
    advice = []
    if all(run.explained is not None and run.explained.start > 0 for run in runs):
        names = learner.exercise.state_words
        advice.append(("start of its own", f"fit starts from its own values and ignores the current {names}"))
    if runs[3].recorded == "after":
        advice.append(
            ("history after the steps", "the first entry of the history is the loss after the first step")
        )
    if value.kind == "array" or value.family in ("tuple", "deque"):
        advice.append(("history in no list", f"fit returned {value.says()}"))
    elif recorded is not None and set(recorded.flavours) & {"numpy", "0d"}:
        advice.append(("history of no plain floats", "an entry of the history is a NumPy scalar"))
    return [Named(name, STEP, _line(learner, name), seen) for name, seen in advice]


def _line(learner: Learner, name: str) -> int | None:
    from .diagnose.training.lines import FitLines
    from .diagnose.training.resets import begun

    if name == "history in no list":
        return learner.outline.line_of_return(METHOD)
    lines = FitLines(learner, right_under(learner))
    if name != "start of its own":
        return lines.records.line()
    return begun(lines.steps) or lines.update()


def _of_loops(learner: Learner) -> list[Named]:
    """Advise on a loop over the features in the learner's own code."""
    if "vectorization" not in learner.exercise.steps:
        return []
    for method in learner.written():
        lines = work.loops_over_features(learner, method)
        if lines:
            from .diagnose.vectorization import line_of_loop

            seen = f"{method} executes more Python instructions for more features"
            return [Named("loop-over-features", "vectorization", line_of_loop(learner, method, lines), seen)]
    return []
