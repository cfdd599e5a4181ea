"""The runs of `fit` that are judged: which there are, and whether each went the way of descent.

`fit` may start from the values that the model has, from zero, or from small random values of its own; in
the last case the start is worked out backwards from where it ended.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ...observation import Seen, Value, close, tolerance
from . import reference
from .expect import losses_of
from .learner import Learner
from .probes import Probe
from .requests import Request

LR, OTHER_LR, EASY_LR = 0.06, 0.11, 0.3
SHORT = (*((LR, epochs) for epochs in (0, 1, 2, 3, 5)), (OTHER_LR, 3))
# Past convergence on `easy`; and on `path` so slow that what changes after a hundred epochs still shows.
LONG, SLOW = 90, 104
SLOW_LR = 0.02
SMALL = 0.5
FEW = 8  # epochs, for what is looked at step by step
MOST_GROWN = {"single": 2e3, "double": 1e9}
# What else is run, by what it is about: the probes, and the calls (lr, epochs) on one model of each.
FURTHER: dict[str, tuple[tuple[str, ...], tuple[tuple[float, int], ...]]] = {
    "no rate": (("path",), ((0.0, 2),)),
    "square": (("path_square",), ((0.03, 3),)),
    "single": (("one_feature", "one_sample"), ((0.03, 2),)),
    "dtypes": (("integers", "float32", "float_y"), ((0.01, 3),)),
    "sizes": (("large", "broad"), ((0.02, 3),)),
    "layouts": (("strided", "columns", "readonly"), ((0.03, 2),)),
    "again": (("path",), ((LR, 3), (LR, 2))),
    "growing": (("path",), ((2.0, 6),)),
    "exact": (("exact",), ((0.01, 3),)),
    "slow": (("path",), ((SLOW_LR, SLOW),)),
    "long": (("easy",), ((EASY_LR, LONG),)),
}
SLACK = 20.0
DRAWN = 2  # the place among the starts of one that `fit` draws itself


@dataclass(frozen=True)
class Run:
    """One call of `fit`: the data, the learning rate, the epochs, and what came of it."""

    probe: Probe
    lr: float
    epochs: int
    seen: Seen

    @property
    def end(self) -> tuple[np.ndarray, float] | None:
        """W and b afterwards, where they are what they should be: an array (d,) and a number."""
        return parameters(self.seen.w, self.seen.b, self.probe.d)


def parameters(w: Value, b: Value, d: int) -> tuple[np.ndarray, float] | None:
    """The two values as numbers, or None where their shapes are wrong."""
    if w.kind != "array" or w.shape != (d,) or w.content is None or b.number is None or b.kind != "number":
        return None
    return w.content, b.number


def requests(learner: Learner, right: bool) -> list[Request]:
    """What `runs` and `further` will ask."""
    probe = learner.probes.path
    asked: list[tuple[Probe, tuple[tuple[float, int], ...]]] = [(probe, (run,)) for run in SHORT]
    asked += [(getattr(learner.probes, name), runs) for names, runs in FURTHER.values() for name in names]
    return [learner.requests.fits(probe, runs, right=right) for probe, runs in asked]


def runs(learner: Learner, right: bool = False) -> list[Run]:
    """The short runs by which the way of `fit` is known, each on a new model."""
    probe = learner.probes.path
    return [Run(probe, lr, epochs, learner.fits(probe, (lr, epochs), right=right)[0]) for lr, epochs in SHORT]


def further(learner: Learner, what: str, right: bool = False) -> list[Run]:
    """The runs about one thing, see FURTHER: those on one model follow each other."""
    names, calls = FURTHER[what]
    return [
        Run(probe, lr, epochs, seen)
        for probe in (getattr(learner.probes, name) for name in names)
        for (lr, epochs), seen in zip(calls, learner.fits(probe, *calls, right=right), strict=True)
    ]


def close_end(seen: Seen, w: np.ndarray, b: float, d: int) -> bool:
    """Whether the parameters after a call are w and b."""
    end = parameters(seen.w, seen.b, d)
    if end is None:
        return False
    relative = SLACK * tolerance(seen.w)
    together = np.append(end[0], end[1])
    return close(together, np.append(w, b), relative)


def starts(run: Run) -> Iterator[tuple[np.ndarray, float]]:
    """Where `fit` may have started: the model's own values, zero, or small values found backwards."""
    probe = run.probe
    yield probe.w, probe.b
    yield np.zeros(probe.d), 0.0
    if run.end is not None and np.isfinite(run.end[0]).all() and np.isfinite(run.end[1]) and _liftable(run):
        lifted = reference.lift(probe, *run.end, run.lr, run.epochs)
        if max(np.max(np.abs(lifted[0])), abs(lifted[1])) <= SMALL:
            yield lifted


def _liftable(run: Run) -> bool:
    """Whether the start can be worked out backwards: rounding grows on that way, epoch by epoch."""
    most = MOST_GROWN["single" if run.seen.w.single else "double"]
    return reference.growth_backwards(run.probe, run.lr, run.epochs) <= most


def explain_run(run: Run) -> tuple[list[float], bool] | None:
    """The losses along the way of descent that ends where the run did, and whether it began afresh.

    None where no allowed start leads there.
    """
    found = _explained(run)
    return None if found is None else (found[1], found[0] > 0)


def out_of_reach(run: Run, short: Run) -> bool:
    """Whether the way of a run cannot be judged: a short one tells that `fit` draws its own start."""
    found = _explained(short)
    return found is not None and found[0] == DRAWN and not _liftable(run)


def _explained(run: Run) -> tuple[int, list[float]] | None:
    """The number of the start that leads there, and the losses on the way; best one with that history."""
    likely = None
    for number, start in enumerate(starts(run)):
        ws, bs, losses = reference.descent(run.probe, run.lr, run.epochs, start)
        if not close_end(run.seen, ws[-1], bs[-1], run.probe.d):
            continue
        if _agrees(run, losses):
            return number, losses
        # Two starts near each other come to the same end after many epochs: the history tells them apart.
        likely = likely or ((number, losses) if number < DRAWN else None)
    return likely


def _agrees(run: Run, losses: list[float]) -> bool:
    """Whether the history is that of the way."""
    seen = losses_of(run.seen.value) if run.seen.value is not None else None
    return seen is not None and history_fits(seen, losses, run) is not None


def history_fits(seen: np.ndarray, losses: list[float], run: Run) -> str | None:
    """'before' or 'after' the step, whichever way the losses were recorded; None if neither."""
    value = run.seen.value
    assert value is not None
    relative = SLACK * tolerance(value, run.seen.w)
    scale = float(np.max(np.abs(losses), initial=0.0)) or 1.0
    for name, part in (("before", losses[:-1]), ("after", losses[1:])):
        if len(part) == len(seen) and bool((np.abs(seen - part) <= relative * scale).all()):
            return name
    return None


def second_is_right(first: Run, second: Run) -> bool:
    """Whether a second call went on from where the first one ended, or started over as the first did."""
    if explain_run(second) is not None and restarts(first, second):
        return True
    if first.end is None:
        return False
    ws, bs, losses = reference.descent(second.probe, second.lr, second.epochs, first.end)
    seen = losses_of(second.seen.value) if second.seen.value is not None else None
    there = close_end(second.seen, ws[-1], bs[-1], second.probe.d)
    return there and seen is not None and history_fits(seen, losses, second) is not None


def restarts(first: Run, second: Run) -> bool:
    """Whether `fit` initialises w and b itself: both calls started afresh."""
    found, again = explain_run(first), explain_run(second)
    return found is not None and again is not None and found[1] and again[1]
