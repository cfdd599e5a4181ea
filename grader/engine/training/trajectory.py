"""Run the training, and decide whether each run followed the path of right gradient descent.

A training may start from the model's parameters, from zero, or from small random values of its own. In the
last case the start is computed by running descent backwards from the final parameters.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

import numpy as np

from ...observation import Seen, Value, close, tolerance
from ..asking.answers import losses_of
from ..asking.learner import Learner
from ..asking.requests import Request, once
from ..declaration.case import Case
from ..declaration.exercise import Exercise
from ..declaration.odd_cases import is_scalable
from . import backward_descent, descent
from .descent import Path, State, split

STEP = METHOD = "fit"
"""The name of the training in every iterative exercise, and of the step that judges it."""
LR, OTHER_LR = 0.06, 0.11
SHORT = (*((LR, epochs) for epochs in (0, 1, 2, 3, 5)), (OTHER_LR, 3))
# LONG converges on `easy`; SLOW is so slow on `path` that a change after a hundred epochs still shows.
LONG, SLOW, SLOW_LR = 90, 104, 0.02
DECLARED, DEFAULT_EPOCHS = 0.0, 1000
WHOLE = "whole"
"""The run that may take too long to be judged; it comes last."""
SMALL, FEW = 0.5, 8  # FEW: the most epochs that are run backwards if the gradient jumps
MOST_GROWN = {"single": 2e3, "double": 1e8}
# Further runs, by topic: the names of the cases, and the calls (lr, epochs) made on one model for each case.
Calls = tuple[tuple[float, int], ...]
# The exercise declares the learning rates of "long", "growing" and WHOLE.
FURTHER: dict[str, tuple[tuple[str, ...], Calls]] = {
    "no rate": (("path",), ((0, 5),)),  # not 0.0: the type of a number makes no difference
    "square": (("path_square",), ((0.03, 3),)),
    "single": (("one_feature", "one_sample", "lone", "pair"), ((0.03, 2),)),
    "dtypes": (("integers", "float32", "float_y", "whole_y", "int32"), ((0.01, 3),)),
    "sizes": (("large", "broad"), ((0.02, 3),)),
    "odd": (("wild", "flat_targets"), ((0.02, 3),)),
    "magnitudes": (("huge_targets", "tiny_targets"), ((0.03, 3),)),
    "vast": (("vast",), ((1e-7, 3),)),
    "faint": (("faint_targets",), ((0.03, 3),)),
    "steep": (("steep",), ((5e-20, 3),)),
    "layouts": (("strided", "columns", "readonly"), ((0.03, 2),)),
    "again": (("path",), ((LR, 3), (LR, 2))),
    "growing": (("path",), ((DECLARED, 6),)),
    "exact": (("exact",), ((0.01, 5),)),
    "slow": (("path",), ((SLOW_LR, SLOW),)),
    "long": (("easy",), ((DECLARED, LONG),)),
    WHOLE: (("few", "late"), ((DECLARED, DEFAULT_EPOCHS),)),
}
SLACK, DRAWN = 20.0, 2  # DRAWN: the index in `starts` from which on `fit` drew the start itself


class Explanation(NamedTuple):
    """The path of right descent that ends where a run did."""

    start: int  # the index in `starts`
    losses: list[float]  # along the path
    recorded: str | None  # when the run recorded them, see `Run.when_recorded`


@dataclass(frozen=True)
class Run:
    """One call of the training: the data, the learning rate, the number of epochs, and the outcome."""

    exercise: Exercise
    case: Case
    lr: float
    epochs: int
    seen: Seen

    @property
    def when(self) -> str:
        """'after 3 epochs', as the beginning of a sentence."""
        return f"after {self.epochs} epoch{'s' * (self.epochs != 1)}"

    @property
    def end(self) -> State | None:
        """The parameters after the call, an array (d,) and a number; None if they have another form."""
        return parameters(self.seen, self.case.d)

    @cached_property
    def explained(self) -> Explanation | None:
        """The path that leads to this end; None if none does."""
        return _explained(self)

    @property
    def is_right(self) -> bool:
        """Whether right descent from an allowed start ends where the run did."""
        return self.explained is not None

    @property
    def recorded(self) -> str | None:
        """When the right losses were recorded; None if the run or the history is wrong."""
        return None if self.explained is None else self.explained.recorded

    def when_recorded(self, losses: list[float]) -> str | None:
        """'before' or 'after': when these losses were recorded relative to the step; None if neither fits."""
        value, seen = self.seen.value, self.losses
        if value is None or seen is None:
            return None
        relative = SLACK * tolerance(value, self.seen.weights)
        way = np.asarray(losses, dtype=float)
        scale = float(np.max(np.abs(way), initial=0.0)) or 1.0
        for name, part in (("before", way[:-1]), ("after", way[1:])):
            if len(part) == len(seen) and bool((np.abs(seen - part) <= relative * scale).all()):
                return name
        return None

    @property
    def entries(self) -> int:
        """The number of losses that the history should have."""
        if not may_end_early(self.exercise):
            return self.epochs
        return len((self.explained or self.descend()).losses) - 1

    @property
    def losses(self) -> np.ndarray | None:
        """The history as an array; None if it is not a sequence of numbers."""
        return losses_of(self.seen.value)

    @property
    def steps(self) -> int:
        """The number of steps made; taken from the history's length if the training may end early."""
        made = len(self.losses) if self.losses is not None else 0
        return made - 1 if 0 < made < self.epochs and may_end_early(self.exercise) else self.epochs

    @property
    def as_if_empty(self) -> "Run":
        """The same run as if it had returned an empty history."""
        empty = Value("sequence", "list", length=0, numbers=np.empty(0), family="list")
        return replace(self, seen=replace(self.seen, raised=None, value=empty))

    def descend(self, start: State | None = None) -> Path:
        """Right descent on the same data for the same number of epochs; see `descent.descend`."""
        return descent.descend(self.exercise, self.case, self.lr, self.epochs, start)


