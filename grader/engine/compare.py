"""Compare the submission with the reference, method by method: the code and what it returns."""

from collections.abc import Mapping

import numpy as np

from ..comparison import Beside, Comparison
from ..sandbox.client import Sandbox
from ..submission import Submission
from ..verdict import Status
from .compare_methods import Told, TrainingCompared, method_told
from .drawn_cases import Cases
from .exercise import Exercise
from .source.code import method_code

Loaded = tuple[Sandbox, Submission]


def compared_names(exercise: Exercise) -> dict[str, str]:
    """The names that select a method for comparison: its own name and those of its steps."""
    by_step = {step: method.name for method in exercise.methods for step in method.steps}
    return {method.name: method.name for method in exercise.methods} | by_step


def compare(
    exercise: Exercise,
    own: Loaded,
    reference: Loaded,
    statuses: Mapping[str, Status],
    seed: int,
    method: str | None = None,
) -> Comparison:
    """Compare one method, or all of them, with the reference's."""
    methods = [method] if method else list(exercise.takes)
    with np.errstate(all="ignore"):  # the numbers of a wrong submission may overflow
        return _compared(Cases(exercise, seed), own, reference, statuses, methods)


def _compared(
    cases: Cases, own: Loaded, reference: Loaded, statuses: Mapping[str, Status], methods: list[str]
) -> Comparison:
    exercise = cases.exercise
    found: list[Beside] = []
    curves: dict[str, tuple[float, ...]] = {}
    for name in methods:
        told: Told
        method = exercise.method(name)
        if statuses[method.step] == "todo":
            told = "todo", ("is not written yet",)
        elif exercise.descent is not None and name == exercise.descent.method:
            passes = statuses[method.step] == "passed"
            training = TrainingCompared(own[0], reference[0], cases, passes=passes)
            told, curves = _training_told(training), training.curves()
        else:
            told = method_told(own[0], reference[0], cases, method)
        codes = [method_code(exercise, file.source, file.path, name) for _, file in (own, reference)]
        found.append(Beside(name, *told, *codes))
    return Comparison(tuple(found), curves, cases.seed)


def _training_told(training: TrainingCompared) -> Told:
    """The result for the training, with the time of an epoch if it does the same work as the reference."""
    standing, said = training.told()
    time = training.epoch_time() if standing == "agrees" or training.passes else ""
    return standing, (*said, time) if time else said
