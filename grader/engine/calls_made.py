"""Find out which of the learner's own methods the training calls, and with which arguments."""

from typing import Any

from ..sandbox.limits import Ended
from .case import Case
from .learner import Learner
from .requests import calls, once, under

Call = tuple[str, int | None, dict[str, Any]]


def names_called(learner: Learner, case: Case, right: bool) -> list[tuple[str, list[int]]]:
    """The learner's methods that one epoch of training calls, with the row counts of the arrays passed."""
    return [(name, rows) for name, rows, _, _ in _calls(learner, case, right)]


def calls_made(learner: Learner, case: Case, right: bool) -> list[Call]:
    """The calls of the learner's methods in one epoch of training: name, line, and arguments by name."""
    return [(name, line, given) for name, _, line, given in _calls(learner, case, right)]


@once
def _calls(learner: Learner, case: Case, right: bool) -> list[list[Any]]:
    for epochs in (1, 2):  # a training that leaves out an epoch makes no calls in one
        request = calls(case, [learner.requests.call(learner.training, case, 0.01, epochs)])
        request |= {"mode": "quiet", "record": list(learner.collaborators)}
        answer = learner.ask(under(request, right), learner.training, right=right)
        if isinstance(answer, Ended) or answer.get("called"):
            break
    return [] if isinstance(answer, Ended) else list(answer.get("called", ()))
