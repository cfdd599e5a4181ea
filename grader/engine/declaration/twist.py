"""A twist: one change of the task, as interviewers ask for. The rest of the exercise stays the same."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

IGNORED = "twist-ignored"


@dataclass(frozen=True, eq=False)
class Twist:
    """A change of the task, and what is right under it."""

    name: str  # the name on the command line
    title: str  # the new task, as the end of a sentence
    steps: tuple[str, ...]  # the steps whose right answer changes
    right: Mapping[str, str]  # the right texts of the slots that change
    hints: tuple[str, str, str]  # the three hints for code that solves the plain task
    # passages of the stub, the statement and the solution, with their replacements
    says: Mapping[str, str]
    # words that are true only of the plain task: a hint that contains one is replaced by the twist's own hint
    untrue: tuple[str, ...] = ()
    inertia: float = 0.0  # the share of the last step in the next one (momentum); see `descent.descend`
    rate: Callable[[int], float] | None = None  # the factor for the learning rate, by epoch from 0
    # the training ends after the first loss that is not at least this much below the one before
    least_gain: float | None = None
    smooth: bool = True  # whether the gradient changes without jumps
    gone: tuple[str, ...] = ()  # the ids of mistakes that are right here
    without: tuple[str, ...] = ()  # the checks that do not hold here


PLAIN = Twist("none", "", (), {}, ("", "", ""), {})
