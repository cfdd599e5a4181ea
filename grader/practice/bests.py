"""Personal bests, and an attempt compared with them as speed-runners do.

Only an attempt that began on a fresh stub, in which the solution was not seen and the clock was not set
back, is held against others; one whose first version passed, or that held code that was kept before, was not
written in that time, and one that is forgotten counts for nothing. The personal best is the quickest of those
that passed, hints or not, in time or late; best segments come from the others too. Steps that passed in one
run are one segment: nobody knows how long each of them took.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from .attempts import Attempt

Group = frozenset[str]


@dataclass(frozen=True)
class Bests:
    """The best so far."""

    attempt: Attempt | None = None  # the personal best; none where no pass counts
    # the fewest seconds of each segment, by the steps in it
    segments: Mapping[Group, float] = field(default_factory=dict)
    # the seconds of the best segments together, never more than the personal best's; none where they do not
    # cover every step
    sum: float | None = None


@dataclass(frozen=True)
class Row:
    """One step of an attempt beside the personal best."""

    step: str  # its name
    together: tuple[str, ...]  # the other steps that passed in the same run
    # seconds since the split before it; none where it has not passed, or where a step above it in the same
    # run has the segment
    segment: float | None
    # seconds since the beginning of the attempt, at its first pass; none where it has not passed
    sum: float | None
    best_sum: float | None  # the same in the personal best; none where there is none
    # whether the segment counts, and is shorter than every earlier one of the same steps
    is_best_segment: bool

    @property
    def behind(self) -> float | None:
        """Seconds behind the personal best, negative when ahead; none where there is nothing to compare."""
        return None if self.sum is None or self.best_sum is None else self.sum - self.best_sum


def bests(attempts: Iterable[Attempt], steps: Sequence[str]) -> Bests:
    """The bests of these attempts; of the earlier ones, to hold a later one against them."""
    timed = [attempt for attempt in attempts if attempt.is_timed]
    passed = [attempt for attempt in timed if attempt.passed]
    segments: dict[Group, float] = {}
    for attempt in timed:
        for split in attempt.splits:
            group = frozenset(split.steps)
            segments[group] = min(split.segment, segments.get(group, math.inf))
    best = min(passed, key=lambda attempt: attempt.seconds, default=None)
    return Bests(best, segments, _best_sum(segments, frozenset(steps)))


def compared(attempt: Attempt, best: Bests, steps: Sequence[str]) -> tuple[Row, ...]:
    """The attempt, step by step in the order of `steps`, beside the bests of those before it."""
    return tuple(_row(step, attempt, best) for step in steps)


def _row(step: str, attempt: Attempt, best: Bests) -> Row:
    split = attempt.split_of(step)
    earlier = best.attempt.split_of(step) if best.attempt is not None else None
    steps = split.steps if split is not None else ()
    segment = split.segment if split is not None and step == steps[0] else None
    record = best.segments.get(frozenset(steps))
    return Row(
        step=step,
        together=tuple(other for other in steps if other != step),
        segment=segment,
        sum=split.sum if split is not None else None,
        best_sum=earlier.sum if earlier is not None else None,
        is_best_segment=attempt.is_timed and segment is not None and record is not None and segment < record,
    )


def _best_sum(segments: Mapping[Group, float], steps: Group) -> float | None:
    """The cheapest way to put segments together so that each step is in one of them."""

    @cache
    def cheapest(rest: Group) -> float:
        if not rest:
            return 0.0
        fitting = [group for group in segments if min(rest) in group and group <= rest]
        return min((segments[group] + cheapest(rest - group) for group in fitting), default=math.inf)

    found = cheapest(steps)
    return found if found < math.inf else None
