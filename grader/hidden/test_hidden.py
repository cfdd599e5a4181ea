"""The one test function: pytest calls it for every step of an exercise, see `judge`."""

from collections.abc import Callable


def test_step(judge: Callable[[], None]) -> None:
    judge()
