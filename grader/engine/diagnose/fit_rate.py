"""The line that makes the rate of the steps another than the one that the training was given."""

import numpy as np

from ...observation import close
from .fit_steps import EPOCHS, Steps, stacked


def line_of_rate(steps: Steps) -> int | None:
    """The line of the rate, or of what it is multiplied with, or else of the update."""
    update = steps.update()
    at_update = update.line if update else None
    if again := steps.outline.line_that_rebinds("fit", "lr"):
        return again
    if update is not None and not steps.reads("lr") and not steps.outline.is_inside(update.line, "fit"):
        return update.place
    if steps.end[0].size and steps.steps_right(steps.vector):
        return _later_rate(steps) or at_update
    slope = steps.gradients(*steps.start)[0]
    rate = float(steps.made[0] @ slope / (slope @ slope)) * steps.lr if steps.made[0].size else 1.0
    if abs(rate - 1.0) < 1e-9 or not steps.end[0].size:
        return at_update
    step = steps.start[0] - steps.end[0]
    scaled = (np.asarray(rate), steps.made[0], *stacked(*steps.made), step)
    return next(filter(None, (_first(steps, one) for one in scaled)), at_update)


def _later_rate(steps: Steps) -> int | None:
    """The line that makes the rate of the second step, alone or along with that of the first."""
    slope, moved = steps.gradients(*steps.end)[0], steps.end[0] - steps.after(EPOCHS)[0]
    rate = float(moved @ slope / (slope @ slope)) if moved.size == slope.size else steps.lr
    if abs(rate / steps.lr - 1) < 1e-9:
        return None
    return _first(steps, np.asarray(rate), np.array([steps.lr, rate]))


def _first(steps: Steps, *targets: np.ndarray) -> int | None:
    return steps.trail.first(lambda value: any(close(value, target, 1e-9) for target in targets))