def may_end_early(exercise: Exercise) -> bool:
    """Whether a twist lets the training end before its last epoch."""
    return exercise.task.least_gain is not None


def parameters(seen: Seen, d: int) -> State | None:
    """The parameters after a call as numbers, or None if their shapes are wrong."""
    vector, number = seen.weights, seen.bias
    if vector.kind != "array" or vector.shape != (d,) or number.kind != "number":
        return None
    return None if vector.content is None or number.number is None else (vector.content, number.number)


def requests(learner: Learner, right: bool) -> list[Request]:
    """The requests that `runs` and `further` will send, except those that may not be needed."""
    case = learner.cases["path"]
    short = [learner.requests.fits(case, (run,), right=right) for run in SHORT]
    late = {WHOLE, "slow"} - {*telling(learner, right)}
    asked = [one for what in FURTHER if what not in late for one in asked_about(learner.exercise, what)]
    return short + [learner.requests.fits(learner.cases[n], calls, right=right) for n, calls in asked]


def telling(learner: Learner, right: bool) -> list[str]:
    """The long runs that tell whether the training stays right; one does if the code shows the rest."""
    shown = learner.evenness.forgetful(learner.put if right else ())
    return ["long"] if shown else ["slow", "long"]


@once
def runs(learner: Learner, right: bool = False) -> list[Run]:
    """The short runs that show the path of the training, each on a new model."""
    found = [run(learner, "path", lr, epochs, right) for lr, epochs in SHORT]
    return [one.as_if_empty if refused(one) else one for one in found]


def run_of(runs: Iterable[Run], epochs: int) -> Run:
    """The first run with this number of epochs."""
    return next(run for run in runs if run.epochs == epochs)


def refused(run: Run) -> bool:
    """Whether the training raised ValueError for a useless lr or number of epochs, which is accepted."""
    raised = run.seen.raised
    return raised is not None and "ValueError" in raised.ancestry and (run.lr <= 0 or run.epochs < 1)


def run(learner: Learner, name: str, lr: float, epochs: int, right: bool = False) -> Run:
    """Run the training once on a new model, on the case of this name."""
    case = learner.cases[name]
    return Run(learner.exercise, case, lr, epochs, learner.fits(case, (lr, epochs), right=right)[0])


@once
def further(learner: Learner, topic: str, right: bool = False) -> list[Run]:
    """The runs about one topic, see FURTHER, in order; without those that were refused or took too long."""
    runs = [
        Run(learner.exercise, case, lr, epochs, seen)
        for case, calls in ((learner.cases[n], calls) for n, calls in asked_about(learner.exercise, topic))
        for (lr, epochs), seen in zip(calls, learner.fits(case, *calls, right=right), strict=True)
    ]
    lost = (None, *learner.lost.values())
    return [one for one in runs if not refused(one) and one.seen.ended in lost]


