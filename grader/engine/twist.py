"""A change of the task, as interviewers ask for one: what an exercise declares of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, eq=False)
class Twist:
    """The task with a change: other code is right, all else is as in the exercise."""

    name: str  # what is typed for it
    title: str  # what is asked instead, as the end of a sentence
    steps: tuple[str, ...]  # those in which something else is right
    right: Mapping[str, str]  # what stands in the slots of the formula instead
    hints: tuple[str, str, str]  # the three rungs for code that solves the plain task
    # passages of the stub, the statement and the solution, and what they are replaced by
    says: Mapping[str, str]
    # words that are true of the plain task alone: where a text has one, the twist's own hint is given instead
    untrue: tuple[str, ...] = ()
    inertia: float = 0.0  # how much of the last step goes into the next one; see `descent.descend`
    rate: Callable[[int], float] | None = None  # by epoch, from 0, what the learning rate is multiplied by
    # the training ends after the first loss that is not less than the one before by this
    least_gain: float | None = None
    smooth: bool = True  # whether the gradient changes without jumps
    gone: tuple[str, ...] = ()  # the mistakes that are none here
    without: tuple[str, ...] = ()  # the checks that do not hold here
