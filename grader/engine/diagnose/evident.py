"""Mistakes that no formula tells: by the exception that they raise, or by a predicate on what came out."""

from collections import Counter

from ...catalogue import Mistake
from ..learner import Learner
from .recogniser import Observed, Recogniser
from .trail import Trail, follow

MANY = 24
"""How often a line runs in an iteration, and in no loop over a few features."""


def by_exception(recogniser: Recogniser) -> Mistake | None:
    """The mistake of which the exceptions on all the telling data are the proof."""
    for entry in recogniser.entries:
        if entry.raised and all(_says(entry, observed) for observed in recogniser.main):
            return entry
    return None


def _says(entry: Mistake, observed: Observed) -> bool:
    raised, case = observed.seen.raised, observed.case
    sizes = {"n": case.n, "d": case.d, "d1": case.d + 1}
    return raised is not None and any(text.format(**sizes) in raised.message for text in entry.raised)


def by_numbers(recogniser: Recogniser, observed: Observed) -> Mistake | None:
    """The first mistake that the parts of an answer show."""
    numbers = observed.numbers
    if not isinstance(numbers, tuple):
        return None
    wanted = [part.shape for part in recogniser.right_numbers(observed.case)]
    if [part.shape for part in numbers] != wanted:
        return None
    for entry in recogniser.entries:
        if entry.shows is not None and entry.shows(observed.case, numbers):
            trail = follow(recogniser.learner, recogniser.method.name, observed.case)
            if not entry.repeats or line_of_iteration(recogniser.learner, trail) is not None:
                return entry
    return None


def line_of_iteration(learner: Learner, trail: Trail) -> int | None:
    """The head of the loop that a call goes through many times; None where there is none."""
    counts = Counter(event.line for event in trail.events)
    busiest, times = next(iter(counts.most_common(1)), (0, 0))
    if times <= MANY:
        return None
    loops = learner.outline.loops_around(busiest)
    return int(getattr(loops[0], "lineno", busiest)) if loops else busiest
