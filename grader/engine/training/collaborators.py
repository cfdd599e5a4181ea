"""The methods that the training calls: which they are, and whether it must be judged with right ones."""

from typing import Any

from ...sandbox.limits import Ended
from ..asking import answers, repeated_calls
from ..asking.learner import Learner
from ..asking.requests import FOLLOW_EPOCHS, FOLLOW_LR, once
from ..asking.workers import PLAINEST
from ..declaration.case import Case
from .trajectory import Run

Call = tuple[str, int | None, dict[str, Any]]
TRACED = ((0.01, 1), (FOLLOW_LR, FOLLOW_EPOCHS))
"""The trainings whose traces are looked at: learning rate and epochs."""


def right_under(learner: Learner) -> bool:
    """Whether the training must be judged with right methods in place of some of the learner's."""
    return bool(learner.training and learner.keep("right under", lambda: _right_under(learner)))


def _right_under(learner: Learner) -> bool:
    written = learner.written()
    wrong = [n for n in learner.collaborators if n not in written or not method_is_right(learner, n)]
    if not wrong or _takes_apart(learner, wrong):
        return False
    learner.put_under(wrong)
    return True


def _takes_apart(learner: Learner, wrong: list[str]) -> bool:
    """Whether the training makes right steps with the learner's gradients, although they return no pair.

    The method stores them and returns nothing, or something other than a pair with the right numbers.
    """
    descent = learner.exercise.descends
    if wrong != [descent.gradients] or not set(learner.exercise.takes) <= set(learner.written()):
        return False
    seen = learner.on(descent.gradients, learner.cases["tall"])
    method = learner.exercise.method(descent.gradients)
    if seen.value is None or answers.parts(method, seen) is not None:
        return False
    case = learner.cases["path"]
    own = Run(learner.exercise, case, *PLAINEST, learner.fits(case, PLAINEST)[0])
    return own.seen.value is not None and own.is_right


def method_is_right(learner: Learner, name: str) -> bool:
    """Whether one method gives the right answers and changes neither its arguments nor the state."""
    cases, method = learner.cases, learner.exercise.method(name)
    asked = [cases["tall"], *cases.plain, *(case for _, case in cases.odder(name))]
    if not _right_at_edges(learner, name):
        return False
    return all(_right(learner, name, case) for case in asked) and all(
        answers.is_right(learner.exercise, method, turn.seen, turn.case)
        for turn in repeated_calls.turns(learner, name)
    )


def _right_at_edges(learner: Learner, name: str) -> bool:
    edges = (edge for edge in learner.cases.edges if edge.method == name)
    return all(edge.judge(learner.at_edge(edge)) is None for edge in edges)


def _right(learner: Learner, name: str, case: Case) -> bool:
    seen, method = learner.on(name, case), learner.exercise.method(name)
    if seen.changed or not (method.sets or answers.state_kept(seen, case)):
        return False
    return learner.gives_right(name, case)


# -- the calls


def names_called(learner: Learner, case: Case, right: bool) -> list[tuple[str, list[int]]]:
    """The learner's methods that one epoch of training calls, with the row counts of the arrays passed."""
    return [(name, rows) for name, rows, _, _ in _calls(learner, case, right)]


def calls_made(learner: Learner, case: Case, right: bool) -> list[Call]:
    """The calls of the learner's methods in one epoch of training: name, line, and arguments by name."""
    return [(name, line, given) for name, _, line, given in _calls(learner, case, right)]


@once
def _calls(learner: Learner, case: Case, right: bool) -> list[list[Any]]:
    for lr, epochs in TRACED:  # a training that leaves out an epoch makes no calls in one
        answer = learner.follow(learner.training, case, lr, epochs, right=right)
        found = [] if isinstance(answer, Ended) else answer.get("called", [])
        if made := [call for call in found if call[0] in learner.collaborators]:
            return made
    return []
