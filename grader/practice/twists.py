"""Which twist or exercise comes next: one at random of those that were seen least often."""

from collections import Counter
from collections.abc import Mapping, Sequence
from random import Random
from secrets import randbits
from typing import TypeVar

from .attempts import Attempt

Choice = TypeVar("Choice")


def new_seed() -> int:
    """A random seed."""
    return randbits(32)


def drawn(names: Sequence[str], attempts: Sequence[Attempt], seed: int) -> str:
    """One of the twists, so that none returns before the others have been seen."""
    seen = Counter(attempt.twist for attempt in attempts)
    return least_seen({name: seen[name] for name in names}, seed)


def least_seen(seen: Mapping[Choice, int], seed: int) -> Choice:
    """One of those that were seen least often; `seen` says how often each was, and is not empty."""
    fewest = min(seen.values())
    return Random(seed).choice([one for one, times in seen.items() if times == fewest])
