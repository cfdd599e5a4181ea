"""Find the line on which one other operation would make the steps of a training right."""

from typing import Any

import numpy as np

from ....observation import close
from ...training import trajectory
from ...training.trajectory import METHOD
from ..lines.announced import as_announced
from ..lines.one_change import changed_on
from .other_lines import outward
from .steps import Steps


def changed_in_steps(steps: Steps, line: int | None) -> int | None:
    """The line or, if no single change of an operation on it makes the path right, the only one that does.

    If the line stores a parameter that is wrong, it stays if a change on it makes the first step of that one
    right.
    """
    names, stored = steps.exercise.parameters, steps.outline.sets(line)
    found = None if steps.all_right() else _changed_in_steps(steps, line, names)
    if found is None or found == line:
        return line
    wrong = (name for name in stored if not steps.steps_right(name))
    return line if any(_changed_in_steps(steps, line, (name,)) == line for name in wrong) else found


def _changed_in_steps(steps: Steps, line: int | None, gives: tuple[str, ...]) -> int | None:
    """The same for the path of these parameters."""
    names, parts = steps.exercise.parameters, steps.exercise.collaborators
    wrong = [run for run in trajectory.runs(steps.learner, steps.right) if not run.is_right]
    run = min((r for r in wrong if r.epochs >= len(gives)), key=lambda run: run.epochs, default=None)
    if run is None:
        return line
    right = run.descend(run.case.start if steps.start[0].any() else (np.zeros(run.case.d), 0.0))
    one = steps.learner.requests.one(METHOD, run.case, run.lr, run.epochs)
    wanted: Any = tuple(value for name, value in zip(names, right.end, strict=True) if name in gives)
    request = steps.learner.requests.changed(METHOD, one, gives, right=steps.right)
    if run.losses is not None and close(run.losses[:1], np.asarray(right.losses[:1]), 1e-6):
        request["result"] = True  # the losses have to stay right
        wanted += (right.losses[: run.epochs],)

    def elsewhere(at: int) -> bool:
        return any(steps.outline.is_inside(at, part) for part in parts)

    request["wanted"] = [list(wanted)]
    found = changed_on(steps.learner, request, run.case, line, elsewhere)
    is_right = as_announced(steps.outline, steps.trail, steps.case, found) not in (None, found)
    return line if is_right or outward(steps, found) != found else found
