"""Diagnose a method that goes wrong only on the data of its second step (see `exercise.Apart`)."""

import numpy as np

from ..asking import answers
from ..asking.learner import Learner
from ..declaration.exercise import Method
from ..diagnosis import Named
from ..source.conditions import line_of_choice
from .call_failures import trouble
from .lines.trail import follow
from .recogniser import Observed, observe

SLIPS = {"NameError", "AttributeError", "TypeError", "LookupError", "ImportError", "MemoryError",
         "SystemExit"}  # fmt: skip
"""Exceptions that say nothing about the data: the code that raises them has simply never run before."""
HUGE = 1e6


def diagnose(learner: Learner, method: Method) -> list[Named]:
    """The first thing that goes wrong on these data; empty if nothing does."""
    assert method.apart is not None
    for words, case in learner.cases.apart(method.name):
        observed = observe(learner, method, case)
        if answers.is_right(learner.exercise, method, observed.seen, case):
            continue
        raised = observed.seen.raised
        if observed.seen.ended is not None or (raised is not None and SLIPS & set(raised.ancestry)):
            found = trouble(learner, observed.seen, method.apart.step, method.name)
            assert found is not None
            return [Named(found.mistake, found.step, found.line, f"{found.seen} ({words})")]
        line = line_of_choice(learner.outline, _line(learner, method, observed))
        said = _said(learner, method, observed)
        return [Named(method.apart.mistake, method.apart.step, line, f"{said} ({words})")]
    return []


def _said(learner: Learner, method: Method, observed: Observed) -> str:
    if observed.seen.raised is not None:
        return f"{method.name} raised {observed.seen.raised.says()}"
    wanted = [np.shape(part) for part in answers.right(learner.exercise, method, observed.case)]
    numbers = observed.numbers
    if not isinstance(numbers, tuple) or [part.shape for part in numbers] != wanted:
        return f"{' or '.join(method.gives)} does not have the shape of the right answer"
    return method.accepts(observed.case, numbers) if method.accepts else "the result is wrong"


def _line(learner: Learner, method: Method, observed: Observed) -> int | None:
    """The line of the first huge or non-finite value, else the line that raised, or of the solver."""
    trail, outline = follow(learner, method.name, observed.case), learner.outline
    if observed.seen.raised is not None:
        return trail.first_not_finite(outline) or observed.seen.raised.line
    largest = max(float(np.max(np.abs(part))) for part in observed.case.args.values() if np.size(part))
    return (
        trail.first(lambda value: not bool((np.abs(value) <= HUGE * max(1.0, largest**2)).all()))
        or trail.solver()
        or outline.line_of_return(method.name)
    )
