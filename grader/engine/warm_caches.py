"""Fill the caches of a grading before it starts: the data of its seed and the right results on them.

This saves time only: what is not in a cache is computed by the grading itself.
"""

import numpy as np

from . import answers, descent, trajectory, work
from .drawn_cases import Cases
from .exercise import Exercise
from .requests import drawn


def make_ready(exercise: Exercise, seed: int) -> None:
    """Draw the data, and compute the right answers and the right descents on them."""
    cases = drawn(exercise, seed).cases
    with np.errstate(all="ignore"):
        for method in exercise.methods:
            if exercise.descent is None or method.name != exercise.descent.method:
                odder = [case for _, case in cases.odder(method.name)]
                for case in (*cases.main(method.name), *cases.plain, *odder):
                    answers.right(exercise, method, case)
        if exercise.descent is not None:
            _descend(exercise, cases)
    for _, sizes in (*work.FIRST, *work.FURTHER):
        for n, d in sizes:
            cases.many(n, d)


def _descend(exercise: Exercise, cases: Cases) -> None:
    further = [one for what in trajectory.FURTHER for one in trajectory.asked_about(exercise, what)]
    for name, calls in (("path", trajectory.SHORT), *further):
        for lr, epochs in calls:
            descent.descend(exercise, cases[name], lr, epochs)
    descent.best(exercise, cases["easy"])
