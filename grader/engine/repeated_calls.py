"""Call methods several times, to see if an answer depends on more than the arguments and the parameters.

Values that the code stores from one call to the next become stale when the data change (even within the
same array), when the parameters are assigned, and when another model is trained.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..observation import Seen
from .case import Case
from .exercise import Exercise
from .learner import Learner
from .requests import Request, Requests, calls, once, several
from .trajectory import LR, OTHER_LR, SMALL, Run, close_end, parameters

FAR_EPOCHS = 4
WORDS = (
    "in a second call, with other data in the same arrays",
    "in a later call, with other values of {state}",
    "in a later call, with another number of samples",
)
LOOK = {"method": "", "args": []}


@dataclass(frozen=True)
class Turn:
    """One call of several: words for it, the data with the state of the model, and the outcome."""

    words: str
    case: Case
    seen: Seen


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
def turns(learner: Learner, method: str) -> list[Turn]:
    """The later calls of one method on one model."""
    request, later = _turns_asked(learner, method)
    seen = learner.outcomes(method, request, learner.leans(method))
    return [Turn(words, case, seen[at]) for at, words, case in later]


def turns_request(learner: Learner, method: str) -> Request:
    """The request that `turns` sends."""
    return _turns_asked(learner, method)[0]


def _turns_asked(learner: Learner, method: str) -> tuple[Request, list[tuple[int, str, Case]]]:
    """The request with all calls, and for each call that is judged its index, words for it and its case."""
    return _in_a_row(learner.requests, method, tuple(_between(learner, method)), learner.leans(method))


@once
def _in_a_row(
    ask: Requests, method: str, between: Sequence[str], right: bool
) -> tuple[Request, list[tuple[int, str, Case]]]:
    first, other = ask.cases["tall"], ask.cases["other"]
    last = ask.cases["path" if ask.exercise.descent else "path_other"]
    sets = ask.exercise.method(method).sets
    state, there = ({}, {}) if sets else (dict(first.state), dict(other.state))
    before = ask.before(method)
    at = len(before)
    made = [
        *before,
        ask.call(method, first) | {"state": state},
        ask.call(method, other) | {"into": at},
        *(ask.call(name, other) | {"share": at} for name in between),
        ask.call(method, first) | {"into": at, "state": there},
    ]
    last = last.given(last.name, X=np.round(64 * last.X) / 64)  # so that sums are exact in any order
    plain = ask.call(method, last) | {"state": dict(last.state) if state else {}}
    words = [text.format(state=ask.exercise.state_words) for text in WORDS]
    later = [
        (at + 1, words[0], replace(other, state=first.state, new=first.new)),
        (len(made) - 1, words[1], replace(first, state=other.state)),
        (len(made), words[2], replace(last, new=first.new)),
    ]
    made.append(plain)
    for what, case in _one_thing_else(ask.exercise, method, last):
        made += [plain, ask.call(method, case) | {"state": dict(case.state) if state else {}}]
        later.append((len(made) - 1, what, replace(case, new=first.new)))
    return several(first, made, {} if before else state, right=right), later


def _one_thing_else(exercise: Exercise, method: str, case: Case) -> Iterator[tuple[str, Case]]:
    """The case with one change at a time: one parameter, or the order of the inner rows of one argument."""
    needs = exercise.method(method)
    for name in exercise.parameters if needs.reads_state and not needs.sets else ():
        start = [value * 1.5 + (1.0 if own == name else 0.0) if own == name else value
                 for own, value in case.state.items()]  # fmt: skip
        yield f"in a later call where only {name} is different", case.at(case.name, *start)
    for name in needs.takes:
        if name in case.args:
            rows = case[name].copy()
            rows[1:-1] = rows[-2:0:-1]
            words = f"in a later call where only some rows of {name} are different"
            yield words, case.given(case.name, **{name: rows})


def _between(learner: Learner, method: str) -> list[str]:
    if learner.exercise.method(method).sets:
        return []
    ready = [name for name in learner.written() if name not in learner.lost and name != method]
    return [n for n in ready if not learner.trains(n) and not learner.exercise.method(n).sets]


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
    made = [
        _fit(ask, first, LR, 3),
        _fit(ask, other, OTHER_LR, 2) | {"into": 0, "state": dict(other.state)},
        _fit(ask, fewer, LR, 2) | {"state": dict(fewer.state)},
        plain,
    ]
    later = [(1, other, OTHER_LR), (2, fewer, LR)]
    for case in (first.given(first.name, y=other.y), first.given(first.name, X=other.X)):
        later.append((len(made), case, LR))
        made += [_fit(ask, case, LR, 2) | {"state": state}, plain]
    return calls(first, made, right=right), later


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
