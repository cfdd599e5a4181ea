"""Whether the methods that `fit` builds on are right; if not, `fit` is judged with right ones under it."""

import numpy as np

from ...observation import Seen, close, tolerance
from . import expect, reference
from .learner import Learner
from .probes import Probe


def right_under(learner: Learner) -> bool:
    """Whether `fit` must be judged with right parts put under it."""
    return bool(learner.keep("right under", lambda: not all_right(learner)))


def all_right(learner: Learner) -> bool:
    """Whether predict, compute_loss and compute_gradients are right on the data that diagnose."""
    probes = learner.probes
    return all(
        learner.exists(method) and not learner.is_todo(method) and part_is_right(learner, method, probe)
        for method in ("predict", "compute_loss", "compute_gradients")
        for probe in (probes.tall, probes.square)
    )


def part_is_right(learner: Learner, method: str, probe: Probe) -> bool:
    """Whether one method gives the right answer on one probe and leaves its arguments alone."""
    if method == "predict":
        seen = learner.predict(probe)
        return _agrees(seen, [(probe.fresh, True)])
    if method == "compute_loss":
        seen = learner.loss(probe)
        return _agrees(seen, [(np.asarray(reference.loss(probe.y_hat, probe.y)), False)])
    dw, db = reference.gradients(probe.X, probe.y, probe.y_hat)
    return _agrees(learner.gradients(probe), [(dw, True), (np.asarray(db), False)])


def _agrees(seen: Seen, wanted: list[tuple[np.ndarray, bool]]) -> bool:
    if seen.value is None or seen.changed:
        return False
    values = (seen.value,)
    if len(wanted) == 2:
        try:
            values = expect.pair(seen.value)  # type: ignore[assignment]
        except AssertionError:
            return False
    return all(
        value.content is not None
        and value.kind == ("array" if is_array else "number")
        and close(value.content, right, 3 * tolerance(value))
        for value, (right, is_array) in zip(values, wanted, strict=True)
    )
