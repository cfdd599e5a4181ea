"""Recognise mistakes without a formula: by the exception raised, or by a predicate on the answer."""

from collections import Counter

from ...catalogue import Mistake
from ..asking.learner import Learner
from .lines.trail import Trail, follow
from .recogniser import Observed, Recogniser

MANY = 24
"""A line that runs more often than this is in a loop; a loop over the few features runs less often."""


def by_exception(recogniser: Recogniser) -> Mistake | None:
    """The mistake proved by the exceptions on all the diagnosis's data; None if there is none."""
    for entry in recogniser.entries:
        if entry.proving_messages and all(_says(entry, observed) for observed in recogniser.main):
            return entry
    return None


def _says(entry: Mistake, observed: Observed) -> bool:
    raised, case = observed.seen.raised, observed.case
    sizes = {"n": case.n, "d": case.d, "d1": case.d + 1}
    return raised is not None and any(t.format(**sizes) in raised.message for t in entry.proving_messages)


def by_numbers(recogniser: Recogniser, observed: Observed) -> Mistake | None:
    """The first mistake whose `predicate` holds for the parts of an answer; None if there is none."""
    numbers = observed.numbers
    if not isinstance(numbers, tuple):
        return None
    wanted = [part.shape for part in recogniser.right_numbers(observed.case)]
    if [part.shape for part in numbers] != wanted:
        return None
    for entry in recogniser.entries:
        if entry.predicate is not None and entry.predicate(observed.case, numbers):
            trail = follow(recogniser.learner, recogniser.method.name, observed.case)
            if not entry.needs_repetition or line_of_iteration(recogniser.learner, trail) is not None:
                return entry
    return None


def line_of_iteration(learner: Learner, trail: Trail) -> int | None:
    """The head of the loop that a call runs through many times; None if there is none."""
    counts = Counter(event.line for event in trail.events)
    busiest, times = next(iter(counts.most_common(1)), (0, 0))
    if times <= MANY:
        return None
    stack = next(event.stack for event in trail.events if event.line == busiest)
    around = [loops[0] for at in (busiest, *stack[::-1]) if (loops := learner.outline.loops_around(at))]
    return int(getattr(around[0], "lineno", busiest)) if around else busiest
