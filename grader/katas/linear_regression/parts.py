"""Whether the methods that `fit` builds on are right; if not, `fit` is judged with right ones under it."""

import numpy as np

from ...observation import Seen, close, tolerance
from . import again, expect, path, reference
from .learner import PARTS, PLAINEST, Learner
from .probes import Probe
from .requests import METHODS


def right_under(learner: Learner) -> bool:
    """Whether `fit` must be judged with right parts put under it."""
    return bool(learner.keep("right under", lambda: _right_under(learner)))


def _right_under(learner: Learner) -> bool:
    written = learner.written()
    wrong = [name for name in PARTS if name not in written or not part_is_right(learner, name)]
    if not wrong or _takes_apart(learner, wrong):
        return False
    learner.put_under(wrong)
    return True


def _takes_apart(learner: Learner, wrong: list[str]) -> bool:
    """Whether `fit` knows how to read gradients that come in another form than a pair, and are right so.

    With a pair from right parts it cannot run; with its own it makes a right step, and can be judged.
    """
    if wrong != ["compute_gradients"] or not set(METHODS) <= set(learner.written()):
        return False
    value = learner.gradients(learner.probes.tall).value
    try:
        if value is None or value.kind == "none" or expect.pair(value):
            return False
    except AssertionError:
        probe = learner.probes.path
        own = path.Run(probe, *PLAINEST, learner.fits(probe, PLAINEST)[0])
        stuck = learner.fits(probe, PLAINEST, right=True)[0].raised is not None
        return stuck and own.seen.value is not None and path.explain_run(own) is not None
    return False


def wrong_at_once(learner: Learner) -> list[str]:
    """The methods that are not written, or whose plainest answer is wrong: no more need be asked to know."""
    written, tall = learner.written(), learner.probes.tall
    return [name for name in PARTS if name not in written or not _right(name, learner.on(name, tall), tall)]


def part_is_right(learner: Learner, method: str) -> bool:
    """Whether one method gives the right answers and leaves all else alone."""
    probes = learner.probes
    asked = [probes.tall, *probes.plain, *(probe for _, probe in probes.odder(method))]
    return all(_right(method, learner.on(method, probe), probe) for probe in asked) and all(
        _right(method, turn.seen, turn.probe) for turn in again.turns(learner, method)
    )


def _right(method: str, seen: Seen, probe: Probe) -> bool:
    if method == "predict":
        return _agrees(seen, probe, [(probe.fresh, True)])
    if method == "compute_loss":
        return _agrees(seen, probe, [(np.asarray(reference.loss(probe.y_hat, probe.y)), False)])
    dw, db = reference.gradients(probe.X, probe.y, probe.y_hat)
    return _agrees(seen, probe, [(dw, True), (np.asarray(db), False)])


def state_kept(seen: Seen, probe: Probe) -> bool:
    """Whether w and b are after a call what they were before it."""
    w, b = seen.w.content, seen.b.content
    if w is None or b is None or w.shape != (probe.d,) or b.shape != ():
        return False
    return close(w, probe.w, tolerance(seen.w)) and close(b, np.asarray(probe.b), tolerance(seen.b, seen.w))


def _agrees(seen: Seen, probe: Probe, wanted: list[tuple[np.ndarray, bool]]) -> bool:
    if seen.value is None or seen.changed or not state_kept(seen, probe):
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