def asked_about(exercise: Exercise, topic: str) -> list[tuple[str, Calls]]:
    """The names of the cases, and the calls on each, with the rates of the exercise; some it leaves out."""
    names, calls = FURTHER[topic]
    parts, defaults = exercise.descends, exercise.method(METHOD).defaults
    rates = {"long": parts.easy_lr, "growing": parts.growing_lr, WHOLE: defaults["lr"]}
    labels = not is_scalable(exercise)
    # If the training may end early, the task does not say when it does where the loss does not fall.
    never = {"growing": may_end_early(exercise), "steep": labels, "faint": labels or jumps(exercise)}
    calls = tuple((rates.get(topic, lr), epochs) for lr, epochs in calls)
    return [] if never.get(topic) else [(name, calls) for name in names]


def close_end(seen: Seen, state: State) -> bool:
    """Whether the parameters after a call are these."""
    end = parameters(seen, len(state[0]))
    return end is not None and close(np.append(*end), np.append(*state), SLACK * tolerance(seen.weights))


def starts(run: Run) -> Iterator[State]:
    """The possible starts of a run: the model's parameters, zero, or small values computed backwards."""
    yield run.case.start
    yield np.zeros(run.case.d), 0.0
    if run.end is not None and np.isfinite(run.end[0]).all() and np.isfinite(run.end[1]) and _liftable(run):
        for lifted in _lifted(run, run.end):
            if max(np.max(np.abs(lifted[0])), abs(lifted[1])) <= SMALL:
                yield lifted


def _lifted(run: Run, end: State) -> list[State]:
    """The starts from which descent leads to this end."""
    if not jumps(run.exercise):
        return [descent.lift(run.exercise, run.case, end, run.lr, run.steps)]
    return backward_descent.starts(run.exercise, run.case, end, run.lr, run.steps, run.losses)


def jumps(exercise: Exercise) -> bool:
    """Whether the gradient has jumps, so that one end may have several starts."""
    return not exercise.task.smooth


def _liftable(run: Run) -> bool:
    """Whether the start can be computed backwards: rounding errors grow with every epoch on that path."""
    parts = run.exercise.descends
    if jumps(run.exercise):  # unreliable for more steps, or if y is near zero
        return run.epochs <= FEW and run.lr <= parts.easy_lr and float(np.max(np.abs(run.case.y))) > SMALL
    most = MOST_GROWN["single" if run.seen.weights.single else "double"]
    return descent.growth_backwards(run.exercise, run.case, run.lr, run.steps) <= most


def out_of_reach(run: Run, short: Run) -> bool:
    """Whether a run cannot be judged: `fit` draws its start, as `short` shows, and rounding hides which."""
    found = short.explained
    return found is not None and found.start >= DRAWN and not _liftable(run)


def _explained(run: Run) -> Explanation | None:
    """A path that leads to the end of the run; preferably one that fits the history."""
    likely = None
    for number, start in enumerate(starts(run)):
        if _ends_elsewhere(run, start):
            continue
        path = run.descend(start)
        if not close_end(run.seen, path.end):
            continue
        found = Explanation(number, path.losses, run.when_recorded(path.losses))
        if found.recorded:
            return found
        # After many epochs, starts near each other lead to the same end; the history tells them apart.
        likely = likely or (found if number < DRAWN else None)
    return likely


def _ends_elsewhere(run: Run, start: State) -> bool:
    """Whether a long run from this start ends elsewhere; cheaper to compute than all its losses."""
    if not descent.is_computed(run.exercise, run.epochs):
        return False
    end = descent.path(run.exercise, run.case, run.lr, run.epochs, start)[-1]
    return not close_end(run.seen, split(end))


def second_is_right(first: Run, second: Run) -> bool:
    """Whether a second call continued from where the first one ended, or started over as the first did."""
    if first.end is not None:
        path = second.descend(first.end)
        if close_end(second.seen, path.end) and second.when_recorded(path.losses):
            return True
    return restarts(first, second)  # asked last, since it computes the starts backwards


def restarts(first: Run, second: Run) -> bool:
    """Whether the training initialises the parameters itself: both calls chose their own start."""
    return all(run.explained is not None and run.explained.start > 0 for run in (first, second))
