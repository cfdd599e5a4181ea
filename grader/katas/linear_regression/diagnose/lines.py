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
    return (
        line_of_telling(mistake, trail, probe, probe.y_hat)
        or _mended(learner, formula, observed)
        or _result(mistake, observed, trail)
        or learner.outline.line_of_return(formula.method)
    )


def _mended(learner: Learner, formula: Formula, observed: Any) -> int | None:
    """The one line with a wrong number of samples on it, if another number there makes all right."""
    wanted = run(formula, {}, observed.probe)
    if isinstance(wanted, str):
        return None
    one = learner.one(formula.method, observed.probe)
    return line_that_mends(learner, formula.method, one, formula.parse, wanted, float(observed.probe.n))


def _result(mistake: str, observed: Any, trail: Trail) -> int | None:
    """Where the wrong result, or the wrong half of it, first appears."""
    numbers = observed.numbers
    if not isinstance(numbers, tuple):
        return None
    order = (1, 0) if "bias" in mistake and len(numbers) == 2 else (0, 1)
    for part in order:
        if part < len(numbers) and (line := trail.first(lambda v, p=part: _same(v, numbers[p]))):  # type: ignore[misc]
            return line
    return None


def _same(value: np.ndarray, number: np.ndarray) -> bool:
    return value.shape == number.shape and bool(np.allclose(value, number, rtol=1e-6, atol=1e-12))
