"""One hidden check."""

from collections.abc import Callable
from dataclasses import dataclass

from .learner import Learner

Question = Callable[[Learner], None]


@dataclass(frozen=True)
class Check:
    """One hidden check.

    Attributes:
        step: that it belongs to.
        name: as it is reported.
        run: raises an AssertionError with what was seen and expected, Todo or Blocked.
        after: for a kata's own check, the name of the one that it comes after; else it comes last.
    """

    step: str
    name: str
    run: Question
    after: str = ""
