"""Decide what need not be run or measured because the code shows it: see `source.evenness`."""

from ..observation import Seen
from . import trajectory
from .collaborators import right_under
from .learner import Learner
from .trajectory import Run


def no_loop(learner: Learner, method: str) -> bool:
    """Whether a method returns, and its code shows that it has no loop over the samples or the features."""
    if method not in learner.evenness.loopless or learner.leans(method):
        return False
    return all(seen.value is not None for seen in _calls(learner, method))


def _calls(learner: Learner, method: str) -> list[Seen]:
    if learner.trains(method):
        return [run.seen for run in trajectory.runs(learner, right_under(learner))]
    names = filter(None, (learner.exercise.method(method).needs, method))
    return [learner.on(name, learner.cases[case]) for name in names for case in ("tall", "large")]


def steady(learner: Learner) -> bool:
    """Whether the training is right for a hundred epochs, and its code shows that it stays right."""
    put = learner.put if right_under(learner) else ()
    return learner.evenness.steady(put) and learner.keep("steady", lambda: _goes_well(learner))


def _goes_well(learner: Learner) -> bool:
    right = right_under(learner)
    slow, long = (trajectory.further(learner, what, right) for what in ("slow", "long"))
    runs = [*trajectory.runs(learner, right), *slow, *long]
    return bool(slow and long) and all(map(_is_right_run, runs))


def _is_right_run(run: Run) -> bool:
    way, losses = run.explained, run.losses
    return way is not None and losses is not None and trajectory.history_fits(losses, way[1], run) is not None
