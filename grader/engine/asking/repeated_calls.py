"""Call a method several times on one model, to see if an answer depends on earlier calls.

Values that the code stores from one call to the next become stale when the data change (even within the
same array) and when the parameters are assigned.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ...observation import Seen
from ..declaration.case import Case
from ..declaration.exercise import Exercise
from .learner import Learner
from .requests import Request, Requests, once, several

WORDS = (
    "in a second call, with other data in the same arrays",
    "in a later call, with other values of {state}",
    "in a later call, with another number of samples",
)


@dataclass(frozen=True)
class Turn:
    """One call of several: words for it, the data with the state of the model, and the outcome."""

    words: str
    case: Case
    seen: Seen


@once
def turns(learner: Learner, method: str) -> list[Turn]:
    """The later calls of one method on one model."""
    request, later = turns_asked(learner, method)
    seen = learner.outcomes(method, request, learner.leans(method))
    return [Turn(words, case, seen[at]) for at, words, case in later]


def turns_asked(learner: Learner, method: str) -> tuple[Request, list[tuple[int, str, Case]]]:
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
    before = ask.before(method, first)
    at = len(before)
    requests = [
        *before,
        ask.call(method, first) | {"state": state},
        ask.call(method, other) | {"into": at},
        *(ask.call(name, other) | {"share": at} for name in between),
        ask.call(method, first) | {"into": at, "state": there},
    ]
    last = last.with_args(last.name, X=np.round(64 * last.X) / 64)  # so that sums are exact in any order
    plain = ask.call(method, last) | {"state": dict(last.state) if state else {}}
    words = [text.format(state=ask.exercise.state_words) for text in WORDS]
    later = [
        (at + 1, words[0], replace(other, state=first.state, new=first.new)),
        (len(requests) - 1, words[1], replace(first, state=other.state)),
        (len(requests), words[2], replace(last, new=first.new)),
    ]
    requests.append(plain)
    for what, case in _one_thing_else(ask.exercise, method, last):
        requests += [plain, ask.call(method, case) | {"state": dict(case.state) if state else {}}]
        later.append((len(requests) - 1, what, replace(case, new=first.new)))
    if len(ask.exercise.constructor) > 1:  # so that a model has more to remember than its parameters
        requests += [{"method": "", "args": [], "model": 1, "new": list(other.new)}, plain]
        later.append((len(requests) - 1, "after another model is created", replace(last, new=first.new)))
    return several(first, requests, {} if before else state, right=right), later


def _one_thing_else(exercise: Exercise, method: str, case: Case) -> Iterator[tuple[str, Case]]:
    """The case with one change at a time: one parameter, or the order of the inner rows of one argument."""
    needs = exercise.method(method)
    for name in exercise.parameters if needs.reads_state and not needs.sets else ():
        start = [value * 1.5 + 1.0 if own == name else value for own, value in case.state.items()]
        yield f"in a later call where only {name} is different", case.at(case.name, *start)
    for name in needs.takes:
        if name in case.args:
            rows = case[name].copy()
            rows[1:-1] = rows[-2:0:-1]
            words = f"in a later call where only some rows of {name} are different"
            yield words, case.with_args(case.name, **{name: rows})


def _between(learner: Learner, method: str) -> list[str]:
    if learner.exercise.method(method).sets:
        return []
    ready = [name for name in learner.written() if name not in learner.lost and name != method]
    return [n for n in ready if not learner.trains(n) and not learner.exercise.method(n).sets]
