"""Train several times, on one model and on two, to see if a training depends on what was called before."""

from dataclasses import dataclass, replace

import numpy as np

from ...observation import Seen
from ..asking.learner import Learner
from ..asking.repeated_calls import Turn
from ..asking.requests import Request, Requests, calls, once, several
from ..declaration.case import Case
from .trajectory import LR, OTHER_LR, SMALL, Run, close_end, parameters

FAR_EPOCHS = 4
LOOK = {"method": "", "args": []}


@dataclass(frozen=True)
class Untouched:
    """Two models whose parameters are never assigned: one is trained, then the other is made and trained."""

    # first, second: the training of each; None if the model does not start with usable numbers
    first: Run | None
    new: Seen  # the second model before its training
    second: Run | None
    after: Turn  # a call of the forward method on the first model at the end

    @property
    def starts_small(self) -> bool:
        """Whether the second model's initial parameters, as far as they are numbers, are near zero."""
        return all(value.largest <= SMALL for value in self.new.parameters)

    @property
    def kept(self) -> bool:
        """Whether the first model still has the parameters that its training ended with."""
        case = self.after.case
        return close_end(self.after.seen, case.start)

    @property
    def disturbed(self) -> bool:
        """Whether making or training the second model changed the first."""
        known = self.first is not None and self.first.end is not None and self.after.seen.ended is None
        return known and self.starts_small and not self.kept

    @property
    def trained(self) -> Turn | None:
        """The call on the first model; None if it was not made or the model's state is not known."""
        called = self.after.seen.value is not None or self.after.seen.raised is not None
        return self.after if called and self.first is not None and self.kept else None


@once
def other_data(learner: Learner, right: bool) -> list[Run]:
    """Repeated calls of the training on one model, with the parameters assigned before each.

    The first has other data in the same arrays and another rate, the next another number of samples; of the
    last two, one differs from the call before it only in y, the other only in X.
    """
    request, later = _trained_in_a_row(learner.requests, right)
    seen = learner.outcomes(learner.training, request, right)
    return [Run(learner.exercise, case, lr, 2, seen[at]) for at, case, lr in later]


@once
def _trained_in_a_row(ask: Requests, right: bool) -> tuple[Request, list[tuple[int, Case, float]]]:
    """The request with all calls, and for each call that is judged its index, its case and its rate."""
    first, state = ask.cases["path"], dict(ask.cases["path"].state)
    other, fewer = (replace(ask.cases[name], new=first.new) for name in ("path_other", "tall"))
    plain = _fit(ask, first, LR, 2) | {"state": state}
    requests = [
        _fit(ask, first, LR, 3),
        _fit(ask, other, OTHER_LR, 2) | {"into": 0, "state": dict(other.state)},
        _fit(ask, fewer, LR, 2) | {"state": dict(fewer.state)},
        plain,
    ]
    later = [(1, other, OTHER_LR), (2, fewer, LR)]
    for case in (first.with_args(first.name, y=other.y), first.with_args(first.name, X=other.X)):
        later.append((len(requests), case, LR))
        requests += [_fit(ask, case, LR, 2) | {"state": state}, plain]
    return calls(first, requests, right=right), later


def _fit(ask: Requests, case: Case, lr: float, epochs: int) -> Request:
    return ask.call(ask.exercise.descends.method, case, lr, epochs)


@once
def untouched(learner: Learner, right: bool) -> Untouched:
    """Train two models one after the other; see `Untouched`."""
    request, far, near = _untouched_asked(learner, right)
    seen = learner.outcomes(learner.training, request, right)
    end = parameters(seen[1], near.d) or (np.full(near.d, np.nan), np.nan)
    return Untouched(
        first=_run(learner, far, learner.exercise.descends.easy_lr, FAR_EPOCHS, seen[0], seen[1]),
        new=seen[2],
        second=_run(learner, near, LR, 2, seen[2], seen[3]),
        after=Turn("after another model is trained", near.at(near.name, *end), seen[4]),
    )


def _untouched_asked(learner: Learner, right: bool) -> tuple[Request, Case, Case]:
    forward = learner.collaborators[0]
    looks = right or forward not in learner.written() or forward in learner.lost
    return _trained_apart(learner.requests, right, looks)


@once
def _trained_apart(ask: Requests, right: bool, looks: bool) -> tuple[Request, Case, Case]:
    """The request with the calls on the two models, and the case of each model."""
    far, near = ask.cases["far"], replace(ask.cases["path"], new=ask.cases["far"].new)
    descent = ask.exercise.descends
    made = [
        LOOK,
        _fit(ask, far, descent.easy_lr, FAR_EPOCHS),
        LOOK | {"model": 1},
        _fit(ask, near, LR, 2) | {"model": 1},
        LOOK if looks else ask.call(descent.forward, near),
    ]
    return several(far, made, {}, right=right), far, near


def training_requests(learner: Learner, right: bool) -> list[Request]:
    """The requests that `other_data` and `untouched` send."""
    return [_trained_in_a_row(learner.requests, right)[0], _untouched_asked(learner, right)[0]]


def _run(learner: Learner, case: Case, lr: float, epochs: int, start: Seen, seen: Seen) -> Run | None:
    at = parameters(start, case.d)
    numbers = start.weights.whole or start.weights.wide
    if at is None or not numbers or not np.isfinite(np.append(*at)).all():
        return None
    return Run(learner.exercise, case.at(case.name, *at), lr, epochs, seen)
