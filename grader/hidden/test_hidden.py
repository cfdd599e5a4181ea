"""The one test function: pytest calls it for every step of an exercise, see `judge`."""

from collections.abc import Callable

from grader.engine.learner import Learner


def test_step(judge: Callable[[Learner], None], learner: Learner) -> None:
    judge(learner)
