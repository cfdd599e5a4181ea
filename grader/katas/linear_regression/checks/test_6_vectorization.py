"""Work in Python must not grow with the number of samples, nor memory with its square."""

from grader.katas.linear_regression import work
from grader.katas.linear_regression.learner import Learner
from grader.katas.linear_regression.outcomes import Blocked, Todo
from grader.katas.linear_regression.requests import METHODS


def _ready(learner: Learner) -> list[str]:
    """The methods that can be looked at; with none of them written there is nothing to judge yet."""
    if not learner.start(3).made:
        raise Blocked("no model can be made: see step init")
    there = [method for method in METHODS if learner.exists(method)]
    written = [method for method in there if not learner.is_todo(method)]
    if not written:
        raise Todo("no method is written yet")
    return written


def _finish(learner: Learner, troubles: list[str], unclear: list[str]) -> None:
    assert not troubles, "; ".join(troubles)
    if unclear:
        raise Blocked(f"{', '.join(unclear)} could not be judged: see the other steps")
    missing = [method for method in METHODS if not learner.exists(method)]
    if missing:
        raise Blocked(f"there is no method {missing[0]}")
    if any(learner.is_todo(method) for method in METHODS):
        raise Todo("not every method is written yet")


def test_no_python_loop_over_the_samples(learner: Learner) -> None:
    ready = _ready(learner)
    loops = [found for method in ready if (found := work.loop_over_samples(learner, method))]
    unclear = [method for method in ready if work.growth(learner, method) is None]
    _finish(learner, [found.says for found in loops], unclear)


def test_no_n_by_n_intermediate(learner: Learner) -> None:
    ready = _ready(learner)
    big = [method for method in ready if work.quadratic_memory(learner, method)]
    _finish(learner, [f"{method} allocates an array of shape (n, n)" for method in big], [])
