"""Personal bests, and how an attempt compares with them, split by split as in speedrunning.

An attempt counts only if it began on a fresh stub (in a second act, on the learner's own code), if the
solution was not seen and if the clock was not set back. It does not count if its first version passed, if it
contained code from an older backup, or if it is forgotten. The personal best is the fastest pass, with or
without hints, in time or late. The best segments come from all attempts that count.
Steps that passed in the same run form one segment, because it is not known how long each took.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from .attempts import Attempt

StepGroup = frozenset[str]


@dataclass(frozen=True)
class Bests:
    """The best so far."""

    attempt: Attempt | None = None  # the personal best; None if no pass counts
    # the best time of each segment in seconds, by its steps
    segments: Mapping[StepGroup, float] = field(default_factory=dict)
    # the sum of the best segments in seconds, never more than the personal best; None if they do not cover
    # every step
    sum: float | None = None


@dataclass(frozen=True)
class SplitRow:
    """One step of an attempt, compared with the personal best."""

    step: str  # its name
    # seconds since the split before it; None if it has not passed, or shares the segment of another step
    segment: float | None
    shared_with: str | None  # the step, above it, that passed in the same run and has their segment; or None
    # seconds from the beginning of the attempt to its first pass; None if it has not passed
    sum: float | None
    best_sum: float | None  # the same in the personal best; None if there is none
    # whether the segment counts and is shorter than all earlier ones of the same steps; False for the first
    is_best_segment: bool

    @property
    def behind(self) -> float | None:
        """Seconds behind the personal best, negative if ahead; None if there is nothing to compare.

        Both times are rounded first, as they are shown, so that the difference fits them.
        """
        return None if self.sum is None or self.best_sum is None else round(self.sum) - round(self.best_sum)


def bests(attempts: Iterable[Attempt], steps: Sequence[str]) -> Bests:
    """The bests of these attempts; to compare an attempt, pass only the earlier ones."""
    timed = [attempt for attempt in attempts if attempt.is_timed]
    passed = [attempt for attempt in timed if attempt.passed]
    segments: dict[StepGroup, float] = {}
    for attempt in timed:
        for split in attempt.splits:
            group = frozenset(split.steps)
            segments[group] = min(split.segment, segments.get(group, math.inf))
    best = min(passed, key=lambda attempt: attempt.seconds, default=None)
    return Bests(best, segments, _best_sum(segments, frozenset(steps)))


def compared(attempt: Attempt, best: Bests, steps: Sequence[str]) -> tuple[SplitRow, ...]:
    """Compare the attempt, step by step in the order of `steps`, with the bests of earlier attempts."""
    return tuple(_row(step, attempt, best) for step in steps)


def _row(step: str, attempt: Attempt, best: Bests) -> SplitRow:
    split = attempt.split_of(step)
    earlier = best.attempt.split_of(step) if best.attempt is not None else None
    steps = split.steps if split is not None else ()
    first = steps[0] if steps else step
    segment = split.segment if split is not None and step == first else None
    record = best.segments.get(frozenset(steps))
    return SplitRow(
        step=step,
        segment=segment,
        shared_with=None if step == first else first,
        sum=split.sum if split is not None else None,
        best_sum=earlier.sum if earlier is not None else None,
        is_best_segment=attempt.is_timed and segment is not None and record is not None and segment < record,
    )


def _best_sum(segments: Mapping[StepGroup, float], steps: StepGroup) -> float | None:
    """The lowest sum of segments that together contain each step exactly once; None if there is none."""

    @cache
    def cheapest(rest: StepGroup) -> float:
        if not rest:
            return 0.0
        fitting = [group for group in segments if min(rest) in group and group <= rest]
        return min((segments[group] + cheapest(rest - group) for group in fitting), default=math.inf)

    found = cheapest(steps)
    return found if found < math.inf else None
