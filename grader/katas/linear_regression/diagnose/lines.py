"""The line to look at for a recognised mistake: where its telling value first appears."""

from typing import Any

import numpy as np

from ..learner import Learner
from .mending import line_that_mends
from .numeric import Formula, run
from .telling import line_of_telling
from .trail import Trail


def line_of(learner: Learner, formula: Formula, mistake: str, observed: Any, trail: Trail) -> int | None:
    """The line of the file that the mistake stands on, or the one that returns the wrong result."""
    raised = observed.seen.raised
    if raised is not None and raised.line is not None:
        return int(raised.line)
    if mistake == "gradient-returned-swapped":
        return learner.outline.line_of_return(formula.method)
    probe = observed.probe
    told = line_of_telling(mistake, trail, probe, probe.y_hat)
    if told and mistake == "gradient-of-squared-residual" and not _inside(learner, formula, told):
        told = None
    found = told or _mended(learner, formula, observed) or _result(formula, mistake, observed, trail)
    return _outward(learner, trail, found) or learner.outline.line_of_return(formula.method)


def _inside(learner: Learner, formula: Formula, line: int) -> bool:
    """Whether a line belongs to the method itself, not to a helper."""
    function = learner.outline.function_at(line)
    return function is not None and function.name == formula.method


def _outward(learner: Learner, trail: Trail, line: int | None) -> int | None:
    """The line, or where a helper that is called more than once is called with the wrong arguments."""
    function = learner.outline.function_at(line) if line else None
    if function is None or len(trail.calls(function.name)) < 2:
        return line
    return trail.calls(function.name)[0]


def _mended(learner: Learner, formula: Formula, observed: Any) -> int | None:
    """The one line with a wrong number of samples on it, if another number there makes all right."""
    wanted = run(formula, {}, observed.probe)
    if isinstance(wanted, str):
        return None
    one = learner.one(formula.method, observed.probe)
    return line_that_mends(learner, formula.method, one, formula.parse, wanted, float(observed.probe.n))


def _result(formula: Formula, mistake: str, observed: Any, trail: Trail) -> int | None:
    """Where the wrong result, or the wrong half of it, first appears."""
    numbers, wanted = observed.numbers, run(formula, {}, observed.probe)
    if not isinstance(numbers, tuple) or isinstance(wanted, str):
        return None
    right = [_same(seen, np.asarray(good)) for seen, good in zip(numbers, wanted, strict=False)]
    order = sorted(range(len(numbers)), key=lambda part: right[part])
    if "bias" in mistake and len(numbers) == 2:
        order = [1, 0]
    both = [np.append(*pair) for pair in (numbers, numbers[::-1])] if len(numbers) == 2 else []
    for target in [numbers[part] for part in order] + both:
        lines = [line for line in (trail.first(lambda v, t=t: _same(v, t)) for t in (target, *both)) if line]  # type: ignore[misc]
        if lines:
            return min(lines, key=lambda at: _place(trail, at))
    return None


def _place(trail: Trail, line: int) -> int:
    return next(i for i, event in enumerate(trail.events) if event.line == line)


def _same(value: np.ndarray, number: np.ndarray) -> bool:
    return value.shape == number.shape and bool(np.allclose(value, number, rtol=1e-6, atol=1e-12))
