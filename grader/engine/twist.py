"""A change of the task, as interviewers ask for one: what an exercise declares of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, eq=False)
class Twist:
    """The task with a change: other code is right, all else is as in the exercise.

    Attributes:
        name: what is typed for it.
        title: what is asked instead, as the end of a sentence.
        steps: those in which something else is right.
        right: what stands in the slots of the formula instead.
        hints: the three rungs for code that solves the plain task.
        says: passages of the stub, the statement and the solution, and what they are replaced by.
        inertia: how much of the last step goes into the next one; see `descent.descend`.
        rate: by epoch, from 0, what the learning rate is multiplied by.
        least_gain: the training ends after the first loss that is not less than the one before by this.
        smooth: whether the gradient changes without jumps.
        gone: the mistakes that are none here.
        without: the checks that do not hold here.
    """

    name: str
    title: str
    steps: tuple[str, ...]
    right: Mapping[str, str]
    hints: tuple[str, str, str]
    says: Mapping[str, str]
    inertia: float = 0.0
    rate: Callable[[int], float] | None = None
    least_gain: float | None = None
    smooth: bool = True
    gone: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
