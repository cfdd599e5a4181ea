"""What need not be run or measured, because the code of what is right shows it: see `source.evenness`."""

from . import trajectory
from .collaborators import method_is_right, right_under
from .learner import Learner
from .trajectory import Run


def no_loop(learner: Learner, method: str) -> bool:
    """Whether a method is right, and its code shows that it has no loop over the samples or the features."""
    if method not in learner.evenness.loopless:
        return False
    return learner.keep(("no loop", method), lambda: _is_right(learner, method))  # type: ignore[no-any-return]


def steady(learner: Learner) -> bool:
    """Whether the training is right for a hundred epochs, and its code shows that it goes on so."""
    if not learner.evenness.steady or right_under(learner):
        return False
    return learner.keep("steady", lambda: _goes_well(learner, "slow", "long"))  # type: ignore[no-any-return]


def _is_right(learner: Learner, method: str) -> bool:
    return _goes_well(learner) if learner.trains(method) else method_is_right(learner, method)


def _goes_well(learner: Learner, *about: str) -> bool:
    """Whether the short runs of the training, and those about these topics, are right."""
    right = right_under(learner)
    further = [trajectory.further(learner, what, right) for what in about]
    return all(map(_is_right_run, trajectory.runs(learner, right))) and all(
        runs and all(map(_is_right_run, runs)) for runs in further
    )


def _is_right_run(run: Run) -> bool:
    way, losses = run.explained, run.losses
    return way is not None and losses is not None and trajectory.history_fits(losses, way[1], run) is not None
