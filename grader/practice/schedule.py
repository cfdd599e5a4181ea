"""What to practise next, and when: the interval grows with every clean pass.

The interval starts at one day. A clean pass (in time, without a hint or the solution) doubles it; any other
pass halves it; an attempt without a pass resets it to one day. If there are several attempts on one day, the
last one counts, because cramming does not last.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from secrets import randbits
from typing import TypeVar

from .attempts import Attempt, attempts
from .journal import Record

MIN_DAYS, MAX_DAYS = 1, 32
"""The shortest and the longest interval between two attempts."""

Item = TypeVar("Item")


@dataclass(frozen=True)
class Plan:
    """When to practise next."""

    days: int  # days after the last attempt
    due: date  # the day in this machine's time zone; it may be in the past


def plan(attempts: Iterable[Attempt]) -> Plan | None:
    """When to practise next; None if no attempt has ended."""
    ended = [attempt for attempt in attempts if _has_ended(attempt)]
    last_of_day = {local(one.ended or one.started).date(): one for one in ended}
    if not last_of_day:
        return None
    days = MIN_DAYS
    for attempt in last_of_day.values():
        days = _after(attempt, days)
    last = max(last_of_day)
    return Plan(days, last + timedelta(days=min(days, (date.max - last).days)))


def plans(attempts: Iterable[Attempt]) -> dict[str | None, Plan]:
    """When to practise each attempted twist, by name. The plain task has the name None and comes first."""
    attempts = tuple(attempts)
    names = sorted({attempt.twist for attempt in attempts}, key=lambda name: name or "")
    found = {name: plan(one for one in attempts if one.twist == name) for name in names}
    return {name: planned for name, planned in found.items() if planned is not None}


def is_clean(attempt: Attempt) -> bool:
    """Whether it passed in time and without any help."""
    return attempt.outcome == "passed" and not attempt.hints and not attempt.solution_seen


def local(moment: datetime) -> datetime:
    """A moment in this machine's time zone."""
    try:
        return moment.astimezone()
    except (OverflowError, OSError):  # at the end of the calendar, or before this machine's epoch
        return moment


def _has_ended(attempt: Attempt) -> bool:
    """Whether it shows how well the learner knows the exercise: over, not forgotten, no old code."""
    is_of_before = attempt.start == "undo" or attempt.kept
    return not (is_of_before or attempt.marks.forgotten or attempt.is_under_way)


def _after(attempt: Attempt, days: int) -> int:
    if not attempt.passed:
        return MIN_DAYS
    return min(2 * days, MAX_DAYS) if is_clean(attempt) else max(days // 2, MIN_DAYS)


def last_pass(attempts: Iterable[Attempt]) -> date | None:
    """The day of the last pass of the plain task that is not forgotten; None if there is none."""
    passed = [one for one in attempts if one.twist is None and one.passed and not one.marks.forgotten]
    return local(passed[-1].ended or passed[-1].started).date() if passed else None


def has_passed(records: Iterable[Record]) -> bool:
    """Whether the records of an exercise contain such a pass."""
    return last_pass(attempts(records, ())) is not None


def new_seed() -> int:
    """A random seed."""
    return randbits(32)


def drawn(names: Sequence[str], attempts: Sequence[Attempt], seed: int) -> str:
    """One of the twists at random. None is drawn again before the others have been seen."""
    seen = Counter(attempt.twist for attempt in attempts)
    return least_seen({name: seen[name] for name in names}, seed)


def least_seen(seen: Mapping[Item, int], seed: int) -> Item:
    """A random one of those seen least often; `seen` has the count of each, and is not empty."""
    fewest = min(seen.values())
    return Random(seed).choice([one for one, times in seen.items() if times == fewest])
