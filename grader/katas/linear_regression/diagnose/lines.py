"""The line to look at for a recognised mistake: where its telling value first appears."""

from typing import Any

import numpy as np

from ..learner import Learner
from .numeric import Formula
from .trail import Trail


def line_of(learner: Learner, formula: Formula, mistake: str, observed: Any, trail: Trail) -> int | None:
    """The line of the file that the mistake stands on, or the one that returns the wrong result."""
    raised = observed.seen.raised
    if raised is not None and raised.line is not None:
        return int(raised.line)
    found = _told(mistake, observed, trail) or _result(mistake, observed, trail)
    return found or learner.outline.line_of_return(formula.method)


def _told(mistake: str, observed: Any, trail: Trail) -> int | None:
    """Where a value appears that only this mistake brings forth."""
    probe = observed.probe
    error = probe.y_hat - probe.y
    if mistake == "gradient-sign-flipped":
        return trail.first_along(error, -1.0) or trail.first_along(probe.X.T @ error, -1.0)
    if mistake == "gradient-weights-sign-flipped":
        return trail.first_along(probe.X.T @ error, -1.0)
    if mistake == "gradient-of-absolute-error":
        return trail.first_along(np.sign(error)) or trail.first_along(np.sign(error), -1.0)
    if mistake == "gradient-of-squared-residual":
        return trail.first_along(error**2)
    if mistake == "gradient-ignores-y-hat":
        return trail.first_equal(probe.fresh)
    if mistake == "gradient-returned-swapped":
        return 0
    return None


def _result(mistake: str, observed: Any, trail: Trail) -> int | None:
    """Where the wrong result, or the wrong half of it, first appears."""
    numbers = observed.numbers
    if not isinstance(numbers, tuple) or mistake == "gradient-returned-swapped":
        return None
    order = (1, 0) if "bias" in mistake and len(numbers) == 2 else (0, 1)
    for part in order:
        if part < len(numbers) and (line := trail.first(lambda v, p=part: _same(v, numbers[p]))):  # type: ignore[misc]
            return line
    return None


def _same(value: np.ndarray, number: np.ndarray) -> bool:
    return value.shape == number.shape and bool(np.allclose(value, number, rtol=1e-6, atol=1e-12))
