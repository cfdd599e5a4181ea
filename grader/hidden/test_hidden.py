"""The one test function: pytest calls it for every check of an exercise, see `judge`."""

from grader.engine.check import Check
from grader.engine.learner import Learner


def test_check(check: Check, learner: Learner) -> None:
    check.run(learner)
